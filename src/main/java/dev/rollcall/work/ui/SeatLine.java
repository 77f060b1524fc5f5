package dev.rollcall.work.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.work.AgentStanding.Seat;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Somebody's place in one group: whether they are active in it, why not, and the switch.
final class SeatLine extends Div {

    private final AgentWords words;
    private final ZoneId zone;
    private final Span name = new Span();
    private final Span state = new Span();
    private final Span note = new Span();
    private final Button button = new Button();
    private @Nullable Seat shown;

    /// @param zone whose times are said
    /// @param switches whether the viewer may switch it
    /// @param onSwitch told the place as it is now
    SeatLine(AgentWords words, ZoneId zone, boolean switches, Consumer<Seat> onSwitch) {
        this.words = words;
        this.zone = zone;
        addClassName("seat");
        getElement().setAttribute("role", "listitem");
        name.addClassName("record-name");
        state.addClassName("record-mark");
        note.addClassName("board-second");
        var lines = new Div(name, state, note);
        lines.addClassName("seat-lines");
        button.setVisible(switches);
        button.addClickListener(_ -> {
            if (shown != null) {
                onSwitch.accept(shown);
            }
        });
        add(lines, button);
    }

    void show(Seat seat) {
        if (seat.equals(shown)) {
            return;
        }
        shown = seat;
        var group = seat.group();
        name.setText(words.say("seat." + group.channel(), group.name()));
        state.setText(words.say(seat.isActive() ? "isActive" : "isInactive"));
        state.getElement().setAttribute("data-mark", seat.isActive() ? "ready" : "disabled");
        var inactive = seat.inactive();
        note.setText(
                inactive != null
                        ? words.inactive(inactive, zone)
                        : seat.open() ? "" : words.say("closed"));
        note.setVisible(!note.getText().isEmpty());
        var action = words.say(seat.isActive() ? "deactivate" : "activate");
        button.setText(action);
        button.setAriaLabel(words.say("inGroup", action, group.name()));
    }
}
