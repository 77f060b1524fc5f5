package dev.rollcall.requests;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.planner.PlanWarning;
import dev.rollcall.requests.OpenShift.Progress;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shifts nobody has yet: whoever plans posts them, and people of the unit claim them. The first
/// who does gets it, or somebody chooses; it is in their plan at once.
@Service
public class OpenShifts {

    private static final String WHAT = "open shift";
    private static final Actor RULE = Actor.system(OpenShift.FIRST_COME);
    private static final int MOST_PLACES = 500;
    private static final int PAGE = 500;
    private static final Duration LONGEST_SHIFT = Duration.ofHours(24);

    private final OpenShiftTable table;
    private final TimeOffTable absent;
    private final ShiftChecks checks;
    private final RequestTurns turns;
    private final Schedules schedules;
    private final Directory directory;
    private final Askers people;
    private final Access access;
    private final AuditLog audit;
    private final RequestNews news;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;

    OpenShifts(
            OpenShiftTable table,
            TimeOffTable absent,
            ShiftChecks checks,
            RequestTurns turns,
            Schedules schedules,
            Directory directory,
            Askers people,
            Access access,
            AuditLog audit,
            RequestNews news,
            ApplicationEventPublisher events,
            ApplicationClock clock) {
        this.table = table;
        this.absent = absent;
        this.checks = checks;
        this.turns = turns;
        this.schedules = schedules;
        this.directory = directory;
        this.people = people;
        this.access = access;
        this.audit = audit;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ whoever plans

    /// Posts an open shift.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when the unit is out of the caller's sight
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional
    public OpenShift post(OpenShiftDraft draft) {
        var unit =
                directory
                        .unit(draft.unit())
                        .filter(each -> access.scope(Permission.SCHEDULE_WRITE).includes(each.id()))
                        .orElseThrow(() -> new NotFound("unit", "" + draft.unit().value()));
        Schedules.checkPlannable(draft.date(), "/date");
        var problems = new InvalidInput.Collector();
        problems.check(
                draft.date().isAfter(today(unit)), "/date", RequestComplaint.SWAP_TOO_LATE.with());
        problems.check(
                checks.hasShift(draft.entries()), "/activities", RequestComplaint.NO_HOURS.with());
        problems.check(
                checks.length(draft.entries()).compareTo(LONGEST_SHIFT) <= 0,
                "/activities",
                RequestComplaint.SHIFT_TOO_LONG.with(LONGEST_SHIFT.toHours()));
        schedules.check(draft.date(), unit.zone(), draft.entries(), "/activities", problems);
        problems.check(
                draft.places() >= 1 && draft.places() <= MOST_PLACES,
                "/places",
                RequestComplaint.BAD_PLACES.with(MOST_PLACES));
        var group = draft.group();
        problems.check(
                group == null || directory.group(group).isPresent(),
                "/group",
                RequestComplaint.UNKNOWN_GROUP.with());
        problems.throwIfAny();
        var by = access.viewer().actor();
        long number = table.insert(draft, by, clock.instant());
        audit.changed(
                by,
                WHAT,
                "" + number,
                null,
                "%s %s, %d places".formatted(unit.code(), draft.date(), draft.places()));
        news.told(
                free(
                        directory.everybody().stream()
                                .filter(each -> checks.isOf(each, draft.unit(), group))
                                .map(Agent::id)
                                .toList(),
                        draft.date()),
                "POSTED",
                draft.date(),
                unit.name(),
                "");
        events.publishEvent(new RequestChanged(Set.of()));
        return known(number);
    }

    /// The coming open shifts of the units the caller plans, by date.
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public List<OpenShift> posted() {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        return table.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).stream()
                .filter(shift -> scope.includes(shift.unit()))
                .toList();
    }

    /// One page of open shifts, closed and past ones too, the newest first.
    ///
    /// @param from those of earlier dates are left out; null: none are
    /// @param to those of later dates are left out; null: none are
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500 and one more, which tells that the list goes on
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public List<OpenShift> page(
            @Nullable LocalDate from, @Nullable LocalDate to, long before, int limit, Scope scope) {
        return table.page(
                scope.everybody() ? null : scope.units(),
                from,
                to,
                before,
                Math.clamp(limit, 1, PAGE + 1));
    }

    /// One open shift.
    ///
    /// @throws NotFound when there is none of a unit the caller may see the plans of
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public OpenShift read(long number) {
        var scope = access.scope(Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE);
        return table.find(number)
                .filter(shift -> scope.includes(shift.unit()))
                .orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    /// A claim somebody or a rule decided, and the shift it was about.
    public record Decided(OpenShift shift, OpenShift.Claim claim) {}

    /// Claims that were decided in the units the caller plans, the newest decision first.
    ///
    /// @param limit how many at most, up to 500 and one more, which tells that there are more
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public List<Decided> decided(int limit) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        return table.decided(
                scope.everybody() ? null : scope.units(), Math.clamp(limit, 1, PAGE + 1));
    }

