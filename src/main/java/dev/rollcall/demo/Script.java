package dev.rollcall.demo;

import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Everything the demo's people ever do, as far as anybody asks: a function of the rota, of what is
/// planned and of when the demo was founded. Not safe for several threads.
final class Script {

    private static final Duration ROUND_A_SHIFT = Duration.ofMinutes(10);

    private final Slips slips = new Slips();
    private final HomeOffice homeOffice;

    /// @param founded when the demo was founded
    Script(Instant founded) {
        this.homeOffice = new HomeOffice(founded);
    }

    /// What is reported of somebody's day, in order of time.
    ///
    /// @param plan what is planned for the date; empty on days off
    List<PresenceEvent> of(Person person, LocalDate date, List<PlannedActivity> plan) {
        if (plan.isEmpty()) {
            return List.of();
        }
        var day = DayScript.of(person, date, plan, slips.of(person, span(plan)));
        return person.homeOffice() ? homeOffice.reported(day) : day;
    }

    /// What the feeds themselves say after an instant, up to another.
    List<PresenceEvent> beats(Instant after, Instant until) {
        return homeOffice.beats(after, until);
    }

    /// From the first entry's start to the last one's end.
    static TimeSpan span(List<PlannedActivity> plan) {
        var start = plan.stream().map(p -> p.span().start()).min(Instant::compareTo).orElseThrow();
        var end = plan.stream().map(p -> p.span().end()).max(Instant::compareTo).orElseThrow();
        return TimeSpan.of(start, end);
    }

    /// Whether nothing of a day can lie after an instant.
    static boolean isOver(List<PlannedActivity> plan, Instant now) {
        return !now.isBefore(span(plan).end().plus(ROUND_A_SHIFT.multipliedBy(6)));
    }
}
