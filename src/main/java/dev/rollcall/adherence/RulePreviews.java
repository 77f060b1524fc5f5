package dev.rollcall.adherence;

import dev.rollcall.adherence.RulePreview.State;
import dev.rollcall.adherence.engine.Engine;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// Tries other rules on days that are over, before anybody saves them: whose score would move, and
/// by how much. In the background, one after the other, each for whoever asked; a preview lives in
/// memory, changes nothing and is forgotten by a restart.
///
/// Of settings that count from today or later, it says what they would have made of the last days,
/// beside what the settings they take the place of make of them. Of settings that count from a day
/// in the past, it says what will become of the days since: exactly what is shown once they are
/// saved.
@Service
public class RulePreviews implements DisposableBean {

    /// How many days back one may try.
    public static final int MOST_DAYS = 92;

    private static final int PEOPLE_AT_A_TIME = 50;
    private static final int MOST_WAITING = 10;
    private static final Duration KEPT = Duration.ofHours(1);

    private final AdherenceSettings settings;
    private final WorkingDays workingDays;
    private final DayRecords records;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    private final Map<String, PreviewRun> runs = new ConcurrentHashMap<>();

    /// One at a time: it takes a core, and the board needs the others.
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform()
                            .name("rule-previews")
                            .daemon()
                            .priority(Thread.MIN_PRIORITY)
                            .factory());

    RulePreviews(
            AdherenceSettings settings,
            WorkingDays workingDays,
            DayRecords records,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.settings = settings;
        this.workingDays = workingDays;
        this.records = records;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// Begins to try other settings of a level.
    ///
    /// @param unit null for the organisation
    /// @param form the settings to try, as from their first day on
    /// @param days how many days up to yesterday, from 1 to [#MOST_DAYS]; settings from a day in
    ///   the past are tried on all days since, however many that is
    /// @throws InvalidInput naming every bad field, or when too many wait
    /// @throws NotFound when the unit is out of scope
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public RulePreview start(@Nullable UnitId unit, SettingsForm form, int days, Scope scope) {
        form.check();
        mayTry(unit, scope);
        var today = settings.today(unit);
        var counts = form.effectiveFrom() == null ? today : form.effectiveFrom();
        if (counts.isBefore(today)) {
            checkPast(counts, today, "/settings/effectiveFrom");
            return run(
                    unit,
                    scope,
                    counts,
                    today,
                    settings.asTheyAre(),
                    settings.saying(List.of(new Saying(unit, counts, form))),
                    false);
        }
        if (days < 1 || days > MOST_DAYS) {
            throw InvalidInput.of(
                    "/days", Forms.sentence("days", "Try 1 to " + MOST_DAYS + " days.", MOST_DAYS));
        }
        var asIs = settings.asTheyAre();
        var tried = settings.saying(List.of(new Saying(unit, counts, form)));
        return run(
                unit,
                scope,
                today.minusDays(days),
                today,
                (home, _) -> asIs.on(home, counts),
                (home, _) -> tried.on(home, counts),
                false);
    }

    /// Begins to find out what [Recalculations#start] would move.
    ///
    /// @param unit null for the organisation
    /// @param from the first day that would be judged anew
    /// @throws InvalidInput when the day is not in the past or too long ago, or when too many wait
    /// @throws NotFound when the unit is out of scope
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public RulePreview startRecalculation(@Nullable UnitId unit, LocalDate from, Scope scope) {
        mayTry(unit, scope);
        var today = settings.today(unit);
        checkPast(from, today, "/recalculateFrom");
        return run(
                unit,
                scope,
                from,
                today,
                settings.asTheyAre(),
                settings.saying(settings.todaysRulesFrom(unit, from)),
                true);
    }

    static void checkPast(LocalDate from, LocalDate today, String pointer) {
        if (!from.isBefore(today)) {
            throw InvalidInput.of(
                    pointer, Forms.sentence("beforeToday", "Choose a day before today."));
        }
        if (ChronoUnit.DAYS.between(from, today) > MOST_DAYS) {
            throw InvalidInput.of(
                    pointer,
                    Forms.sentence(
                            "tooLongAgo",
                            "Choose a day that is at most " + MOST_DAYS + " days ago.",
                            MOST_DAYS));
        }
    }

    private void mayTry(@Nullable UnitId unit, Scope scope) {
        if (unit != null && (!scope.includes(unit) || directory.unit(unit).isEmpty())) {
            throw new NotFound("unit", Long.toString(unit.value()));
        }
    }

    private RulePreview run(
            @Nullable UnitId unit,
            Scope scope,
            LocalDate from,
            LocalDate today,
            Rulebook before,
            Rulebook after,
            boolean asRecorded) {
        if (runs.values().stream().filter(run -> !run.isOver()).count() >= MOST_WAITING) {
            throw InvalidInput.of(
                    "",
                    Forms.sentence(
                            "previews",
                            "Other previews are being made already. Try again in a minute."));
        }
        var run =
                new PreviewRun(
                        UUID.randomUUID().toString(),
                        access.viewer().actor(),
                        unit,
                        from,
                        today.minusDays(1),
                        people(unit, scope),
                        settings.on(unit, today).edition(),
                        (some, days) -> judge(some, days, before, after, asRecorded));
        runs.put(run.id(), run);
        worker.execute(() -> run.work(PEOPLE_AT_A_TIME));
        return standing(run);
    }

    List<Agent> people(@Nullable UnitId unit, Scope scope) {
        var under = unit == null ? null : directory.withDescendants(unit);
        return directory.agents(scope).stream()
                .filter(agent -> under == null || under.contains(agent.unit()))
                .toList();
    }

    private List<Moved> judge(
            List<Agent> people,
            PreviewRun days,
            Rulebook before,
            Rulebook after,
            boolean asRecorded) {
        var now = clock.instant();
        var recorded = new HashMap<AgentId, Tally>();
        if (asRecorded) {
            for (var day : records.between(people, days.from(), days.to())) {
                recorded.merge(day.agent(), day.figures().score(), Tally::plus);
            }
        }
        return workingDays.between(people, days.from(), days.to()).values().stream()
                .map(list -> {
                    var agent = list.getFirst().agent();
                    var asIs = recorded.getOrDefault(agent.id(), Tally.NONE);
                    var tried = Tally.NONE;
                    for (var day : list) {
                        var old = before.on(agent.unit(), day.date());
                        var other = after.on(agent.unit(), day.date());
                        var otherwise = score(day, other, now);
                        tried = tried.plus(otherwise);
                        if (!asRecorded) {
                            asIs =
                                    asIs.plus(
                                            judgesAlike(old, other)
                                                    ? otherwise
                                                    : score(day, old, now));
                        }
                    }
                    return new Moved(agent.id(), asIs, tried);
                })
                .toList();
    }

    private static boolean judgesAlike(RuleSet one, RuleSet other) {
        return one == other || judges(one).equals(judges(other));
    }

    /// What of rules bears on a figure.
    private static List<Object> judges(RuleSet it) {
        var rules = it.rules();
        return List.of(
                it.chainsExcuses(),
                rules.unmapped(),
                rules.unscheduled(),
                rules.defaultGrace(),
                rules.graceByActivity(),
                rules.workingPresences(),
                rules.mapping().rules());
    }

    private static Tally score(WorkingDay day, RuleSet rules, Instant now) {
        return Engine.assess(day.asOf(now, rules.rules(), rules.chainsExcuses()), rules.rules())
                .score();
    }

    /// One of the caller's own previews.
    ///
    /// @throws NotFound when they have none of that id, or it is forgotten
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public RulePreview of(String id) {
        return standing(own(id));
    }

    /// Ends one of the caller's own previews; nothing is found then.
    ///
    /// @throws NotFound when they have none of that id, or it is forgotten
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public void stop(String id) {
        own(id).stop();
    }

    /// Tells how one of the caller's own previews stands, a few times until it is over; what it
    /// found is asked for afterwards.
    ///
    /// @param told on the thread that judges: touches no component by itself
    /// @return ends the telling
    /// @throws NotFound when they have none of that id, or it is forgotten
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public Runnable follow(String id, Runnable told) {
        return own(id).follow(told);
    }

    private PreviewRun own(String id) {
        var run = runs.get(id);
        if (run == null || !run.by().equals(access.viewer().actor())) {
            throw new NotFound("preview", id);
        }
        return run;
    }

    private RulePreview standing(PreviewRun run) {
        var found = run.state() == State.DONE ? run.found() : List.<Moved>of();
        return new RulePreview(
                run.id(),
                run.unit(),
                run.from(),
                run.to(),
                run.state(),
                run.done(),
                run.people(),
                run.edition(),
                found.isEmpty() ? Movement.NOTHING : Movement.of(found, seen(found)));
    }

    private Set<AgentId> seen(Collection<Moved> found) {
        var scope = access.viewer().scope(Permission.ADHERENCE_VIEW);
        var mayBeSeen = directory.agents(scope).stream().map(Agent::id).collect(Collectors.toSet());
        return found.stream()
                .map(Moved::agent)
                .filter(mayBeSeen::contains)
                .collect(Collectors.toSet());
    }

    /// Nobody asks for what was found an hour ago.
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forgetOldOnes() {
        runs.values().removeIf(run -> run.isOlderThan(KEPT));
    }

    @Override
    public void destroy() {
        runs.values().forEach(PreviewRun::stop);
        worker.shutdownNow();
    }
}
