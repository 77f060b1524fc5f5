package dev.rollcall.excuses;

import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.ExcusesChanged;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Sentence;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Excuses: given by whoever may act on people's adherence, before, during or after the fact, for
/// people by name or for a unit, a group or everybody. They can be ended and taken back; nothing of
/// them is ever deleted. Nobody excuses themselves by name.
@Service
public class Excuses {

    /// The longest note, in characters.
    public static final int LONGEST_NOTE = 500;

    /// How far back, how far ahead and for how long one can excuse.
    public static final Duration FURTHEST_BACK = Duration.ofDays(400);

    private static final Duration FURTHEST_AHEAD = Duration.ofDays(366);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int MOST_PEOPLE = 1000;
    private static final int PAGE = 500;

    /// Of how many days of people it is added up what an excuse would take off.
    private static final int MOST_DAYS = 2500;

    private static final String WHAT = "excuse";

    private final ExcuseTable table;
    private final ExcuseReasons reasons;
    private final Reached reach;
    private final Adherence adherence;
    private final Directory directory;
    private final LivePresence live;
    private final Access access;
    private final AuditLog audit;
    private final Deeds deeds;
    private final Retries retries;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;

    Excuses(
            ExcuseTable table,
            ExcuseReasons reasons,
            Reached reach,
            Adherence adherence,
            Directory directory,
            LivePresence live,
            Access access,
            AuditLog audit,
            Deeds deeds,
            Retries retries,
            ApplicationEventPublisher events,
            ApplicationClock clock) {
        this.table = table;
        this.reasons = reasons;
        this.reach = reach;
        this.adherence = adherence;
        this.directory = directory;
        this.live = live;
        this.access = access;
        this.audit = audit;
        this.deeds = deeds;
        this.retries = retries;
        this.events = events;
        this.clock = clock;
    }

    /// Something that was done.
    ///
    /// @param deed what it can be taken back by; empty when it was done by no person
    public record Done(Excuse excuse, OptionalLong deed) {}

    // ------------------------------------------------------------------ giving

    /// Excuses people.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when somebody, the unit or the group is not there for the caller
    /// @throws AccessDeniedException for everybody, when the caller may not act on everybody
    @Requires(Permission.ADHERENCE_WRITE)
    public Done give(ExcuseDraft draft) {
        return retries.<Done>inTransaction(() -> {
            var excuse = give(draft, null);
            return new Done(excuse, deeds.done(ExcuseDeeds.GIVEN, facts(excuse)));
        });
    }

    /// What was done for several people, each for a time of their own.
    ///
    /// @param deed what all of it can be taken back by; empty when it was done by no person
    public record DoneEach(List<Excuse> excuses, OptionalLong deed) {}

    /// Excuses several people, each for a time of their own: all of them or nobody.
    ///
    /// @throws InvalidInput naming every bad field of the first that is refused
    /// @throws NotFound when somebody is not there for the caller
    @Requires(Permission.ADHERENCE_WRITE)
    public DoneEach giveEach(List<ExcuseDraft> drafts) {
        return retries.<DoneEach>inTransaction(() -> {
            var given = drafts.stream().map(draft -> give(draft, null)).toList();
            return new DoneEach(
                    given,
                    deeds.done(
                            ExcuseDeeds.GIVEN_EACH,
                            new ExcuseDeeds.Each(given.stream().map(this::facts).toList())));
        });
    }

    /// In a transaction; the caller tells what was done.
    Excuse give(ExcuseDraft draft, @Nullable Long explanation) {
        var people = reach.whom(draft);
        check(draft);
        var now = clock.instant();
        long number = table.insert(draft, explanation, access.viewer().actor(), now);
        table.cover(number, people, now);
        return given(number);
    }

    private Excuse given(long number) {
        var excuse = known(number);
        audit.changed(access.viewer().actor(), WHAT, "" + number, null, told(excuse));
        changed(table.covered(number), excuse.span());
        return excuse;
    }

