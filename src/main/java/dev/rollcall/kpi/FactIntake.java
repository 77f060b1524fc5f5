package dev.rollcall.kpi;

import dev.rollcall.database.Reserve;
import dev.rollcall.database.Retries;
import dev.rollcall.kpi.FactResult.Outcome;
import dev.rollcall.kpi.FactTable.Kept;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Writes batches of facts: one transaction for the facts, what they replaced, the counts and what
/// was rejected; then listeners.
@Component
class FactIntake {

    private static final Logger LOG = LoggerFactory.getLogger(FactIntake.class);

    private final Retries retries;
    private final FactTable table;
    private final RejectedTable rejected;
    private final Directory directory;
    private final ApplicationEventPublisher listeners;

    FactIntake(
            Retries retries,
            FactTable table,
            RejectedTable rejected,
            Directory directory,
            ApplicationEventPublisher listeners) {
        this.retries = retries;
        this.table = table;
        this.rejected = rejected;
        this.directory = directory;
        this.listeners = listeners;
    }

    /// @param scope whose facts the caller may correct
    List<FactResult> take(List<Submission> submissions, Scope scope, Instant now) {
        if (submissions.isEmpty()) {
            return List.of();
        }
        var written =
                Reserve.using(
                        () -> retries.inTransactionOfItsOwn(() -> write(submissions, scope, now)));
        tell(written.people());
        return written.results();
    }

    private record Written(List<FactResult> results, Set<AgentId> people) {}

    /// What identifies a fact.
    private record Identity(long source, String id) {}

    private Written write(List<Submission> submissions, Scope scope, Instant now) {
        var good = submissions.stream().map(Submission::counted).filter(Objects::nonNull).toList();
        var sources = lock(good);
        var known = known(good, sources);
        var newest = new LinkedHashMap<Identity, Submission.Good>();
        var results = new ArrayList<FactResult>();
        var rejections = new ArrayList<Submission.Rejection>();
        for (var submission : submissions) {
            var one = submission.counted();
            var rejection = submission.rejection();
            if (one != null) {
                var identity = identity(one, sources);
                var before = known.get(identity);
                rejection = before == null ? null : notTheirs(one, before, scope);
                if (rejection == null) {
                    var held = newest.get(identity);
                    long version =
                            held != null
                                    ? held.fact().version()
                                    : before == null ? -1 : before.counted().fact().version();
                    boolean isNew = one.fact().version() > version;
                    if (isNew) {
                        newest.put(identity, one);
                    }
                    results.add(
                            new FactResult(
                                    one.fact().id(),
                                    isNew ? Outcome.ACCEPTED : Outcome.DUPLICATE,
                                    null));
                    continue;
                }
            }
            if (rejection != null) {
                rejections.add(rejection);
                results.add(new FactResult(submission.id(), Outcome.REJECTED, rejection.problem()));
            }
        }
        rejected.keep(rejections, now);
        var people = keep(newest, known, now);
        if (!newest.isEmpty() && !rejected.isEmpty()) {
            rejected.resolve(newest.values().stream().map(Submission.Good::fact).toList(), now);
        }
        return new Written(results, people);
    }

    /// Whose it was before must be of the caller's scope, too.
    private Submission.@Nullable Rejection notTheirs(
            Submission.Good one, Kept before, Scope scope) {
        var owner = before.counted().place().agent();
        if (owner.equals(one.agent())
                || directory.agent(owner).filter(agent -> !scope.includes(agent, null)).isEmpty()) {
            return null;
        }
        return new Submission.Rejection(
                one.fact().source(),
                one.fact().id(),
                KpiFacts.write(one.fact()),
                KpiLog.unknown(one.fact()),
                one.by());
    }

    /// By name, so that no two wait for each other crosswise; each until the end of the
    /// transaction.
    private Map<String, Long> lock(List<Submission.Good> good) {
        var sources = new TreeMap<String, Long>();
        good.forEach(one -> sources.put(one.fact().source(), 0L));
        sources.replaceAll((name, _) -> table.lock(name));
        return sources;
    }

    private static Identity identity(Submission.Good one, Map<String, Long> sources) {
        return new Identity(
                Objects.requireNonNull(sources.get(one.fact().source())), one.fact().id());
    }

    private Map<Identity, Kept> known(List<Submission.Good> good, Map<String, Long> sources) {
        var known = new HashMap<Identity, Kept>();
        sources.forEach((name, source) -> {
            var ids = new HashSet<String>();
            good.stream()
                    .filter(one -> one.fact().source().equals(name))
                    .forEach(one -> ids.add(one.fact().id()));
            table.find(source, name, ids)
                    .forEach(kept ->
                            known.put(new Identity(source, kept.counted().fact().id()), kept));
        });
        return known;
    }

    private Set<AgentId> keep(
            Map<Identity, Submission.Good> newest, Map<Identity, Kept> known, Instant now) {
        var counting = new Counting();
        var people = new HashSet<AgentId>();
        var fresh = new ArrayList<FactTable.Row>();
        var corrected = new ArrayList<FactTable.Row>();
        newest.forEach((identity, one) -> {
            var before = known.get(identity);
            counting.take(
                    before == null ? null : before.counted(),
                    new Counting.Counted(one.fact(), one.place()));
            people.add(one.agent());
            if (before == null) {
                fresh.add(new FactTable.Row(identity.source(), one, null));
            } else {
                people.add(before.counted().place().agent());
                corrected.add(new FactTable.Row(identity.source(), one, before.number()));
            }
        });
        table.add(fresh, now);
        table.correct(corrected, now);
        table.count(counting.changes());
        return people;
    }

    /// The facts are kept and answered for; a listener's fault must not undo that.
    private void tell(Set<AgentId> people) {
        if (people.isEmpty()) {
            return;
        }
        try {
            listeners.publishEvent(new KpiFactsCounted(people));
        } catch (RuntimeException e) {
            LOG.error("A listener failed on facts of {} people", people.size(), e);
        }
    }
}
