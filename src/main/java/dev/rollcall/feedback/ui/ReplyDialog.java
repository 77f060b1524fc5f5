package dev.rollcall.feedback.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.kit.FormDialog;
import java.util.function.Consumer;

/// Asks for some words and does something with them.
final class ReplyDialog extends FormDialog {

    private static final int LONGEST = 500;

    private final TextArea text = new TextArea();
    private final String missing;
    private final Consumer<String> deed;

    /// @param pointer under which the service names the words
    /// @param what a sentence on what happens
    ReplyDialog(
            FeedbackWords words,
            String title,
            String what,
            String confirm,
            String pointer,
            Consumer<String> deed) {
        super(title);
        this.deed = deed;
        missing = words.say("problem.empty");
        text.setLabel(words.say("field.words"));
        text.setMaxLength(LONGEST);
        text.setMinRows(3);
        text.setWidthFull();
        field("/text", text);
        field(pointer, text);
        ask(confirm, new Paragraph(what), text);
    }

    @Override
    protected boolean isComplete() {
        if (text.getValue().isBlank()) {
            reject("/text", missing);
            return false;
        }
        return true;
    }

    @Override
    protected void save() {
        deed.accept(text.getValue());
    }
}
