package dev.rollcall.adherence;

import dev.rollcall.adherence.Recalculation.State;
import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.AfterCommit;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// Has days that are over judged anew from an earlier day on: by the rules that hold today, and by
/// the unit and zone people have now. One at a time.
///
/// That the rules count for these days is written down at once and as a whole; from then on no
/// reader finds a day judged by the old ones. Judging all of them again happens in the background,
/// some people at a time, while the board stays live; after a restart it goes on where it was.
@Service
public class Recalculations implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Recalculations.class);
    private static final String WHAT = "adherence recalculation";
    private static final int PEOPLE_AT_A_TIME = 100;
    private static final int LONGEST_REASON = 500;
    private static final int SHOWN = 10;

    private final AdherenceSettings settings;
    private final RulePreviews previews;
    private final DayRecords records;
    private final RecalculationTable table;
    private final Retries retries;
    private final AuditLog audit;
    private final ApplicationClock clock;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform()
                            .name("recalculation")
                            .daemon()
                            .priority(Thread.MIN_PRIORITY)
                            .factory());

    Recalculations(
            AdherenceSettings settings,
            RulePreviews previews,
            DayRecords records,
            RecalculationTable table,
            Retries retries,
            AuditLog audit,
            ApplicationClock clock) {
        this.settings = settings;
        this.previews = previews;
        this.records = records;
        this.table = table;
        this.retries = retries;
        this.audit = audit;
        this.clock = clock;
    }

    /// Has the days from one to yesterday judged anew.
    ///
    /// @param unit null for everybody, which only somebody who may act on everybody asks for
    /// @param expectedEdition the [RulePreview#edition] the asker saw, null when they do not care
    /// @param reason why, in the asker's words; null or blank for nothing
    /// @throws InvalidInput when the day is not in the past or too long ago
    /// @throws OptimisticLockingFailureException while another one goes on, or when the settings
    ///   are others by now
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public Recalculation start(
            @Nullable UnitId unit,
            LocalDate from,
            @Nullable String expectedEdition,
            @Nullable String reason,
            Scope scope,
            Actor by) {
        if (unit == null ? !scope.everybody() : !scope.includes(unit)) {
            throw new AccessDeniedException("These days are of people in somebody else's unit.");
        }
        var today = settings.today(unit);
        RulePreviews.checkPast(from, today, "/from");
        var said = reason == null || reason.isBlank() ? null : reason.strip();
        if (said != null && said.length() > LONGEST_REASON) {
            throw InvalidInput.of(
                    "/reason", Forms.sentence("reason", "A reason has at most 500 characters."));
        }
        return retries.inTransactionOfItsOwn(() -> {
            settings.judgeByTodaysRules(unit, from, expectedEdition, said, by);
            var before = table.running();
            if (before.isPresent()) {
                throw new OptimisticLockingFailureException(
                        "Days are being judged anew already, since "
                                + before.get().asked()
                                + ". Wait until that is done.");
            }
            var to = today.minusDays(1);
            int people = previews.people(unit, Scope.everyone()).size();
            table.add(unit, from, to, said, people, clock.instant(), by);
            audit.changed(
                    by,
                    WHAT,
                    settings.which(unit),
                    null,
                    "from %s to %s, %d people%s"
                            .formatted(from, to, people, said == null ? "" : ": " + said));
            AfterCommit.run(this::goOn);
            return table.running().orElseThrow();
        });
    }

    /// The last ones, the newest first; of units out of sight, none.
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public List<Recalculation> latest(Scope scope) {
        return table.latest(SHOWN).stream()
                .filter(each -> {
                    var unit = each.unit();
                    return unit == null ? scope.everybody() : scope.includes(unit);
                })
                .toList();
    }

    /// Whether one goes on, whoever asked for it.
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public boolean isRunning() {
        return table.running().isPresent();
    }

    /// Tells whenever one of them is further than it was.
    ///
    /// @param told on the thread that judges: touches no component by itself
    /// @return ends the telling
    public Runnable follow(Runnable told) {
        followers.add(told);
        return () -> followers.remove(told);
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        goOn();
    }

    /// Goes on with what was asked for and is not done: after a start, and when the database was
    /// away.
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void goOn() {
        worker.execute(this::judgeAll);
    }

    private void judgeAll() {
        try {
            table.running().ifPresent(this::judge);
        } catch (DataAccessException e) {
            LOG.warn("Days could not be judged anew; the next try goes on", e);
        }
        followers.forEach(Runnable::run);
    }

    private void judge(Recalculation asked) {
        try {
            var last = table.lastAgent(asked.id());
            var people =
                    previews.people(asked.unit(), Scope.everyone()).stream()
                            .filter(agent -> agent.id().compareTo(last) > 0)
                            .sorted(Comparator.comparing(Agent::id))
                            .toList();
            int done = asked.done();
            for (int first = 0; first < people.size(); first += PEOPLE_AT_A_TIME) {
                if (closed) {
                    return;
                }
                var some = people.subList(first, Math.min(people.size(), first + PEOPLE_AT_A_TIME));
                records.drop(some.stream().map(Agent::id).toList(), asked.from(), asked.to());
                records.between(some, asked.from(), asked.to());
                done += some.size();
                table.reached(asked.id(), some.getLast().id(), done);
                followers.forEach(Runnable::run);
            }
            table.end(asked.id(), State.DONE, clock.instant());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Days could not be judged anew", e);
            table.end(asked.id(), State.FAILED, clock.instant());
        }
    }

    @Override
    public void destroy() {
        closed = true;
        worker.shutdownNow();
    }
}
