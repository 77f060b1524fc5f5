package dev.rollcall.demand;

import dev.rollcall.demand.Requirement.Backlog;
import dev.rollcall.demand.Requirement.Imported;
import dev.rollcall.demand.Requirement.Queue;
import dev.rollcall.people.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How many heads some half hours of a group need. Nothing but a function of what it is given.
///
/// Calls wait for somebody: Erlang C. Of chats one person has several at once: every place for a
/// chat counts as one who answers, and the places are divided by how many one person has. Tickets
/// may wait: their work is spread evenly over the half hours in which they may be done.
final class Staffing {

    private static final double HALF_HOUR = HalfHours.LENGTH.toSeconds();

    private final Channel channel;
    private final Function<Instant, Assumptions> assumptions;
    private final Predicate<Instant> open;

    /// @param assumptions what holds at a half hour
    /// @param open whether the group handles work in a half hour
    Staffing(Channel channel, Function<Instant, Assumptions> assumptions, Predicate<Instant> open) {
        this.channel = channel;
        this.assumptions = assumptions;
        this.open = open;
    }

    /// @param halfHours those asked for, in order and without a gap
    /// @param expected what is expected, by half hour; for tickets also what came before
    /// @param decided heads somebody decided, which count whatever is expected
    /// @return the half hours something is known about
    Map<Instant, Requirement> of(
            List<Instant> halfHours, Map<Instant, Volume> expected, Map<Instant, Integer> decided) {
        var backlog =
                channel == Channel.TICKET ? spread(halfHours, expected) : Map.<Instant, Double>of();
        var required = new HashMap<Instant, Requirement>();
        for (var start : halfHours) {
            var rules = assumptions.apply(start);
            var heads = decided.get(start);
            var volume = expected.get(start);
            if (heads != null) {
                required.put(start, new Requirement(start, heads, volume, rules, new Imported()));
            } else if (channel == Channel.TICKET) {
                var seconds = backlog.get(start);
                if (volume != null || seconds != null) {
                    required.put(
                            start, backlog(start, volume, seconds == null ? 0 : seconds, rules));
                }
            } else if (volume != null) {
                required.put(start, queue(volume, rules));
            }
        }
        return required;
    }

    // ------------------------------------------------------------------ who waits for an answer

    private Requirement queue(Volume volume, Assumptions rules) {
        var load = Erlangs.of(volume);
        int each = channel == Channel.CHAT ? rules.concurrency() : 1;
        var staffed =
                ErlangC.fewest(
                        load,
                        volume.handling(),
                        rules.target(),
                        rules.within(),
                        rules.maxOccupancy());
        // Whole people: the places of the last of them are there, too.
        int working = Math.ceilDiv(staffed.agents(), each);
        var there = ErlangC.of(load, working * each);
        boolean tooBusyOtherwise =
                working > 0
                        && ErlangC.of(load, (working - 1) * each)
                                        .serviceLevel(volume.handling(), rules.within())
                                        .compareTo(rules.target())
                                >= 0;
        return new Requirement(
                volume.start(),
                onThePlan(working, rules),
                volume,
                rules,
                new Queue(
                        load.value(),
                        working * each,
                        working,
                        there.serviceLevel(volume.handling(), rules.within()),
                        there.averageSpeedOfAnswer(volume.handling()),
                        there.occupancy(),
                        tooBusyOtherwise));
    }

    // ------------------------------------------------------------------ what may wait for hours

    /// How far before a half hour tickets may have come that are still to be done in it.
    ///
    /// @param longest the longest time a ticket may take, of all assumptions
    static Instant reachBack(
            Instant start, Duration longest, Predicate<Instant> open, Duration furthest) {
        long left = longest.dividedBy(HalfHours.LENGTH);
        var earliest = start.minus(furthest);
        var reached = start;
        while (left > 0 && reached.isAfter(earliest)) {
            reached = reached.minus(HalfHours.LENGTH);
            if (open.test(reached)) {
                left--;
            }
        }
        return reached;
    }

    private Map<Instant, Double> spread(List<Instant> halfHours, Map<Instant, Volume> expected) {
        var seconds = new HashMap<Instant, Double>();
        if (halfHours.isEmpty()) {
            return seconds;
        }
        var end = halfHours.getLast().plus(HalfHours.LENGTH);
        for (var volume : expected.values()) {
            long over = assumptions.apply(volume.start()).backlog().dividedBy(HalfHours.LENGTH);
            double each = volume.contacts() * volume.handling().toSeconds() / over;
            var start = volume.start();
            for (long left = over; left > 0 && start.isBefore(end); ) {
                if (open.test(start)) {
                    seconds.merge(start, each, Double::sum);
                    left--;
                }
                start = start.plus(HalfHours.LENGTH);
            }
        }
        return seconds;
    }

    private static Requirement backlog(
            Instant start, @Nullable Volume volume, double seconds, Assumptions rules) {
        int working = (int) Math.ceil(seconds / (HALF_HOUR * rules.maxOccupancy().ofOne()) - 1e-9);
        return new Requirement(
                start,
                onThePlan(working, rules),
                volume,
                rules,
                new Backlog(Duration.ofSeconds(Math.round(seconds)), working));
    }

    /// Heads at work are what is left of those on the plan.
    static int onThePlan(int working, Assumptions rules) {
        return (int) Math.ceil(working / (1 - rules.shrinkage().ofOne()) - 1e-9);
    }
}
