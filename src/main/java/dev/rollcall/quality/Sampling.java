package dev.rollcall.quality;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which interactions are evaluated when nobody chooses them: drawn at random for each person, and
/// written down so that anybody can see the same draw again.
@Service
public class Sampling {

    private static final String WHAT = "sampling plan";
    private static final int MOST_A_WEEK = 20;
    private static final int MOST = 500;
    private static final int DAYS_TO_DO = 14;

    private final SamplingTable table;
    private final InteractionTable interactions;
    private final ScorecardTable scorecards;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;
    private final SecureRandom seeds = new SecureRandom();

    Sampling(
            SamplingTable table,
            InteractionTable interactions,
            ScorecardTable scorecards,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.table = table;
        this.interactions = interactions;
        this.scorecards = scorecards;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ plans

    /// The plans of the caller's units.
    @Requires(Permission.QUALITY_WRITE)
    @Transactional(readOnly = true)
    public List<SamplingPlan> plans() {
        var scope = access.scope(Permission.QUALITY_WRITE);
        return table.plans().stream().filter(plan -> scope.includes(plan.unit())).toList();
    }

    /// Keeps a plan, a new one or another version of a known one.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when its unit is none of the caller's
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public SamplingPlan save(SamplingPlan plan) {
        var scope = access.scope(Permission.QUALITY_WRITE);
        if (!scope.includes(plan.unit())) {
            throw new NotFound("unit", "" + plan.unit().value());
        }
        check(plan);
        var before = plan.number() == 0 ? null : known(plan.number(), scope);
        long number = table.save(plan);
        if (number == 0) {
            throw audit.conflict(WHAT, "" + plan.number(), plan.name());
        }
        var saved = table.plan(number).orElseThrow();
        audit.changed(
                access.viewer().actor(),
                WHAT,
                "" + number,
                before == null ? null : SamplingJson.write(before),
                SamplingJson.write(saved));
        return saved;
    }

    private void check(SamplingPlan plan) {
        var problems = new InvalidInput.Collector();
        problems.check(
                !plan.name().isBlank() && plan.name().length() <= SheetCheck.LONGEST_NAME,
                "/name",
                SheetCheck.sentence("planName", "Give it a name of up to 120 characters."));
        problems.check(
                plan.perWeek() >= 1 && plan.perWeek() <= MOST_A_WEEK,
                "/perWeek",
                SheetCheck.sentence("perWeek", "Draw between one and twenty a week."));
        var least = plan.least();
        var most = plan.most();
        problems.check(
                least == null || most == null || least.compareTo(most) <= 0,
                "/most",
                SheetCheck.sentence(
                        "lengths", "The longest must not be shorter than the shortest."));
        problems.check(
                scorecards.find(plan.card()).filter(Scorecard::isOffered).isPresent(),
                "/card",
                SheetCheck.sentence("planCard", "Choose a scorecard that is published."));
        problems.throwIfAny();
    }

    private SamplingPlan known(long number, Scope scope) {
        return table.plan(number)
                .filter(plan -> scope.includes(plan.unit()))
                .orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    // ------------------------------------------------------------------ drawing

    /// Draws a week of a plan from what there is of it now. A week is drawn once.
    ///
    /// @param week any day of it
    /// @throws InvalidInput when it was drawn already, or has not begun
    /// @throws NotFound when there is no such plan of the caller's units
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public SamplingDraw draw(long plan, LocalDate week) {
        var known = known(plan, access.scope(Permission.QUALITY_WRITE));
        var unit = directory.unit(known.unit()).orElseThrow();
        var monday = week.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var from = monday.atStartOfDay(unit.zone()).toInstant();
        var now = clock.instant();
        if (from.isAfter(now)) {
            throw InvalidInput.of(
                    "/week", SheetCheck.sentence("weekToCome", "This week has not begun."));
        }
        var until = monday.plusWeeks(1).atStartOfDay(unit.zone()).toInstant();
        var people =
                directory.agents(Scope.ofUnits(directory.withDescendants(known.unit()))).stream()
                        .map(Agent::id)
                        .toList();
        Map<Long, List<Long>> candidates = new HashMap<>();
        interactions
                .suiting(known, people, from, until)
                .forEach(each ->
                        candidates
                                .computeIfAbsent(each.agent().value(), _ -> new ArrayList<>())
                                .add(each.number()));
        long seed = seeds.nextLong();
        var drawn = Draw.pick(candidates, known.perWeek(), seed);
        var due = LocalDate.ofInstant(now, unit.zone()).plusDays(DAYS_TO_DO);
        var by = access.viewer().actor();
        var number =
                table.draw(known, monday, seed, candidates, drawn, due, now, by.name())
                        .orElseThrow(() ->
                                InvalidInput.of(
                                        "/week",
                                        SheetCheck.sentence(
                                                "drawn",
                                                "This week was drawn already: it is drawn once.")));
        audit.changed(
                by,
                "sampling draw",
                "" + number,
                null,
                "plan %d, week of %s, seed %d".formatted(plan, monday, seed));
        return table.draws(List.of(plan), MOST).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /// Draws the last week of every active plan where that has not been done.
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public void drawWhatIsOver() {
        var now = clock.instant();
        for (var plan : table.plans()) {
            var zone = directory.unit(plan.unit()).map(unit -> unit.zone()).orElse(null);
            if (!plan.active() || zone == null) {
                continue;
            }
            var last =
                    LocalDate.ofInstant(now, zone)
                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .minusWeeks(1);
            if (!table.isDrawn(plan.number(), last)) {
                draw(plan.number(), last);
            }
        }
    }

    /// The latest draws of the caller's plans.
    @Requires(Permission.QUALITY_WRITE)
    @Transactional(readOnly = true)
    public List<SamplingDraw> draws(int limit) {
        return table.draws(
                plans().stream().map(SamplingPlan::number).toList(), Math.clamp(limit, 1, MOST));
    }

    // ------------------------------------------------------------------ to do

    /// What waits to be evaluated, the most urgent first; nothing of the caller's own.
    @Requires(Permission.QUALITY_WRITE)
    @Transactional(readOnly = true)
    public List<SamplingTask> waiting(int limit) {
        var viewer = access.viewer();
        return table.waiting(
                viewer.scope(Permission.QUALITY_WRITE),
                viewer.agent().orElse(null),
                Math.clamp(limit, 1, MOST));
    }

    /// How many wait.
    @Requires(Permission.QUALITY_WRITE)
    @Transactional(readOnly = true)
    public int countWaiting() {
        var viewer = access.viewer();
        return table.countWaiting(
                viewer.scope(Permission.QUALITY_WRITE), viewer.agent().orElse(null));
    }

    /// Passes one over: it cannot be evaluated. The draw stays as it is.
    ///
    /// @param why such as "the recording is gone"
    /// @throws InvalidInput without a reason
    /// @throws NotFound when it waits no more, or is none of the caller's people's
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public void pass(long task, String why) {
        var viewer = access.viewer();
        var scope = viewer.scope(Permission.QUALITY_WRITE);
        var agent =
                table.whose(task)
                        .filter(id -> !Objects.equals(viewer.agent(), Optional.of(id)))
                        .flatMap(directory::agent)
                        .filter(person -> scope.includes(person, null))
                        .orElseThrow(() -> new NotFound("task", "" + task));
        var text = why.strip();
        if (text.isEmpty() || text.length() > InteractionJson.LONGEST_NAME) {
            throw InvalidInput.of(
                    "/why", SheetCheck.sentence("passWhy", "Say why in up to 200 characters."));
        }
        if (!table.pass(task, text)) {
            throw new NotFound("task", "" + task);
        }
        audit.changed(
                viewer.actor(), "sampling task", agent.externalId(), "open", "passed: " + text);
    }
}
