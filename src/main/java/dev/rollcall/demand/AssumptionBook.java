package dev.rollcall.demand;

import dev.rollcall.people.GroupId;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What groups promise and reckon with, each from a date on; what was decided before that date
/// stays as it was.
@Service
public class AssumptionBook {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private final DemandTable table;
    private final DemandTurns turns;
    private final Demand demand;

    AssumptionBook(DemandTable table, DemandTurns turns, Demand demand) {
        this.table = table;
        this.turns = turns;
        this.demand = demand;
    }

    /// All assumptions of a group.
    ///
    /// @param version counts the changes of the group's demand
    /// @param all in the order of their dates; the first are the shipped ones
    public record Book(long version, List<Assumptions> all) {

        public Book {
            all = List.copyOf(all);
        }

        /// Those that hold on a date.
        public Assumptions on(LocalDate date) {
            return all.reversed().stream()
                    .filter(each -> !each.validFrom().isAfter(date))
                    .findFirst()
                    .orElseGet(all::getFirst);
        }
    }

    /// @throws NotFound when the group is out of the caller's scope
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public Book read(GroupId id) {
        var group = demand.ofScope(id, Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE);
        var all = new ArrayList<Assumptions>();
        all.add(Assumptions.shipped(group.channel()));
        all.addAll(table.assumptions(List.of(id)).getOrDefault(id, new TreeMap<>()).values());
        return new Book(table.version(id), all);
    }

    /// Decides what holds from a date on; of the same date it takes the place of what was decided.
    ///
    /// @param expectedVersion the version the writer saw, null when they do not care
    /// @return the new version
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when the group is out of the caller's scope
    @Requires(Permission.SCHEDULE_WRITE)
    public long decide(GroupId id, Assumptions wanted, @Nullable Long expectedVersion) {
        var group = demand.ofScope(id, Permission.SCHEDULE_WRITE, Permission.SCHEDULE_WRITE);
        check(wanted);
        return turns.take(
                group,
                expectedVersion,
                changed(id, wanted.validFrom()),
                true,
                "assumptions from %s: %s".formatted(wanted.validFrom(), told(wanted)),
                () -> table.write(id, wanted));
    }

    /// Takes back what was decided from a date on; what held before it holds on.
    ///
    /// @param expectedVersion the version the writer saw, null when they do not care
    /// @return the new version
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when the group is out of the caller's scope, or nothing was decided
    @Requires(Permission.SCHEDULE_WRITE)
    public long takeBack(GroupId id, LocalDate validFrom, @Nullable Long expectedVersion) {
        var group = demand.ofScope(id, Permission.SCHEDULE_WRITE, Permission.SCHEDULE_WRITE);
        Demand.checkDate(validFrom, "/validFrom");
        return turns.take(
                group,
                expectedVersion,
                changed(id, validFrom),
                true,
                "assumptions from %s taken back".formatted(validFrom),
                () -> {
                    if (!table.forgetAssumptions(id, validFrom)) {
                        throw new NotFound("assumption", validFrom.toString());
                    }
                });
    }

    /// From the first moment of the date anywhere on earth: whoever listens asks again anyway.
    private static RequirementsChanged changed(GroupId group, LocalDate validFrom) {
        Instant from = new DayPeriod(validFrom, ZoneOffset.MAX).start();
        return new RequirementsChanged(Set.of(group), from, null);
    }

    private static void check(Assumptions wanted) {
        var found = new InvalidInput.Collector();
        found.check(
                !wanted.validFrom().isBefore(FIRST) && !wanted.validFrom().isAfter(LAST),
                "/validFrom",
                sentence("validFrom", "The date is between 2000 and 2199."));
        percent(wanted.target(), 1, 99.9, "/targetPercent", found);
        percent(wanted.shrinkage(), 0, 80, "/shrinkagePercent", found);
        percent(wanted.maxOccupancy(), 10, 100, "/maxOccupancyPercent", found);
        found.check(
                !wanted.within().isNegative()
                        && wanted.within().toSeconds() <= 3600
                        && wanted.within().getNano() == 0,
                "/withinSeconds",
                sentence("within", "The time to answer is 0 to 3,600 whole seconds."));
        found.check(
                wanted.concurrency() >= 1 && wanted.concurrency() <= 20,
                "/concurrency",
                sentence("concurrency", "One person has 1 to 20 chats at once."));
        found.check(
                wanted.backlog().compareTo(HalfHours.LENGTH) >= 0
                        && wanted.backlog().compareTo(Duration.ofHours(80)) <= 0
                        && wanted.backlog().toSeconds() % HalfHours.LENGTH.toSeconds() == 0,
                "/backlogSeconds",
                sentence(
                        "backlog",
                        "Tickets are done within half an hour to 80 hours, in half hours."));
        found.throwIfAny();
    }

    private static void percent(
            Share share, double least, double most, String pointer, InvalidInput.Collector found) {
        double tenths = share.percent() * 10;
        found.check(
                share.percent() >= least - 1e-9
                        && share.percent() <= most + 1e-9
                        && Math.abs(tenths - Math.rint(tenths)) < 1e-6,
                pointer,
                sentence(
                        "percent",
                        "This is from %s to %s percent, with one decimal at most."
                                .formatted(number(least), number(most)),
                        number(least),
                        number(most)));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? "" + (long) value : "" + value;
    }

    private static Sentence sentence(String key, String english, Object... values) {
        return new Sentence("demand.assumptions.wrong." + key, english, List.of(values));
    }

    private static String told(Assumptions it) {
        return "%s %% within %d s, shrinkage %s %%, occupancy up to %s %%, %d at once, tickets within %d min"
                .formatted(
                        number(Math.rint(it.target().percent() * 10) / 10),
                        it.within().toSeconds(),
                        number(Math.rint(it.shrinkage().percent() * 10) / 10),
                        number(Math.rint(it.maxOccupancy().percent() * 10) / 10),
                        it.concurrency(),
                        it.backlog().toMinutes());
    }
}