    /// Lets nobody claim a shift any more. Who has it keeps it; claims nobody decided are declined.
    ///
    /// @throws NotFound when there is none that the caller may change
    @Requires(Permission.SCHEDULE_WRITE)
    public void close(long number) {
        var by = access.viewer().actor();
        var first = posted(number);
        turns.take(
                List.of(first.unit()),
                () -> {
                    if (table.close(number)) {
                        audit.changed(by, WHAT, "" + number, "open", "closed");
                        declineRest(known(number), by);
                        events.publishEvent(new RequestChanged(Set.of()));
                    }
                    return number;
                });
    }

    /// Nothing can become of the claims that wait, and whoever made them hears of it.
    private void declineRest(OpenShift shift, Actor by) {
        for (var claim : shift.claims()) {
            var agent = claim.agent();
            if (claim.progress() == Progress.ASKED
                    && table.decide(
                            shift.number(),
                            agent,
                            Progress.DECLINED,
                            by.name(),
                            null,
                            clock.instant())) {
                audit.changed(
                        by,
                        WHAT,
                        "" + shift.number(),
                        "claimed by " + person(agent).externalId(),
                        "declined");
                news.told(List.of(agent), "CLAIM_DECLINED", shift.date(), by.name(), "");
            }
        }
    }

    /// Gives a place to somebody who claimed it.
    ///
    /// @throws InvalidInput when they are no longer free, or no place is left
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when there is no such claim that the caller may decide about
    @Requires(Permission.SCHEDULE_WRITE)
    public OpenShift give(long number, AgentId agent) {
        var by = access.viewer().actor();
        var shift = posted(number);
        return turns.take(
                List.of(shift.unit()),
                () -> {
                    insistNotOwn(agent);
                    if (!table.decide(
                            number, agent, Progress.GIVEN, by.name(), null, clock.instant())) {
                        throw new EditConflict(WHAT, "" + number, null, null);
                    }
                    var given = known(number);
                    give(given, person(agent), by, true);
                    news.told(List.of(agent), "CLAIM_GIVEN", given.date(), by.name(), "");
                    return known(number);
                });
    }

    /// Declines somebody's claim; the place stays free.
    ///
    /// @param answer why, for whoever claimed it; empty: nothing
    /// @throws InvalidInput when the answer is too long
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when there is no such claim that the caller may decide about
    @Requires(Permission.SCHEDULE_WRITE)
    public OpenShift decline(long number, AgentId agent, String answer) {
        var text = Answers.checked(answer, false);
        var by = access.viewer().actor();
        var shift = posted(number);
        return turns.take(
                List.of(shift.unit()),
                () -> {
                    insistNotOwn(agent);
                    if (!table.decide(
                            number,
                            agent,
                            Progress.DECLINED,
                            by.name(),
                            text.isEmpty() ? null : text,
                            clock.instant())) {
                        throw new EditConflict(WHAT, "" + number, null, null);
                    }
                    audit.changed(by, WHAT, "" + number, "claimed by " + agent.value(), "declined");
                    news.told(List.of(agent), "CLAIM_DECLINED", shift.date(), by.name(), text);
                    events.publishEvent(new RequestChanged(Set.of(agent)));
                    return known(number);
                });
    }

    private OpenShift posted(long number) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        return table.find(number)
                .filter(shift -> scope.includes(shift.unit()))
                .orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private void insistNotOwn(AgentId agent) {
        if (access.viewer().agent().filter(agent::equals).isPresent()) {
            throw new AccessDeniedException("Somebody else decides about one's own claims");
        }
    }

    // ------------------------------------------------------------------ whoever would work

    /// An open shift and what the planner's rules would say if one had it.
    public record Chance(OpenShift shift, List<PlanWarning> warnings) {

        public Chance {
            warnings = List.copyOf(warnings);
        }
    }

    /// Those one may claim, or has claimed, by date; not those of days on which one works anyway.
    ///
    /// @throws AccessDeniedException when the caller is nobody who has plans
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public List<Chance> offered() {
        var self = self();
        return table.from(today(self).plusDays(1)).stream()
                .filter(shift -> checks.isOf(self, shift.unit(), shift.group()))
                .filter(shift ->
                        shift.claimOf(self.id()).isPresent()
                                || shift.isFree() && isFreeFor(shift, self))
                .map(shift ->
                        new Chance(
                                shift,
                                shift.claimOf(self.id()).isPresent()
                                        ? List.of()
                                        : warnings(shift, self)))
                .toList();
    }

    /// Claims an open shift. Where the first gets it and the planner's rules have nothing to say,
    /// it is in one's plan at once.
    ///
    /// @throws InvalidInput when one is not free that day, or no place is left
    /// @throws NotFound when there is none one may claim
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public OpenShift claim(long number) {
        return claim(number, self());
    }

    /// Claims an open shift in somebody's name: for systems in which they say it.
    ///
    /// @throws InvalidInput when they are not free that day, or no place is left
    /// @throws NotFound when they are not among those the caller may plan, or there is none they
    ///   may claim
    @Requires(Permission.SCHEDULE_WRITE)
    public OpenShift claimFor(AgentId agent, long number) {
        return claim(number, people.inScope(agent, access.scope(Permission.SCHEDULE_WRITE)));
    }

