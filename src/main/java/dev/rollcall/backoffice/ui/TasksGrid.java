package dev.rollcall.backoffice.ui;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.rollcall.backoffice.BackOfficeTask;
import dev.rollcall.kit.RecordGrid;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/// The tasks, one line each.
@JsModule("./rollcall-duration.ts")
final class TasksGrid extends RecordGrid<BackOfficeTask> {

    private static final String WORKED =
            """
            <span class="agents-status">${item.said}<rollcall-duration
              since=${item.since}></rollcall-duration></span>\
            """;

    private final ApplicationClock clock;
    private final TaskWords words;

    TasksGrid(TaskWords words, ApplicationClock clock) {
        super(task -> "" + task.id().value());
        this.words = words;
        this.clock = clock;
        nameColumn(
                words.say("task"),
                BackOfficeTask::title,
                task -> words.second(task, clock.instant()));
        textColumn(
                "agent",
                words.say("agent"),
                Layout.MEDIUM,
                "9rem",
                task -> words.agent(task.agent()));
        markedColumn(
                "state",
                words.say("state"),
                Layout.MEDIUM,
                "9rem",
                task -> words.state(task, clock.instant()),
                task -> TaskWords.mark(task, clock.instant()));
        textColumn(
                "due", words.say("due"), Layout.MEDIUM, "10rem", task -> words.due(task.dueAt()));
        getColumnByKey("due")
                .setComparator(
                        Comparator.comparing(
                                BackOfficeTask::dueAt,
                                Comparator.nullsLast(Comparator.<Instant>naturalOrder())));
        textColumn(
                "estimate",
                words.say("estimate"),
                Layout.WIDE,
                "7rem",
                task -> words.duration(task.estimate()));
        getColumnByKey("estimate")
                .setComparator(
                        Comparator.comparing(
                                BackOfficeTask::estimate,
                                Comparator.nullsLast(Comparator.<Duration>naturalOrder())))
                .setTextAlign(ColumnTextAlign.END);
        worked();
    }

    private void worked() {
        addColumn(
                        LitRenderer.<BackOfficeTask>of(WORKED)
                                .withProperty("said", this::said)
                                .withProperty("since", TasksGrid::since))
                .setKey("worked")
                .setHeader(words.say("worked"))
                .setComparator(Comparator.comparing(task -> task.workedUntil(clock.instant())))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(1)
                .setWidth("7rem");
        from("worked", Layout.MEDIUM);
    }

    private String said(BackOfficeTask task) {
        return task.runningSince() == null ? words.duration(task.worked()) : "";
    }

    /// What goes on ticks on from what was worked before.
    private static String since(BackOfficeTask task) {
        var since = task.runningSince();
        return since == null ? "" : "" + since.minus(task.worked()).toEpochMilli();
    }
}
