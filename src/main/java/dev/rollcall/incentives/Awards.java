package dev.rollcall.incentives;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.incentives.Accounts.Origin;
import dev.rollcall.incentives.LedgerEntry.Kind;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Awards what people earned: a period of a scheme once, when it is over and late facts are in, for
/// everybody or for nobody. Figures that change after that are checked into it: what was awarded is
/// taken back by an entry of its own and awarded anew.
@Service
public class Awards {

    static final String WHAT = "award of points";

    private static final int MOST_RUNS = 200;
    private static final int MOST_OF_ONE = 30;

    private final SchemeTable schemes;
    private final Schemes guarded;
    private final AwardTable table;
    private final AppealTable appeals;
    private final Accounts accounts;
    private final FigureReader reader;
    private final Sight sight;
    private final RewardNews news;
    private final Directory directory;
    private final Access access;
    private final Retries retries;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;

    Awards(
            SchemeTable schemes,
            Schemes guarded,
            AwardTable table,
            AppealTable appeals,
            Accounts accounts,
            FigureReader reader,
            Sight sight,
            RewardNews news,
            Directory directory,
            Access access,
            Retries retries,
            AuditLog audit,
            ApplicationEventPublisher events,
            ApplicationClock clock) {
        this.schemes = schemes;
        this.guarded = guarded;
        this.table = table;
        this.appeals = appeals;
        this.accounts = accounts;
        this.reader = reader;
        this.sight = sight;
        this.news = news;
        this.directory = directory;
        this.access = access;
        this.retries = retries;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ awarding

    /// A period that is over and not awarded yet.
    ///
    /// @param due the first day it can be awarded
    public record Due(Scheme scheme, SchemeVersion version, Period period, LocalDate due) {}

    /// Periods of the caller's schemes that wait, the oldest first; those whose late facts may
    /// still come included.
    @Requires(Permission.INCENTIVES_WRITE)
    @Transactional(readOnly = true)
    public List<Due> waiting() {
        return guarded.all().stream()
                .filter(scheme -> guarded.mayWrite(scheme.rules()))
                .flatMap(scheme -> waiting(scheme).stream())
                .sorted(Comparator.comparing(Due::due))
                .toList();
    }

    private List<Due> waiting(Scheme scheme) {
        var first =
                scheme.versions().stream()
                        .filter(each -> !each.isDraft())
                        .map(SchemeVersion::starts)
                        .min(LocalDate::compareTo);
        if (first.isEmpty()) {
            return List.of();
        }
        var rhythm = scheme.rules().rhythm();
        var waiting = new ArrayList<Due>();
        var today = today();
        for (var period = rhythm.of(first.get());
                period.to().isBefore(today);
                period = rhythm.after(period)) {
            var version = scheme.on(period);
            if (version.isPresent() && !table.isAwarded(scheme.code(), period)) {
                waiting.add(
                        new Due(
                                scheme,
                                version.get(),
                                period,
                                period.to().plusDays(version.get().rules().settleDays() + 1L)));
            }
        }
        return waiting;
    }

    /// Awards a period, once: asked again nothing happens.
    ///
    /// @return the number of what was awarded; empty when it was before
    /// @throws InvalidInput when late facts may still come, or figures are being added up
    /// @throws NotFound when no version counts for it
    /// @throws AccessDeniedException when people take part whom the caller does not look after
    @Requires(Permission.INCENTIVES_WRITE)
    public Optional<Long> award(String code, LocalDate from) {
        var scheme = schemes.find(code).orElseThrow(() -> new NotFound(Schemes.WHAT, code));
        demandMine(scheme);
        var due =
                waiting(scheme).stream()
                        .filter(each -> each.period().from().equals(from))
                        .findFirst();
        if (due.isEmpty()) {
            if (table.isAwarded(code, scheme.rules().rhythm().of(from))) {
                return Optional.empty();
            }
            throw new NotFound(WHAT, code + " " + from);
        }
        if (today().isBefore(due.get().due())) {
            throw InvalidInput.of(
                    "/period",
                    Complaint.of(
                            "tooEarly",
                            "Late facts may still come: it can be awarded from %s on."
                                    .formatted(due.get().due()),
                            due.get().due()));
        }
        return award(due.get());
    }

    private Optional<Long> award(Due due) {
        var rules = due.version().rules();
        var reckoned = settled(rules, due.period());
        var by = by();
        return retries.inTransaction(() -> {
            var begun = table.begin(due.version(), due.period(), by, clock.instant());
            begun.ifPresent(run -> {
                accounts.take(reckoned.keySet());
                var now = clock.instant();
                reckoned.forEach((agent, reason) -> {
                    write(run, agent, 1, reason, by, now);
                    if (reason.given() > 0) {
                        news.awarded(agent, rules.name(), reason.given());
                    }
                });
                audit.changed(
                        by,
                        WHAT,
                        "" + run,
                        null,
                        "%s version %d, %s to %s, %d people"
                                .formatted(
                                        due.scheme().code(),
                                        due.version().number(),
                                        due.period().from(),
                                        due.period().to(),
                                        reckoned.size()));
                events.publishEvent(new IncentivesChanged(reckoned.keySet()));
            });
            return begun;
        });
    }

    private Map<AgentId, Reason> settled(Rules rules, Period period) {
        var reckoned = reader.reckon(rules, period);
        if (reckoned.waiting()) {
            throw InvalidInput.of(
                    "/period",
                    Complaint.of(
                            "adding",
                            "Days of this period are still being added up; try again in a few minutes."));
        }
        return reckoned.reasons();
    }

    private void write(
            long run, AgentId agent, int revision, Reason reason, Actor by, Instant now) {
        var unit = directory.agent(agent).map(Agent::unit).orElseThrow();
        table.insert(new Award(run, agent, revision, unit, reason.given(), reason, now));
        if (reason.given() > 0) {
            accounts.write(agent, Kind.AWARD, reason.given(), Origin.award(run, revision), by);
        }
    }

    /// Reads the figures of a period again. Who comes to something else has their award taken back
    /// and given anew, each as an entry; where the cap cuts, what one gets less others may get
    /// more.
    ///
    /// @return how many people's points are others
    /// @throws InvalidInput while figures are being added up
    /// @throws EditConflict when somebody checks it at the same time
    /// @throws AccessDeniedException when people take part whom the caller does not look after
    @Requires(Permission.INCENTIVES_WRITE)
    public int check(long number) {
        var known = table.run(number).orElseThrow(() -> new NotFound(WHAT, "" + number));
        demandMine(schemes.find(known.scheme()).orElseThrow(() -> new NotFound(WHAT, "" + number)));
        var rules = rules(known);
        var reckoned = settled(rules.less(appeals.corrected(number)), known.period());
        var by = by();
        return retries.inTransaction(() -> {
            var run = table.run(number).orElseThrow();
            if (run.edits() != known.edits() || !table.checked(run, clock.instant())) {
                throw audit.conflict(WHAT, "" + number, rules.name());
            }
            var before =
                    table.awards(number).stream()
                            .collect(Collectors.toMap(Award::agent, Function.identity()));
            var changed = new HashSet<AgentId>();
            reckoned.forEach((agent, reason) -> {
                var old = before.get(agent);
                if (old == null || !old.reason().equals(reason)) {
                    changed.add(agent);
                }
            });
            accounts.take(changed);
            int other = 0;
            for (var agent : changed) {
                if (again(number, agent, before, reckoned, rules, by)) {
                    other++;
                }
            }
            audit.changed(by, WHAT, "" + number, null, "checked again, other points: " + other);
            events.publishEvent(new IncentivesChanged(changed));
            return other;
        });
    }

    private boolean again(
            long run,
            AgentId agent,
            Map<AgentId, Award> before,
            Map<AgentId, Reason> reckoned,
            Rules rules,
            Actor by) {
        var reason = Objects.requireNonNull(reckoned.get(agent));
        var old = before.get(agent);
        int revision = old == null ? 1 : old.revision() + 1;
        long was = old == null ? 0 : old.points();
        if (old != null && was > 0) {
            var entry = accounts.ofAward(run, agent, old.revision()).orElseThrow();
            accounts.write(agent, Kind.REVERSAL, -was, Origin.reversal(entry), by);
        }
        write(run, agent, revision, reason, by, clock.instant());
        if (was != reason.given()) {
            news.changed(agent, rules.name(), reason.given() - was);
            return true;
        }
        return false;
    }

    /// Awards every period that is due, for the job.
    ///
    /// @param goOn whether the ledger is nobody else's now; asked before each period
    /// @return how many
    int awardDue(BooleanSupplier goOn) {
        int awarded = 0;
        for (var scheme : schemes.all()) {
            for (var due : waiting(scheme)) {
                if (!today().isBefore(due.due()) && goOn.getAsBoolean() && award(due).isPresent()) {
                    awarded++;
                }
            }
        }
        return awarded;
    }

    private void demandMine(Scheme scheme) {
        if (!guarded.mayWrite(scheme.rules())) {
            throw new AccessDeniedException(
                    "People take part in this scheme whom you do not look after.");
        }
    }

    // ------------------------------------------------------------------ reading

    /// A period that was awarded, with what it came to.
    public record Awarded(AwardRun run, Rules rules, Sums sums) {}

    /// Periods of schemes the caller's people take part in, the latest first.
    @Requires({Permission.INCENTIVES_VIEW, Permission.INCENTIVES_WRITE})
    @Transactional(readOnly = true)
    public List<Awarded> list() {
        var mine = guarded.all().stream().map(Scheme::code).collect(Collectors.toSet());
        var scope = access.scope(Permission.INCENTIVES_VIEW, Permission.INCENTIVES_WRITE);
        return table.runs(MOST_RUNS).stream()
                .filter(run -> mine.contains(run.scheme()))
                .map(run -> awarded(run, scope))
                .toList();
    }

    /// Sums of the caller's own people, except where they are made of people's own figures: those
    /// are of everybody, so that no two sums differ by one person.
    private Awarded awarded(AwardRun run, Scope scope) {
        var rules = rules(run);
        boolean own = rules.tellsOwnFigures();
        return new Awarded(
                run,
                rules,
                Sums.of(
                        table.awards(run.number()).stream()
                                .filter(each -> own || isIn(scope, each.agent()))
                                .map(Award::reason)
                                .toList(),
                        own));
    }

    /// One person's award as the caller may see it.
    ///
    /// @param award null where it is made of figures that are the person's own, or otherwise not
    ///   the caller's to see
    public record Line(AgentId agent, @Nullable Award award) {}

    /// The caller's people in a period that was awarded, by name.
    ///
    /// @throws NotFound when there is none
    @Requires(Permission.INCENTIVES_VIEW)
    @Transactional(readOnly = true)
    public List<Line> people(long number) {
        var run = table.run(number).orElseThrow(() -> new NotFound(WHAT, "" + number));
        var rules = rules(run);
        var awards =
                table.awards(number).stream()
                        .collect(Collectors.toMap(Award::agent, Function.identity()));
        return directory.agents(access.scope(Permission.INCENTIVES_VIEW)).stream()
                .filter(agent -> awards.containsKey(agent.id()))
                .map(agent ->
                        new Line(
                                agent.id(),
                                sight.sees(rules, agent) ? awards.get(agent.id()) : null))
                .toList();
    }

    /// What a period brought somebody.
    ///
    /// @param scheme its name
    /// @param at when it was reckoned
    public record Seen(String scheme, Period period, long points, Instant at) {}

    /// What the last periods brought one person, as far as the caller may see it, the latest first.
    ///
    /// @return nothing for somebody the caller does not look after
    @Requires(Permission.INCENTIVES_VIEW)
    @Transactional(readOnly = true)
    public List<Seen> of(AgentId agent) {
        var person = directory.agent(agent);
        return person.stream()
                .flatMap(known ->
                        table.of(agent, MOST_OF_ONE).stream()
                                .flatMap(award -> {
                                    var run = table.run(award.run()).orElseThrow();
                                    var rules = rules(run);
                                    return sight.sees(rules, known)
                                            ? Stream.of(
                                                    new Seen(
                                                            rules.name(),
                                                            run.period(),
                                                            award.points(),
                                                            award.madeAt()))
                                            : Stream.empty();
                                }))
                .toList();
    }

    /// One line of what was awarded, for programs.
    ///
    /// @param award null where it is not the caller's to see
    public record Told(AwardRun run, Rules rules, Agent agent, @Nullable Award award) {}

    /// What was awarded to people in a scope for periods that begin in a span, by period, then by
    /// person.
    ///
    /// @param scope whom it is asked of; nobody outside the caller's own is told of
    @Requires(Permission.INCENTIVES_VIEW)
    @Transactional(readOnly = true)
    public List<Told> told(Scope scope, LocalDate from, LocalDate to) {
        var mine = access.scope(Permission.INCENTIVES_VIEW);
        var told = new ArrayList<Told>();
        for (var run : table.runs(from, to)) {
            var rules = rules(run);
            for (var award : table.awards(run.number())) {
                directory
                        .agent(award.agent())
                        .filter(agent -> mine.includes(agent, null) && scope.includes(agent, null))
                        .ifPresent(agent ->
                                told.add(
                                        new Told(
                                                run,
                                                rules,
                                                agent,
                                                sight.sees(rules, agent) ? award : null)));
            }
        }
        return told;
    }

    /// What everybody may know of a run.
    @Requires({Permission.INCENTIVES_VIEW, Permission.INCENTIVES_WRITE})
    @Transactional(readOnly = true)
    public Optional<Awarded> find(long number) {
        return list().stream().filter(each -> each.run().number() == number).findFirst();
    }

    Rules rules(AwardRun run) {
        return schemes.find(run.scheme()).stream()
                .flatMap(scheme -> scheme.versions().stream())
                .filter(version -> version.number() == run.version())
                .findFirst()
                .orElseThrow()
                .rules();
    }

    private boolean isIn(Scope scope, AgentId agent) {
        return directory.agent(agent).filter(each -> scope.includes(each, null)).isPresent();
    }

    private Actor by() {
        return access.viewer().actor();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
