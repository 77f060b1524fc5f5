package dev.rollcall.dashboard;

/// Where a widget stands on a board, counted from its upper start corner.
///
/// @param x the first column it takes, from 0
/// @param y the first row it takes, from 0
/// @param width columns
/// @param height rows when it is unfolded
/// @param folded whether only its title is shown, which takes one row
public record Placed(WidgetKey widget, int x, int y, int width, int height, boolean folded) {

    /// The rows it takes as it is shown.
    public int rows() {
        return folded ? 1 : height;
    }

    int end() {
        return x + width;
    }

    int bottom() {
        return y + rows();
    }

    boolean sharesColumns(Placed other) {
        return x < other.end() && other.x < end();
    }

    boolean overlaps(Placed other) {
        return sharesColumns(other) && y < other.bottom() && other.y < bottom();
    }

    Placed at(int newX, int newY) {
        return new Placed(widget, newX, newY, width, height, folded);
    }

    Placed sized(int newWidth, int newHeight) {
        return new Placed(widget, x, y, newWidth, newHeight, folded);
    }

    Placed fold(boolean nowFolded) {
        return new Placed(widget, x, y, width, height, nowFolded);
    }
}
