package dev.rollcall.feedback.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.deeds.UndoToast;
import dev.rollcall.feedback.About;
import dev.rollcall.feedback.FeedbackDraft;
import dev.rollcall.feedback.FeedbackTag;
import dev.rollcall.feedback.Kind;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.people.Agent;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says something to somebody: praise or a note, specific, with what to do next.
final class GiveDialog extends FormDialog {

    private static final int MILLIS = 5_000;
    private static final int LONGEST_SAID = 1000;
    private static final int LONGEST_NEXT = 500;

    private final FeedbackSources sources;
    private final FeedbackWords words;
    private final boolean asLead;
    private final @Nullable About about;
    private final Runnable done;
    private final ComboBox<Agent> to = new ComboBox<>();
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>();
    private final TextArea said = new TextArea();
    private final TextArea next = new TextArea();
    private final CheckboxGroup<FeedbackTag> tags = new CheckboxGroup<>();

    /// @param asLead whether it is for somebody the viewer looks after; otherwise for a colleague
    /// @param people to choose among
    /// @param chosen null: nobody yet
    /// @param about of what it is said; null: of nothing that is kept
    GiveDialog(
            FeedbackSources sources,
            boolean asLead,
            List<Agent> people,
            @Nullable Agent chosen,
            @Nullable About about,
            Runnable done) {
        super(
                UI.getCurrentOrThrow()
                        .getTranslation(asLead ? "feedback.give" : "feedback.giveColleague"));
        this.sources = sources;
        this.asLead = asLead;
        this.about = about;
        this.done = done;
        words = new FeedbackWords(this::getTranslation, getLocale());
        to.setLabel(words.say("field.to"));
        to.setItems(people);
        to.setItemLabelGenerator(Agent::name);
        if (chosen != null) {
            to.setValue(chosen);
        }
        kind.setLabel(words.say("field.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(each -> words.say("kind." + each));
        kind.setValue(Kind.PRAISE);
        said.setLabel(words.say("field.said"));
        said.setHelperText(words.say("field.saidHelp"));
        said.setMaxLength(LONGEST_SAID);
        said.setMinRows(3);
        next.setLabel(words.say("field.next"));
        next.setMaxLength(LONGEST_NEXT);
        tags.setLabel(words.say("field.tags"));
        tags.setItems(sources.tags().offered());
        tags.setItemLabelGenerator(words::tag);
        tags.addClassName("feedback-tags");
        to.setWidthFull();
        said.setWidthFull();
        next.setWidthFull();
        field("/to", to);
        field("/said", said);
        field("/next", next);
        field("/tags", tags);
        var seen = new Paragraph(words.say(asLead ? "field.seenLead" : "field.seenPeer"));
        seen.addClassName("board-second");
        if (about == null) {
            ask(words.say("field.send"), to, kind, said, next, tags, seen);
        } else {
            var of =
                    new Paragraph(
                            words.say(
                                    "field.about",
                                    words.say("about." + about.subject(), about.id())));
            of.addClassName("board-second");
            ask(words.say("field.send"), of, to, kind, said, next, tags, seen);
        }
    }

    @Override
    protected boolean isComplete() {
        if (to.getValue() == null) {
            reject("/to", words.say("problem.to"));
        }
        if (said.getValue().isBlank()) {
            reject("/said", words.say("problem.empty"));
        }
        return to.getValue() != null && !said.getValue().isBlank();
    }

    @Override
    protected void save() {
        var person = to.getValue();
        var draft =
                new FeedbackDraft(
                        person.id(),
                        kind.getValue(),
                        said.getValue(),
                        next.getValue(),
                        tags.getValue().stream().map(FeedbackTag::code).collect(Collectors.toSet()),
                        about);
        var sentence = words.say("sent", person.name());
        if (asLead) {
            var given = sources.give().toPerson(draft);
            UndoToast.show(sources.deeds(), given.deed(), sentence, done);
        } else {
            sources.give().toColleague(draft);
            Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START);
        }
        done.run();
    }
}
