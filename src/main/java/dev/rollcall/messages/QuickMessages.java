package dev.rollcall.messages;

import dev.rollcall.audit.AuditLog;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Messages from those who look after people to these people, and what they answer.
@Service
public class QuickMessages {

    /// The longest message, and the longest answer, in characters.
    public static final int LONGEST_TEXT = 300;

    /// How many people one message goes to at most.
    public static final int MOST_PEOPLE = 500;

    /// What nobody read by then is history.
    public static final Duration NEWS = Duration.ofHours(12);

    private static final int PAGE = 500;
    private static final String WHAT = "message";

    private final MessageTable table;
    private final MessageNews news;
    private final Directory directory;
    private final LivePresence live;
    private final Access access;
    private final AuditLog audit;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;

    QuickMessages(
            MessageTable table,
            MessageNews news,
            Directory directory,
            LivePresence live,
            Access access,
            AuditLog audit,
            Deeds deeds,
            ApplicationEventPublisher events,
            ApplicationClock clock) {
        this.table = table;
        this.news = news;
        this.directory = directory;
        this.live = live;
        this.access = access;
        this.audit = audit;
        this.deeds = deeds;
        this.events = events;
        this.clock = clock;
    }

    /// A message that was sent.
    ///
    /// @param deed what it can be taken back by; empty when no person sent it
    public record Sent(QuickMessage message, OptionalLong deed) {}

    // ------------------------------------------------------------------ sending

    /// Sends a message to some people: all of them or nobody.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when one of them is not in scope
    @Requires(Permission.ADHERENCE_WRITE)
    @Transactional
    public Sent send(Set<AgentId> people, String text) {
        var said = text.strip();
        var problems = new InvalidInput.Collector();
        checkText(said, problems);
        problems.check(
                !people.isEmpty() && people.size() <= MOST_PEOPLE,
                "/agents",
                new Sentence(
                        "messages.problem.people",
                        "Name between one and %d people.".formatted(MOST_PEOPLE),
                        List.of(MOST_PEOPLE)));
        problems.throwIfAny();
        people.forEach(this::demandInScope);
        var by = access.viewer().actor();
        long number = table.insert(people, said, by, clock.instant());
        var message = known(number);
        audit.changed(by, WHAT, "" + number, null, "to %d: %s".formatted(people.size(), said));
        news.sent(message);
        events.publishEvent(new MessagesChanged(people, true));
        return new Sent(
                message,
                deeds.done(
                        MessageDeeds.SENT,
                        new MessageDeeds.Facts(
                                number,
                                people.size() == 1 ? name(people.iterator().next()) : "",
                                people.size(),
                                said)));
    }

    /// Takes a message back that the caller sent: it is gone from the pages and bells of those who
    /// have not read it.
    ///
    /// @throws EditConflict when it was taken back already
    /// @throws NotFound when the caller sent no such message
    @Requires(Permission.ADHERENCE_WRITE)
    @Transactional
    public void withdraw(long number) {
        var by = access.viewer().actor();
        var known = known(number);
        if (!isOwn(known)) {
            throw new NotFound(WHAT, "" + number);
        }
        if (!table.withdraw(number, clock.instant())) {
            throw audit.conflict(WHAT, "" + number);
        }
        audit.changed(by, WHAT, "" + number, "sent", "withdrawn");
        news.takenBack(known);
        events.publishEvent(new MessagesChanged(people(known), true));
    }

    // ------------------------------------------------------------------ receiving

    /// What waits for the caller to read it, the oldest first.
    @Requires(Permission.ADHERENCE_OWN)
    @Transactional(readOnly = true)
    public List<QuickMessage> waiting() {
        return table.waiting(self(), clock.instant().minus(NEWS));
    }

    /// A message to the caller, with their own copy alone; empty when there is none to them, or it
    /// was withdrawn.
    @Requires(Permission.ADHERENCE_OWN)
    @Transactional(readOnly = true)
    public Optional<QuickMessage> mine(long number) {
        var self = self();
        return table.find(number)
                .filter(each -> each.of(self).isPresent() && !each.isWithdrawn())
                .map(each -> each.narrowedTo(self::equals));
    }

    /// A page of the caller's shows these messages. Of what was shown already nothing changes.
    @Requires(Permission.ADHERENCE_OWN)
    @Transactional
    public void delivered(Collection<Long> numbers) {
        var self = self();
        if (!numbers.isEmpty() && table.delivered(self, numbers, clock.instant()) > 0) {
            events.publishEvent(new MessagesChanged(Set.of(self), false));
        }
    }

    /// The caller read a message and has nothing to say. Read already, nothing changes.
    ///
    /// @throws NotFound when there is none to them
    @Requires(Permission.ADHERENCE_OWN)
    @Transactional
    public void read(long number) {
        read(number, self());
    }

    /// A program shows messages elsewhere: somebody read one there.
    ///
    /// @throws NotFound when there is none to them, or they are not in scope
    @Requires(Permission.ADHERENCE_WRITE)
    @Transactional
    public void readFor(AgentId agent, long number) {
        demandInScope(agent);
        read(number, agent);
    }

