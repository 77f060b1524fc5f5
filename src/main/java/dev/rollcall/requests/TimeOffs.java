package dev.rollcall.requests;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.requests.TimeOff.Progress;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Time off: people ask for it, a rule of their unit or somebody who plans them decides, and what
/// is approved is in the plan at once. Nobody decides about their own.
@Service
public class TimeOffs {

    /// The longest note and the longest answer, in characters.
    public static final int LONGEST_TEXT = 200;

    /// How many days one request has at most.
    public static final int MOST_DAYS = 92;

    private static final int PAGE = 500;
    private static final int DAYS_BACK = 31;
    private static final String WHAT = "time off";

    /// Who decides when nobody has to.
    private static final Actor RULE = Actor.system("rule for requests");

    private final TimeOffTable table;
    private final AbsenceTypes types;
    private final TimeOffLooks looks;
    private final TimeOffPlans plans;
    private final Outlooks outlooks;
    private final RequestTurns turns;
    private final Directory directory;
    private final Askers people;
    private final Access access;
    private final AuditLog audit;
    private final RequestNews news;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;

    TimeOffs(
            TimeOffTable table,
            AbsenceTypes types,
            TimeOffLooks looks,
            TimeOffPlans plans,
            Outlooks outlooks,
            RequestTurns turns,
            Directory directory,
            Askers people,
            Access access,
            AuditLog audit,
            RequestNews news,
            ApplicationEventPublisher events,
            ApplicationClock clock) {
        this.table = table;
        this.types = types;
        this.looks = looks;
        this.plans = plans;
        this.outlooks = outlooks;
        this.turns = turns;
        this.directory = directory;
        this.people = people;
        this.access = access;
        this.audit = audit;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ asking

    /// What one would ask for, before one does.
    ///
    /// @param amount how much it takes, in what its type is counted in
    /// @param allowances what it takes it from
    /// @param atOnce whether a rule would approve it now
    public record Preview(
            AbsenceType type, BigDecimal amount, List<Outlook.Left> allowances, boolean atOnce) {

        public Preview {
            allowances = List.copyOf(allowances);
        }
    }

    /// What asking would come to.
    ///
    /// @throws InvalidInput naming every bad field
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public Preview preview(TimeOffDraft draft) {
        var person = self();
        var looked = looks.look(person, draft, today(person));
        return new Preview(
                looked.type(), looked.amount(), looked.outlook().allowances(), looked.isFine());
    }

    /// Asks for time off. Where a rule of the unit has nothing against it, it is approved at once.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws AccessDeniedException when the caller is nobody who has plans
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public TimeOff ask(TimeOffDraft draft) {
        var person = self();
        return ask(person, draft, today(person));
    }

    /// Asks for time off in somebody's name, up to a month back.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when the person is not among those the caller may plan
    @Requires(Permission.SCHEDULE_WRITE)
    public TimeOff askFor(AgentId agent, TimeOffDraft draft) {
        var person = people.inScope(agent, access.scope(Permission.SCHEDULE_WRITE));
        return ask(person, draft, today(person).minusDays(DAYS_BACK));
    }

    private TimeOff ask(Agent person, TimeOffDraft draft, LocalDate earliest) {
        var by = access.viewer().actor();
        return turns.take(
                List.of(person.unit()),
                () -> {
                    var looked = looks.look(person, draft, earliest);
                    long number =
                            table.insert(
                                    person.id(),
                                    draft,
                                    looked.amount(),
                                    looked.findings(),
                                    by,
                                    clock.instant());
                    table.replaceDays(
                            number,
                            person.id(),
                            draft.part() == null,
                            looked.days(),
                            looked.type().measure());
                    audit.changed(by, WHAT, "" + number, null, told(person, draft));
                    if (looked.isFine()) {
                        boolean isTold =
                                access.viewer().agent().filter(person.id()::equals).isPresent();
                        approve(known(number), looked, RULE, null, isTold);
                    } else {
                        news.waits(
                                RequestNews.Waits.TIME_OFF,
                                List.of(person),
                                draft.from(),
                                draft.to(),
                                scope -> scope.includes(person, null));
                    }
                    events.publishEvent(new RequestChanged(Set.of(person.id())));
                    return known(number);
                });
    }

    private static String told(Agent person, TimeOffDraft draft) {
        var part = draft.part();
        return "%s asks for %s from %s to %s%s"
                .formatted(
                        person.externalId(),
                        draft.type(),
                        draft.from(),
                        draft.to(),
                        part == null ? "" : ", " + part.start() + "-" + part.end());
    }

    /// Gives somebody time off that was decided elsewhere, such as a reward, and writes it into the
    /// plan: both or neither.
    ///
    /// @throws InvalidInput naming what speaks against it, such as a day without any work
    /// @throws NotFound when the person is not among those the caller may plan
    @Requires(Permission.SCHEDULE_WRITE)
    public TimeOff give(AgentId agent, TimeOffDraft draft) {
        var person = people.inScope(agent, access.scope(Permission.SCHEDULE_WRITE));
        var by = access.viewer().actor();
        return turns.take(
                List.of(person.unit()),
                () -> {
                    var looked = looks.look(person, draft, today(person));
                    long number =
                            table.insert(
                                    person.id(),
                                    draft,
                                    looked.amount(),
                                    looked.findings(),
                                    by,
                                    clock.instant());
                    table.replaceDays(
                            number,
                            person.id(),
                            draft.part() == null,
                            looked.days(),
                            looked.type().measure());
                    audit.changed(by, WHAT, "" + number, null, told(person, draft));
                    approve(known(number), looked, by, null, true);
                    events.publishEvent(new RequestChanged(Set.of(person.id())));
                    return known(number);
                });
    }

    // ------------------------------------------------------------------ deciding

    /// Approves time off and writes it into the plan: both or neither.
    ///
    /// @param answer for whoever asked, up to [#LONGEST_TEXT] characters; empty: none
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when there is none that the caller may decide about
    /// @throws AccessDeniedException when it is their own
    @Requires(Permission.SCHEDULE_WRITE)
    public TimeOff approve(long number, long expectedVersion, String answer) {
        var text = answer(answer, false);
        var by = access.viewer().actor();
        var person = person(toDecide(number, expectedVersion));
        return turns.take(
                List.of(person.unit()),
                () -> {
                    var known = toDecide(number, expectedVersion);
                    var type = types.of(known.type()).orElseThrow();
                    // The plan may be another one than when it was asked for.
                    var looked =
                            looks.look(
                                    person, type, known.from(), known.to(), known.part(), number);
                    table.replaceDays(
                            number,
                            person.id(),
                            known.part() == null,
                            looked.days(),
                            type.measure());
                    approve(known, looked, by, text, true);
                    news.decided(known, Progress.APPROVED, by, text == null ? "" : text);
                    events.publishEvent(new RequestChanged(Set.of(person.id())));
                    return known(number);
                });
    }

    /// @param isTold whether they know that it is in the plan, because they asked for it now or are
    ///   told what was decided
    private void approve(
            TimeOff known,
            TimeOffLooks.Looked looked,
            Actor by,
            @Nullable String answer,
            boolean isTold) {
        plans.write(known, looked.days(), by, isTold);
        decide(known, Progress.APPROVED, looked.amount(), by, answer, looked.findings());
    }

    /// Declines time off; the plan stays as it is.
    ///
    /// @param answer why, for whoever asked, up to [#LONGEST_TEXT] characters
    /// @throws InvalidInput without an answer
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when there is none that the caller may decide about
    /// @throws AccessDeniedException when it is their own
    @Requires(Permission.SCHEDULE_WRITE)
    public TimeOff decline(long number, long expectedVersion, String answer) {
        var text = answer(answer, true);
        var by = access.viewer().actor();
        var person = person(toDecide(number, expectedVersion));
        return turns.take(
                List.of(person.unit()),
                () -> {
                    var known = toDecide(number, expectedVersion);
                    decide(known, Progress.DECLINED, known.amount(), by, text, known.findings());
                    news.decided(known, Progress.DECLINED, by, text == null ? "" : text);
                    table.release(number);
                    events.publishEvent(new RequestChanged(Set.of(known.agent())));
                    return known(number);
                });
    }

    /// Takes back what one asked for. What was approved is taken out of the plan again, before its
    /// first day only, and only where nobody has planned any of its days anew since: else somebody
    /// who plans them has to [#cancel] it, and to look after those days.
    ///
    /// @throws InvalidInput when a day was planned anew
    /// @throws EditConflict when somebody was first, or it can no longer be taken back
    /// @throws AccessDeniedException when it is not one's own
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public TimeOff withdraw(long number, long expectedVersion) {
        var person = self();
        return takeBack(number, expectedVersion, person, null);
    }

    /// Takes time off back that was approved, whenever it begins. Days that were planned anew since
    /// stay as they are; the findings of what is returned name them.
    ///
    /// @param answer why, for whoever asked
    /// @throws InvalidInput without an answer
    /// @throws NotFound when there is none that the caller may decide about
    @Requires(Permission.SCHEDULE_WRITE)
    public TimeOff cancel(long number, long expectedVersion, String answer) {
        var text = answer(answer, true);
        var known = inScope(number);
        insistNotOwn(known);
        return takeBack(number, expectedVersion, person(known), text);
    }

    private TimeOff takeBack(
            long number, long expectedVersion, Agent person, @Nullable String answer) {
        var by = access.viewer().actor();
        return turns.take(
                List.of(person.unit()),
                () -> {
                    var known = known(number);
                    if (!known.agent().equals(person.id())) {
                        throw new AccessDeniedException("Only whoever asked can take it back");
                    }
                    if (known.version() != expectedVersion
                            || !known.isHeld()
                            || answer == null && !mayWithdraw(known, person)) {
                        throw conflict(known);
                    }
                    if (known.isWaiting()) {
                        decide(
                                known,
                                answer == null ? Progress.WITHDRAWN : Progress.DECLINED,
                                known.amount(),
                                by,
                                answer,
                                known.findings());
                    } else {
                        var findings = plans.putBack(known, by);
                        if (answer == null && !findings.isEmpty()) {
                            throw InvalidInput.of(
                                    "/from",
                                    RequestComplaint.PLANNED_ANEW.with(
                                            LocalDate.parse(
                                                    findings.getFirst().values().getFirst())));
                        }
                        decide(known, Progress.CANCELLED, known.amount(), by, answer, findings);
                    }
                    if (answer != null) {
                        news.decided(
                                known,
                                known.isWaiting() ? Progress.DECLINED : Progress.CANCELLED,
                                by,
                                answer);
                    }
                    table.release(number);
                    events.publishEvent(new RequestChanged(Set.of(known.agent())));
                    return known(number);
                });
    }

    private void decide(
            TimeOff known,
            Progress progress,
            BigDecimal amount,
            Actor by,
            @Nullable String answer,
            List<Finding> findings) {
        if (!table.decide(known, progress, amount, by, clock.instant(), answer, findings)) {
            throw conflict(known(known.number()));
        }
        audit.changed(
                by,
                WHAT,
                "" + known.number(),
                known.progress().name().toLowerCase(Locale.ROOT),
                progress.name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String answer(String answer, boolean required) {
        var text = Answers.checked(answer, required);
        return text.isEmpty() ? null : text;
    }

    private TimeOff toDecide(long number, long expectedVersion) {
        var known = inScope(number);
        insistNotOwn(known);
        if (known.version() != expectedVersion || !known.isWaiting()) {
            throw conflict(known);
        }
        return known;
    }

    private void insistNotOwn(TimeOff known) {
        if (access.viewer().agent().equals(Optional.of(known.agent()))) {
            throw new AccessDeniedException("Somebody else decides about one's own time off");
        }
    }

    private TimeOff inScope(long number) {
        return find(number, access.scope(Permission.SCHEDULE_WRITE))
                .orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private static EditConflict conflict(TimeOff known) {
        var by = known.decidedBy();
        return new EditConflict(
                WHAT, "" + known.number(), by == null ? null : by.name(), known.decidedAt());
    }

    /// Erases what somebody said with their request: whoever said it, or whoever decides about it.
    ///
    /// @throws NotFound when there is none of theirs, nor one they may decide about
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN, Permission.SCHEDULE_WRITE})
    @Transactional
    public void eraseNote(long number) {
        var viewer = access.viewer();
        var known =
                find(
                                number,
                                viewer.scope(Permission.SCHEDULE_WRITE)
                                        .plus(
                                                viewer.agent()
                                                        .map(Scope::ofAgent)
                                                        .orElse(Scope.nobody())))
                        .orElseThrow(() -> new NotFound(WHAT, "" + number));
        table.eraseNote(known.number());
        audit.changed(viewer.actor(), WHAT, "" + number, "with a note", "without");
    }

    // ------------------------------------------------------------------ reading

    /// Whether the viewer may approve or decline it.
    public boolean mayDecide(TimeOff timeOff) {
        var viewer = access.viewer();
        return timeOff.isWaiting()
                && !viewer.agent().equals(Optional.of(timeOff.agent()))
                && isIn(viewer.scope(Permission.SCHEDULE_WRITE), timeOff);
    }

    /// Whether the viewer asked for it and can still take it back.
    public boolean mayWithdraw(TimeOff timeOff) {
        return access.viewer()
                .agent()
                .filter(timeOff.agent()::equals)
                .flatMap(directory::agent)
                .filter(person -> mayWithdraw(timeOff, person))
                .isPresent();
    }

    private boolean mayWithdraw(TimeOff timeOff, Agent person) {
        return timeOff.isWaiting()
                || timeOff.progress() == Progress.APPROVED && timeOff.from().isAfter(today(person));
    }

    /// One's own, newest first.
    ///
    /// @throws AccessDeniedException when the caller is nobody who has plans
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public List<TimeOff> own(int limit) {
        return table.page(
                List.of(self().id()), null, null, null, Long.MAX_VALUE, Math.clamp(limit, 1, PAGE));
    }

    /// What narrows a list.
    ///
    /// @param progress null: whatever became of them
    /// @param from requests that end before it are left out; null: none are
    /// @param to requests that begin after it are left out; null: none are
    public record Filter(
            @Nullable Progress progress, @Nullable LocalDate from, @Nullable LocalDate to) {

        public static final Filter WAITING = new Filter(Progress.ASKED, null, null);
    }

    /// One page, newest first. Notes are left out of those the caller does not decide about.
    ///
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500 and one more, which tells that the list goes on
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public List<TimeOff> page(Filter filter, long before, int limit, Scope scope) {
        return shown(
                table.page(
                        whose(scope),
                        filter.progress(),
                        filter.from(),
                        filter.to(),
                        before,
                        Math.clamp(limit, 1, PAGE + 1)));
    }

    /// Notes that the caller has seen what waits for them: they are told again when more does.
    @Requires(Permission.SCHEDULE_WRITE)
    public void seen() {
        news.seen();
    }

    /// Those that wait, the first day first.
    ///
    /// @param limit how many at most, up to 500 and one more, which tells that there are more
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public List<TimeOff> waiting(int limit) {
        return table.waiting(
                whose(access.scope(Permission.SCHEDULE_WRITE)), Math.clamp(limit, 1, PAGE + 1));
    }

    /// Those that were decided or taken back, the newest decision first.
    ///
    /// @param limit how many at most, up to 500 and one more, which tells that there are more
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public List<TimeOff> decided(int limit) {
        return table.decided(
                whose(access.scope(Permission.SCHEDULE_WRITE)), Math.clamp(limit, 1, PAGE + 1));
    }

    /// What somebody said with their request is for themselves and for whoever decides: others who
    /// may see it see it without.
    private List<TimeOff> shown(List<TimeOff> found) {
        var viewer = access.viewer();
        var decides = viewer.scope(Permission.SCHEDULE_WRITE);
        return found.stream()
                .map(each ->
                        viewer.agent().equals(Optional.of(each.agent())) || isIn(decides, each)
                                ? each
                                : each.withoutNote())
                .toList();
    }

    /// One request; empty when there is none in scope.
    @Transactional(readOnly = true)
    Optional<TimeOff> find(long number, Scope scope) {
        return table.find(number).filter(found -> isIn(scope, found));
    }

    /// One request; without its note where the caller does not decide about it.
    ///
    /// @throws NotFound when there is none whose plans the caller may see
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public TimeOff read(long number) {
        return find(number, access.scope(Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE))
                .map(found -> shown(List.of(found)).getFirst())
                .orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    /// What approving it would mean, as things are now. Who else is off is named where the caller
    /// plans them; the others are a number.
    ///
    /// @throws NotFound when there is none that the caller may decide about
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public Outlook outlook(long number) {
        return outlooks(List.of(inScope(number)), access.scope(Permission.SCHEDULE_WRITE))
                .getFirst();
    }

    /// As [#outlook(long)], of many at once, by number; those the caller does not decide about have
    /// no entry.
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public Map<Long, Outlook> outlooks(Collection<TimeOff> requests) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        var known = requests.stream().filter(each -> isIn(scope, each)).toList();
        var found = outlooks(known, scope);
        var byNumber = new HashMap<Long, Outlook>();
        for (int i = 0; i < known.size(); i++) {
            byNumber.put(known.get(i).number(), found.get(i));
        }
        return byNumber;
    }

    private List<Outlook> outlooks(List<TimeOff> requests, Scope scope) {
        return outlooks.of(requests.stream().map(looks::asked).toList()).stream()
                .map(each -> each.naming(agent -> people.isIn(scope, agent)))
                .toList();
    }

    /// The days of some people on which they are off by an approved request, whole days only; also
    /// those on which they would not work anyway. Who is out of scope has no entry.
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public Map<AgentId, Set<LocalDate>> approvedDays(
            Collection<AgentId> agents, LocalDate from, LocalDate to) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        var asked = agents.stream().filter(each -> people.isIn(scope, each)).toList();
        var days = new HashMap<AgentId, Set<LocalDate>>();
        asked.forEach(each -> days.put(each, new HashSet<>()));
        table.away(asked, from, to)
                .forEach((date, away) ->
                        away.forEach(agent ->
                                days.computeIfAbsent(agent, _ -> new HashSet<>()).add(date)));
        return days;
    }

    private @Nullable Collection<AgentId> whose(Scope scope) {
        return scope.everybody() ? null : directory.agents(scope).stream().map(Agent::id).toList();
    }

    private boolean isIn(Scope scope, TimeOff timeOff) {
        return people.isIn(scope, timeOff.agent());
    }

    private TimeOff known(long number) {
        return table.find(number).orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private Agent person(TimeOff timeOff) {
        return people.person(timeOff.agent());
    }

    private Agent self() {
        return people.self();
    }

    private LocalDate today(Agent person) {
        return people.today(person);
    }
}
