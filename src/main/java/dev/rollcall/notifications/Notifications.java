package dev.rollcall.notifications;

import dev.rollcall.people.AgentId;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How modules tell people what concerns them. It is told in the caller's transaction: what is
/// rolled back was never said. Callers have decided already who may know.
@Service
public class Notifications {

    private static final Pattern SOURCE = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final NoticeTable table;
    private final ApplicationClock clock;
    private final ApplicationEventPublisher events;

    Notifications(NoticeTable table, ApplicationClock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.clock = clock;
        this.events = events;
    }

    /// One message to one person.
    ///
    /// @param source what it is about, in up to 100 ASCII signs without spaces: a person is told of
    ///   one source once in each kind, so that work that is done again says nothing twice. Null: it
    ///   is told each time
    public record Message<D extends Record>(
            Recipient to, NoticeKind<D> kind, D facts, @Nullable String source) {

        public Message {
            if (source != null && !SOURCE.matcher(source).matches()) {
                throw new IllegalArgumentException("No source of a message: " + source);
            }
        }
    }

    /// Tells an agent something.
    @Transactional
    public <D extends Record> void tell(AgentId agent, NoticeKind<D> kind, D facts) {
        tell(List.of(new Message<>(Recipient.of(agent), kind, facts, null)));
    }

    /// Tells somebody who signs in something.
    @Transactional
    public <D extends Record> void tell(UserId user, NoticeKind<D> kind, D facts) {
        tell(List.of(new Message<>(Recipient.of(user), kind, facts, null)));
    }

    /// Tells those who have read all they were told of that kind before. What comes often, and is
    /// found where the message leads, is told once until somebody looks.
    @Transactional
    public <D extends Record> void tellUnlessUnread(
            Collection<Recipient> people, NoticeKind<D> kind, D facts) {
        var unread = table.withUnread(kind, people);
        tell(
                people.stream()
                        .filter(each -> !unread.contains(each))
                        .map(each -> new Message<>(each, kind, facts, null))
                        .toList());
    }

    /// Takes back what people were told of a source, from those who have not read it: it is as if
    /// they had not been told.
    @Transactional
    public void takeBack(Collection<Recipient> people, NoticeKind<?> kind, String source) {
        publishRead(table.drop(people, kind, source, clock.instant()));
    }

    /// Notes that people have seen elsewhere what they were told of a source.
    @Transactional
    public void seen(Collection<Recipient> people, NoticeKind<?> kind, String source) {
        publishRead(table.markRead(people, kind, source, clock.instant()));
    }

    private void publishRead(Set<Recipient> recipients) {
        if (!recipients.isEmpty()) {
            events.publishEvent(new NoticesRead(recipients));
        }
    }

    /// Tells many people at once, all of them or nobody.
    @Transactional
    public void tell(List<? extends Message<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        table.insert(messages, clock.instant());
        var recipients = new LinkedHashSet<Recipient>();
        messages.forEach(message -> recipients.add(message.to()));
        events.publishEvent(new NoticesTold(recipients));
    }
}