    private void read(long number, AgentId agent) {
        to(number, agent);
        if (table.read(agent, number, clock.instant())) {
            news.read(agent, number);
            events.publishEvent(new MessagesChanged(Set.of(agent), false));
        }
    }

    /// The caller answers a message, once.
    ///
    /// @param text their own words; nothing unless the kind is [Answer.Kind#TEXT]
    /// @throws InvalidInput naming the bad field
    /// @throws EditConflict when they answered already, in another window
    /// @throws NotFound when there is none to them, or it was withdrawn
    @Requires(Permission.ADHERENCE_OWN)
    @Transactional
    public void answer(long number, Answer.Kind kind, String text) {
        answer(number, self(), kind, text);
    }

    /// A program shows messages elsewhere: somebody answered one there. As [#answer].
    ///
    /// @throws NotFound when they are not in scope, too
    @Requires(Permission.ADHERENCE_WRITE)
    @Transactional
    public void answerFor(AgentId agent, long number, Answer.Kind kind, String text) {
        demandInScope(agent);
        answer(number, agent, kind, text);
        audit.changed(
                access.viewer().actor(),
                WHAT,
                "" + number,
                null,
                "answered for %s: %s".formatted(name(agent), kind));
    }

    private void answer(long number, AgentId agent, Answer.Kind kind, String text) {
        var message = to(number, agent);
        if (message.isWithdrawn()) {
            throw new NotFound(WHAT, "" + number);
        }
        var said = kind == Answer.Kind.TEXT ? text.strip() : "";
        if (kind == Answer.Kind.TEXT) {
            var problems = new InvalidInput.Collector();
            checkText(said, problems);
            problems.throwIfAny();
        }
        var answer = new Answer(kind, said, clock.instant());
        if (!table.answer(agent, number, answer)) {
            throw audit.conflict(WHAT, "" + number);
        }
        news.read(agent, number);
        news.answered(message, name(agent), answer);
        events.publishEvent(new MessagesChanged(Set.of(agent), false));
    }

    private void demandInScope(AgentId agent) {
        if (!isInScope(agent, access.scope(Permission.ADHERENCE_WRITE))) {
            throw new NotFound("agent", "" + agent.value());
        }
    }

    private QuickMessage to(long number, AgentId self) {
        return table.find(number)
                .filter(each -> each.of(self).isPresent())
                .orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private AgentId self() {
        return access.viewer()
                .agent()
                .orElseThrow(() -> new AccessDeniedException("Only agents are sent messages"));
    }

    // ------------------------------------------------------------------ looking

    /// One message, with the copies of people in scope; empty when none of them is.
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_WRITE})
    @Transactional(readOnly = true)
    public Optional<QuickMessage> find(long number, Scope scope) {
        return table.find(number)
                .map(each -> each.narrowedTo(visible(scope)))
                .filter(each -> !each.copies().isEmpty());
    }

    /// One page, newest first, with the copies of people in scope.
    ///
    /// @param since null: as far back as they are kept
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500 and one more, which tells that the list goes on
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_WRITE})
    @Transactional(readOnly = true)
    public List<QuickMessage> page(@Nullable Instant since, long before, int limit, Scope scope) {
        var whose =
                scope.everybody()
                        ? null
                        : directory.everybody().stream()
                                .filter(agent -> live.isIn(scope, agent))
                                .map(Agent::id)
                                .toList();
        var visible = visible(scope);
        return table.page(whose, since, before, Math.clamp(limit, 1, PAGE + 1)).stream()
                .map(each -> each.narrowedTo(visible))
                .toList();
    }

    // ------------------------------------------------------------------ of use

    private static void checkText(String text, InvalidInput.Collector problems) {
        problems.check(
                !text.isEmpty(),
                "/text",
                new Sentence("messages.problem.empty", "Say something.", List.of()));
        problems.check(text.codePointCount(0, text.length()) <= LONGEST_TEXT, "/text", tooLong());
    }

    static Sentence tooLong() {
        return new Sentence(
                "messages.problem.long",
                "Use at most %d characters.".formatted(LONGEST_TEXT),
                List.of(LONGEST_TEXT));
    }

    private Predicate<AgentId> visible(Scope scope) {
        return scope.everybody() ? _ -> true : agent -> isInScope(agent, scope);
    }

    private boolean isInScope(AgentId agent, Scope scope) {
        return directory.agent(agent).filter(person -> live.isIn(scope, person)).isPresent();
    }

    private static Set<AgentId> people(QuickMessage message) {
        return message.copies().stream().map(QuickMessage.Copy::agent).collect(Collectors.toSet());
    }

    private String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("");
    }

    private QuickMessage known(long number) {
        return table.find(number).orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    /// Whether the caller sent a message themselves.
    public boolean isOwn(QuickMessage message) {
        var self = access.viewer().actor();
        return message.sentBy().kind() == self.kind() && message.sentBy().id().equals(self.id());
    }
}
