package dev.rollcall.coaching.ui;

import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.coaching.Session;
import dev.rollcall.kit.FormDialog;

/// Something to read or watch.
final class MaterialDialog extends FormDialog {

    private static final int LONGEST = 200;

    private final CoachingSources sources;
    private final Session session;
    private final Runnable saved;
    private final TextField title = new TextField();
    private final TextField link = new TextField();

    MaterialDialog(CoachingSources sources, CoachingWords words, Session session, Runnable saved) {
        super(words.say("material.add"));
        this.sources = sources;
        this.session = session;
        this.saved = saved;
        title.setLabel(words.say("material.title"));
        title.setMaxLength(LONGEST);
        link.setLabel(words.say("field.link"));
        link.setHelperText(words.say("field.linkWhat"));
        title.setWidthFull();
        link.setWidthFull();
        field("/title", title);
        field("/link", link);
        ask(words.say("save"), title, link);
    }

    @Override
    protected boolean isComplete() {
        return true;
    }

    @Override
    protected void save() {
        sources.coaching().material(session.number(), title.getValue(), link.getValue());
        saved.run();
    }
}
