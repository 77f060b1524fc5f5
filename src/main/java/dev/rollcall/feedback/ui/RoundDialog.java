package dev.rollcall.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.feedback.Round;
import dev.rollcall.kit.FormDialog;
import java.util.ArrayList;
import java.util.List;

/// Answers a round without a name.
final class RoundDialog extends FormDialog {

    private static final int MILLIS = 5_000;
    private static final int LONGEST_WORDS = 1000;

    private final FeedbackSources sources;
    private final FeedbackWords words;
    private final Round round;
    private final Runnable done;
    private final List<RadioButtonGroup<Integer>> marks = new ArrayList<>();
    private final TextArea said = new TextArea();

    RoundDialog(FeedbackSources sources, Round round, Runnable done) {
        super(round.title());
        this.sources = sources;
        this.round = round;
        this.done = done;
        words = new FeedbackWords(this::getTranslation, getLocale());
        var parts = new ArrayList<Component>();
        parts.add(new Paragraph(words.say("round.anonymous")));
        for (var question : round.questions()) {
            var group = new RadioButtonGroup<Integer>();
            group.setLabel(question);
            group.setItems(1, 2, 3, 4, 5);
            group.setItemLabelGenerator(each -> words.say("mark." + each));
            marks.add(group);
            parts.add(group);
        }
        said.setLabel(words.say("round.words"));
        said.setHelperText(words.say("round.wordsHelp"));
        said.setMaxLength(LONGEST_WORDS);
        said.setWidthFull();
        field("/words", said);
        parts.add(said);
        ask(words.say("round.send"), parts.toArray(Component[]::new));
    }

    @Override
    protected boolean isComplete() {
        boolean complete = true;
        for (var group : marks) {
            boolean open = group.getValue() == null;
            group.setInvalid(open);
            if (open) {
                group.setErrorMessage(words.say("problem.mark"));
                complete = false;
            }
        }
        return complete;
    }

    @Override
    protected void save() {
        sources.ownRounds()
                .answer(
                        round.number(),
                        marks.stream().map(RadioButtonGroup::getValue).toList(),
                        said.getValue());
        Notification.show(words.say("round.answered"), MILLIS, Notification.Position.BOTTOM_START);
        done.run();
    }
}
