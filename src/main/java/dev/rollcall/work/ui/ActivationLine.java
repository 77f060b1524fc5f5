package dev.rollcall.work.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.people.Group;
import dev.rollcall.work.Inactivity;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/// One of one's own groups: whether one is active in it, who said otherwise, and the switch.
final class ActivationLine extends Div {

    private final AgentWords words;
    private final ZoneId zone;
    private final Checkbox box = new Checkbox();
    private final Span note = new Span();
    private final Span whose = new Span();

    /// @param zone whose times are said
    /// @param onSwitch told what the person wants to be
    ActivationLine(AgentWords words, ZoneId zone, Consumer<Boolean> onSwitch) {
        this.words = words;
        this.zone = zone;
        addClassName("activation-line");
        note.addClassName("board-second");
        whose.addClassName("board-second");
        whose.setText(getTranslation("work.activation.notYours"));
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                onSwitch.accept(event.getValue());
            }
        });
        add(box, note, whose);
    }

    /// @param maySwitch whether the group leaves it to its members
    void show(Group group, boolean active, boolean maySwitch, Optional<Inactivity> inactivity) {
        box.setLabel(words.say("seat." + group.channel(), group.name()));
        box.setValue(active);
        box.setEnabled(maySwitch);
        note.setText(inactivity.map(why -> words.inactive(why, zone)).orElse(""));
        note.setVisible(inactivity.isPresent());
        whose.setVisible(!maySwitch);
    }
}
