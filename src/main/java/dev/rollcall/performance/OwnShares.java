package dev.rollcall.performance;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Sentence;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the caller shares of their own months, for a talk. It opens nothing but what they chose, to
/// nobody but whom they chose, until they take it back or it ends by itself.
@Service
@Requires(Permission.KPI_OWN)
public class OwnShares {

    /// So many days it can be looked at unless somebody says otherwise.
    public static final int USUAL_DAYS = 30;

    /// So many days at most.
    public static final int MOST_DAYS = 365;

    private static final String WHAT = "shared performance";

    private final ShareTable table;
    private final ShareNames names;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ShareNews news;
    private final Retries retries;
    private final ApplicationClock clock;

    OwnShares(
            ShareTable table,
            ShareNames names,
            Directory directory,
            Access access,
            AuditLog audit,
            ShareNews news,
            Retries retries,
            ApplicationClock clock) {
        this.table = table;
        this.names = names;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.news = news;
        this.retries = retries;
        this.clock = clock;
    }

    /// With whom the caller may share: whoever looks after how they perform, by name.
    public List<ShareReader> readers() {
        return names.of(self());
    }

    /// What the caller shares now, the latest first.
    @Transactional(readOnly = true)
    public List<Share> running() {
        var agent = self();
        var today = today(agent);
        return table.of(agent.id()).stream()
                .filter(row -> !row.until().isBefore(today))
                .flatMap(row -> names.share(row).stream())
                .toList();
    }

    /// Shares a month from now on.
    ///
    /// @throws InvalidInput naming every bad field
    public ShareId share(ShareDraft draft) {
        var agent = self();
        check(draft, agent);
        return retries.inTransaction(() -> {
            var id = table.add(agent.id(), draft, clock.instant());
            audit.changed(
                    access.viewer().actor(),
                    WHAT,
                    agent.externalId(),
                    null,
                    "%s: %s%s, with %s, until %s"
                            .formatted(
                                    draft.month(),
                                    draft.metrics().stream()
                                            .sorted()
                                            .map(Metric::name)
                                            .collect(Collectors.joining(", ")),
                                    draft.days() ? " by day" : "",
                                    names.named(draft.readers()).stream()
                                            .map(ShareReader::name)
                                            .collect(Collectors.joining(", ")),
                                    draft.until()));
            news.shared(id, draft, agent);
            return id;
        });
    }

    /// Takes it back: when this returns nobody can look any more.
    ///
    /// @throws NotFound when the caller does not share it
    public void takeBack(ShareId id) {
        var agent = self();
        retries.inTransaction(() -> {
            var before =
                    table.find(id)
                            .filter(row -> row.agent().equals(agent.id()))
                            .orElseThrow(() -> new NotFound("share", "" + id.value()));
            if (!table.takeBack(id, agent.id(), clock.instant())) {
                throw new NotFound("share", "" + id.value());
            }
            audit.changed(
                    access.viewer().actor(),
                    WHAT,
                    agent.externalId(),
                    before.month() + " until " + before.until(),
                    null);
        });
    }

    private void check(ShareDraft draft, Agent agent) {
        var today = today(agent);
        var known = names.of(agent).stream().map(ShareReader::user).collect(Collectors.toSet());
        var found = new InvalidInput.Collector();
        found.check(
                !draft.month().isAfter(YearMonth.from(today)),
                "/month",
                new Sentence(
                        "performance.share.future", "That month has not come yet.", List.of()));
        found.check(
                !draft.metrics().isEmpty(),
                "/metrics",
                new Sentence(
                        "performance.share.noMetric",
                        "Choose at least one figure to share.",
                        List.of()));
        found.check(
                !draft.readers().isEmpty() && known.containsAll(draft.readers()),
                "/readers",
                new Sentence(
                        "performance.share.noReader",
                        "Choose with whom, of those who look after you.",
                        List.of()));
        found.check(
                !draft.until().isBefore(today) && !draft.until().isAfter(today.plusDays(MOST_DAYS)),
                "/until",
                new Sentence(
                        "performance.share.until",
                        "The last day is today or later, within a year.",
                        List.of()));
        found.throwIfAny();
    }

    private LocalDate today(Agent agent) {
        return LocalDate.ofInstant(clock.instant(), agent.zone());
    }

    private Agent self() {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .orElseThrow(() -> new AccessDeniedException("This is for agents alone."));
    }
}
