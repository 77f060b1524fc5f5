package dev.rollcall.feedback.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.feedback.Round;
import dev.rollcall.feedback.RoundDraft;
import dev.rollcall.feedback.Rounds;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Begins an anonymous round.
final class RoundForm extends FormDialog {

    private static final int MILLIS = 5_000;
    private static final int USUAL_DAYS = 14;
    private static final int SHIPPED = 5;

    private final FeedbackSources sources;
    private final FeedbackWords words;
    private final Runnable done;
    private final RadioButtonGroup<Round.Type> type = new RadioButtonGroup<>();
    private final TextField title = new TextField();
    private final ComboBox<Rounds.Manager> manager = new ComboBox<>();
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final TextArea questions = new TextArea();
    private final DatePicker lastDay = new DatePicker();

    RoundForm(FeedbackSources sources, Runnable done) {
        super(UI.getCurrentOrThrow().getTranslation("feedback.round.begin"));
        this.sources = sources;
        this.done = done;
        words = new FeedbackWords(this::getTranslation, getLocale());
        type.setLabel(words.say("round.type"));
        type.setItems(Round.Type.values());
        type.setItemLabelGenerator(each -> words.say("round.type." + each));
        type.addValueChangeListener(_ -> typeChanged());
        title.setLabel(words.say("round.title"));
        manager.setLabel(words.say("round.manager"));
        manager.setItems(sources.rounds().managers());
        manager.setItemLabelGenerator(Rounds.Manager::name);
        unit.setLabel(words.say("round.unit"));
        unit.setHelperText(words.say("round.unitHelp"));
        unit.setItems(sources.directory().units(Scope.everyone()));
        unit.setItemLabelGenerator(Unit::name);
        questions.setLabel(words.say("round.questions"));
        questions.setHelperText(words.say("round.questionsHelp"));
        questions.setMinRows(5);
        lastDay.setLabel(words.say("round.lastDay"));
        var today = sources.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        lastDay.setMin(today);
        lastDay.setValue(today.plusDays(USUAL_DAYS));
        title.setWidthFull();
        manager.setWidthFull();
        unit.setWidthFull();
        questions.setWidthFull();
        field("/title", title);
        field("/manager", manager);
        field("/units", unit);
        field("/questions", questions);
        field("/lastDay", lastDay);
        type.setValue(Round.Type.MANAGER);
        ask(
                words.say("round.start"),
                new Paragraph(words.say("round.rules")),
                type,
                title,
                manager,
                unit,
                questions,
                lastDay);
    }

    private void typeChanged() {
        manager.setVisible(type.getValue() == Round.Type.MANAGER);
        questions.setValue(
                IntStream.rangeClosed(1, SHIPPED)
                        .mapToObj(i -> words.say("round.shipped." + type.getValue() + i))
                        .collect(Collectors.joining("\n")));
    }

    @Override
    protected boolean isComplete() {
        if (unit.getValue() == null) {
            reject("/units", words.say("problem.unit"));
        }
        if (lastDay.getValue() == null) {
            reject("/lastDay", words.say("problem.day"));
        }
        return unit.getValue() != null && lastDay.getValue() != null;
    }

    @Override
    protected void save() {
        var who = manager.getValue();
        boolean review = type.getValue() == Round.Type.MANAGER;
        sources.rounds()
                .open(
                        new RoundDraft(
                                type.getValue(),
                                title.getValue().strip(),
                                review && who != null ? who.user() : null,
                                Set.of(unit.getValue().id()),
                                questions
                                        .getValue()
                                        .lines()
                                        .map(String::strip)
                                        .filter(each -> !each.isEmpty())
                                        .toList(),
                                lastDay.getValue()));
        Notification.show(words.say("round.begun"), MILLIS, Notification.Position.BOTTOM_START);
        done.run();
    }
}
