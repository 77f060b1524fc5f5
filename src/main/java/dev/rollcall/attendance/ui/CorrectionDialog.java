package dev.rollcall.attendance.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.attendance.Correction.Kind;
import dev.rollcall.attendance.CorrectionDraft;
import dev.rollcall.attendance.Corrections;
import dev.rollcall.attendance.PersonAttendance;
import dev.rollcall.kit.Refusals;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Reason;
import dev.rollcall.presence.Reasons;
import dev.rollcall.shared.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks what was wrong with one's own day, when, and why.
final class CorrectionDialog extends Dialog {

    private static final Duration A_WHILE = Duration.ofMinutes(15);

    private final Corrections corrections;
    private final CorrectionWords words;
    private final Refusals refusals = Refusals.ofForm(this::getTranslation);
    private final PersonAttendance.Day read;
    private final ZoneId zone;
    private final Instant now;
    private final Runnable onDone;
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>();
    private final DateTimePicker from = new DateTimePicker();
    private final DateTimePicker until = new DateTimePicker();
    private final Select<PresenceState> state = new Select<>();
    private final TextArea reason = new TextArea();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /// @param read the day it is about
    /// @param zone the agent's own
    /// @param now the latest it can be about
    CorrectionDialog(
            Corrections corrections,
            Reasons reasons,
            AttendanceWords attendance,
            PersonAttendance.Day read,
            ZoneId zone,
            Instant now,
            Runnable onDone) {
        this.corrections = corrections;
        this.words = new CorrectionWords(this::getTranslation, attendance);
        this.read = read;
        this.zone = zone;
        this.now = now;
        this.onDone = onDone;
        setHeaderTitle(words.say("ask.title", attendance.day(read.day().date())));
        setWidth("32rem");
        kind.setLabel(words.say("ask.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(words::kind);
        kind.addValueChangeListener(e -> suggest(e.getValue()));
        prepare(from, "from");
        prepare(until, "until");
        state.setLabel(words.say("ask.state"));
        state.setItems(states(reasons));
        state.setItemLabelGenerator(attendance::state);
        state.setWidthFull();
        reason.setLabel(words.say("ask.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(Corrections.LONGEST_TEXT);
        reason.setWidthFull();
        fields.put("/from", from);
        fields.put("/until", until);
        fields.put("/state", state);
        fields.put("/reason", reason);
        var times = new Div(from, until);
        times.addClassName("correction-times");
        var what = new Paragraph(words.say("ask.what", zone.getId()));
        what.addClassName("record-note");
        var content = new Div(kind, times, state, reason, what);
        content.addClassName("correction-form");
        add(content);
        var ask = new Button(words.say("ask.confirm"), _ -> ask());
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("kit.form.cancel"), _ -> close()), ask);
        kind.setValue(read.day().missingClockOut() ? Kind.CLOCK_OUT : Kind.CLOCK_IN);
    }

    private void prepare(DateTimePicker picker, String key) {
        picker.setLabel(words.say("ask." + key));
        picker.setDateAriaLabel(words.say("ask." + key + "Date"));
        picker.setTimeAriaLabel(words.say("ask." + key + "Time"));
        picker.setStep(Duration.ofMinutes(1));
        picker.setLocale(getLocale());
        picker.setRequiredIndicatorVisible(true);
    }

    private static List<PresenceState> states(Reasons reasons) {
        var states = new ArrayList<>(List.of(PresenceState.AVAILABLE));
        reasons.offered().stream().map(Reason::state).forEach(states::add);
        states.add(PresenceState.AWAY);
        return states;
    }

    /// What is likely to be meant, to begin with.
    private void suggest(Kind chosen) {
        var day = read.day();
        var shift = day.shift();
        var came = Objects.requireNonNullElse(day.firstIn(), now);
        var left = earlier(Objects.requireNonNullElse(day.lastOut(), now), now);
        state.setVisible(chosen == Kind.STATUS);
        switch (chosen) {
            case CLOCK_IN -> {
                state.setValue(PresenceState.AVAILABLE);
                boolean late = shift != null && shift.start().isBefore(came);
                show(late ? Objects.requireNonNull(shift).start() : came.minus(A_WHILE), came);
            }
            case CLOCK_OUT -> {
                state.setValue(PresenceState.AWAY);
                boolean over = shift != null && shift.end().isBefore(left);
                show(over ? Objects.requireNonNull(shift).end() : left.minus(A_WHILE), left);
            }
            case STATUS -> {
                state.setValue(PresenceState.AVAILABLE);
                show(came, earlier(came.plus(A_WHILE), left));
            }
        }
    }

    private void show(Instant start, Instant end) {
        from.setValue(local(start));
        until.setValue(local(end));
    }

    /// To the minute, as people tell the time.
    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone).withSecond(0).withNano(0);
    }

    /// Where the picker still shows what the record says, its exact instant is meant: else a
    /// correction up to it would leave a gap of seconds.
    private Instant instant(LocalDateTime typed, @Nullable Instant exact) {
        return exact != null && typed.equals(local(exact)) ? exact : typed.atZone(zone).toInstant();
    }

    private void ask() {
        fields.values().forEach(field -> field.setInvalid(false));
        if (from.getValue() == null) {
            reject("/from", words.say("ask.noTime"));
        }
        if (until.getValue() == null) {
            reject("/until", words.say("ask.noTime"));
        }
        if (from.getValue() == null || until.getValue() == null) {
            return;
        }
        var exact =
                switch (kind.getValue()) {
                    case CLOCK_IN -> read.day().firstIn();
                    case CLOCK_OUT -> read.day().lastOut();
                    case STATUS -> null;
                };
        try {
            corrections.ask(
                    new CorrectionDraft(
                            kind.getValue(),
                            instant(from.getValue(), null),
                            instant(until.getValue(), exact),
                            state.getValue(),
                            reason.getValue()));
        } catch (InvalidInput e) {
            e.problems().forEach(each -> reject(each.pointer(), refusals.say(each)));
            return;
        } catch (RuntimeException e) {
            reject("", refusals.say(e));
            return;
        }
        close();
        onDone.run();
    }

    private void reject(String pointer, String sentence) {
        var field = fields.getOrDefault(pointer, reason);
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