    private OpenShift claim(long number, Agent self) {
        var first = claimable(number, self);
        return turns.take(
                List.of(first.unit()),
                () -> {
                    var shift = claimable(number, self);
                    if (!shift.isFree()) {
                        throw InvalidInput.of("/places", RequestComplaint.NO_PLACE.with());
                    }
                    if (shift.claimOf(self.id()).isPresent()) {
                        throw InvalidInput.of("/claim", RequestComplaint.CLAIMED_ALREADY.with());
                    }
                    if (!isFreeFor(shift, self)) {
                        throw InvalidInput.of("/date", RequestComplaint.NOT_FREE.with());
                    }
                    var warnings = warnings(shift, self);
                    var findings =
                            warnings.isEmpty()
                                    ? List.of(Finding.of(Finding.Kind.NO_WARNING))
                                    : warnings.stream()
                                            .map(each ->
                                                    Finding.of(
                                                            Finding.Kind.PLAN_WARNING,
                                                            "TAKER",
                                                            each.kind(),
                                                            each.date()))
                                            .toList();
                    boolean atOnce = shift.firstCome() && warnings.isEmpty();
                    table.claim(
                            number,
                            self.id(),
                            atOnce ? Progress.GIVEN : Progress.ASKED,
                            clock.instant(),
                            findings);
                    audit.changed(
                            access.viewer().actor(),
                            WHAT,
                            "" + number,
                            null,
                            "claimed by " + self.externalId());
                    if (atOnce) {
                        give(
                                known(number),
                                self,
                                RULE,
                                access.viewer().agent().filter(self.id()::equals).isPresent());
                    } else {
                        news.waits(
                                RequestNews.Waits.CLAIM,
                                List.of(self),
                                shift.date(),
                                shift.date(),
                                scope -> scope.includes(shift.unit()));
                    }
                    events.publishEvent(new RequestChanged(Set.of()));
                    return known(number);
                });
    }

    /// Takes a claim back that nobody has decided.
    ///
    /// @throws EditConflict when somebody was first
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    @Transactional
    public void unclaim(long number) {
        var self = self();
        if (!table.takeBack(number, self.id())) {
            throw new EditConflict(WHAT, "" + number, null, null);
        }
        audit.changed(
                access.viewer().actor(),
                WHAT,
                "" + number,
                "claimed by " + self.externalId(),
                "taken back");
        events.publishEvent(new RequestChanged(Set.of()));
    }

    private OpenShift claimable(long number, Agent self) {
        return table.find(number)
                .filter(shift -> checks.isOf(self, shift.unit(), shift.group()))
                .filter(shift -> shift.date().isAfter(today(self)))
                .orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    /// The place and the plan: both or neither.
    ///
    /// @param isTold whether they know, because they asked for it now or are told what was decided
    private void give(OpenShift shift, Agent person, Actor by, boolean isTold) {
        if (!shift.date().isAfter(today(person))) {
            throw InvalidInput.of("/date", RequestComplaint.SWAP_TOO_LATE.with());
        }
        if (!isFreeFor(shift, person)) {
            throw InvalidInput.of("/date", RequestComplaint.NOT_FREE.with());
        }
        if (!table.takePlace(shift.number())) {
            throw InvalidInput.of("/places", RequestComplaint.NO_PLACE.with());
        }
        schedules.publish(
                List.of(
                        new Schedules.NewVersion(
                                person.id(),
                                shift.date(),
                                shift.entries(),
                                checks.version(person.id(), shift.date()))),
                by,
                isTold ? Set.of(person.id()) : Set.of());
        audit.changed(by, WHAT, "" + shift.number(), "claimed", "given to " + person.externalId());
        var left = known(shift.number());
        if (!left.isFree()) {
            declineRest(left, by);
        }
        events.publishEvent(new RequestChanged(Set.of()));
    }

    private boolean isFreeFor(OpenShift shift, Agent person) {
        return !free(List.of(person.id()), shift.date()).isEmpty();
    }

    /// Those of some people who neither work on a date nor have time off.
    private List<AgentId> free(List<AgentId> people, LocalDate date) {
        var plans = schedules.plans(people, date, date);
        var away = absent.off(people, date);
        return people.stream()
                .filter(each -> plans.getOrDefault(each, List.of()).isEmpty())
                .filter(each -> !away.contains(each))
                .toList();
    }

    private List<PlanWarning> warnings(OpenShift shift, Agent person) {
        var side = checks.side(person.id(), shift.date(), null);
        var after = new TreeMap<>(side.days());
        after.put(shift.date(), shift.entries());
        return checks.news(person, side.days(), after);
    }

    private OpenShift known(long number) {
        return table.find(number).orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private Agent person(AgentId agent) {
        return people.person(agent);
    }

    private Agent self() {
        return people.self();
    }

    private LocalDate today(Agent person) {
        return people.today(person);
    }

    private LocalDate today(Unit unit) {
        return LocalDate.ofInstant(clock.instant(), unit.zone());
    }
}
