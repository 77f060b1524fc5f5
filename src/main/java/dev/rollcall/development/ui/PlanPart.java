package dev.rollcall.development.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.rollcall.development.Objective;
import dev.rollcall.development.PlanChange;
import dev.rollcall.development.PlanEdit;
import dev.rollcall.development.PlanFile;
import dev.rollcall.development.PlanGoal;
import dev.rollcall.development.PlanReview;
import dev.rollcall.development.PlanStep;
import dev.rollcall.development.Progress;
import dev.rollcall.development.Remark;
import dev.rollcall.development.Side;
import dev.rollcall.development.Source;
import dev.rollcall.kit.Chronicle;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.RowList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A plan as either of its owners reads and writes it: goals with what tells that they are reached,
/// what is done and learned for them, strengths and shortcomings, successes and failures, when both
/// look at it, and who changed what. One that is closed is read only.
final class PlanPart extends Div {

    private static final int MILLIS = 5_000;
    private static final int CHANGES = 12;

    /// Changes the plan that is shown.
    @FunctionalInterface
    interface Door {
        void edit(long number, long version, PlanEdit edit);
    }

    private final DevelopmentWords words;
    private final Side side;
    private final PlanFile file;
    private final LocalDate today;
    private final Door door;
    private final Runnable refresh;
    private final PlanDialogs dialogs;
    private final boolean isOpen;

    /// @param from what something is begun from now; null: nothing
    /// @param refresh shows it anew
    PlanPart(
            DevelopmentWords words,
            Side side,
            PlanFile file,
            @Nullable Source from,
            LocalDate today,
            Door door,
            Runnable refresh) {
        this.words = words;
        this.side = side;
        this.file = file;
        this.today = today;
        this.door = door;
        this.refresh = refresh;
        isOpen = file.plan().isOpen();
        dialogs = new PlanDialogs(words, side, today, this::save);
        addClassNames("development-plan", "review-paper");
        add(head());
        if (from != null && isOpen) {
            add(start(from));
        }
        add(goals(), steps(PlanStep.Kind.ACTION), steps(PlanStep.Kind.TRAINING));
        add(remarks(), reviews(), changes());
    }

    private void save(PlanEdit edit) {
        door.edit(file.plan().number(), file.plan().version(), edit);
        refresh.run();
    }

    private void attempt(PlanEdit edit) {
        try {
            door.edit(file.plan().number(), file.plan().version(), edit);
        } catch (RuntimeException e) {
            Notification.show(
                    Refusals.ofDeed(this::getTranslation).say(e),
                    MILLIS,
                    Notification.Position.BOTTOM_START);
        }
        refresh.run();
    }

    private Button button(String key, String about, Runnable deed) {
        var button = new Button(words.say(key), _ -> deed.run());
        button.setAriaLabel(words.say("of", words.say(key), about));
        return button;
    }

    private Section section(String title, Component... content) {
        var section = new Section(new H2(title));
        section.addClassName("development-part");
        section.add(content);
        return section;
    }

    private static Span second(String text) {
        var second = new Span(text);
        second.addClassName("board-second");
        return second;
    }

    private static Paragraph said(String text) {
        var said = new Paragraph(text);
        said.addClassName("coaching-said");
        return said;
    }

    private Component row(Component... content) {
        var row = new Div(content);
        row.addClassName("development-buttons");
        return row;
    }

    // ------------------------------------------------------------------ the whole

    private Component head() {
        var plan = file.plan();
        var head = new Section();
        head.addClassNames("development-part", "development-head");
        var lead = plan.leadName();
        head.add(
                new H2(plan.aim()),
                second(
                        words.say(
                                lead == null ? "since" : "sinceWith",
                                words.at(plan.openedAt()),
                                plan.openedBy(),
                                lead == null ? "" : lead)));
        var closed = plan.closedAt();
        if (closed != null) {
            head.add(new Paragraph(words.say("closed", words.at(closed))));
            var closing = plan.closing();
            head.add(said(closing == null ? "" : closing));
        }
        head.add(progress(file.progress(), words.say("progress.plan")));
        if (isOpen) {
            head.add(
                    row(
                            new Button(words.say("aim.change"), _ -> dialogs.aim(plan.aim())),
                            new Button(words.say("close.do"), _ -> dialogs.close())));
        }
        return head;
    }

