package dev.rollcall.coaching.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.coaching.ActionItem;
import dev.rollcall.coaching.Session;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.FormDialog;
import java.time.LocalDate;

/// What is to be done, by whom and by when.
final class ActionDialog extends FormDialog {

    private static final int LONGEST = 300;

    private final CoachingSources sources;
    private final CoachingWords words;
    private final Session session;
    private final Runnable saved;
    private final TextField text = new TextField();
    private final Select<ActionItem.Owner> owner = new Select<>();
    private final DatePicker due = new DatePicker();

    ActionDialog(CoachingSources sources, CoachingWords words, Session session, Runnable saved) {
        super(words.say("action.add"));
        this.sources = sources;
        this.words = words;
        this.session = session;
        this.saved = saved;
        text.setLabel(words.say("action.text"));
        text.setMaxLength(LONGEST);
        owner.setLabel(words.say("action.owner"));
        owner.setItems(ActionItem.Owner.values());
        owner.setItemLabelGenerator(each -> words.say("action.owner." + each));
        owner.setValue(ActionItem.Owner.AGENT);
        due.setLabel(words.say("action.due"));
        due.setLocale(getLocale());
        due.setValue(LocalDate.ofInstant(sources.clock().instant(), Days.zone()).plusWeeks(1));
        text.setWidthFull();
        owner.setWidthFull();
        due.setWidthFull();
        field("/text", text);
        field("/due", due);
        ask(words.say("save"), text, owner, due);
    }

    @Override
    protected boolean isComplete() {
        if (due.getValue() == null) {
            reject("/due", words.say("problem.noDue"));
            return false;
        }
        return true;
    }

    @Override
    protected void save() {
        sources.coaching()
                .action(session.number(), owner.getValue(), text.getValue(), due.getValue());
        saved.run();
    }
}
