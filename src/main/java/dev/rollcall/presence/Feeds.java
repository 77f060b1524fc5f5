package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import dev.rollcall.presence.Feed.State;
import dev.rollcall.presence.FeedTable.Moment;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// How the sources are that report what people do. A source speaks for people of any unit, so only
/// those who look after the whole organisation see them.
@Service
public class Feeds {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /// Less than this is the time a message takes, and no clock that runs ahead.
    private static final Duration TRIFLE = Duration.ofSeconds(5);

    private final FeedTable table;
    private final Inbox inbox;
    private final LivePresence live;
    private final Access access;
    private final ApplicationClock clock;

    Feeds(FeedTable table, Inbox inbox, LivePresence live, Access access, ApplicationClock clock) {
        this.table = table;
        this.inbox = inbox;
        this.live = live;
        this.access = access;
        this.clock = clock;
    }

    /// Every source that ever sent something, what needs somebody first. Rollcall's own status menu
    /// is none.
    @Requires({Permission.AUDIT_VIEW, Permission.SETTINGS_ADMIN})
    public List<Feed> list() {
        access.demandWholeOrganisation(Permission.AUDIT_VIEW, Permission.SETTINGS_ADMIN);
        var now = clock.instant();
        var rejected = table.rejectedSince(now.minus(DAY));
        var people = peopleBySource();
        var feeds = new TreeMap<String, Feed>();
        for (var source : table.known()) {
            feeds.put(
                    source.name(),
                    feed(
                            source,
                            rejected.getOrDefault(source.name(), 0),
                            people.getOrDefault(source.name(), List.of()),
                            now));
        }
        for (var source : inbox.sources()) {
            feeds.computeIfAbsent(source, name -> unheard(name, rejected.getOrDefault(name, 0)));
        }
        return feeds.values().stream()
                .filter(feed -> !feed.source().startsWith(LogEntry.OWN_SOURCES))
                .sorted(Comparator.comparing(Feed::state).thenComparing(Feed::source))
                .toList();
    }

    private Map<String, List<AgentId>> peopleBySource() {
        var people = new HashMap<String, List<AgentId>>();
        live.all()
                .forEach((agent, now) -> {
                    if (now.source() != null) {
                        people.computeIfAbsent(now.source(), _ -> new ArrayList<>()).add(agent);
                    }
                });
        return people;
    }

    private Feed feed(FeedTable.Known source, int rejected, List<AgentId> people, Instant now) {
        var name = source.name();
        var lastEvent = table.lastEvent(name).orElse(null);
        var lastHeartbeat = table.lastHeartbeat(name).orElse(null);
        var latest = table.latest(name);
        if (latest.isEmpty()) {
            return unheard(name, rejected);
        }
        return new Feed(
                name,
                state(source.isStaleAt(now), lastEvent, now),
                lastEvent,
                lastHeartbeat,
                source.interval(),
                median(latest),
                ahead(latest),
                table.eventsSince(name, now.minus(HOUR)),
                rejected,
                people);
    }

    private static Feed unheard(String name, int rejected) {
        return new Feed(
                name,
                State.NEVER_HEARD,
                null,
                null,
                null,
                null,
                Duration.ZERO,
                0,
                rejected,
                List.of());
    }

    private static State state(boolean stale, @Nullable Instant lastEvent, Instant now) {
        if (stale) {
            return State.STALE;
        }
        return lastEvent == null || lastEvent.isBefore(now.minus(HOUR)) ? State.QUIET : State.LIVE;
    }

    private static Duration median(List<Moment> latest) {
        return latest.stream()
                .map(Moment::lag)
                .sorted()
                .skip((latest.size() - 1) / 2)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static Duration ahead(List<Moment> latest) {
        return latest.stream()
                .map(Moment::ahead)
                .filter(ahead -> ahead.compareTo(TRIFLE) > 0)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