    private Component progress(OptionalInt percent, String label) {
        if (percent.isEmpty()) {
            return second(words.say("progress.none"));
        }
        var bar = new ProgressBar(0, 100, percent.getAsInt());
        bar.getElement().setAttribute("aria-label", label);
        var text = new Span(words.say("progress", percent.getAsInt()));
        text.addClassName("development-percent");
        var both = new Div(bar, text);
        both.addClassName("development-progress");
        return both;
    }

    /// What can be begun from a session or an evaluation one comes from.
    private Component start(Source from) {
        var section = section(words.say("start", words.from(from)));
        section.addClassName("review-tools");
        var goal = new Button(words.say("goal.add"), _ -> dialogs.goal(null, from));
        goal.addThemeVariants(ButtonVariant.PRIMARY);
        section.add(
                row(
                        goal,
                        new Button(
                                words.say("step.add.ACTION"),
                                _ -> dialogs.step(PlanStep.Kind.ACTION, kept(), from)),
                        new Button(
                                words.say("step.add.TRAINING"),
                                _ -> dialogs.step(PlanStep.Kind.TRAINING, kept(), from)),
                        new Button(
                                words.say("remark.add"),
                                _ -> dialogs.remark(Remark.Kind.STRENGTH, from))));
        return section;
    }

    private @Nullable Component source(@Nullable Source source) {
        return source == null ? null : new Anchor(source.addressFor(side), words.from(source));
    }

    // ------------------------------------------------------------------ goals

    private List<PlanGoal> kept() {
        return file.goals().stream().filter(each -> each.droppedBy() == null).toList();
    }

    private Component goals() {
        var section = section(words.say("part.goals"));
        if (file.goals().isEmpty()) {
            section.add(second(words.say("goal.none")));
        }
        file.goals().forEach(goal -> section.add(goal(goal)));
        if (isOpen) {
            section.add(row(new Button(words.say("goal.add"), _ -> dialogs.goal(null, null))));
        }
        return section;
    }

    private Component goal(PlanGoal goal) {
        var card = new Article(new H3(goal.text()));
        card.addClassName("development-goal");
        card.getElement().setAttribute("data-standing", goal.standing().name());
        var due = goal.due();
        var standing = new Span(standing(goal));
        standing.addClassName("coaching-standing");
        card.add(standing);
        if (due != null) {
            card.add(
                    second(
                            words.say(
                                    due.isBefore(today) && isOpen ? "goal.dueLate" : "goal.due",
                                    words.day(due))));
        }
        var from = source(goal.source());
        if (from != null) {
            card.add(from);
        }
        var before = goal.agreedAs();
        if (before != null && goal.standing() == PlanGoal.Standing.CHANGED) {
            card.add(second(words.say("goal.agreedWas")), said(before));
        }
        card.add(progress(Progress.of(goal, file.steps()), words.say("progress.of", goal.text())));
        if (!goal.objectives().isEmpty()) {
            var list = new RowList();
            goal.objectives().forEach(each -> objective(list, each));
            card.add(list);
        }
        if (isOpen) {
            card.add(deeds(goal));
        }
        return card;
    }

    private String standing(PlanGoal goal) {
        var standing = goal.standing();
        var dropped = goal.droppedBy();
        if (dropped != null) {
            return words.say("goal.TO_DROP." + (dropped == side ? "YOU" : dropped.name()));
        }
        return goal.agreement()
                .waitsFor()
                .map(who ->
                        words.say("goal." + standing + "." + (who == side ? "YOU" : who.name())))
                .orElseGet(() -> words.say("goal.AGREED"));
    }

