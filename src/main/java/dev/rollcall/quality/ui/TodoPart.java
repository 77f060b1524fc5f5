package dev.rollcall.quality.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.kit.ReasonDialog;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.RowList;
import dev.rollcall.quality.EvaluationFilter;
import dev.rollcall.quality.SamplingTask;
import dev.rollcall.security.Permission;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// What waits for an evaluator: disputes first, what they began, and what was drawn.
final class TodoPart extends Div {

    private static final int MOST = 100;
    private static final int MILLIS = 5_000;

    private final QualitySources sources;
    private final QualityWords words;
    private final Runnable again;

    TodoPart(QualitySources sources, QualityWords words, Runnable again) {
        this.sources = sources;
        this.words = words;
        this.again = again;
        addClassName("quality-list");
        boolean disputes = disputes();
        boolean drafts = drafts();
        boolean tasks = tasks();
        if (!disputes && !drafts && !tasks) {
            var none = new Div(new Paragraph(words.say("todo.none")));
            none.addClassName("board-empty");
            add(none);
        }
    }

    private boolean disputes() {
        if (!sources.access().viewer().may(Permission.QUALITY_VIEW)) {
            return false;
        }
        var waiting =
                sources.evaluations()
                        .page(
                                new EvaluationFilter(null, null, null, true),
                                Long.MAX_VALUE,
                                MOST,
                                sources.scope());
        if (waiting.isEmpty()) {
            return false;
        }
        var list = new RowList();
        for (var each : waiting) {
            list.row(
                    words.say("todo.dispute", sources.name(each.agent())),
                    words.say(
                            sources.evaluations().mayResolve(each)
                                    ? "todo.disputeYours"
                                    : "todo.disputeOthers",
                            words.at(each.at())),
                    "quality/evaluations/" + each.number(),
                    words.percent(each.percent().orElse(null)));
        }
        add(new H2(words.say("todo.disputes")), list);
        return true;
    }

    private boolean drafts() {
        var drafts = sources.evaluations().drafts();
        if (drafts.isEmpty()) {
            return false;
        }
        var list = new RowList();
        for (var each : drafts) {
            list.row(
                    sources.name(each.agent()),
                    words.say("todo.draft", words.channel(each.channel()), words.at(each.at())),
                    "quality/evaluations/" + each.number(),
                    "");
        }
        add(new H2(words.say("todo.drafts")), list);
        return true;
    }

    private boolean tasks() {
        var tasks = sources.sampling().waiting(MOST);
        if (tasks.isEmpty()) {
            return false;
        }
        var list = new RowList();
        var today = LocalDate.ofInstant(sources.clock().instant(), ZoneOffset.UTC);
        for (var task : tasks) {
            boolean late = task.due().isBefore(today);
            list.row(
                    sources.name(task.interaction().agent()),
                    words.say(
                            "todo.task",
                            words.channel(task.interaction().channel()),
                            words.at(task.interaction()),
                            task.plan(),
                            words.say(late ? "todo.late" : "todo.due", words.day(task.due()))),
                    null,
                    "",
                    deeds(task));
        }
        add(new H2(words.say("todo.drawn", tasks.size())), list);
        return true;
    }

    private Component[] deeds(SamplingTask task) {
        var name = sources.name(task.interaction().agent());
        var by = task.takenBy();
        if (by != null) {
            return new Component[] {new Paragraph(words.say("todo.taken", by))};
        }
        var begin =
                new Button(
                        words.say("begin"),
                        _ -> begin(sources, words, task.interaction().number(), task.card()));
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        begin.setAriaLabel(words.say("beginOf", name));
        var pass = new Button(words.say("todo.pass"), _ -> pass(task, name));
        pass.addThemeVariants(ButtonVariant.TERTIARY);
        pass.setAriaLabel(words.say("todo.passOf", name));
        return new Component[] {begin, pass};
    }

    private void pass(SamplingTask task, String name) {
        new ReasonDialog(
                        words.say("todo.passTitle"),
                        words.say("todo.passWhat", name),
                        words.say("todo.pass"),
                        reason -> {
                            try {
                                sources.sampling().pass(task.number(), reason);
                            } catch (RuntimeException e) {
                                return Optional.of(Refusals.ofDeed(this::getTranslation).say(e));
                            }
                            again.run();
                            return Optional.empty();
                        })
                .open();
    }

    /// Begins an evaluation and goes there.
    static void begin(QualitySources sources, QualityWords words, long interaction, String card) {
        try {
            long number = sources.evaluations().begin(interaction, card);
            UI.getCurrentOrThrow().navigate("quality/evaluations/" + number);
        } catch (RuntimeException e) {
            Notification.show(
                    Refusals.ofDeed(words.all()).say(e),
                    MILLIS,
                    Notification.Position.BOTTOM_START);
        }
    }
}
