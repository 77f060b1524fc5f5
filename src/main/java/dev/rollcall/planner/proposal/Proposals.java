package dev.rollcall.planner.proposal;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.demand.Demand;
import dev.rollcall.demand.RequiredHeads;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.DaysOff;
import dev.rollcall.planner.Drafts;
import dev.rollcall.planner.Roster;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.Rotations;
import dev.rollcall.planner.ShiftTemplates;
import dev.rollcall.planner.Wish;
import dev.rollcall.planner.Wishes;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Holiday;
import dev.rollcall.schedule.Holidays;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Proposes weeks in the background, one after the other, each for the planner who asked. A
/// proposal lives in memory: a restart forgets it, and loses nothing but the search.
///
/// What is published, and what planners have drafted, stays; only days that hold nothing, and days
/// the planner chose, are filled. Who works by a rotation gets what it says; the others are found a
/// week around that. Days up to today are left alone.
@Service
public class Proposals implements DisposableBean {

    public static final Duration SHORTEST = Duration.ofSeconds(1);
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int WEEKS_BEFORE = 4;
    private static final int MOST_WAITING = 10;
    private static final int DAYS = 7;

    private final Drafts drafts;
    private final ShiftTemplates templates;
    private final Rotations rotations;
    private final Demand demand;
    private final Holidays holidays;
    private final Activities activities;
    private final Directory directory;
    private final ObjectProvider<Wishes> wishes;
    private final ObjectProvider<DaysOff> daysOff;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    private final Map<Asked, ProposalRun> runs = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    /// One search at a time: it takes a core, and the floor needs the others.
    private final ExecutorService searcher =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform()
                            .name("proposals")
                            .daemon()
                            .priority(Thread.MIN_PRIORITY)
                            .factory());

    private record Asked(Actor by, UnitId unit, LocalDate monday) {}

    Proposals(
            Drafts drafts,
            ShiftTemplates templates,
            Rotations rotations,
            Demand demand,
            Holidays holidays,
            Activities activities,
            Directory directory,
            ObjectProvider<Wishes> wishes,
            ObjectProvider<DaysOff> daysOff,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.drafts = drafts;
        this.templates = templates;
        this.rotations = rotations;
        this.demand = demand;
        this.holidays = holidays;
        this.activities = activities;
        this.directory = directory;
        this.wishes = wishes;
        this.daysOff = daysOff;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Begins to look for a week; an earlier proposal of the caller for it is forgotten.
    ///
    /// @param monday the first day of the week
    /// @param anew days that are filled although something is drafted there; published ones among
    ///   them stay as they are
    /// @param limit between [#SHORTEST] and [#LONGEST]
    /// @throws InvalidInput when it is no Monday, when there is nothing to fill or nothing to fill
    ///   it with, or when too many wait
    /// @throws dev.rollcall.shared.NotFound when the unit is out of the caller's sight
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional
    public Proposal start(UnitId unit, LocalDate monday, Set<DayKey> anew, Duration limit) {
        check(monday, limit);
        var given = given(unit, monday, anew);
        if (given.templates().isEmpty()) {
            throw InvalidInput.of("/templates", complaint("noTemplates", NO_TEMPLATES));
        }
        if (given.open().isEmpty() && given.laidOut().isEmpty()) {
            throw InvalidInput.of("/days", complaint("nothingOpen", NOTHING_OPEN));
        }
        if (waiting.get() >= MOST_WAITING) {
            throw InvalidInput.of("", complaint("busy", BUSY));
        }
        var asked = new Asked(access.viewer().actor(), unit, monday);
        var run =
                new ProposalRun(
                        unit,
                        monday,
                        new WeekMaker(given),
                        given.open().size() + given.laidOut().size(),
                        limit);
        var before = runs.put(asked, run);
        if (before != null) {
            before.stop();
        }
        audit.changed(
                asked.by(),
                "schedule",
                "proposal",
                null,
                "%d days from %s".formatted(given.open().size(), monday));
        waiting.incrementAndGet();
        searcher.execute(() -> {
            waiting.decrementAndGet();
            run.search();
        });
        return run.standing();
    }

    private static final String NO_TEMPLATES =
            "There is no shift template to propose. Make one first.";
    private static final String NOTHING_OPEN =
            "There is no empty day left to fill. Choose drafted days to propose them anew.";
    private static final String BUSY =
            "Other weeks are being proposed already. Try again in a minute.";

    private static Sentence complaint(String key, String english) {
        return new Sentence("planner.proposal.complaint." + key, english, List.of());
    }

    /// The caller's latest proposal for a week; empty when there is none.
    @Requires(Permission.SCHEDULE_WRITE)
    public Optional<Proposal> of(UnitId unit, LocalDate monday) {
        return run(unit, monday).map(ProposalRun::standing);
    }

    /// Ends the search; the best week so far is the proposal.
    @Requires(Permission.SCHEDULE_WRITE)
    public void stop(UnitId unit, LocalDate monday) {
        run(unit, monday).ifPresent(ProposalRun::stop);
    }

    /// Forgets the caller's proposal.
    @Requires(Permission.SCHEDULE_WRITE)
    public void forget(UnitId unit, LocalDate monday) {
        var run = runs.remove(new Asked(access.viewer().actor(), unit, monday));
        if (run != null) {
            run.stop();
        }
    }

    /// Tells of the caller's proposal as it gets better, at most twice a second, until it is over.
    ///
    /// @param told on a thread of the search
    /// @return ends the telling
    @Requires(Permission.SCHEDULE_WRITE)
    public Runnable follow(UnitId unit, LocalDate monday, Consumer<Proposal> told) {
        return run(unit, monday).map(run -> run.follow(told)).orElse(() -> {});
    }

    private Optional<ProposalRun> run(UnitId unit, LocalDate monday) {
        return Optional.ofNullable(runs.get(new Asked(access.viewer().actor(), unit, monday)));
    }

    /// Nobody asks for what was found an hour ago.
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forgetOldOnes() {
        runs.values().removeIf(ProposalRun::isStale);
    }

    private static void check(LocalDate monday, Duration limit) {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw InvalidInput.of("/monday", "A week begins on a Monday.");
        }
        if (limit.compareTo(SHORTEST) < 0 || limit.compareTo(LONGEST) > 0) {
            throw InvalidInput.of("/limit", "Search for 1 second to 10 minutes.");
        }
    }

    // ------------------------------------------------------------------ what is known

    private WeekMaker.Given given(UnitId unit, LocalDate monday, Set<DayKey> anew) {
        var sunday = monday.plusDays(DAYS - 1);
        var roster = drafts.roster(unit, monday, sunday);
        var past = drafts.roster(unit, monday.minusWeeks(WEEKS_BEFORE), monday.minusDays(1));
        var ids = roster.people().stream().map(Agent::id).toList();
        var wished = new HashMap<AgentId, List<Wish>>();
        wishes.forEach(each -> wished.putAll(each.of(ids)));
        var required = new HashMap<@Nullable GroupId, RequiredHeads>();
        required.putAll(demand.requiredHeadsOfGroups(unit, monday, sunday));
        required.put(null, demand.requiredHeads(unit, null, monday, sunday));
        var open = open(roster, anew, today(unit));
        daysOff.forEach(each -> open.removeAll(each.of(ids, monday, sunday)));
        var byRotation = rotations.plan(ids);
        var laidOut = byRotation.edits(roster, day -> open.contains(day.key()));
        open.removeIf(key -> byRotation.assigned(key.agent(), key.date()).isPresent());
        return new WeekMaker.Given(
                roster,
                past,
                templates.of(unit),
                required,
                wished,
                open,
                laidOut,
                holidays.of(unit, monday, sunday).stream()
                        .map(Holiday::date)
                        .collect(Collectors.toSet()),
                activities::categoryOf,
                code -> activities.of(code).filter(Activity::paid).isPresent());
    }

    private LocalDate today(UnitId unit) {
        var zone = directory.unit(unit).map(Unit::zone).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static Set<DayKey> open(Roster roster, Set<DayKey> anew, LocalDate today) {
        var open = new HashSet<DayKey>();
        for (var day : roster.days().values()) {
            var date = day.key().date();
            if (date.isAfter(today)
                    && !date.isBefore(roster.from())
                    && !date.isAfter(roster.to())
                    && isOpen(roster, day, anew)) {
                open.add(day.key());
            }
        }
        return open;
    }

    private static boolean isOpen(Roster roster, RosterDay day, Set<DayKey> anew) {
        return !roster.isPublished(day) && (!day.isDraft() || anew.contains(day.key()));
    }

    @Override
    public void destroy() {
        runs.values().forEach(ProposalRun::stop);
        searcher.shutdownNow();
    }
}