    private Component deeds(PlanGoal goal) {
        var deeds = new ArrayList<Component>();
        var dropped = goal.droppedBy();
        if (dropped != null) {
            if (dropped != side) {
                deeds.add(
                        button(
                                "goal.agreeToDrop",
                                goal.text(),
                                () -> attempt(new PlanEdit.Agree(goal.number()))));
            }
            deeds.add(
                    button(
                            "goal.keep",
                            goal.text(),
                            () -> attempt(new PlanEdit.KeepGoal(goal.number()))));
            return row(deeds.toArray(Component[]::new));
        }
        if (!goal.agreement().isOf(side)) {
            var agree =
                    button(
                            "goal.agree",
                            goal.text(),
                            () -> attempt(new PlanEdit.Agree(goal.number())));
            agree.addThemeVariants(ButtonVariant.PRIMARY);
            deeds.add(agree);
        }
        deeds.add(button("objective.add", goal.text(), () -> dialogs.objective(goal)));
        deeds.add(button("goal.change", goal.text(), () -> dialogs.goal(goal, null)));
        deeds.add(
                button(
                        "goal.drop",
                        goal.text(),
                        () -> attempt(new PlanEdit.DropGoal(goal.number()))));
        return row(deeds.toArray(Component[]::new));
    }

    private void objective(RowList list, Objective objective) {
        if (!isOpen) {
            list.row(objective.text(), words.standing(objective), null, "");
            return;
        }
        var drop = remove(objective.text(), new PlanEdit.DropObjective(objective.number()));
        list.row(
                objective.text(),
                words.standing(objective),
                null,
                "",
                objective.isMeasured()
                        ? button(
                                "objective.measure",
                                objective.text(),
                                () -> dialogs.measure(objective))
                        : tick(
                                objective.text(),
                                objective.reachedAt() != null,
                                new PlanEdit.Reach(
                                        objective.number(), objective.reachedAt() == null)),
                drop);
    }

    private Component tick(String about, boolean done, PlanEdit edit) {
        var tick = new Checkbox(done);
        tick.setAriaLabel(words.say("doneOf", about));
        tick.addValueChangeListener(_ -> attempt(edit));
        return tick;
    }

    private Component remove(String about, PlanEdit edit) {
        var button = new Button(VaadinIcon.TRASH.create(), _ -> attempt(edit));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setDisableOnClick(true);
        button.setAriaLabel(words.say("removeOf", about));
        button.setTooltipText(words.say("remove"));
        return button;
    }

    // ------------------------------------------------------------------ steps

    private Component steps(PlanStep.Kind kind) {
        var section = section(words.say("part." + kind));
        var steps = file.steps().stream().filter(each -> each.kind() == kind).toList();
        if (steps.isEmpty()) {
            section.add(second(words.say("step.none." + kind)));
        } else {
            var list = new RowList();
            steps.forEach(each -> step(list, each));
            section.add(list);
        }
        if (isOpen) {
            section.add(
                    row(
                            new Button(
                                    words.say("step.add." + kind),
                                    _ -> dialogs.step(kind, kept(), null))));
        }
        return section;
    }

    private void step(RowList list, PlanStep step) {
        var deeds = new ArrayList<Component>();
        if (!step.link().isEmpty()) {
            var link = new Anchor(step.link(), words.say("step.open"), AnchorTarget.BLANK);
            link.getElement().setAttribute("rel", "noopener noreferrer");
            link.getElement().setAttribute("aria-label", words.say("step.openOf", step.text()));
            deeds.add(link);
        }
        var from = source(step.source());
        if (from != null) {
            deeds.add(from);
        }
        if (isOpen) {
            deeds.add(
                    tick(
                            step.text(),
                            !step.isOpen(),
                            new PlanEdit.Tick(step.number(), step.isOpen())));
            deeds.add(remove(step.text(), new PlanEdit.DropStep(step.number())));
        }
        list.row(
                step.text(),
                words.line(step, side),
                null,
                isOpen && step.isOverdue(today) ? words.say("late") : "",
                deeds.toArray(Component[]::new));
    }

