package dev.rollcall.development.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.development.Objective;
import dev.rollcall.development.PlanEdit;
import dev.rollcall.development.PlanGoal;
import dev.rollcall.development.PlanReview;
import dev.rollcall.development.PlanStep;
import dev.rollcall.development.Remark;
import dev.rollcall.development.Side;
import dev.rollcall.development.Source;
import dev.rollcall.kit.FormDialog;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is asked when something in a plan is written or changed. Each hands over what was typed;
/// what is wrong with it is said at its field.
final class PlanDialogs {

    private static final int AIM = 500;
    private static final int TEXT = 300;
    private static final int WORDS = 1_000;
    private static final int UNIT = 30;
    private static final int LINK = 1_000;
    private static final int WEEKS_AHEAD = 4;

    private final DevelopmentWords words;
    private final Side side;
    private final LocalDate today;
    private final Consumer<PlanEdit> save;

    /// @param save does what was typed; throws what is wrong with it
    PlanDialogs(DevelopmentWords words, Side side, LocalDate today, Consumer<PlanEdit> save) {
        this.words = words;
        this.side = side;
        this.today = today;
        this.save = save;
    }

    /// A form whose fields can be made in a line each.
    private abstract class Form extends FormDialog {

        Form(String title) {
            super(words.say(title));
        }

        final TextField line(String key, String pointer, int longest) {
            var field = new TextField(words.say(key));
            field.setMaxLength(longest);
            field(pointer, field);
            return wide(field);
        }

        final TextArea area(String key, String pointer, int longest) {
            var area = new TextArea(words.say(key));
            area.setMaxLength(longest);
            area.setMinRows(3);
            field(pointer, area);
            return wide(area);
        }

        final DatePicker day(String key, String pointer) {
            var day = new DatePicker(words.say(key));
            day.setLocale(getLocale());
            day.setClearButtonVisible(true);
            field(pointer, day);
            return wide(day);
        }

        final BigDecimalField figure(String key, String pointer) {
            var figure = new BigDecimalField(words.say(key));
            figure.setLocale(getLocale());
            field(pointer, figure);
            return wide(figure);
        }

        final <E> Select<E> choice(String key, List<E> items, String names) {
            var choice = new Select<E>();
            choice.setLabel(words.say(key));
            choice.setItems(items);
            choice.setItemLabelGenerator(each -> words.say(names + each));
            choice.setValue(items.getFirst());
            return wide(choice);
        }

        final <C extends Component & HasSize> C wide(C component) {
            component.setWidthFull();
            return component;
        }

        final void show(Component... questions) {
            ask(words.say("save"), questions);
        }

        @Override
        protected boolean isComplete() {
            return true;
        }

        abstract PlanEdit edit();

        @Override
        protected void save() {
            save.accept(edit());
        }
    }

    private String begunFrom(@Nullable Source source) {
        return source == null ? "" : words.from(source);
    }

    // ------------------------------------------------------------------ the plan

    /// Asks what the plan is for.
    void aim(String known) {
        new Form("aim.change") {
            private final TextArea text = area("aim.text", "/text", AIM);

            {
                text.setHelperText(words.say("aim.what"));
                text.setValue(known);
                show(text);
            }

            @Override
            PlanEdit edit() {
                return new PlanEdit.Aim(text.getValue());
            }
        }.open();
    }

    /// Asks what came of it.
    void close() {
        new Form("close.title") {
            private final TextArea said = area("close.words", "/words", WORDS);

            {
                said.setHelperText(words.say("close.what"));
                ask(words.say("close.do"), said);
            }

            @Override
            PlanEdit edit() {
                return new PlanEdit.Close(said.getValue());
            }
        }.open();
    }

    // ------------------------------------------------------------------ goals

    /// @param known null: a new one
    void goal(@Nullable PlanGoal known, @Nullable Source source) {
        new Form(known == null ? "goal.add" : "goal.change") {
            private final TextField text = line("goal.text", "/text", TEXT);
            private final DatePicker due = day("goal.by", "/due");

            {
                text.setHelperText(
                        known == null
                                ? begunFrom(source)
                                : words.say(
                                        known.agreedAs() == null
                                                ? "goal.changeWhat"
                                                : "goal.changeAgreed"));
                if (known != null) {
                    text.setValue(known.text());
                    due.setValue(known.due());
                }
                show(text, due);
            }

            @Override
            PlanEdit edit() {
                return known == null
                        ? new PlanEdit.AddGoal(text.getValue(), due.getValue(), source)
                        : new PlanEdit.ChangeGoal(known.number(), text.getValue(), due.getValue());
            }
        }.open();
    }

