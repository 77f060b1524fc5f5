package dev.rollcall.backoffice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.backoffice.BackOfficeTask;
import dev.rollcall.backoffice.TaskInterval;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FactList;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.kit.TickingDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One task in full: what it is, how far it is, when it was worked on, and what can be done.
final class TaskDrawer extends Drawer {

    /// What can be done with a task; each only where it is offered.
    interface Deeds {
        boolean isMine(BackOfficeTask task);

        boolean mayManage(BackOfficeTask task);

        void start(BackOfficeTask task);

        void pause(BackOfficeTask task);

        void finish(BackOfficeTask task);

        void edit(BackOfficeTask task);

        void cancel(BackOfficeTask task);
    }

    private final TaskWords words;

    TaskDrawer(
            BackOfficeTask task,
            List<TaskInterval> intervals,
            TaskWords words,
            Instant now,
            Deeds deeds,
            Runnable onClose) {
        super(onClose);
        this.words = words;
        setTitle(task.title(), words.state(task, now));
        var parts = new Div();
        parts.addClassName("drawer-parts");
        var description = task.description();
        if (description != null) {
            var paragraph = new Paragraph(description);
            paragraph.addClassName("task-description");
            parts.add(paragraph);
        }
        parts.add(facts(task, now), worked(intervals));
        add(parts);
        var buttons = buttons(task, deeds);
        if (buttons.getComponentCount() > 0) {
            addFoot(buttons);
        }
    }

    private FactList facts(BackOfficeTask task, Instant now) {
        var facts = new FactList();
        facts.fact(words.say("agent"), words.agent(task.agent()));
        facts.fact(words.say("unit"), words.unit(task.unit()));
        facts.fact(words.say("due"), words.due(task.dueAt()));
        facts.fact(words.say("estimate"), words.duration(task.estimate()));
        facts.fact(words.say("worked"), time(task));
        facts.fact(
                words.say("created"),
                words.say(
                        "createdBy",
                        task.createdBy(),
                        Days.withTime(task.createdAt(), words.locale())));
        var ended = task.endedAt();
        if (ended != null) {
            facts.fact(words.say("ended"), Days.withTime(ended, words.locale()));
        }
        var estimate = task.estimate();
        var all = task.workedUntil(now);
        if (estimate != null && all.compareTo(estimate) > 0) {
            facts.fact(words.say("over"), words.duration(all.minus(estimate)));
        }
        return facts;
    }

    private Component time(BackOfficeTask task) {
        var since = task.runningSince();
        return since == null
                ? new Span(words.duration(task.worked()))
                : new TickingDuration(since.minus(task.worked()));
    }

    private Section worked(List<TaskInterval> intervals) {
        var section = new Section(new H3(words.say("intervals")));
        if (intervals.isEmpty()) {
            section.add(new Paragraph(words.say("noIntervals")));
            return section;
        }
        var table =
                new PlainTable(
                        "backoffice.tasks.from",
                        "backoffice.tasks.to",
                        "backoffice.tasks.time",
                        "backoffice.tasks.by");
        for (var interval : intervals) {
            var end = interval.end();
            table.line(
                    List.of(
                            Days.withTime(interval.start(), words.locale()),
                            end == null ? words.say("now") : Days.withTime(end, words.locale()),
                            end == null
                                    ? TaskWords.NOTHING
                                    : words.duration(Duration.between(interval.start(), end)),
                            words.agent(interval.agent())));
        }
        var scroller = new Div(table);
        scroller.addClassName("attendance-segments");
        scroller.getElement().setAttribute("tabindex", "0");
        scroller.getElement().setAttribute("role", "region");
        scroller.getElement().setAttribute("aria-label", words.say("intervals"));
        section.add(scroller);
        return section;
    }

    private Div buttons(BackOfficeTask task, Deeds deeds) {
        var buttons = new Div();
        buttons.addClassName("record-buttons");
        boolean runs = task.state() == BackOfficeTask.State.RUNNING;
        if (task.isOpen() && deeds.isMine(task)) {
            if (runs) {
                buttons.add(main("finish", () -> deeds.finish(task)));
                buttons.add(button("pause", () -> deeds.pause(task)));
            } else {
                buttons.add(
                        main(task.worked().isZero() ? "start" : "goOn", () -> deeds.start(task)));
                buttons.add(button("finish", () -> deeds.finish(task)));
            }
        }
        if (task.isOpen() && deeds.mayManage(task)) {
            buttons.add(button("edit", () -> deeds.edit(task)));
            if (!runs) {
                buttons.add(button("cancel", () -> deeds.cancel(task)));
            }
        }
        return buttons;
    }

    private Button button(String key, Runnable deed) {
        return new Button(words.say(key), _ -> deed.run());
    }

    private Button main(String key, Runnable deed) {
        var button = button(key, deed);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }
}
