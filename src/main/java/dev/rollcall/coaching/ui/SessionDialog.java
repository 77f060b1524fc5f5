package dev.rollcall.coaching.ui;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.coaching.Reason;
import dev.rollcall.coaching.Session;
import dev.rollcall.coaching.SessionDraft;
import dev.rollcall.coaching.SessionKind;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Prepares a session, or changes one that is planned.
final class SessionDialog extends FormDialog {

    private static final int USUAL_MINUTES = 30;
    private static final int TITLE = 120;
    private static final int AGENDA = 2_000;

    private final CoachingSources sources;
    private final CoachingWords words;
    private final @Nullable Session known;
    private final @Nullable Reason reason;
    private final LongConsumer saved;
    private final Select<SessionKind> kind = new Select<>();
    private final MultiSelectComboBox<Agent> people = new MultiSelectComboBox<>();
    private final TextField title = new TextField();
    private final DateTimePicker start = new DateTimePicker();
    private final IntegerField minutes = new IntegerField();
    private final TextField link = new TextField();
    private final TextArea agenda = new TextArea();
    private final DatePicker followUp = new DatePicker();
    private final Checkbox intoPlan = new Checkbox();

    /// @param people whom it begins with
    /// @param reason what it starts from; null: nothing in particular
    /// @param saved told the session's number
    SessionDialog(
            CoachingSources sources,
            CoachingWords words,
            @Nullable Session known,
            Set<AgentId> people,
            @Nullable Reason reason,
            LongConsumer saved) {
        super(words.say(known == null ? "new" : "change"));
        this.sources = sources;
        this.words = words;
        this.known = known;
        this.reason = reason;
        this.saved = saved;
        label(people);
        for (var each :
                new HasSize[] {kind, this.people, title, start, minutes, link, agenda, followUp}) {
            each.setWidthFull();
        }
        boolean isNew = known == null;
        kind.setVisible(isNew);
        this.people.setVisible(isNew);
        link.setVisible(isNew);
        field("/people", this.people);
        field("/title", title);
        field("/start", start);
        field("/length", minutes);
        field("/link", link);
        field("/agenda", agenda);
        ask(
                words.say(isNew ? "prepare" : "save"),
                kind,
                this.people,
                title,
                start,
                minutes,
                intoPlan,
                agenda,
                link,
                followUp);
    }

    private void label(Set<AgentId> chosen) {
        kind.setLabel(words.say("field.kind"));
        kind.setItems(SessionKind.values());
        kind.setItemLabelGenerator(words::kind);
        kind.setValue(chosen.size() > 1 ? SessionKind.GROUP : SessionKind.ONE_ON_ONE);
        people.setLabel(words.say("field.people"));
        var all = sources.coaching().people();
        people.setItems(all);
        people.setItemLabelGenerator(Agent::name);
        people.setValue(
                all.stream()
                        .filter(each -> chosen.contains(each.id()))
                        .collect(Collectors.toSet()));
        title.setLabel(words.say("field.title"));
        title.setMaxLength(TITLE);
        start.setLabel(words.say("field.start"));
        start.setDateAriaLabel(words.say("field.startDay"));
        start.setTimeAriaLabel(words.say("field.startTime"));
        start.setStep(Duration.ofMinutes(15));
        start.setLocale(getLocale());
        minutes.setLabel(words.say("field.minutes"));
        minutes.setMin(5);
        minutes.setMax(480);
        minutes.setStep(5);
        minutes.setStepButtonsVisible(true);
        link.setLabel(words.say("field.link"));
        link.setHelperText(words.say("field.linkWhat"));
        agenda.setLabel(words.say("field.agenda"));
        agenda.setHelperText(words.say("field.agendaWhat"));
        agenda.setMaxLength(AGENDA);
        agenda.setMinRows(3);
        followUp.setLabel(words.say("field.followUp"));
        followUp.setLocale(getLocale());
        intoPlan.setLabel(words.say("field.intoPlan"));
        intoPlan.setValue(true);
        minutes.setValue(USUAL_MINUTES);
        var session = known;
        if (session == null) {
            var tomorrow =
                    LocalDateTime.ofInstant(sources.clock().instant(), Days.zone())
                            .toLocalDate()
                            .plusDays(1);
            start.setValue(tomorrow.atTime(LocalTime.of(10, 0)));
            if (reason != null) {
                title.setValue(words.say("titleFrom." + reason.kind()));
            }
            return;
        }
        title.setValue(session.title());
        agenda.setValue(session.agenda());
        followUp.setValue(session.followUp());
        var span = session.span();
        start.setValue(span == null ? null : LocalDateTime.ofInstant(span.start(), Days.zone()));
        if (span != null) {
            minutes.setValue(Math.toIntExact(span.duration().toMinutes()));
        }
        intoPlan.setValue(
                session.participants().stream().anyMatch(each -> each.plannedOn() != null));
    }

    @Override
    protected boolean isComplete() {
        boolean hasLength = start.getValue() == null || minutes.getValue() != null;
        if (!hasLength || minutes.getValue() != null && minutes.getValue() < 1) {
            reject("/length", words.say("problem.minutes"));
            return false;
        }
        return true;
    }

    @Override
    protected void save() {
        var at = start.getValue();
        var length = minutes.getValue();
        TimeSpan span = null;
        if (at != null && length != null) {
            var from = at.atZone(Days.zone()).toInstant();
            span = TimeSpan.of(from, from.plus(Duration.ofMinutes(length)));
        }
        var draft =
                new SessionDraft(
                        kind.getValue(),
                        title.getValue(),
                        people.getValue().stream().map(Agent::id).collect(Collectors.toSet()),
                        span,
                        agenda.getValue(),
                        reason,
                        link.getValue(),
                        followUp.getValue(),
                        intoPlan.getValue());
        var session = known;
        if (session == null) {
            saved.accept(sources.coaching().prepare(draft));
        } else {
            sources.coaching().change(session.number(), session.version(), draft);
            saved.accept(session.number());
        }
    }
}