    // ------------------------------------------------------------------ remarks

    private Component remarks() {
        var board = new Div();
        board.addClassName("development-remarks");
        Arrays.stream(Remark.Kind.values()).forEach(kind -> board.add(remarks(kind)));
        return section(words.say("part.remarks"), board);
    }

    private Component remarks(Remark.Kind kind) {
        var column = new Div(new H3(words.say("remarks." + kind)));
        column.addClassName("development-remarks-of");
        var remarks = file.remarks().stream().filter(each -> each.kind() == kind).toList();
        if (remarks.isEmpty()) {
            column.add(second(words.say("remark.none")));
        } else {
            var list = new RowList();
            for (var each : remarks) {
                var deeds = new ArrayList<Component>();
                var from = source(each.source());
                if (from != null) {
                    deeds.add(from);
                }
                if (isOpen && each.side() == side) {
                    deeds.add(remove(each.text(), new PlanEdit.DropRemark(each.number())));
                }
                list.row(
                        each.text(),
                        words.say("remark.line", words.day(each.day()), each.by()),
                        null,
                        "",
                        deeds.toArray(Component[]::new));
            }
            column.add(list);
        }
        if (isOpen) {
            column.add(
                    row(
                            button(
                                    "remark.add",
                                    words.say("remark." + kind),
                                    () -> dialogs.remark(kind, null))));
        }
        return column;
    }

    // ------------------------------------------------------------------ reviews

    private Component reviews() {
        var section = section(words.say("part.reviews"));
        var next = file.nextReview().map(PlanReview::due).orElse(null);
        if (isOpen) {
            section.add(
                    new Paragraph(
                            next == null
                                    ? words.say("review.none")
                                    : words.say(
                                            next.isAfter(today) ? "review.at" : "review.now",
                                            words.day(next))));
            section.add(
                    row(
                            new Button(words.say("review.hold"), _ -> dialogs.outcome()),
                            new Button(words.say("review.set"), _ -> dialogs.review(next))));
        }
        file.reviews().stream()
                .filter(each -> !each.isToCome())
                .forEach(each -> section.add(held(each)));
        return section;
    }

    private Component held(PlanReview review) {
        var at = review.heldAt();
        var card =
                new Article(
                        new H3(
                                words.say(
                                        "review.held",
                                        at == null ? "" : words.at(at),
                                        String.valueOf(review.by()))),
                        second(words.say("review.outcome." + review.outcome())),
                        said(review.words()));
        card.addClassName("development-goal");
        var noted = review.notedAt();
        if (noted != null) {
            card.add(second(words.say("review.noted", words.at(noted))));
        } else if (side == Side.PERSON && isOpen) {
            card.add(
                    row(
                            new Button(
                                    words.say("review.note"),
                                    _ -> attempt(new PlanEdit.NoteReview(review.number())))));
        } else {
            card.add(second(words.say("review.notNoted")));
        }
        return card;
    }

    // ------------------------------------------------------------------ changes

    private Component changes() {
        return section(
                words.say("part.changes"),
                new Chronicle(
                        file.changes().stream().limit(CHANGES).map(this::item).toList(),
                        Days.zone()));
    }

    private Chronicle.Item item(PlanChange change) {
        var before = change.before();
        return new Chronicle.Item(
                change.at(),
                VaadinIcon.PENCIL,
                words.say(file.isNewTo(side, change) ? "change.new" : "change"),
                before == null
                        ? words.change(change)
                        : words.say("change.before", words.change(change), words.shown(before)),
                null);
    }
}
