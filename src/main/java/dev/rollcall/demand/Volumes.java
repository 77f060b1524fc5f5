package dev.rollcall.demand;

import dev.rollcall.demand.DemandTable.GivenVolume;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What comes to a group in each half hour: what is expected, and what came where another system
/// counts it. And the heads somebody decided, whatever comes.
@Service
public class Volumes {

    /// The most contacts of one half hour.
    public static final int MOST_CONTACTS = 100_000;

    /// The longest handling time.
    public static final Duration LONGEST_HANDLING = Duration.ofDays(1);

    /// The most heads of one half hour.
    public static final int MOST_HEADS = 10_000;

    private final DemandTable table;
    private final DemandTurns turns;
    private final Demand demand;

    Volumes(DemandTable table, DemandTurns turns, Demand demand) {
        this.table = table;
        this.turns = turns;
        this.demand = demand;
    }

    /// Whether a volume is what was expected or what came.
    public enum Kind {
        EXPECTED,
        ARRIVED
    }

    /// Who says so.
    public enum Origin {
        /// A person or another program.
        GIVEN,
        /// The forecast, when somebody took it.
        FORECAST
    }

    /// Volumes as they are kept, in order.
    ///
    /// @param version counts the changes of the group's demand
    public record Sheet(long version, List<Line> lines) {

        public Sheet {
            lines = List.copyOf(lines);
        }
    }

    public record Line(Volume volume, Origin origin) {}

    /// Heads somebody decided, by half hour.
    ///
    /// @param version counts the changes of the group's demand
    public record Decided(long version, Map<Instant, Integer> heads) {

        public Decided {
            heads = Map.copyOf(heads);
        }
    }

    // ------------------------------------------------------------------ reading

    /// @throws NotFound when the group is out of the caller's scope
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public Sheet read(GroupId group, Kind kind, TimeSpan span) {
        demand.ofScope(group, Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE);
        Demand.check(span);
        return new Sheet(
                table.version(group),
                table
                        .volumes(List.of(group), kind, span)
                        .getOrDefault(group, Map.<Instant, GivenVolume>of())
                        .values()
                        .stream()
                        .map(given -> new Line(given.volume(), given.origin()))
                        .toList());
    }

    /// @throws NotFound when the group is out of the caller's scope
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public Decided decidedHeads(GroupId group, TimeSpan span) {
        demand.ofScope(group, Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE);
        Demand.check(span);
        return new Decided(
                table.version(group),
                table.heads(List.of(group), span).getOrDefault(group, Map.of()));
    }

    // ------------------------------------------------------------------ writing

    /// Replaces what is kept of a time; half hours that are not given are unknown afterwards.
    ///
    /// @param expectedVersion the version the writer saw, null when they do not care
    /// @return the new version
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when the group is out of the caller's scope
    @Requires(Permission.SCHEDULE_WRITE)
    public long replace(
            GroupId id,
            Kind kind,
            TimeSpan span,
            List<Volume> volumes,
            @Nullable Long expectedVersion) {
        var group = ofScope(id);
        check(group, span, volumes);
        return turns.take(
                group,
                expectedVersion,
                new RequirementsChanged(Set.of(id), span.start(), reach(group, span)),
                kind == Kind.EXPECTED,
                told(kind.name().toLowerCase(Locale.ROOT), span, volumes.size()),
                () -> {
                    table.forgetVolumes(id, kind, span, null);
                    table.write(id, kind, Origin.GIVEN, volumes);
                });
    }

    /// Replaces the heads somebody decided for a time; half hours that are not given are computed
    /// again.
    ///
    /// @param expectedVersion the version the writer saw, null when they do not care
    /// @return the new version
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when the group is out of the caller's scope
    @Requires(Permission.SCHEDULE_WRITE)
    public long decideHeads(
            GroupId id,
            TimeSpan span,
            Map<Instant, Integer> heads,
            @Nullable Long expectedVersion) {
        var group = ofScope(id);
        Demand.check(span);
        var found = new InvalidInput.Collector();
        heads.forEach((start, number) -> {
            found.check(
                    HalfHours.isStart(start) && span.contains(start),
                    "/heads",
                    start + " is not the start of a half hour in the time to replace.");
            found.check(
                    number >= 0 && number <= MOST_HEADS,
                    "/heads",
                    "The heads at " + start + " are a number from 0 to " + MOST_HEADS + ".");
        });
        found.throwIfAny();
        return turns.take(
                group,
                expectedVersion,
                new RequirementsChanged(Set.of(id), span.start(), span.end()),
                true,
                told("heads", span, heads.size()),
                () -> {
                    table.forgetHeads(id, span);
                    table.write(id, heads);
                });
    }

    /// What is wrong with one volume; empty: nothing.
    static Optional<String> wrong(double contacts, long handlingSeconds) {
        if (!(contacts >= 0 && contacts <= MOST_CONTACTS)) {
            return Optional.of("A volume is a number from 0 to " + MOST_CONTACTS + ".");
        }
        if (handlingSeconds < 1 || handlingSeconds > LONGEST_HANDLING.toSeconds()) {
            return Optional.of(
                    "A handling time is 1 to " + LONGEST_HANDLING.toSeconds() + " seconds.");
        }
        if (tooMuch(contacts, handlingSeconds)) {
            return Optional.of(
                    "This would keep more than "
                            + Math.round(Erlangs.MOST.value())
                            + " people busy. Is the handling time in seconds?");
        }
        return Optional.empty();
    }

    static boolean tooMuch(double contacts, long handlingSeconds) {
        return contacts * handlingSeconds > Erlangs.MOST.value() * HalfHours.LENGTH.toSeconds();
    }

    private static void check(Group group, TimeSpan span, List<Volume> volumes) {
        Demand.check(span);
        checkHandles(group);
        var found = new InvalidInput.Collector();
        var seen = new HashSet<Instant>();
        for (int i = 0; i < volumes.size(); i++) {
            var volume = volumes.get(i);
            var pointer = "/volumes/" + i;
            found.check(
                    HalfHours.isStart(volume.start()),
                    pointer + "/start",
                    "A half hour starts on a full or half hour of UTC.");
            found.check(
                    span.contains(volume.start()),
                    pointer + "/start",
                    "This half hour is not in the time to replace.");
            found.check(
                    seen.add(volume.start()), pointer + "/start", "This half hour is there twice.");
            wrong(volume.contacts(), volume.handling().toSeconds())
                    .ifPresent(problem -> found.add(pointer, problem));
        }
        found.throwIfAny();
    }

    static void checkHandles(Group group) {
        if (group.channel() == Channel.TEAM) {
            throw InvalidInput.of(
                    "/group",
                    "\""
                            + group.code()
                            + "\" is a plain team without a channel: nothing comes to it. Give it a"
                            + " channel, or decide its heads.");
        }
    }

    /// Until when volumes of a time have a say: tickets longer than the time itself.
    static @Nullable Instant reach(Group group, TimeSpan span) {
        return group.channel() == Channel.TICKET ? null : span.end();
    }

    static String told(String what, TimeSpan span, int halfHours) {
        return "%s: %d half hours from %s until %s"
                .formatted(what, halfHours, span.start(), span.end());
    }

    private Group ofScope(GroupId id) {
        return demand.ofScope(id, Permission.SCHEDULE_WRITE, Permission.SCHEDULE_WRITE);
    }
}
