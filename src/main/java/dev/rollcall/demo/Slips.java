package dev.rollcall.demo;

import dev.rollcall.presence.PresenceState;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Who drops out of the plan when, so that at any time the floor shows somebody who needs a
/// supervisor, and most people do not. Time is cut into slots; the same slot always brings the same
/// slips, whenever and in whatever order one asks. Not safe for several threads.
final class Slips {

    private static final long SLOT = Duration.ofMinutes(40).toSeconds();

    /// The longest slip there is.
    private static final long LONGEST = Duration.ofMinutes(60).toSeconds();

    /// One short slip a slot for so many people at work.
    private static final int PEOPLE_A_SLIP = 5;

    private static final int REMEMBERED = 400;

    private final Map<Long, List<Slip>> bySlot =
            new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, List<Slip>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /// Somebody's slips that start within a span, in order of time.
    List<Slip> of(Person person, TimeSpan span) {
        var slips = new ArrayList<Slip>();
        long last = Math.floorDiv(span.end().getEpochSecond(), SLOT);
        for (long slot = Math.floorDiv(span.start().getEpochSecond(), SLOT); slot <= last; slot++) {
            for (var slip : bySlot.computeIfAbsent(slot, Slips::draw)) {
                if (slip.person().equals(person) && span.contains(slip.span().start())) {
                    slips.add(slip);
                }
            }
        }
        slips.sort((one, other) -> one.span().start().compareTo(other.span().start()));
        return slips;
    }

    private static List<Slip> draw(long slot) {
        var chance = new SplittableRandom(slot);
        var start = Instant.ofEpochSecond(slot * SLOT);
        var working = working(start);
        var slips = new ArrayList<Slip>();
        if (bringsALongOne(slot)) {
            var from = start.plusSeconds(chance.nextInt(240));
            draw(working, from, minutes(chance, 30, 58), 12, chance).ifPresent(slips::add);
        }
        int shortOnes = Math.max(1, Math.round(working.size() / (float) PEOPLE_A_SLIP));
        for (int i = 0; i < shortOnes; i++) {
            var from = start.plusSeconds(chance.nextInt((int) SLOT));
            draw(working, from, minutes(chance, 4, 13), 5, chance)
                    .filter(slip -> slips.stream().noneMatch(s -> s.person() == slip.person()))
                    .ifPresent(slips::add);
        }
        return slips;
    }

    /// Two slots in five: more, and on a day that is over everybody would have had one.
    private static boolean bringsALongOne(long slot) {
        return Math.floorMod(slot, 5L) % 2 == 0 && Math.floorMod(slot, 5L) < 4;
    }

    private static long minutes(SplittableRandom chance, int from, int to) {
        return chance.nextInt(from * 60, to * 60);
    }

    /// @param before how many minutes of plain work they have behind them
    private static java.util.Optional<Slip> draw(
            List<Working> working,
            Instant from,
            long seconds,
            int before,
            SplittableRandom chance) {
        var span = TimeSpan.of(from, from.plusSeconds(seconds));
        var plain =
                TimeSpan.of(
                        from.minus(Duration.ofMinutes(before)),
                        span.end().plus(Duration.ofMinutes(5)));
        var candidates = working.stream().filter(w -> w.isAtPlainWork(plain)).toList();
        int weights = candidates.stream().mapToInt(w -> w.person().habit().weight()).sum();
        // Drawn in any case: what comes next must not depend on whether there was somebody.
        int left = chance.nextInt(1 << 20) % Math.max(1, weights);
        var state = seconds > 20 * 60 ? longReason(chance) : shortReason(chance);
        for (var candidate : candidates) {
            left -= candidate.person().habit().weight();
            if (left < 0) {
                return java.util.Optional.of(new Slip(candidate.person(), span, state));
            }
        }
        return java.util.Optional.empty();
    }

    private static PresenceState longReason(SplittableRandom chance) {
        return switch (chance.nextInt(8)) {
            case 0, 1, 2 -> PresenceState.unavailable("LUNCH");
            case 3, 4 -> PresenceState.unavailable("BREAK");
            case 5, 6 -> PresenceState.unavailable("MEETING");
            default -> PresenceState.AWAY;
        };
    }

    private static PresenceState shortReason(SplittableRandom chance) {
        return switch (chance.nextInt(8)) {
            case 0, 1, 2, 3 -> PresenceState.unavailable("BREAK");
            case 4, 5 -> PresenceState.unavailable("BACK_OFFICE");
            case 6 -> PresenceState.unavailable("COACHING");
            default -> PresenceState.unavailable("MEETING");
        };
    }

    /// Who has a shift that touches the slot. The rota decides, not what somebody made of it since:
    /// whoever changes one plan must not change everybody's day.
    private static List<Working> working(Instant slot) {
        var near = TimeSpan.of(slot.minusSeconds(SLOT), slot.plusSeconds(SLOT + LONGEST));
        var working = new ArrayList<Working>();
        for (var person : Roster.PEOPLE) {
            if (person.externalId().equals(Roster.DEMO_AGENT)) {
                continue;
            }
            var today = LocalDate.ofInstant(slot, person.zone());
            for (var date : List.of(today.minusDays(1), today, today.plusDays(1))) {
                var plan = Rota.plan(person, date);
                if (!plan.isEmpty() && plan.getFirst().span().overlaps(near)) {
                    working.add(new Working(person, plan));
                }
            }
        }
        return working;
    }

    private record Working(Person person, List<PlannedActivity> plan) {

        /// Whether they have nothing but work planned all the time.
        boolean isAtPlainWork(TimeSpan span) {
            var shift = plan.getFirst().span();
            return !shift.start().isAfter(span.start())
                    && !shift.end().isBefore(span.end())
                    && plan.stream().skip(1).noneMatch(pause -> pause.span().overlaps(span));
        }
    }
}
