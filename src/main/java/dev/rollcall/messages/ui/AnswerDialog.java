package dev.rollcall.messages.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.messages.Answer;
import dev.rollcall.messages.QuickMessage;
import dev.rollcall.messages.QuickMessages;

/// Answers a message in one's own words.
final class AnswerDialog extends FormDialog {

    private final MessageSources sources;
    private final QuickMessage message;
    private final Runnable done;
    private final TextArea text = new TextArea();

    AnswerDialog(MessageSources sources, QuickMessage message, Runnable done) {
        super(UI.getCurrentOrThrow().getTranslation("messages.answerTo", message.sentBy().name()));
        this.sources = sources;
        this.message = message;
        this.done = done;
        text.setLabel(getTranslation("messages.field.answer"));
        text.setMaxLength(QuickMessages.LONGEST_TEXT);
        text.setWidthFull();
        text.setAutofocus(true);
        field("/text", text);
        var question = new Paragraph(message.text());
        question.addClassName("message-text");
        ask(getTranslation("messages.field.send"), question, text);
    }

    @Override
    protected boolean isComplete() {
        if (text.getValue().isBlank()) {
            reject("/text", getTranslation("messages.problem.empty"));
            return false;
        }
        return true;
    }

    @Override
    protected void save() {
        sources.messages().answer(message.number(), Answer.Kind.TEXT, text.getValue());
        done.run();
    }
}