    void objective(PlanGoal goal) {
        new Form("objective.add") {
            private final TextField text = line("objective.text", "/text", TEXT);
            private final BigDecimalField start = figure("objective.start", "/start");
            private final BigDecimalField target = figure("objective.target", "/target");
            private final TextField unit = line("objective.unit", "/unit", UNIT);

            {
                text.setHelperText(
                        goal.agreedAs() == null ? goal.text() : words.say("goal.changeAgreed"));
                start.setHelperText(words.say("objective.figureWhat"));
                unit.setHelperText(words.say("objective.unitWhat"));
                show(text, start, target, unit);
            }

            @Override
            PlanEdit edit() {
                return new PlanEdit.AddObjective(
                        goal.number(),
                        text.getValue(),
                        start.getValue(),
                        target.getValue(),
                        unit.getValue());
            }
        }.open();
    }

    void measure(Objective objective) {
        new Form("objective.measure") {
            private final BigDecimalField current = figure("objective.current", "/current");

            {
                current.setHelperText(objective.text());
                current.setValue(objective.current());
                show(current);
            }

            @Override
            protected boolean isComplete() {
                if (current.getValue() == null) {
                    reject("/current", words.say("problem.noNumber"));
                    return false;
                }
                return true;
            }

            @Override
            PlanEdit edit() {
                return new PlanEdit.Measure(objective.number(), current.getValue());
            }
        }.open();
    }

    // ------------------------------------------------------------------ steps, remarks

    /// @param goals which it may be for
    void step(PlanStep.Kind kind, List<PlanGoal> goals, @Nullable Source source) {
        new Form("step.add." + kind) {
            private final TextField text = line("step.text." + kind, "/text", TEXT);
            private final Select<Side> owner =
                    choice("step.owner", List.of(side, side.other()), "owner." + side + ".");
            private final DatePicker due = day("step.by", "/due");
            private final Select<Optional<PlanGoal>> goal = new Select<>();
            private final TextField link = line("step.link", "/link", LINK);

            {
                text.setHelperText(begunFrom(source));
                if (kind == PlanStep.Kind.ACTION) {
                    due.setValue(today.plusWeeks(2));
                }
                goal.setLabel(words.say("step.goal"));
                goal.setItems(
                        Stream.concat(
                                        Stream.of(Optional.<PlanGoal>empty()),
                                        goals.stream().map(Optional::of))
                                .toList());
                goal.setItemLabelGenerator(
                        each -> each.map(PlanGoal::text).orElse(words.say("step.noGoal")));
                goal.setValue(Optional.empty());
                goal.setVisible(!goals.isEmpty());
                wide(goal);
                link.setHelperText(words.say("step.linkWhat"));
                link.setVisible(kind == PlanStep.Kind.TRAINING);
                show(text, owner, due, goal, link);
            }

            @Override
            PlanEdit edit() {
                return new PlanEdit.AddStep(
                        kind,
                        goal.getValue().map(PlanGoal::number).orElse(null),
                        owner.getValue(),
                        text.getValue(),
                        due.getValue(),
                        link.getValue(),
                        source);
            }
        }.open();
    }

    void remark(Remark.Kind first, @Nullable Source source) {
        new Form("remark.add") {
            private final Select<Remark.Kind> kind =
                    choice("remark.kind", List.of(Remark.Kind.values()), "remark.");
            private final TextArea text = area("remark.text", "/text", AIM);
            private final DatePicker day = day("remark.day", "/day");

            {
                kind.setValue(first);
                text.setHelperText(begunFrom(source));
                day.setValue(today);
                show(kind, text, day);
            }

            @Override
            protected boolean isComplete() {
                if (day.getValue() == null) {
                    reject("/day", words.say("problem.noDay"));
                    return false;
                }
                return true;
            }

            @Override
            PlanEdit edit() {
                return new PlanEdit.AddRemark(
                        kind.getValue(), text.getValue(), day.getValue(), source);
            }
        }.open();
    }

    // ------------------------------------------------------------------ reviews

    /// @param known null: no day was set yet
    void review(@Nullable LocalDate known) {
        new Form("review.set") {
            private final DatePicker due = day("review.on", "/due");

            {
                due.setHelperText(words.say("review.what"));
                due.setValue(known == null ? today.plusWeeks(WEEKS_AHEAD) : known);
                show(due);
            }

            @Override
            protected boolean isComplete() {
                if (due.getValue() == null) {
                    reject("/due", words.say("problem.noDay"));
                    return false;
                }
                return true;
            }

            @Override
            PlanEdit edit() {
                return new PlanEdit.SetReview(due.getValue());
            }
        }.open();
    }

    void outcome() {
        new Form("review.hold") {
            private final Select<PlanReview.Outcome> outcome =
                    choice(
                            "review.outcome",
                            List.of(PlanReview.Outcome.values()),
                            "review.outcome.");
            private final TextArea said = area("review.words", "/words", WORDS);
            private final DatePicker next = day("review.next", "/next");

            {
                next.setValue(today.plusWeeks(WEEKS_AHEAD));
                show(outcome, said, next);
            }

            @Override
            PlanEdit edit() {
                return new PlanEdit.HoldReview(
                        outcome.getValue(), said.getValue(), next.getValue());
            }
        }.open();
    }
}