    /// What an excuse would take off figures if it were given now.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when somebody, the unit or the group is not there for the caller
    @Requires(Permission.ADHERENCE_WRITE)
    @Transactional(readOnly = true)
    public Effect preview(ExcuseDraft draft) {
        var people = reach.whom(draft);
        // Why they are excused takes nothing off: it may be chosen later.
        var problems = new InvalidInput.Collector();
        checkWhomAndWhen(draft, problems);
        problems.throwIfAny();
        var now = clock.instant();
        var until = draft.until() == null ? now : earlier(draft.until(), now);
        if (!until.isAfter(draft.from())) {
            return new Effect(people.size(), Map.of());
        }
        problems.check(
                people.size() * (Duration.between(draft.from(), until).toDays() + 1) <= MOST_DAYS,
                "/people",
                new Sentence(
                        Effect.TOO_MUCH,
                        "This is too much to add up before it is done: see the figures after it.",
                        List.of()));
        problems.throwIfAny();
        var excused = adherence.wouldExcuse(people, TimeSpan.of(draft.from(), until));
        var sorted = new LinkedHashMap<AgentId, Duration>();
        excused.entrySet().stream()
                .sorted(Map.Entry.<AgentId, Duration>comparingByValue().reversed())
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return new Effect(people.size(), sorted);
    }

    private void check(ExcuseDraft draft) {
        var problems = new InvalidInput.Collector();
        checkWhomAndWhen(draft, problems);
        checkReason(draft.reason(), draft.note(), "/note", problems);
        problems.throwIfAny();
    }

    private void checkWhomAndWhen(ExcuseDraft draft, InvalidInput.Collector problems) {
        problems.check(
                draft.reach() != Reach.PEOPLE || !draft.people().isEmpty(),
                "/people",
                sentence("nobody", "Say whom it is for."));
        problems.check(
                draft.people().size() <= MOST_PEOPLE,
                "/people",
                sentence("tooMany", "Name at most %d people.".formatted(MOST_PEOPLE), MOST_PEOPLE));
        checkTimes(draft.from(), draft.until(), problems);
    }

    void checkTimes(Instant from, @Nullable Instant until, InvalidInput.Collector problems) {
        var now = clock.instant();
        problems.check(
                !from.isBefore(now.minus(FURTHEST_BACK)),
                "/from",
                sentence(
                        "tooOld",
                        "Excuses go back %d days at most.".formatted(FURTHEST_BACK.toDays()),
                        FURTHEST_BACK.toDays()));
        problems.check(
                !from.isAfter(now.plus(FURTHEST_AHEAD)),
                "/from",
                sentence("tooFar", "This begins more than a year from now."));
        if (until == null) {
            problems.check(
                    !from.isAfter(now),
                    "/until",
                    sentence("openLater", "Say when it ends: it has not begun yet."));
            problems.check(
                    !from.isBefore(now.minus(LONGEST)),
                    "/until",
                    sentence("openLong", "Say when it ended: it began long ago."));
        } else if (problems.check(
                until.isAfter(from),
                "/until",
                sentence("order", "The end comes after the beginning."))) {
            problems.check(
                    Duration.between(from, until).compareTo(LONGEST) <= 0,
                    "/until",
                    sentence(
                            "tooLong",
                            "An excuse covers %d days at most.".formatted(LONGEST.toDays()),
                            LONGEST.toDays()));
        }
    }

    void checkReason(String code, String note, String pointer, InvalidInput.Collector problems) {
        var reason = reasons.find(code).filter(each -> !each.retired());
        problems.check(
                reason.isPresent(),
                "/reason",
                sentence("reason", "Choose one of the reasons on offer."));
        problems.check(
                reason.isEmpty() || !reason.get().noteRequired() || !note.isEmpty(),
                pointer,
                sentence("noNote", "Say in a few words what happened."));
        checkText(note, pointer, problems);
    }

