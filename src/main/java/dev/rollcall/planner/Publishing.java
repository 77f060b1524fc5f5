package dev.rollcall.planner;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/// Makes drafts the plans everybody sees, from the same second on.
@Service
public class Publishing {

    private final Drafts drafts;
    private final DraftTable table;
    private final Schedules schedules;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final ApplicationClock clock;
    private final ApplicationEventPublisher events;

    Publishing(
            Drafts drafts,
            DraftTable table,
            Schedules schedules,
            Access access,
            AuditLog audit,
            Retries retries,
            ApplicationClock clock,
            ApplicationEventPublisher events) {
        this.drafts = drafts;
        this.table = table;
        this.schedules = schedules;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.clock = clock;
        this.events = events;
    }

    /// What publishing some days of a unit would change.
    ///
    /// @throws dev.rollcall.shared.NotFound when the unit is out of the caller's sight
    @Requires(Permission.SCHEDULE_WRITE)
    public Publication preview(UnitId unit, LocalDate from, LocalDate to) {
        return new Publication(
                drafts.roster(unit, from, to).days().values().stream()
                        .filter(RosterDay::isDraft)
                        .filter(day ->
                                !day.key().date().isBefore(from) && !day.key().date().isAfter(to))
                        .sorted(Comparator.comparing(RosterDay::key))
                        .toList());
    }

    /// Publishes exactly what was looked at, all of it or nothing.
    ///
    /// @throws DraftConflict when a day is no longer as it was looked at, or was overtaken
    /// @throws dev.rollcall.shared.NotFound when somebody is not among those the caller may plan
    @Requires(Permission.SCHEDULE_WRITE)
    public List<RosterDay> publish(Publication publication) {
        if (publication.days().isEmpty()) {
            return List.of();
        }
        try {
            return retries.inTransaction(() -> write(publication));
        } catch (DuplicateKeyException e) {
            var conflict = conflict(publication);
            conflict.addSuppressed(e);
            throw conflict;
        }
    }

    private List<RosterDay> write(Publication publication) {
        var seen = publication.seen();
        var now = drafts.days(seen.keySet());
        if (now.stream()
                .anyMatch(day ->
                        !day.seen().equals(seen.get(day.key()))
                                || !day.isDraft()
                                || day.isOvertaken())) {
            throw conflict(publication);
        }
        var by = access.viewer().actor();
        var at = clock.instant();
        schedules.publish(
                now.stream()
                        .map(day ->
                                new Schedules.NewVersion(
                                        day.key().agent(),
                                        day.key().date(),
                                        day.entries(),
                                        day.seen().version()))
                        .toList(),
                by);
        var closed = new ArrayList<DraftTable.Row>();
        var after = new ArrayList<RosterDay>();
        for (var day : now) {
            var row =
                    new DraftTable.Row(
                            day.key(),
                            day.seen().revision() + 1,
                            false,
                            day.seen().version() + 1,
                            at,
                            by.name(),
                            List.of());
            closed.add(row);
            after.add(
                    new RosterDay(
                            day.key(),
                            day.entries(),
                            day.entries(),
                            new Seen(day.seen().version() + 1, row.revision()),
                            null));
        }
        if (!table.write(closed)) {
            throw conflict(publication);
        }
        audit.changed(
                by,
                "schedule",
                "publication",
                null,
                "%d days of %d people".formatted(now.size(), publication.people()));
        events.publishEvent(new DraftsChanged(after));
        events.publishEvent(new SchedulePublished(now, by));
        return after;
    }

    private DraftConflict conflict(Publication publication) {
        var seen = publication.seen();
        return new DraftConflict(
                drafts.days(seen.keySet()).stream()
                        .filter(day -> !day.seen().equals(seen.get(day.key())) || day.isOvertaken())
                        .toList());
    }
}
