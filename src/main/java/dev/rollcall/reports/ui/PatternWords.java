package dev.rollcall.reports.ui;

import dev.rollcall.adherence.Pattern.Way;
import dev.rollcall.reports.HalfHours;
import dev.rollcall.reports.Recurrence;
import dev.rollcall.reports.ScheduleFault;
import dev.rollcall.reports.Strain;
import java.time.DayOfWeek;
import java.time.format.TextStyle;

/// Says what recurs, where a plan is at fault, and what may be too much for somebody.
final class PatternWords {

    private final ReportWords words;

    PatternWords(ReportWords words) {
        this.words = words;
    }

    /// "back late from Lunch".
    String what(Way way, String about) {
        return words.say("way." + way, words.activity(about));
    }

    String weekday(DayOfWeek weekday) {
        return weekday.getDisplayName(TextStyle.FULL, words.locale());
    }

    String shortWeekday(DayOfWeek weekday) {
        return weekday.getDisplayName(TextStyle.SHORT_STANDALONE, words.locale());
    }

    String time(int halfHour) {
        return words.time(HalfHours.start(halfHour));
    }

    /// One sentence of judgement, with what was counted for it.
    String judgement(Recurrence recurrence) {
        if (recurrence.of() == 0) {
            return words.say("recurrence.noDays");
        }
        var told = recurrence.told();
        if (told.isEmpty()) {
            return words.say("recurrence.NOTHING", recurrence.of());
        }
        var evidence = told.get();
        var what = what(evidence.way(), evidence.about());
        var weekday = evidence.weekday();
        if (recurrence.verdict() == Recurrence.Verdict.ISOLATED) {
            return words.say(
                    "recurrence.ISOLATED",
                    recurrence.happenedOn(),
                    recurrence.of(),
                    what,
                    evidence.days());
        }
        return weekday == null
                ? words.say(
                        "recurrence.RECURRING",
                        what,
                        evidence.days(),
                        evidence.of(),
                        time(evidence.halfHour()))
                : words.say(
                        "recurrence.weekday",
                        what,
                        evidence.days(),
                        evidence.of(),
                        weekday(weekday),
                        time(evidence.halfHour()));
    }

    /// The rule, so that anybody can count for themselves.
    String rule() {
        return words.say("recurrence.rule", Recurrence.WEEKDAYS, Recurrence.DAYS);
    }

    /// A sign, with what was counted.
    String sign(Strain strain) {
        return words.say(
                "strain." + strain.kind(),
                strain.count(),
                strain.of(),
                words.shortDay(strain.from()),
                words.shortDay(strain.to()));
    }

    /// From when on a sign is one, and why.
    String reason(Strain.Kind kind) {
        return words.say(
                "strain.why." + kind,
                Strain.STREAK,
                Strain.OVERRUN.toMinutes(),
                Strain.BREAKS,
                Strain.OVERTIME.toHours());
    }

    String fault(ScheduleFault fault) {
        return words.say(
                "fault.sentence",
                weekday(fault.weekday()),
                time(fault.halfHour()),
                what(fault.way(), fault.about()),
                fault.people(),
                fault.days(),
                fault.of(),
                fault.dates());
    }
}
