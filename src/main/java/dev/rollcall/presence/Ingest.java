package dev.rollcall.presence;

import dev.rollcall.database.Reserve;
import dev.rollcall.database.Retries;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.EventResult.Outcome;
import dev.rollcall.presence.EventStore.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Writes batches of events: one transaction for the log, the silences, the timelines and the
/// inbox; then memory and listeners.
@Component
class Ingest {

    private static final Logger log = LoggerFactory.getLogger(Ingest.class);

    /// Two who append the same event at the same moment: the second finds it there when it looks
    /// again.
    private static final int RACES = 5;

    private final Retries retries;
    private final EventStore events;
    private final SignsOfLife signs;
    private final TimelineWriter timelines;
    private final Inbox inbox;
    private final LivePresence live;
    private final Sources sources;
    private final ApplicationEventPublisher listeners;
    private final IngestMetrics metrics;

    Ingest(
            Retries retries,
            EventStore events,
            SignsOfLife signs,
            TimelineWriter timelines,
            Inbox inbox,
            LivePresence live,
            Sources sources,
            ApplicationEventPublisher listeners,
            IngestMetrics metrics) {
        this.retries = retries;
        this.events = events;
        this.signs = signs;
        this.timelines = timelines;
        this.inbox = inbox;
        this.live = live;
        this.sources = sources;
        this.listeners = listeners;
        this.metrics = metrics;
    }

    /// Takes a batch in. Answers after the commit, one result per submission in the order given.
    List<EventResult> take(List<Submission> submissions, Instant now) {
        return take(submissions, now, _ -> {});
    }

    /// As [#take(List, Instant)].
    ///
    /// @param beside told the results within the transaction: what it writes is committed with the
    ///   events, or not at all
    List<EventResult> take(
            List<Submission> submissions, Instant now, Consumer<List<EventResult>> beside) {
        if (submissions.isEmpty()) {
            return List.of();
        }
        return metrics.measure(() -> {
            var written =
                    write(() -> {
                        var appended = append(submissions, now);
                        beside.accept(appended.results());
                        return appended;
                    });
            publish(written);
            return written.results();
        });
    }

    /// Looks whether a source has gone silent, and tells its people's timelines.
    void listenTo(String source, Instant now) {
        publish(
                write(() -> {
                    var judged = signs.judge(events.lock(source, true), now);
                    return new Written(
                            List.of(),
                            timelines.bringUpToDate(new TreeMap<>(judged.touches())),
                            List.of(judged.source()));
                }));
    }

    /// Folds somebody's whole timeline from the log again.
    ///
    /// @return whether it was different from the stored one
    boolean rebuild(AgentId agent) {
        var touches = new TreeMap<>(Map.of(agent, Touch.EVERYTHING));
        var written =
                write(() -> new Written(List.of(), timelines.bringUpToDate(touches), List.of()));
        publish(written);
        return !written.rewrites().isEmpty();
    }

    /// Judges the silences of a source from the log again.
    void rebuild(String source, Instant now) {
        publish(
                write(() -> {
                    var judged = signs.judgeAnew(events.lock(source, true), now);
                    return new Written(
                            List.of(),
                            timelines.bringUpToDate(new TreeMap<>(judged.touches())),
                            List.of(judged.source()));
                }));
    }

    private Written write(Supplier<Written> work) {
        for (int race = 1; ; race++) {
            try {
                return Reserve.using(
                        () -> retries.inTransactionOfItsOwn(() -> announced(work.get())));
            } catch (DuplicateKeyException e) {
                if (race == RACES) {
                    throw e;
                }
            }
        }
    }

    /// Tells those who keep something derived from timelines, while they can still drop it in the
    /// same transaction.
    private Written announced(Written written) {
        if (!written.rewrites().isEmpty()) {
            listeners.publishEvent(
                    new TimelinesRewritten(
                            written.rewrites().stream()
                                    .map(rewrite ->
                                            new TimelinesRewritten.Stretch(
                                                    rewrite.agent(), rewrite.from(), end(rewrite)))
                                    .toList()));
        }
        return written;
    }

    private static Instant end(Rewrite rewrite) {
        return rewrite.to().equals(Silence.OPEN) ? Instant.MAX : rewrite.to();
    }

