package dev.rollcall.work.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Group;
import dev.rollcall.work.WorkItem;
import java.util.List;
import java.util.function.BiConsumer;

/// Hands an item to another group or to a colleague, with a word on why.
final class HandOverDialog extends Dialog {

    private static final int LONGEST_NOTE = 500;

    private enum To {
        GROUP,
        PERSON
    }

    private final ItemWords words;
    private final Segments<To> choice;
    private final ComboBox<Group> groups = new ComboBox<>();
    private final ComboBox<Agent> people = new ComboBox<>();
    private final TextArea note = new TextArea();
    private To to = To.GROUP;

    HandOverDialog(
            WorkItem item,
            ItemWords words,
            List<Group> otherGroups,
            List<Agent> colleagues,
            BiConsumer<Group, String> toGroup,
            BiConsumer<Agent, String> toPerson) {
        this.words = words;
        setHeaderTitle(words.say("handOver.title"));
        choice =
                new Segments<>(
                        words.say("handOver.to"),
                        List.of(To.values()),
                        each -> words.say("handOver.to." + each),
                        this::choose);
        groups.setLabel(words.say("handOver.to.GROUP"));
        groups.setItems(otherGroups);
        groups.setItemLabelGenerator(Group::name);
        people.setLabel(words.say("handOver.to.PERSON"));
        people.setItems(colleagues);
        people.setItemLabelGenerator(Agent::name);
        note.setLabel(words.say("handOver.note"));
        note.setMaxLength(LONGEST_NOTE);
        var hand =
                new Button(
                        words.say("deed.handOver"),
                        _ -> {
                            if (to == To.GROUP && isChosen(groups)) {
                                close();
                                toGroup.accept(groups.getValue(), note.getValue());
                            } else if (to == To.PERSON && isChosen(people)) {
                                close();
                                toPerson.accept(people.getValue(), note.getValue());
                            }
                        });
        hand.addThemeVariants(ButtonVariant.PRIMARY);
        var fields = new Div(new Paragraph(item.subject()), choice, groups, people, note);
        fields.addClassName("work-dialog");
        add(fields);
        getFooter().add(new Button(getTranslation("kit.form.cancel"), _ -> close()), hand);
        choose(otherGroups.isEmpty() ? To.PERSON : To.GROUP);
    }

    private void choose(To wanted) {
        to = wanted;
        choice.show(wanted);
        groups.setVisible(wanted == To.GROUP);
        people.setVisible(wanted == To.PERSON);
        (wanted == To.GROUP ? groups : people).focus();
    }

    private boolean isChosen(ComboBox<?> box) {
        boolean empty = box.isEmpty();
        box.setInvalid(empty);
        box.setErrorMessage(empty ? words.say("handOver.missing." + to) : "");
        return !empty;
    }
}