    static void checkText(String text, String pointer, InvalidInput.Collector problems) {
        problems.check(
                text.codePointCount(0, text.length()) <= LONGEST_NOTE,
                pointer,
                sentence(
                        "longText",
                        "Use at most %d characters.".formatted(LONGEST_NOTE),
                        LONGEST_NOTE));
    }

    static Sentence sentence(String key, String english, Object... values) {
        return new Sentence("excuses.problem." + key, english, List.of(values));
    }

    // ------------------------------------------------------------------ ending, taking back

    /// Says when one ends that goes on, or ends one sooner.
    ///
    /// @throws InvalidInput when it would not end after it began, or later than it does
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when there is none the caller may act on
    @Requires(Permission.ADHERENCE_WRITE)
    public Done end(long number, long expectedVersion, Instant until) {
        return retries.<Done>inTransaction(() -> endNow(number, expectedVersion, until));
    }

    private Done endNow(long number, long expectedVersion, Instant until) {
        var known = toChange(number, expectedVersion);
        var problems = new InvalidInput.Collector();
        problems.check(
                until.isAfter(known.span().start()),
                "/until",
                sentence("order", "The end comes after the beginning."));
        problems.check(
                !until.isAfter(known.span().end()),
                "/until",
                sentence("longer", "It ends earlier already. Give another one for what is left."));
        problems.check(
                Duration.between(known.span().start(), until).compareTo(LONGEST) <= 0,
                "/until",
                sentence(
                        "tooLong",
                        "An excuse covers %d days at most.".formatted(LONGEST.toDays()),
                        LONGEST.toDays()));
        problems.throwIfAny();
        var ended = ended(known, until);
        var facts = new ExcuseDeeds.Ended(facts(ended), known.goesOn() ? null : known.span().end());
        return new Done(ended, deeds.done(ExcuseDeeds.ENDED, facts));
    }

    private Excuse ended(Excuse known, @Nullable Instant until) {
        var by = access.viewer().actor();
        if (!table.end(known, until, by, clock.instant())) {
            throw conflict(known.number());
        }
        var after = known(known.number());
        audit.changed(by, WHAT, "" + known.number(), told(known), told(after));
        var from = earlier(known.span().end(), after.span().end());
        var to = later(known.span().end(), after.span().end());
        if (to.isAfter(from)) {
            changed(table.covered(known.number()), TimeSpan.of(from, to));
        }
        return after;
    }

    /// Says again of one that it ends when it did before somebody ended it.
    ///
    /// @param ended when it was ended
    void endAgain(long number, Instant ended, @Nullable Instant before) {
        var known = toChange(number, null);
        if (!known.span().end().equals(ended)) {
            throw conflict(number);
        }
        ended(known, before);
        follow(number);
    }

    /// Who came or left while an incident did not hold.
    private void follow(long number) {
        var known = known(number);
        if (known.reach().isIncident() && known.span().end().isAfter(clock.instant())) {
            followPeople(known, null);
        }
    }

    /// Takes one back: it covers nothing any more, and stays on record.
    ///
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when there is none the caller may act on
    @Requires(Permission.ADHERENCE_WRITE)
    public Done takeBack(long number, long expectedVersion) {
        return retries.<Done>inTransaction(() -> {
            var after = takenBack(toChange(number, expectedVersion));
            return new Done(after, deeds.done(ExcuseDeeds.TAKEN_BACK, facts(after)));
        });
    }

    /// Takes one back, if it still holds.
    void takeBack(long number) {
        takenBack(toChange(number, null));
    }

    /// Takes one back that ends when it did when it was given: what somebody has said of it since
    /// is theirs.
    ///
    /// @param until null: nobody knew
    void takeBackAsGiven(long number, @Nullable Instant until) {
        var known = toChange(number, null);
        if (until == null ? !known.goesOn() : !known.span().end().equals(until)) {
            throw conflict(number);
        }
        takenBack(known);
    }

