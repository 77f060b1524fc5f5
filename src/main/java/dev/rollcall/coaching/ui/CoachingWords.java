package dev.rollcall.coaching.ui;

import dev.rollcall.coaching.ActionItem;
import dev.rollcall.coaching.EffectFound;
import dev.rollcall.coaching.Goal;
import dev.rollcall.coaching.Metric;
import dev.rollcall.coaching.Session;
import dev.rollcall.coaching.SessionKind;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Words;
import dev.rollcall.messages.Answer;
import dev.rollcall.shared.TimeSpan;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the pages of coaching say, in the viewer's language.
final class CoachingWords {

    private final Words words;
    private final Locale locale;

    CoachingWords(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return words.get("coaching." + key, arguments);
    }

    String kind(SessionKind kind) {
        return say("kind." + kind);
    }

    String metric(Metric metric) {
        return say("metric." + metric);
    }

    /// `Tue, Nov 24, 9:00–9:30`, or that it is in one's own time.
    String when(@Nullable TimeSpan span) {
        return span == null
                ? say("ownTime")
                : Days.withTime(span.start(), locale)
                        + " · "
                        + new DurationWords(words).of(span.duration());
    }

    String at(Instant instant) {
        return Days.withTime(instant, locale);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    String state(Session session) {
        return say("state." + session.state());
    }

    String goal(Goal goal) {
        var target = goal.target();
        var due = goal.due();
        var text =
                goal.metric() == Metric.WORDS
                        ? goal.text()
                        : metric(goal.metric()) + ": " + goal.text();
        if (target != null) {
            text += " · " + say("goal.target", percent(target.doubleValue()));
        }
        return due == null ? text : text + " · " + say("goal.due", day(due));
    }

    String action(ActionItem action, String who) {
        var done = action.doneAt();
        return done == null
                ? say("action.open", who, day(action.due()))
                : say("action.done", who, Days.withTime(done, locale));
    }

    String answer(@Nullable Answer answer) {
        if (answer == null) {
            return say("tip.noAnswer");
        }
        return answer.kind() == Answer.Kind.TEXT
                ? answer.text()
                : words.get("messages.answer." + answer.kind());
    }

    // ------------------------------------------------------------------ effect

    String percent(double hundredths) {
        return number(hundredths) + "\u202f%";
    }

    private String number(double value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /// With its sign, in points of a hundred.
    String points(double points) {
        return (points < 0 ? "−" : "+") + number(Math.abs(points));
    }

    /// What is said instead of an effect.
    String tooLittle(EffectFound.TooLittle found) {
        return say("effect.missing." + found.missing(), found.have(), found.need());
    }
}
