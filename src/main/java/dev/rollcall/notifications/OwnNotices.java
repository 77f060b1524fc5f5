package dev.rollcall.notifications;

import dev.rollcall.audit.Actor;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.UserId;
import dev.rollcall.security.Viewer;
import dev.rollcall.shared.ApplicationClock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The messages of whoever asks, and nobody else's. Everybody who signs in has them; programs and
/// jobs have none.
@Service
public class OwnNotices {

    /// How many are read at a time.
    public static final int PAGE = 50;

    private final NoticeTable table;
    private final Access access;
    private final Directory directory;
    private final Retries retries;
    private final ApplicationClock clock;
    private final ApplicationEventPublisher events;

    OwnNotices(
            NoticeTable table,
            Access access,
            Directory directory,
            Retries retries,
            ApplicationClock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.access = access;
        this.directory = directory;
        this.retries = retries;
        this.clock = clock;
        this.events = events;
    }

    /// As what the caller is told something; empty for programs and jobs.
    public Set<Recipient> recipients() {
        return access.currentViewer().filter(OwnNotices::isPerson).stream()
                .map(OwnNotices::owner)
                .map(OwnNotices::recipients)
                .findFirst()
                .orElse(Set.of());
    }

    /// The zone of the agent the caller is; empty for others.
    public Optional<ZoneId> zone() {
        return access.currentViewer()
                .flatMap(Viewer::agent)
                .flatMap(directory::agent)
                .map(Agent::zone);
    }

    /// @param newest of all the caller has, 0 when they have none
    /// @param arrived those unread ones that came after the one asked about, the newest first, at
    ///   most [#PAGE]
    public record News(int unread, NoticeId newest, List<Notice> arrived) {}

    /// How many are unread, and what came since.
    ///
    /// @param last what the caller knew of already, null: nothing counts as new
    @Transactional(readOnly = true)
    public News news(@Nullable NoticeId last) {
        var owner = owner(access.viewer());
        return new News(
                table.unread(owner),
                table.newest(owner),
                last == null ? List.of() : table.since(owner, last, PAGE));
    }

    /// The newest first, at most [#PAGE].
    ///
    /// @param before only those told before this one, null: from the newest on
    @Transactional(readOnly = true)
    public List<Notice> list(boolean unreadOnly, @Nullable NoticeId before) {
        return table.list(owner(access.viewer()), unreadOnly, before, PAGE);
    }

    /// Notes that one was read; of another's nothing happens.
    public void read(NoticeId id) {
        mark(id);
    }

    /// Notes that all were read.
    public void readAll() {
        mark(null);
    }

    /// Notes that all of a kind were read: their reader sees for themselves what they say. Programs
    /// and jobs have none.
    public void readAll(NoticeKind<?> kind) {
        if (isPerson(access.viewer())) {
            change(owner -> table.markRead(owner, kind, clock.instant()));
        }
    }

    private void mark(@Nullable NoticeId id) {
        change(owner -> table.markRead(owner, id, clock.instant()));
    }

    private void change(ToIntFunction<NoticeTable.Owner> deed) {
        var owner = owner(access.viewer());
        retries.inTransaction(() -> {
            if (deed.applyAsInt(owner) > 0) {
                events.publishEvent(new NoticesRead(recipients(owner)));
            }
        });
    }

    private static Set<Recipient> recipients(NoticeTable.Owner owner) {
        var recipients = new HashSet<Recipient>();
        recipients.add(Recipient.of(owner.user()));
        var agent = owner.agent();
        if (agent != null) {
            recipients.add(Recipient.of(agent));
        }
        return recipients;
    }

    private static boolean isPerson(Viewer viewer) {
        return viewer.actor().kind() == Actor.Kind.USER;
    }

    private static NoticeTable.Owner owner(Viewer viewer) {
        if (!isPerson(viewer)) {
            throw new AccessDeniedException("Only people have messages");
        }
        return new NoticeTable.Owner(
                viewer.agent().orElse(null), new UserId(Long.parseLong(viewer.actor().id())));
    }
}
