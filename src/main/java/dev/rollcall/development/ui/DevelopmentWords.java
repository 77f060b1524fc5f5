package dev.rollcall.development.ui;

import dev.rollcall.development.Objective;
import dev.rollcall.development.PlanChange;
import dev.rollcall.development.PlanStep;
import dev.rollcall.development.Side;
import dev.rollcall.development.Source;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Words;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;

/// What the pages of development say, in the viewer's language.
final class DevelopmentWords {

    private final Words words;
    private final Locale locale;

    DevelopmentWords(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return words.get("development." + key, arguments);
    }

    String at(Instant instant) {
        return Days.withTime(instant, locale);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    String number(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    String mean(BigDecimal mean) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(mean);
    }

    /// Who does something, as one of the owners reads it.
    String who(Side owner, Side reader) {
        return say("who." + (owner == reader ? "YOU" : owner.name()));
    }

    /// Where a figure stands on its way; of what has none, whether it is reached.
    String standing(Objective objective) {
        var start = objective.start();
        var target = objective.target();
        if (start == null || target == null) {
            var reached = objective.reachedAt();
            return reached == null ? say("objective.open") : say("objective.reached", at(reached));
        }
        var current = objective.current();
        return say(
                        current == null ? "objective.unseen" : "objective.seen",
                        number(start),
                        number(target),
                        current == null ? "" : number(current),
                        objective.unit())
                .strip();
    }

    /// Who does a step, by when, or when it was done.
    String line(PlanStep step, Side reader) {
        var who = who(step.owner(), reader);
        var done = step.doneAt();
        if (done != null) {
            return say("step.done", who, at(done));
        }
        var due = step.due();
        return due == null ? who : say("step.due", who, day(due));
    }

    String from(Source source) {
        return say("from." + source.kind(), String.valueOf(source.number()));
    }

    String change(PlanChange change) {
        return say("change." + change.what(), change.by(), shown(change.text()));
    }

    /// Days as people write them; a change keeps them as the calendar does.
    String shown(String text) {
        try {
            return day(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
