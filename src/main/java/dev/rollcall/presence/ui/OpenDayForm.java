package dev.rollcall.presence.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.kit.Refusals;
import dev.rollcall.presence.ForgottenClockOuts.OpenDay;
import dev.rollcall.shared.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Shows somebody the day they forgot to end, with when they were probably gone. They agree, or say
/// when they left and why.
final class OpenDayForm extends Div {

    private static final int LONGEST_REASON = 500;

    private final OpenDay day;
    private final ZoneId zone;
    private final DateTimePicker left = new DateTimePicker();
    private final TextField reason = new TextField();

    OpenDayForm(OpenDay day, ZoneId zone) {
        this.day = day;
        this.zone = zone;
        addClassName("presence-open-day");
        var date =
                DateTimeFormatter.ofLocalizedPattern("MMMEEEd")
                        .withLocale(getLocale())
                        .format(day.clockedIn().atZone(zone));
        add(
                new Paragraph(
                        getTranslation(
                                day.automatic()
                                        ? "presence.clockIn.autoEnded"
                                        : "presence.clockIn.stillOpen",
                                date,
                                StatusWords.time(this, day.clockedIn(), zone),
                                StatusWords.time(this, day.lastSign(), zone))));
        left.setLabel(getTranslation("presence.clockIn.left"));
        left.setDateAriaLabel(getTranslation("presence.clockIn.leftDate"));
        left.setTimeAriaLabel(getTranslation("presence.clockIn.leftTime"));
        left.setHelperText(getTranslation("presence.clockIn.leftHelp"));
        left.setStep(Duration.ofMinutes(1));
        left.setLocale(getLocale());
        left.setValue(proposed());
        left.addValueChangeListener(_ -> askWhy());
        reason.setLabel(getTranslation("presence.clockIn.leftReason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        add(left, reason);
        askWhy();
    }

    /// To the minute, as people tell the time.
    private LocalDateTime proposed() {
        return LocalDateTime.ofInstant(day.lastSign(), zone).withSecond(0).withNano(0);
    }

    private boolean agrees() {
        return left.getValue() == null || left.getValue().equals(proposed());
    }

    private void askWhy() {
        reason.setVisible(!agrees());
    }

    OpenDay day() {
        return day;
    }

    /// When they say they left; exactly the proposal when they agree.
    Instant left() {
        return agrees() ? day.lastSign() : left.getValue().atZone(zone).toInstant();
    }

    String reason() {
        return reason.getValue();
    }

    /// Says at the fields what will not do.
    void reject(InvalidInput invalid) {
        left.setInvalid(false);
        reason.setInvalid(false);
        for (var problem : invalid.problems()) {
            var said = Refusals.ofForm(this::getTranslation).say(problem);
            if (problem.pointer().equals("/reason")) {
                reason.setErrorMessage(said);
                reason.setInvalid(true);
            } else {
                left.setErrorMessage(said);
                left.setInvalid(true);
            }
        }
    }
}
