package dev.rollcall.requests;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.planner.PlanWarning;
import dev.rollcall.requests.Swap.Progress;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shifts that change hands: somebody offers one, a colleague takes it, and where the planner's
/// rules have something to say somebody who plans them decides. Both plans change at once or
/// neither does.
@Service
public class Swaps {

    private static final int MOST = 200;
    private static final int PAGE = 500;
    private static final String WHAT = "swap";
    private static final Actor RULE = Actor.system("rule for requests");

    private final SwapTable table;
    private final SwapLooks looks;
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

    Swaps(
            SwapTable table,
            SwapLooks looks,
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
        this.looks = looks;
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

    /// A swap and the shift it is about, as it is planned now; empty at another version of the
    /// plan.
    public record Offer(Swap swap, List<PlannedActivity> shift) {

        public Offer {
            shift = List.copyOf(shift);
        }
    }

    /// A swap one has a part in.
    ///
    /// @param shift the shift it is about, empty once it is decided or over
    /// @param inReturn the shift that would come back, empty when none would or it is decided
    /// @param isOver whether nothing can become of it any more: it is not decided, and its day has
    ///   come or was planned anew
    public record Own(
            Swap swap,
            List<PlannedActivity> shift,
            List<PlannedActivity> inReturn,
            boolean isOver) {

        public Own {
            shift = List.copyOf(shift);
            inReturn = List.copyOf(inReturn);
        }
    }

    /// What taking a shift would mean.
    ///
    /// @param own what the planner's rules would say against one's own plan
    /// @param isFineForOther whether they would say nothing against the other's, whose terms are
    ///   nobody else's business
    /// @param atOnce whether a rule would approve it now; never with a shift in return, which
    ///   whoever gets it has to agree to
    public record Preview(List<PlanWarning> own, boolean isFineForOther, boolean atOnce) {

        public Preview {
            own = List.copyOf(own);
        }
    }

    // ------------------------------------------------------------------ offering

    /// One's own shifts one may offer, or give in return, by date: from tomorrow on, four weeks.
    ///
    /// @throws AccessDeniedException when the caller is nobody who has plans
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public SortedMap<LocalDate, List<PlannedActivity>> ownShifts() {
        var self = people.self();
        var first = today(self).plusDays(1);
        var shifts = new TreeMap<LocalDate, List<PlannedActivity>>();
        schedules
                .plans(List.of(self.id()), first, first.plusDays(27))
                .getOrDefault(self.id(), List.of())
                .forEach(plan -> {
                    if (checks.hasShift(plan.activities())) {
                        shifts.put(plan.date(), plan.activities());
                    }
                });
        return shifts;
    }

    /// Those one may offer a shift to, by name.
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public List<Agent> colleagues() {
        var self = people.self();
        return directory.everybody().stream()
                .filter(other -> ShiftChecks.areColleagues(self, other))
                .toList();
    }

    /// Offers one's shift on a date. What one offered of an earlier plan of that date is taken
    /// back.
    ///
    /// @param to to whom alone; null: to every colleague
    /// @throws InvalidInput when there is no such shift, it is offered already, or it is today's
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public Swap offer(LocalDate date, @Nullable AgentId to) {
        return offer(people.self(), date, to);
    }

    /// Offers somebody's shift in their name: for systems in which they say it.
    ///
    /// @param to to whom alone; null: to every colleague
    /// @throws InvalidInput when there is no such shift, it is offered already, or it is today's
    /// @throws NotFound when they are not among those the caller may plan
    @Requires(Permission.SCHEDULE_WRITE)
    public Swap offerFor(AgentId agent, LocalDate date, @Nullable AgentId to) {
        return offer(planned(agent), date, to);
    }

    private Agent planned(AgentId agent) {
        return people.inScope(agent, access.scope(Permission.SCHEDULE_WRITE));
    }

    private Swap offer(Agent self, LocalDate date, @Nullable AgentId to) {
        Schedules.checkPlannable(date, "/date");
        return turns.take(
                List.of(self.unit()),
                () -> {
                    var problems = new InvalidInput.Collector();
                    var shift = checks.side(self.id(), date, null).on(date);
                    problems.check(
                            date.isAfter(today(self)),
                            "/date",
                            RequestComplaint.SWAP_TOO_LATE.with());
                    problems.check(
                            checks.hasShift(shift), "/date", RequestComplaint.NO_SHIFT.with());
                    problems.check(
                            to == null
                                    || directory
                                            .agent(to)
                                            .filter(other -> ShiftChecks.areColleagues(self, other))
                                            .isPresent(),
                            "/to",
                            RequestComplaint.NO_COLLEAGUE.with());
                    var earlier =
                            table.of(self.id(), MOST).stream()
                                    .filter(each ->
                                            each.isOpen()
                                                    && each.from().equals(self.id())
                                                    && each.date().equals(date))
                                    .findFirst();
                    problems.check(
                            earlier.isEmpty() || !looks.isAsPlanned(earlier.get()),
                            "/date",
                            RequestComplaint.OFFERED_ALREADY.with());
                    problems.throwIfAny();
                    earlier.ifPresent(this::takeBack);
                    long number =
                            table.insert(
                                    self.id(),
                                    date,
                                    checks.version(self.id(), date),
                                    to,
                                    clock.instant());
                    audit.changed(
                            access.viewer().actor(),
                            WHAT,
                            "" + number,
                            null,
                            self.externalId() + " offers " + date);
                    if (to != null) {
                        news.told(List.of(to), "OFFERED_TO_YOU", date, self.id(), "");
                    }
                    events.publishEvent(new RequestChanged(Set.of()));
                    return known(number);
                });
    }

    /// Takes an offer back, while it is not in the plans.
    ///
    /// @throws EditConflict when somebody was first
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public Swap withdraw(long number, long expectedVersion) {
        return withdraw(people.self(), number, expectedVersion);
    }

    /// Takes an offer back in the name of whoever made it.
    ///
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when they are not among those the caller may plan
    @Requires(Permission.SCHEDULE_WRITE)
    public Swap withdrawFor(long number, long expectedVersion) {
        return withdraw(planned(known(number).from()), number, expectedVersion);
    }

    private Swap withdraw(Agent self, long number, long expectedVersion) {
        return turns.take(
                List.of(self.unit()),
                () -> {
                    var known = known(number);
                    if (!known.from().equals(self.id())) {
                        throw new NotFound(WHAT, "" + number);
                    }
                    insist(known, expectedVersion, known.isOpen());
                    takeBack(known);
                    news.told(
                            unlessTheyAct(self),
                            "OFFER_TAKEN_BACK",
                            known.date(),
                            access.viewer().actor().name(),
                            "");
                    return known(number);
                });
    }

    private void takeBack(Swap known) {
        decide(known, Progress.WITHDRAWN, access.viewer().actor(), null);
        var taker = known.taker();
        if (taker != null) {
            news.told(List.of(taker), "SWAP_WITHDRAWN", known.date(), known.from(), "");
        }
    }

    // ------------------------------------------------------------------ taking

    /// What colleagues offer that one may take, by date.
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public List<Offer> offered() {
        var self = people.self();
        var colleagues = colleagues().stream().map(Agent::id).toList();
        return looks
                .withShifts(
                        table.offered(self.id(), colleagues, today(self).plusDays(1), MOST).stream()
                                .filter(each ->
                                        looks.isToCome(
                                                each.date(),
                                                null,
                                                directory.agent(each.from()).stream()))
                                .toList())
                .stream()
                .filter(each -> !each.shift().isEmpty())
                .toList();
    }

    /// Those one offered or took, newest first.
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public List<Own> own() {
        return table.of(people.self().id(), 50).stream().map(looks::own).toList();
    }

    private boolean mayTake(Swap swap, Agent self) {
        var to = swap.to();
        return to == null
                ? directory
                        .agent(swap.from())
                        .filter(other -> ShiftChecks.areColleagues(self, other))
                        .isPresent()
                : to.equals(self.id());
    }

    /// What taking it would mean.
    ///
    /// @param inReturn the date of the shift one gives for it; null: none
    /// @throws InvalidInput when one of the two is not free for what they would get
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public Preview preview(long number, @Nullable LocalDate inReturn) {
        var self = people.self();
        var looked = looks.look(toTake(number, self), self, inReturn);
        return new Preview(
                looked.ofTaker(),
                looked.ofGiver().isEmpty(),
                inReturn == null && looks.isByRule(looked));
    }

    /// Takes a shift. Where the planner's rules have nothing to say and the unit's rule allows it,
    /// both plans change at once. With a shift in return it waits for whoever offered it to
    /// [#agree]: nobody gets a shift they did not say yes to.
    ///
    /// @param inReturn the date of the shift one gives for it; null: none
    /// @throws InvalidInput when one of the two is not free for what they would get
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when there is none one may take
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public Swap take(long number, long expectedVersion, @Nullable LocalDate inReturn) {
        return take(people.self(), number, expectedVersion, inReturn);
    }

    /// Takes a shift in somebody's name: for systems in which they say it. The yes to a shift in
    /// return is nobody else's to say.
    ///
    /// @param inReturn the date of the shift they give for it; null: none
    /// @throws InvalidInput when one of the two is not free for what they would get
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when they are not among those the caller may plan, or there is none they
    ///   may take
    @Requires(Permission.SCHEDULE_WRITE)
    public Swap takeFor(
            AgentId agent, long number, long expectedVersion, @Nullable LocalDate inReturn) {
        return take(planned(agent), number, expectedVersion, inReturn);
    }

    private Swap take(Agent self, long number, long expectedVersion, @Nullable LocalDate inReturn) {
        if (inReturn != null) {
            Schedules.checkPlannable(inReturn, "/inReturn");
        }
        var giver = person(toTake(number, self).from());
        return turns.take(
                List.of(self.unit(), giver.unit()),
                () -> {
                    var known = toTake(number, self);
                    insist(known, expectedVersion, known.progress() == Progress.OFFERED);
                    var looked = looks.look(known, self, inReturn);
                    var returnVersion =
                            inReturn == null ? null : checks.version(self.id(), inReturn);
                    if (!table.take(known, self.id(), inReturn, returnVersion, looked.findings())) {
                        throw conflict(known(number));
                    }
                    audit.changed(
                            access.viewer().actor(),
                            WHAT,
                            "" + number,
                            "offered",
                            "taken by " + self.externalId());
                    if (inReturn != null) {
                        news.told(
                                List.of(giver.id()), "SWAP_PROPOSED", known.date(), self.id(), "");
                        events.publishEvent(new RequestChanged(Set.of()));
                    } else if (looks.isByRule(looked)) {
                        approve(known(number), looked, RULE, unlessTheyAct(self));
                        news.told(
                                List.of(giver.id()), "SWAP_APPROVED", known.date(), self.id(), "");
                    } else {
                        waits(known, giver, self);
                    }
                    return known(number);
                });
    }

    /// Says yes to the shift in return for the one that one offered. Where the planner's rules have
    /// nothing to say and the units' rules allow it, both plans change at once.
    ///
    /// @throws InvalidInput when the plans are no longer as they were
    /// @throws EditConflict when somebody was first, or there is something else to say about it by
    ///   now
    /// @throws NotFound when one did not offer it
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public Swap agree(long number, long expectedVersion) {
        var self = people.self();
        var taker = person(takerOf(ownOffer(number, self)));
        return turns.take(
                        List.of(self.unit(), taker.unit()),
                        () -> {
                            var known = ownOffer(number, self);
                            insist(known, expectedVersion, known.progress() == Progress.PROPOSED);
                            insist(known, expectedVersion, takerOf(known).equals(taker.id()));
                            var looked = lookAgain(known, taker);
                            if (looked.isEmpty()) {
                                return Optional.<Swap>empty();
                            }
                            if (!table.agree(known)) {
                                throw conflict(known(number));
                            }
                            audit.changed(
                                    access.viewer().actor(),
                                    WHAT,
                                    "" + number,
                                    "taken by " + taker.externalId(),
                                    "agreed by " + self.externalId());
                            if (looks.isByRule(looked.get())) {
                                approve(known(number), looked.get(), RULE, Set.of());
                                news.told(
                                        List.of(taker.id()),
                                        "SWAP_TO_YOU",
                                        known.date(),
                                        self.id(),
                                        "");
                            } else {
                                news.told(
                                        List.of(taker.id()),
                                        "SWAP_AGREED",
                                        known.date(),
                                        self.id(),
                                        "");
                                waits(known, self, taker);
                            }
                            return Optional.of(known(number));
                        })
                .orElseThrow(() -> conflict(known(number)));
    }

    /// Says no to the shift in return, or takes back that one would give it: what was offered is
    /// offered again.
    ///
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when one neither offered nor took it
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public Swap refuse(long number, long expectedVersion) {
        var self = people.self();
        return turns.take(
                List.of(self.unit()),
                () -> {
                    var known = known(number);
                    boolean mine = known.from().equals(self.id());
                    if (!mine && !self.id().equals(known.taker())) {
                        throw new NotFound(WHAT, "" + number);
                    }
                    insist(known, expectedVersion, known.progress() == Progress.PROPOSED);
                    var taker = takerOf(known);
                    if (!table.offerAgain(known)) {
                        throw conflict(known(number));
                    }
                    audit.changed(
                            access.viewer().actor(),
                            WHAT,
                            "" + number,
                            "taken by " + person(taker).externalId(),
                            "offered");
                    news.told(
                            List.of(mine ? taker : known.from()),
                            mine ? "SWAP_REFUSED" : "SWAP_NOT_TAKEN",
                            known.date(),
                            self.id(),
                            "");
                    events.publishEvent(new RequestChanged(Set.of()));
                    return known(number);
                });
    }

    private void waits(Swap swap, Agent giver, Agent taker) {
        news.waits(
                RequestNews.Waits.SWAP,
                List.of(giver, taker),
                swap.date(),
                swap.date(),
                scope -> scope.includes(giver, null) && scope.includes(taker, null));
        events.publishEvent(new RequestChanged(Set.of()));
    }

    private Swap ownOffer(long number, Agent self) {
        return table.find(number)
                .filter(each -> each.from().equals(self.id()))
                .orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private static AgentId takerOf(Swap swap) {
        return Optional.ofNullable(swap.taker()).orElseThrow(() -> conflict(swap));
    }

    private Swap toTake(long number, Agent self) {
        return table.find(number)
                .filter(each -> mayTake(each, self))
                .orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    /// Looks at a taken swap anew. Where there is something else to say than whoever decides has
    /// read, it is kept for them instead.
    ///
    /// @return empty when they have to read it again
    private Optional<SwapLooks.Looked> lookAgain(Swap known, Agent taker) {
        var looked = looks.look(known, taker, known.inReturn());
        if (Set.copyOf(looked.findings()).equals(Set.copyOf(known.findings()))) {
            return Optional.of(looked);
        }
        if (!table.found(known, looked.findings())) {
            throw conflict(known(known.number()));
        }
        events.publishEvent(new RequestChanged(Set.of()));
        return Optional.empty();
    }

    /// Whoever is spoken for by a program knows nothing of it yet: their changed plan tells them.
    private Set<AgentId> unlessTheyAct(Agent person) {
        return access.viewer().agent().filter(person.id()::equals).isPresent()
                ? Set.of()
                : Set.of(person.id());
    }

    /// @param untold whom nobody else tells that their plan is another one
    private void approve(Swap known, SwapLooks.Looked looked, Actor by, Set<AgentId> untold) {
        write(looked.exchange(), by, untold);
        decide(known, Progress.APPROVED, by, null);
    }

    private void write(Exchange exchange, Actor by, Set<AgentId> untold) {
        var days = new ArrayList<Schedules.NewVersion>();
        var told = new HashSet<>(exchange.after().keySet());
        told.removeAll(untold);
        exchange.after()
                .forEach((agent, dates) ->
                        dates.forEach((date, entries) ->
                                days.add(
                                        new Schedules.NewVersion(
                                                agent,
                                                date,
                                                entries,
                                                checks.version(agent, date)))));
        schedules.publish(days, by, told);
    }

    // ------------------------------------------------------------------ deciding

    /// Those that wait for the caller, by date.
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public List<Offer> waiting() {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        return looks.withShifts(table.taken().stream().filter(each -> isIn(each, scope)).toList());
    }

    /// What narrows a list.
    ///
    /// @param progress null: whatever became of them
    /// @param from shifts of earlier dates are left out; null: none are
    /// @param to shifts of later dates are left out; null: none are
    public record Filter(
            @Nullable Progress progress, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /// One page of the swaps whose giver is in scope, newest first.
    ///
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500 and one more, which tells that the list goes on
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public List<Swap> page(Filter filter, long before, int limit, Scope scope) {
        return table.page(whose(scope), filter, before, Math.clamp(limit, 1, PAGE + 1));
    }

    /// One swap.
    ///
    /// @throws NotFound when there is none of somebody whose plans the caller may see
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public Swap read(long number) {
        var scope = access.scope(Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE);
        return table.find(number)
                .filter(each -> people.isIn(scope, each.from()))
                .orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private @Nullable Collection<AgentId> whose(Scope scope) {
        return scope.everybody() ? null : directory.agents(scope).stream().map(Agent::id).toList();
    }

    /// Those that were decided by somebody or by a rule, the newest decision first.
    ///
    /// @param limit how many at most, up to 500 and one more, which tells that there are more
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public List<Swap> decided(int limit) {
        return table.decided(
                whose(access.scope(Permission.SCHEDULE_WRITE)), Math.clamp(limit, 1, PAGE + 1));
    }

    /// Approves a swap: both plans change, or neither.
    ///
    /// @throws InvalidInput when the plans are no longer as they were
    /// @throws EditConflict when somebody was first, or there is something else to say about it by
    ///   now
    /// @throws NotFound when there is none that the caller may decide about
    /// @throws AccessDeniedException when it is their own
    @Requires(Permission.SCHEDULE_WRITE)
    public Swap approve(long number, long expectedVersion) {
        var by = access.viewer().actor();
        var first = toDecide(number);
        var taker = person(Optional.ofNullable(first.taker()).orElse(first.from()));
        return turns.take(
                        List.of(person(first.from()).unit(), taker.unit()),
                        () -> {
                            var known = toDecide(number);
                            insist(known, expectedVersion, known.progress() == Progress.TAKEN);
                            insist(known, expectedVersion, takerOf(known).equals(taker.id()));
                            var looked = lookAgain(known, taker);
                            if (looked.isEmpty()) {
                                return Optional.<Swap>empty();
                            }
                            approve(known, looked.get(), by, Set.of());
                            news.told(
                                    List.of(known.from()),
                                    "SWAP_APPROVED",
                                    known.date(),
                                    taker.id(),
                                    "");
                            news.told(
                                    List.of(taker.id()),
                                    "SWAP_TO_YOU",
                                    known.date(),
                                    known.from(),
                                    "");
                            return Optional.of(known(number));
                        })
                .orElseThrow(() -> conflict(known(number)));
    }

    /// Declines a swap; both plans stay as they are.
    ///
    /// @param answer why, for the two
    /// @throws InvalidInput without an answer
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when there is none that the caller may decide about
    /// @throws AccessDeniedException when it is their own
    @Requires(Permission.SCHEDULE_WRITE)
    public Swap decline(long number, long expectedVersion, String answer) {
        var text = Answers.checked(answer, true);
        return turns.take(
                List.of(person(toDecide(number).from()).unit()),
                () -> {
                    var known = toDecide(number);
                    insist(known, expectedVersion, known.progress() == Progress.TAKEN);
                    decide(known, Progress.DECLINED, access.viewer().actor(), text);
                    var taker = Objects.requireNonNull(known.taker());
                    news.told(
                            List.of(known.from(), taker),
                            "SWAP_DECLINED",
                            known.date(),
                            known.from(),
                            text);
                    return known(number);
                });
    }

    private Swap toDecide(long number) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        var known =
                table.find(number)
                        .filter(each -> isIn(each, scope))
                        .orElseThrow(() -> new NotFound(WHAT, "" + number));
        if (access.viewer()
                .agent()
                .filter(self -> self.equals(known.from()) || self.equals(known.taker()))
                .isPresent()) {
            throw new AccessDeniedException("Somebody else decides about one's own swaps");
        }
        return known;
    }

    private boolean isIn(Swap swap, Scope scope) {
        var taker = swap.taker();
        return people.isIn(scope, swap.from()) && taker != null && people.isIn(scope, taker);
    }

    private void decide(Swap known, Progress progress, Actor by, @Nullable String answer) {
        if (!table.decide(known, progress, by, clock.instant(), answer)) {
            throw conflict(known(known.number()));
        }
        audit.changed(
                by,
                WHAT,
                "" + known.number(),
                known.progress().name().toLowerCase(Locale.ROOT),
                progress.name().toLowerCase(Locale.ROOT));
        events.publishEvent(new RequestChanged(Set.of()));
    }

    private static void insist(Swap known, long expectedVersion, boolean isSo) {
        if (known.version() != expectedVersion || !isSo) {
            throw conflict(known);
        }
    }

    private static EditConflict conflict(Swap known) {
        var by = known.decidedBy();
        return new EditConflict(
                WHAT, "" + known.number(), by == null ? null : by.name(), known.decidedAt());
    }

    private Swap known(long number) {
        return table.find(number).orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private Agent person(AgentId agent) {
        return people.person(agent);
    }

    private LocalDate today(Agent person) {
        return people.today(person);
    }
}