    private Written append(List<Submission> submissions, Instant now) {
        var entries = submissions.stream().map(Submission::entry).filter(Objects::nonNull).toList();
        var locked = lock(group(entries));
        var fresh = new ArrayList<LogEntry>();
        var results = results(submissions, known(group(entries)), fresh);
        inbox.keep(
                submissions.stream().map(Submission::rejection).filter(Objects::nonNull).toList());
        if (fresh.isEmpty()) {
            return new Written(results, List.of(), List.of());
        }
        events.append(fresh);
        var touches = touches(fresh);
        var judged = new ArrayList<Source>();
        boolean somethingWaits = !inbox.isEmpty();
        for (var source : locked) {
            var own = group(fresh).getOrDefault(source.name(), List.of());
            if (own.isEmpty()) {
                continue;
            }
            if (somethingWaits) {
                inbox.resolve(source.name(), ids(own), now);
            }
            var silences = signs.judge(source, own, now);
            silences.touches().forEach((agent, touch) -> touches.merge(agent, touch, Touch::and));
            judged.add(silences.source());
        }
        return new Written(results, timelines.bringUpToDate(touches), judged);
    }

    /// Whoever may change silences holds the source alone; others may share it, but not with them.
    private List<Source> lock(SortedMap<String, List<LogEntry>> bySource) {
        var locked = new ArrayList<Source>();
        bySource.forEach((name, entries) -> {
            boolean alone =
                    sources.isDeclared(name) || entries.stream().anyMatch(LogEntry::isHeartbeat);
            var source = events.lock(name, alone);
            locked.add(source.isDeclared() && !alone ? events.lock(name, true) : source);
        });
        return locked;
    }

    private Map<String, Set<String>> known(SortedMap<String, List<LogEntry>> bySource) {
        var known = new HashMap<String, Set<String>>();
        bySource.forEach((name, entries) -> known.put(name, events.known(name, ids(entries))));
        return known;
    }

    /// @param known the ids the log has, by source; grows by what is new
    /// @param fresh takes what is new
    private static List<EventResult> results(
            List<Submission> submissions, Map<String, Set<String>> known, List<LogEntry> fresh) {
        var results = new ArrayList<EventResult>();
        for (var submission : submissions) {
            var entry = submission.entry();
            var rejection = submission.rejection();
            if (entry == null) {
                results.add(
                        new EventResult(
                                submission.id(),
                                Outcome.REJECTED,
                                rejection == null ? null : rejection.problem()));
                continue;
            }
            boolean isNew =
                    known.computeIfAbsent(entry.source(), source -> new HashSet<>())
                            .add(entry.event().id());
            if (isNew) {
                fresh.add(entry);
            }
            results.add(
                    new EventResult(
                            submission.id(), isNew ? Outcome.ACCEPTED : Outcome.DUPLICATE, null));
        }
        return results;
    }

    private static List<String> ids(List<LogEntry> entries) {
        return entries.stream().map(entry -> entry.event().id()).toList();
    }

    private static SortedMap<String, List<LogEntry>> group(List<LogEntry> entries) {
        var groups = new TreeMap<String, List<LogEntry>>();
        for (var entry : entries) {
            groups.computeIfAbsent(entry.source(), source -> new ArrayList<>()).add(entry);
        }
        return groups;
    }

    private static SortedMap<AgentId, Touch> touches(List<LogEntry> fresh) {
        var happenings = new TreeMap<AgentId, List<Happening>>();
        for (var entry : fresh) {
            var agent = entry.agent();
            var happening = entry.happening();
            if (agent != null && happening != null) {
                happenings.computeIfAbsent(agent, key -> new ArrayList<>()).add(happening);
            }
        }
        var touches = new TreeMap<AgentId, Touch>();
        happenings.forEach((agent, list) -> touches.put(agent, Touch.by(list)));
        return touches;
    }

    /// Tells memory first and listeners then, so that whoever hears of a change finds it there.
    private void publish(Written written) {
        sources.update(written.sources());
        written.rewrites().forEach(rewrite -> live.update(rewrite.head()));
        for (var rewrite : written.rewrites()) {
            var change =
                    new PresenceChanged(
                            rewrite.agent(),
                            rewrite.from(),
                            end(rewrite),
                            rewrite.head().revision());
            try {
                listeners.publishEvent(change);
            } catch (RuntimeException e) {
                // The events are in the log and answered for; a listener's fault must not undo
                // that.
                log.error("A listener failed on {}", change, e);
            }
        }
    }

    private record Written(
            List<EventResult> results, List<Rewrite> rewrites, List<Source> sources) {}
}
