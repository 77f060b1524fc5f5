package dev.rollcall.demo;

import dev.rollcall.backoffice.BackOfficeTasks;
import dev.rollcall.backoffice.TaskDraft;
import dev.rollcall.backoffice.TaskFilter;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A few back-office tasks, so that the demo's people find some: one is overdue, one is nobody's.
@Component
@Profile("demo")
class DemoTasks {

    private final BackOfficeTasks tasks;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    DemoTasks(BackOfficeTasks tasks, Directory directory, Access access, ApplicationClock clock) {
        this.tasks = tasks;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void settleIn() {
        access.asSystem(
                "demo",
                () -> {
                    if (tasks.list(new TaskFilter(TaskFilter.Which.OPEN, null, null)).isEmpty()
                            && tasks.list(new TaskFilter(TaskFilter.Which.ENDED, null, null))
                                    .isEmpty()) {
                        createAll();
                    }
                });
    }

    private void createAll() {
        create("Check refunds of last week", Roster.DEMO_AGENT, 45, Duration.ofHours(3));
        create("Answer letters of the hospital", Roster.DEMO_AGENT, 60, Duration.ofHours(6));
        create("Correct addresses that came back", "agent-003", 30, Duration.ofMinutes(-90));
        create("Prepare the list of open invoices", "agent-006", 90, Duration.ofDays(1));
        create("Sort scanned contracts", null, 120, Duration.ofDays(2));
        create("Call back about the outage", "agent-042", 25, Duration.ofHours(2));
    }

    private void create(String title, @Nullable String person, int minutes, Duration dueIn) {
        var agent = person == null ? null : directory.agent(person).map(Agent::id).orElse(null);
        var unit =
                person == null
                        ? directory.unit(Roster.NORTH).map(known -> known.id()).orElse(null)
                        : null;
        if (agent != null || unit != null) {
            var due = clock.instant().plus(dueIn);
            tasks.create(new TaskDraft(title, null, unit, agent, minutes, due));
        }
    }
}
