package dev.rollcall.coaching.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.coaching.GoalDraft;
import dev.rollcall.coaching.Metric;
import dev.rollcall.coaching.Session;
import dev.rollcall.kit.FormDialog;

/// What somebody wants to reach, and what it is measured by.
final class GoalDialog extends FormDialog {

    private static final int LONGEST = 300;

    private final CoachingSources sources;
    private final Session session;
    private final Runnable saved;
    private final Select<Metric> metric = new Select<>();
    private final TextField text = new TextField();
    private final BigDecimalField target = new BigDecimalField();
    private final DatePicker due = new DatePicker();

    GoalDialog(CoachingSources sources, CoachingWords words, Session session, Runnable saved) {
        super(words.say("goal.add"));
        this.sources = sources;
        this.session = session;
        this.saved = saved;
        metric.setLabel(words.say("goal.metric"));
        metric.setItems(Metric.values());
        metric.setItemLabelGenerator(words::metric);
        metric.setValue(Metric.ADHERENCE);
        metric.addValueChangeListener(event -> {
            target.setVisible(event.getValue().isMeasured());
            target.clear();
        });
        text.setLabel(words.say("goal.text"));
        text.setMaxLength(LONGEST);
        target.setLabel(words.say("goal.targetPercent"));
        target.setLocale(getLocale());
        due.setLabel(words.say("goal.by"));
        due.setLocale(getLocale());
        metric.setWidthFull();
        text.setWidthFull();
        target.setWidthFull();
        due.setWidthFull();
        field("/text", text);
        field("/target", target);
        ask(words.say("save"), metric, text, target, due);
    }

    @Override
    protected boolean isComplete() {
        return true;
    }

    @Override
    protected void save() {
        sources.coaching()
                .goal(
                        session.number(),
                        new GoalDraft(
                                metric.getValue(),
                                text.getValue(),
                                target.getValue(),
                                due.getValue()));
        saved.run();
    }
}
