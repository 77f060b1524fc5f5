package dev.rollcall.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// One of a list of things an admin settles: what it says, more about it, and what can be done with
/// it. The words of its buttons begin with one prefix: `change` and `changeOf`; where order counts
/// `up`, `upOf`, `down` and `downOf`.
public final class SettledItem extends ListItem {

    private final String words;
    private final String says;
    private final Div buttons = new Div();

    /// @param words what the keys of its words begin with, for example `messages.templates`
    /// @param more empty for nothing
    public SettledItem(String words, String says, String more) {
        this.words = words;
        this.says = says;
        addClassName("deed");
        var what = new Span(says);
        what.addClassName("deed-what");
        var second = new Span(more);
        second.addClassName("board-second");
        var lines = new Div(what, second);
        lines.addClassName("deed-lines");
        buttons.addClassName("deed-buttons");
        add(lines, buttons);
    }

    /// Offers to move it.
    ///
    /// @param place where it stands, from 0 on
    /// @param all how many there are
    /// @param move told by how many places: one up, -1, or one down, 1
    public SettledItem movable(int place, int all, IntConsumer move) {
        arrow(VaadinIcon.ARROW_UP, "up", () -> move.accept(-1)).setEnabled(place > 0);
        arrow(VaadinIcon.ARROW_DOWN, "down", () -> move.accept(1)).setEnabled(place < all - 1);
        return this;
    }

    private Button arrow(VaadinIcon icon, String key, Runnable deed) {
        var arrow = new Button(icon.create(), _ -> deed.run());
        arrow.addThemeVariants(ButtonVariant.TERTIARY);
        arrow.setAriaLabel(getTranslation(words + "." + key + "Of", says));
        arrow.setTooltipText(getTranslation(words + "." + key));
        buttons.add(arrow);
        return arrow;
    }

    /// Offers to change it.
    public SettledItem changeable(Runnable change) {
        var button = new Button(getTranslation(words + ".change"), _ -> change.run());
        button.setAriaLabel(getTranslation(words + ".changeOf", says));
        buttons.add(button);
        return this;
    }

    /// Offers to remove it. Its words are `remove` and `removeOf`.
    public SettledItem removable(Runnable remove) {
        var button = new Button(VaadinIcon.TRASH.create(), _ -> remove.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setDisableOnClick(true);
        button.setAriaLabel(getTranslation(words + ".removeOf", says));
        button.setTooltipText(getTranslation(words + ".remove"));
        buttons.add(button);
        return this;
    }

    /// The same things with one of them moved.
    ///
    /// @param by how many places, less than zero for up
    /// @return empty when it is not among them any more, or there is no such place
    public static <T> Optional<List<T>> moved(List<T> all, T which, int by) {
        int from = all.indexOf(which);
        int to = from + by;
        if (from < 0 || to < 0 || to >= all.size()) {
            return Optional.empty();
        }
        var moved = new ArrayList<>(all);
        Collections.swap(moved, from, to);
        return Optional.of(moved);
    }
}