    private Excuse takenBack(Excuse known) {
        var by = access.viewer().actor();
        if (!table.takeBack(known, by, clock.instant())) {
            throw conflict(known.number());
        }
        audit.changed(by, WHAT, "" + known.number(), told(known), "taken back");
        changed(table.covered(known.number()), known.span());
        var explanation = known.explanation();
        if (explanation != null) {
            events.publishEvent(new GrantTurned(explanation, known.number(), false));
        }
        return known(known.number());
    }

    /// Gives again what was taken back, as a new one.
    void giveAgain(long number) {
        var known = known(number);
        if (known.holds()) {
            throw conflict(number);
        }
        if (!mayChange(known)) {
            throw new NotFound(WHAT, "" + number);
        }
        var draft =
                new ExcuseDraft(
                        known.reach(),
                        known.people(),
                        known.unit(),
                        known.group(),
                        known.span().start(),
                        known.goesOn() ? null : known.span().end(),
                        known.reason(),
                        known.note());
        var now = clock.instant();
        long again = table.insert(draft, known.explanation(), access.viewer().actor(), now);
        table.coverAs(again, number, now);
        given(again);
        follow(again);
        var explanation = known.explanation();
        if (explanation != null) {
            events.publishEvent(new GrantTurned(explanation, again, true));
        }
    }

    private Excuse toChange(long number, @Nullable Long expectedVersion) {
        var known = known(number);
        if (!mayChange(known)) {
            throw new NotFound(WHAT, "" + number);
        }
        if (!known.holds() || (expectedVersion != null && known.version() != expectedVersion)) {
            throw conflict(number);
        }
        return known;
    }

    private EditConflict conflict(long number) {
        return audit.conflict(WHAT, "" + number);
    }

    /// Whether the viewer may end it or take it back: everybody it reaches is theirs to act on.
    public boolean mayChange(Excuse excuse) {
        return reach.isCallers(excuse);
    }

    // ------------------------------------------------------------------ who comes later

    /// Sees to it that incidents that are not over cover those who belong to what they reach: who
    /// came since, from now on, and who left no longer.
    ///
    /// @param people whom to look at, null: everybody
    void followPeople(@Nullable Set<AgentId> people) {
        table.running(clock.instant()).forEach(incident -> followPeople(incident, people));
    }

    private void followPeople(Excuse incident, @Nullable Set<AgentId> people) {
        var now = clock.instant();
        var covered = table.stillCovered(incident.number());
        var came = new HashSet<>(reach.belonging(incident));
        came.removeAll(covered);
        var left = new HashSet<>(covered);
        left.removeAll(reach.reached(incident));
        if (people != null) {
            came.retainAll(people);
            left.retainAll(people);
        }
        if (!came.isEmpty()) {
            table.come(incident, came, now);
        }
        if (!left.isEmpty()) {
            table.leave(incident, left, now);
        }
        came.addAll(left);
        if (!came.isEmpty() && incident.span().end().isAfter(now)) {
            changed(came, TimeSpan.of(now, incident.span().end()));
        }
    }

    boolean hasRunningIncidents() {
        return !table.running(clock.instant()).isEmpty();
    }

    // ------------------------------------------------------------------ reading

