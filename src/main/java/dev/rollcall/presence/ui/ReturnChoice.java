package dev.rollcall.presence.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When somebody means to be back, if they care to say: in so many minutes, or at a time.
final class ReturnChoice extends Div {

    /// How far ahead a time on the clock is meant: who says 0:30 at 23:50 means tonight.
    private static final Duration AHEAD = Duration.ofHours(12);

    private final ZoneId zone;
    private final RadioButtonGroup<Option> options = new RadioButtonGroup<>();
    private final TimePicker time = new TimePicker();

    private enum Option {
        UNSAID(0),
        QUARTER(15),
        HALF(30),
        HOUR(60),
        TIME(0);

        private final int minutes;

        Option(int minutes) {
            this.minutes = minutes;
        }
    }

    /// @param zone of the person
    ReturnChoice(ZoneId zone) {
        this.zone = zone;
        addClassName("presence-return");
        options.setLabel(getTranslation("presence.return"));
        options.setItems(List.of(Option.values()));
        options.setItemLabelGenerator(this::label);
        options.setValue(Option.UNSAID);
        options.addValueChangeListener(_ -> time.setVisible(isAtATime()));
        time.setAriaLabel(getTranslation("presence.return.time"));
        time.setStep(Duration.ofMinutes(5));
        time.setLocale(getLocale());
        time.setVisible(false);
        add(options, time);
    }

    private String label(Option option) {
        return option.minutes == 0
                ? getTranslation("presence.return." + option)
                : getTranslation("presence.return.minutes", option.minutes);
    }

    private boolean isAtATime() {
        return options.getValue() == Option.TIME;
    }

    /// Whether all that is required was said; otherwise the time asks for it.
    boolean isComplete(Instant now) {
        if (isAtATime() && at(now) == null) {
            time.setErrorMessage(getTranslation("presence.return.missing", AHEAD.toHours()));
            time.setInvalid(true);
            time.focus();
            return false;
        }
        return true;
    }

    /// When they mean to be back; null: they do not say, or no such time.
    @Nullable Instant at(Instant now) {
        var option = options.getValue();
        if (option == null || option == Option.UNSAID) {
            return null;
        }
        if (option == Option.TIME) {
            var chosen = time.getValue();
            return chosen == null ? null : next(chosen, now, zone);
        }
        return now.plus(Duration.ofMinutes(option.minutes));
    }

    /// The next time a clock shows this; null when that is longer ahead than anybody means.
    static @Nullable Instant next(LocalTime time, Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        var at = today.atTime(time).atZone(zone).toInstant();
        var next = at.isAfter(now) ? at : today.plusDays(1).atTime(time).atZone(zone).toInstant();
        return next.isAfter(now.plus(AHEAD)) ? null : next;
    }
}
