package dev.rollcall.performance;

import dev.rollcall.backoffice.BackOfficeTask;
import dev.rollcall.backoffice.BackOfficeTasks;
import dev.rollcall.backoffice.TaskFilter;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.work.Desk;
import dev.rollcall.work.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// What the caller has to do, the most urgent first: items they have, and tasks away from
/// customers.
@Service
public class OwnNextWork {

    private final Desk desk;
    private final BackOfficeTasks tasks;
    private final Access access;
    private final ApplicationClock clock;

    OwnNextWork(Desk desk, BackOfficeTasks tasks, Access access, ApplicationClock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.access = access;
        this.clock = clock;
    }

    /// Empty for who is no agent or has no work in Rollcall.
    @Requires(Permission.KPI_OWN)
    public List<NextWork> open() {
        var viewer = access.viewer();
        if (!viewer.may(Permission.WORK_OWN)) {
            return List.of();
        }
        return viewer.agent().map(this::open).orElse(List.of());
    }

    private List<NextWork> open(AgentId self) {
        var now = clock.instant();
        var mine = new TaskFilter(TaskFilter.Which.OPEN, null, self);
        return Stream.concat(
                        desk.items().stream().map(OwnNextWork::of),
                        tasks.list(mine).stream().map(task -> of(task, now)))
                .sorted(NextWork.IN_ORDER)
                .toList();
    }

    private static NextWork of(WorkItem item) {
        return new NextWork(
                NextWork.Kind.valueOf(item.channel().name()),
                item.id().value(),
                item.subject(),
                item.priority(),
                item.arrivedAt(),
                null);
    }

    private static NextWork of(BackOfficeTask task, Instant now) {
        return new NextWork(
                NextWork.Kind.TASK,
                task.id().value(),
                task.title(),
                NextWork.urgency(task.dueAt(), now),
                task.createdAt(),
                task.dueAt());
    }
}