    /// One excuse; empty when it covers nobody in scope.
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_WRITE})
    @Transactional(readOnly = true)
    public Optional<Excuse> find(long number, Scope scope) {
        return table.find(number)
                .filter(excuse -> scope.everybody() || !covered(excuse, scope).isEmpty())
                .map(excuse -> as(excuse, scope));
    }

    /// Whom an excuse covers, as far as they are in scope, by name.
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_WRITE})
    @Transactional(readOnly = true)
    public List<Agent> covered(Excuse excuse, Scope scope) {
        var covered = table.covered(excuse.number());
        return directory.everybody().stream()
                .filter(agent -> covered.contains(agent.id()) && live.isIn(scope, agent))
                .toList();
    }

    /// One page, newest first.
    ///
    /// @param incidents true: only such; false: only those for people by name; null: both
    /// @param span what they touch; null: whenever
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500 and one more, which tells that the list goes on
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_WRITE})
    @Transactional(readOnly = true)
    public List<Excuse> page(
            @Nullable Boolean incidents,
            @Nullable TimeSpan span,
            long before,
            int limit,
            Scope scope) {
        var read =
                table.page(whose(scope), incidents, span, before, Math.clamp(limit, 1, PAGE + 1));
        return read.stream().map(excuse -> as(excuse, scope)).toList();
    }

    /// Names nobody who is not in scope.
    private Excuse as(Excuse excuse, Scope scope) {
        if (scope.everybody() || excuse.people().isEmpty()) {
            return excuse;
        }
        var seen =
                excuse.people().stream()
                        .filter(person ->
                                directory
                                        .agent(person)
                                        .filter(agent -> live.isIn(scope, agent))
                                        .isPresent())
                        .collect(Collectors.toSet());
        return new Excuse(
                excuse.number(),
                excuse.reach(),
                excuse.unit(),
                excuse.group(),
                seen,
                excuse.covered(),
                excuse.span(),
                excuse.reason(),
                excuse.note(),
                excuse.explanation(),
                excuse.givenBy(),
                excuse.givenAt(),
                excuse.endedAt(),
                excuse.takenBackBy(),
                excuse.takenBackAt(),
                excuse.version());
    }

    private @Nullable Collection<AgentId> whose(Scope scope) {
        return scope.everybody() ? null : reach.in(scope);
    }

    private Excuse known(long number) {
        return table.find(number).orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private void changed(Set<AgentId> people, TimeSpan span) {
        events.publishEvent(new ExcusesChanged(people, span));
    }

    private ExcuseDeeds.Facts facts(Excuse excuse) {
        return new ExcuseDeeds.Facts(
                excuse.number(),
                names(excuse),
                excuse.covered(),
                excuse.span().start(),
                excuse.goesOn() ? null : excuse.span().end());
    }

    /// What it is for, in a word.
    private String names(Excuse excuse) {
        return switch (excuse.reach()) {
            case PEOPLE -> {
                var names = new ArrayList<String>();
                excuse.people().stream()
                        .flatMap(person -> directory.agent(person).stream())
                        .map(Agent::name)
                        .sorted()
                        .limit(2)
                        .forEach(names::add);
                yield String.join(", ", names);
            }
            case UNIT ->
                    directory
                            .unit(Objects.requireNonNull(excuse.unit()))
                            .map(unit -> unit.name())
                            .orElse("");
            case GROUP ->
                    directory
                            .group(Objects.requireNonNull(excuse.group()))
                            .map(group -> group.name())
                            .orElse("");
            case EVERYBODY -> "";
        };
    }

    private String told(Excuse excuse) {
        var whom =
                switch (excuse.reach()) {
                    case PEOPLE ->
                            excuse.people().stream()
                                    .flatMap(person -> directory.agent(person).stream())
                                    .map(Agent::externalId)
                                    .sorted()
                                    .collect(Collectors.joining(", "));
                    case UNIT, GROUP ->
                            excuse.reach().name().toLowerCase(Locale.ROOT)
                                    + " "
                                    + names(excuse)
                                    + ", "
                                    + excuse.covered()
                                    + " people";
                    case EVERYBODY -> "everybody, " + excuse.covered() + " people";
                };
        return "%s from %s until %s: %s%s"
                .formatted(
                        whom,
                        excuse.span().start(),
                        excuse.goesOn() ? "further notice" : excuse.span().end(),
                        excuse.reason(),
                        excuse.note().isEmpty() ? "" : ", " + excuse.note());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
