package dev.rollcall.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Which widgets stand where on a board of twelve columns. Settled by construction: whatever it is
/// made from, no widget is there twice, lies over another, reaches over the edge or hangs in the
/// air. Pure.
///
/// @param widgets in reading order: from the top, and in a row from the start
public record Layout(List<Placed> widgets) {

    public static final int COLUMNS = 12;
    public static final int NARROWEST = 3;
    public static final int LOWEST = 2;
    public static final int TALLEST = 16;

    /// More than anybody looks at, and few enough for any page.
    public static final int MOST = 24;

    private static final int DEEPEST = MOST * TALLEST;

    private static final Comparator<Placed> READING =
            Comparator.comparingInt(Placed::y).thenComparingInt(Placed::x);

    public static final Layout EMPTY = new Layout(List.of());

    public Layout {
        var seen = new HashSet<WidgetKey>();
        widgets =
                settled(
                        widgets.stream()
                                .filter(each -> seen.add(each.widget()))
                                .limit(MOST)
                                .map(Layout::fitted)
                                .sorted(READING)
                                .toList());
    }

    private static Placed fitted(Placed each) {
        int width = Math.clamp(each.width(), NARROWEST, COLUMNS);
        int height = Math.clamp(each.height(), LOWEST, TALLEST);
        return each.sized(width, height)
                .at(Math.clamp(each.x(), 0, COLUMNS - width), Math.clamp(each.y(), 0, DEEPEST));
    }

    /// Lets all fall upwards, one after the other, until each rests on another or on the edge.
    private static List<Placed> settled(List<Placed> inOrder) {
        var settled = new ArrayList<Placed>();
        for (var each : inOrder) {
            int y =
                    settled.stream()
                            .filter(each::sharesColumns)
                            .mapToInt(Placed::bottom)
                            .max()
                            .orElse(0);
            settled.add(each.at(each.x(), y));
        }
        settled.sort(READING);
        return List.copyOf(settled);
    }

    // ------------------------------------------------------------------ what is there

    public Optional<Placed> find(WidgetKey widget) {
        return widgets.stream().filter(each -> each.widget().equals(widget)).findFirst();
    }

    public boolean has(WidgetKey widget) {
        return find(widget).isPresent();
    }

    /// The same board with fewer columns: in the same order, in proportion, and settled.
    public List<Placed> in(int columns) {
        if (columns == COLUMNS) {
            return widgets;
        }
        return settled(
                widgets.stream().map(each -> scaled(each, columns)).sorted(READING).toList());
    }

    private static Placed scaled(Placed each, int columns) {
        int width = Math.clamp(Math.ceilDiv(each.width() * columns, COLUMNS), 1, columns);
        int x = Math.min(each.x() * columns / COLUMNS, columns - width);
        return each.sized(width, each.height()).at(x, each.y());
    }

    // ------------------------------------------------------------------ what comes and goes

    /// The same with one more, where there is room first; itself when it is there already or full.
    public Layout add(WidgetKey widget, WidgetSize size) {
        if (has(widget) || widgets.size() == MOST) {
            return this;
        }
        var wanted = fitted(new Placed(widget, 0, 0, size.width(), size.height(), false));
        for (int y = 0; ; y++) {
            for (int x = 0; x + wanted.width() <= COLUMNS; x++) {
                var place = wanted.at(x, y);
                if (widgets.stream().noneMatch(place::overlaps)) {
                    return with(place);
                }
            }
        }
    }

    private Layout with(Placed place) {
        var all = new ArrayList<>(widgets);
        all.add(place);
        return new Layout(all);
    }

    public Layout remove(WidgetKey widget) {
        return new Layout(widgets.stream().filter(each -> !each.widget().equals(widget)).toList());
    }

    public Layout fold(WidgetKey widget, boolean folded) {
        return replace(widget, each -> each.fold(folded));
    }

    /// The places somebody dragged widgets to; who is not named, or folded, keeps their size.
    public Layout arranged(List<Placed> places) {
        var moved = new Layout(places);
        return new Layout(
                widgets.stream()
                        .map(each ->
                                moved.find(each.widget())
                                        .map(to ->
                                                each.sized(
                                                                to.width(),
                                                                each.folded()
                                                                        ? each.height()
                                                                        : to.height())
                                                        .at(to.x(), to.y()))
                                        .orElse(each))
                        .toList());
    }

    private Layout replace(WidgetKey widget, UnaryOperator<Placed> change) {
        return new Layout(
                widgets.stream()
                        .map(each -> each.widget().equals(widget) ? change.apply(each) : each)
                        .toList());
    }

    // ------------------------------------------------------------------ steps

    /// The same after one step; itself when the widget is not there or cannot go further.
    public Layout after(WidgetKey widget, Gesture step) {
        return find(widget)
                .map(each ->
                        switch (step) {
                            case LEFT -> first(each.at(each.x() - 1, each.y()));
                            case RIGHT -> first(each.at(each.x() + 1, each.y()));
                            case UP -> up(each);
                            case DOWN -> down(each);
                            case WIDER -> first(each.sized(each.width() + 1, each.height()));
                            case NARROWER -> first(each.sized(each.width() - 1, each.height()));
                            case TALLER -> first(each.sized(each.width(), each.height() + 1));
                            case SHORTER -> first(each.sized(each.width(), each.height() - 1));
                            case EARLIER -> swap(widgets.indexOf(each) - 1);
                            case LATER -> swap(widgets.indexOf(each));
                        })
                .orElse(this);
    }

    /// With a widget at a place, before those that begin in the same row.
    private Layout first(Placed place) {
        return inOrderOf(place, 0);
    }

    private Layout inOrderOf(Placed place, int amongEquals) {
        var fitted = fitted(place);
        var all = new ArrayList<>(remove(fitted.widget()).widgets());
        // Where the others stand counts, not where they would fall without it.
        all.replaceAll(each -> find(each.widget()).orElse(each));
        all.add(fitted);
        all.sort(
                Comparator.comparingInt(Placed::y)
                        .thenComparingInt(
                                each -> each.widget().equals(fitted.widget()) ? amongEquals : 1)
                        .thenComparingInt(Placed::x));
        return new Layout(settled(all));
    }

    private Layout up(Placed each) {
        for (int y = each.y() - 1; y >= 0; y--) {
            var moved = inOrderOf(each.at(each.x(), y), 0);
            if (moved.rowOf(each.widget()) < each.y()) {
                return moved;
            }
        }
        return this;
    }

    private Layout down(Placed each) {
        int depth = widgets.stream().mapToInt(Placed::bottom).max().orElse(0);
        for (int y = each.y() + 1; y <= depth; y++) {
            var moved = inOrderOf(each.at(each.x(), y), 2);
            if (moved.rowOf(each.widget()) > each.y()) {
                return moved;
            }
        }
        return this;
    }

    private int rowOf(WidgetKey widget) {
        return find(widget).map(Placed::y).orElse(0);
    }

    /// Lets a widget and the one after it change places.
    private Layout swap(int index) {
        if (index < 0 || index + 1 >= widgets.size()) {
            return this;
        }
        var one = widgets.get(index);
        var next = widgets.get(index + 1);
        boolean side = one.y() == next.y();
        var later = side ? one.at(next.end() - one.width(), one.y()) : one.at(next.x(), next.y());
        var all = new ArrayList<>(widgets);
        all.set(index, next.at(one.x(), one.y()));
        all.set(index + 1, later);
        return new Layout(all);
    }
}
