package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From when until when, side by side. To the minute, as people tell the time; where a field still
/// shows what it began with, the exact instant is meant.
final class SpanFields extends Div {

    private final ZoneId zone;
    private final DateTimePicker from = new DateTimePicker();
    private final DateTimePicker until = new DateTimePicker();
    private @Nullable Instant exactFrom;
    private @Nullable Instant exactUntil;

    /// @param zone in which times are read
    /// @param onChange told when either is another
    SpanFields(ZoneId zone, Runnable onChange) {
        this.zone = zone;
        addClassName("excuse-times");
        prepare(from, "from", onChange);
        prepare(until, "until", onChange);
        add(from, until);
    }

    private void prepare(DateTimePicker picker, String key, Runnable onChange) {
        picker.setLabel(getTranslation("excuses.field." + key));
        picker.setDateAriaLabel(getTranslation("excuses.field." + key + "Date"));
        picker.setTimeAriaLabel(getTranslation("excuses.field." + key + "Time"));
        picker.setStep(Duration.ofMinutes(1));
        picker.setLocale(getLocale());
        picker.addValueChangeListener(_ -> onChange.run());
    }

    /// @param end null: none
    void show(Instant start, @Nullable Instant end) {
        exactFrom = start;
        exactUntil = end;
        from.setValue(local(start));
        until.setValue(end == null ? null : local(end));
    }

    /// Offers an end or not.
    void offerEnd(boolean offered) {
        until.setVisible(offered);
    }

    void explainEnd(String helper) {
        until.setHelperText(helper);
    }

    /// Empty while nothing is chosen.
    Optional<Instant> from() {
        return instant(from.getValue(), exactFrom);
    }

    /// Empty while nothing is chosen, or no end is offered.
    Optional<Instant> until() {
        return until.isVisible() ? instant(until.getValue(), exactUntil) : Optional.empty();
    }

    boolean asksForEnd() {
        return until.isVisible();
    }

    HasValidation fromField() {
        return from;
    }

    HasValidation untilField() {
        return until;
    }

    private Optional<Instant> instant(@Nullable LocalDateTime typed, @Nullable Instant exact) {
        return typed == null
                ? Optional.empty()
                : Optional.of(
                        exact != null && typed.equals(local(exact))
                                ? exact
                                : typed.atZone(zone).toInstant());
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone).withSecond(0).withNano(0);
    }
}
