package dev.rollcall.incentives;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people show the team of what they earned, and who is at the top where a unit wants to know.
/// Nothing stands here that the person did not put here themselves.
@Service
public class Recognition {

    /// So long it stands on the wall.
    public static final Duration ON_THE_WALL = Duration.ofDays(90);

    /// So far back points count for a leaderboard.
    public static final Duration COUNTED = Duration.ofDays(92);

    private static final String WHAT = "leaderboard";
    private static final int MOST = 30;

    private final RecognitionTable table;
    private final AwardTable awards;
    private final Awards runs;
    private final RewardTable rewards;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    Recognition(
            RecognitionTable table,
            AwardTable awards,
            Awards runs,
            RewardTable rewards,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.table = table;
        this.awards = awards;
        this.runs = runs;
        this.rewards = rewards;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ the wall

    /// Something on the wall, without points or figures.
    ///
    /// @param name of the scheme or the reward
    /// @param period of the scheme; null for a reward
    /// @param own whether the caller put it there
    public record Shown(
            long number,
            AgentId agent,
            String name,
            @Nullable Period period,
            Instant at,
            boolean own) {}

    /// What people of the caller's unit, and those the caller looks after, show; the latest first.
    @Requires({Permission.INCENTIVES_OWN, Permission.INCENTIVES_VIEW})
    @Transactional(readOnly = true)
    public List<Shown> wall() {
        var self = self();
        return table.shown(clock.instant().minus(ON_THE_WALL)).stream()
                .filter(row -> directory.agent(row.agent()).filter(this::isSeen).isPresent())
                .map(row -> shown(row, self.map(Agent::id).filter(row.agent()::equals).isPresent()))
                .toList();
    }

    private boolean isSeen(Agent agent) {
        return access.scope(Permission.INCENTIVES_VIEW).includes(agent, null)
                || self().filter(self -> self.unit().equals(agent.unit())).isPresent();
    }

    private Shown shown(RecognitionTable.Row row, boolean own) {
        var run = row.run();
        if (run != null) {
            var known = awards.run(run).orElseThrow();
            return new Shown(
                    row.number(),
                    row.agent(),
                    runs.rules(known).name(),
                    known.period(),
                    row.shownAt(),
                    own);
        }
        var redemption = rewards.redemption(row.redemption() == null ? 0 : row.redemption());
        return new Shown(
                row.number(),
                row.agent(),
                redemption.map(Redemption::name).orElse("–"),
                null,
                row.shownAt(),
                own);
    }

    /// Something the caller may put on the wall.
    ///
    /// @param run an award, or null
    /// @param redemption a reward, or null
    /// @param period null for a reward
    public record Choice(
            @Nullable Long run, @Nullable Long redemption, String name, @Nullable Period period) {}

    /// What the caller earned lately and does not show yet.
    @Requires(Permission.INCENTIVES_OWN)
    @Transactional(readOnly = true)
    public List<Choice> choices() {
        var self = self().map(Agent::id).orElse(null);
        if (self == null) {
            return List.of();
        }
        var since = clock.instant().minus(ON_THE_WALL);
        var known = new HashSet<Long>();
        var knownRewards = new HashSet<Long>();
        table.shown(since).stream()
                .filter(row -> row.agent().equals(self))
                .forEach(row -> {
                    Optional.ofNullable(row.run()).ifPresent(known::add);
                    Optional.ofNullable(row.redemption()).ifPresent(knownRewards::add);
                });
        var earned =
                awards.of(self, MOST).stream()
                        .filter(award -> award.points() > 0 && award.madeAt().isAfter(since))
                        .filter(award -> !known.contains(award.run()))
                        .map(award -> {
                            var run = awards.run(award.run()).orElseThrow();
                            return new Choice(
                                    run.number(), null, runs.rules(run).name(), run.period());
                        });
        var given =
                rewards.of(self, MOST).stream()
                        .filter(each -> each.kind() == Reward.Kind.RECOGNITION)
                        .filter(each -> each.state() == Redemption.State.APPROVED)
                        .filter(each -> each.askedAt().isAfter(since))
                        .filter(each -> !knownRewards.contains(each.number()))
                        .map(each -> new Choice(null, each.number(), each.name(), null));
        return Stream.concat(earned, given).toList();
    }

    /// Puts something the caller earned on the wall.
    ///
    /// @throws NotFound when it is none of [#choices]
    @Requires(Permission.INCENTIVES_OWN)
    @Transactional
    public void show(Choice choice) {
        if (!choices().contains(choice)) {
            throw new NotFound("recognition", choice.name());
        }
        table.show(self().orElseThrow().id(), choice.run(), choice.redemption(), clock.instant());
    }

    /// Takes it off the wall again.
    ///
    /// @throws NotFound when there is none of the caller's
    @Requires(Permission.INCENTIVES_OWN)
    @Transactional
    public void takeBack(long number) {
        if (!table.takeBack(self().map(Agent::id).orElse(new AgentId(0)), number)) {
            throw new NotFound("recognition", "" + number);
        }
    }

    // ------------------------------------------------------------------ leaderboards

    /// The leaderboard of a unit.
    ///
    /// @param own whether the caller's points can count there
    public record Board(Unit unit, Leaderboard<AgentId> board, boolean own) {}

    /// Leaderboards the caller sees: that of their own unit, and those of units they look after.
    @Requires({Permission.INCENTIVES_OWN, Permission.INCENTIVES_VIEW})
    @Transactional(readOnly = true)
    public List<Board> boards() {
        var open = table.boards();
        if (open.isEmpty()) {
            return List.of();
        }
        var home = self().flatMap(self -> board(self.unit(), open));
        var scope = access.scope(Permission.INCENTIVES_VIEW);
        var members = table.members();
        var points = table.points(clock.instant().minus(COUNTED));
        return open.stream()
                .filter(unit -> scope.includes(unit) || home.filter(unit::equals).isPresent())
                .flatMap(unit -> directory.unit(unit).stream())
                .sorted(Comparator.comparing(Unit::name))
                .map(unit -> {
                    var joined = new HashMap<AgentId, Long>();
                    directory.everybody().stream()
                            .filter(agent -> members.contains(agent.id()))
                            .filter(agent ->
                                    board(agent.unit(), open).filter(unit.id()::equals).isPresent())
                            .forEach(agent ->
                                    joined.put(agent.id(), points.getOrDefault(agent.id(), 0L)));
                    return new Board(
                            unit,
                            Leaderboard.of(joined),
                            home.filter(unit.id()::equals).isPresent());
                })
                .toList();
    }

    /// The leaderboard people of a unit are on: its own, or the nearest above it.
    private Optional<UnitId> board(UnitId unit, Set<UnitId> open) {
        var seen = new HashSet<UnitId>();
        UnitId at = unit;
        while (at != null && seen.add(at)) {
            if (open.contains(at)) {
                return Optional.of(at);
            }
            at = directory.unit(at).map(Unit::parent).orElse(null);
        }
        return Optional.empty();
    }

    /// Whether the caller joined.
    @Requires({Permission.INCENTIVES_OWN, Permission.INCENTIVES_VIEW})
    @Transactional(readOnly = true)
    public boolean isMember() {
        return self().filter(self -> table.members().contains(self.id())).isPresent();
    }

    /// Lets the caller's points count, or no more; at once.
    ///
    /// @throws AccessDeniedException for who is no agent
    @Requires(Permission.INCENTIVES_OWN)
    @Transactional
    public void join(boolean wanted) {
        var self = self().orElseThrow(() -> new AccessDeniedException("Only agents have points"));
        if (wanted) {
            table.join(self.id(), clock.instant());
        } else {
            table.leave(self.id());
        }
    }

    /// Units of the caller that can have a leaderboard, and whether they have one.
    ///
    /// @param open whether it has one of its own
    public record Choosing(Unit unit, boolean open) {}

    @Requires(Permission.INCENTIVES_WRITE)
    @Transactional(readOnly = true)
    public List<Choosing> units() {
        var open = table.boards();
        Scope scope = access.scope(Permission.INCENTIVES_WRITE);
        return directory.units(scope).stream()
                .map(unit -> new Choosing(unit, open.contains(unit.id())))
                .toList();
    }

    /// Gives a unit a leaderboard, or takes it away. People still join themselves.
    ///
    /// @throws NotFound when it is none of the caller's
    @Requires(Permission.INCENTIVES_WRITE)
    @Transactional
    public void decide(UnitId unit, boolean open) {
        var known =
                directory
                        .unit(unit)
                        .filter(each ->
                                access.scope(Permission.INCENTIVES_WRITE).includes(each.id()))
                        .orElseThrow(() -> new NotFound("unit", "" + unit.value()));
        if (open) {
            table.open(unit, clock.instant());
        } else {
            table.close(unit);
        }
        audit.changed(
                access.viewer().actor(),
                WHAT,
                known.code(),
                open ? "none" : "open",
                open ? "open" : "none");
    }

    private Optional<Agent> self() {
        return access.viewer().agent().flatMap(directory::agent);
    }
}
