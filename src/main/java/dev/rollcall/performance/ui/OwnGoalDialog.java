package dev.rollcall.performance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.performance.MetricCard;
import dev.rollcall.performance.OwnPerformance;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A goal one sets oneself, which nobody else sees.
final class OwnGoalDialog extends FormDialog {

    private static final int MONTHS = 12;

    private final PerformanceWords words;
    private final OwnPerformance performance;
    private final MetricCard card;
    private final Runnable done;
    private final BigDecimalField goal = new BigDecimalField();
    private final Select<YearMonth> from = new Select<>();

    /// @param card of the running month
    /// @param done told when the goal is another one
    OwnGoalDialog(
            PerformanceWords words, OwnPerformance performance, MetricCard card, Runnable done) {
        super(words.say("own.title", words.name(card.metric())));
        this.words = words;
        this.performance = performance;
        this.card = card;
        this.done = done;
        var currency = card.amount().currency();
        goal.setLabel(
                currency == null
                        ? words.say("own.goal")
                        : words.say("own.goalIn", currency.getCurrencyCode()));
        goal.setLocale(words.locale());
        goal.setWidthFull();
        var own = card.own();
        if (own != null) {
            goal.setValue(GoalFields.plain(own.goal()));
        }
        field("/goal", goal);
        from.setLabel(words.say("own.from"));
        from.setItems(
                IntStream.range(0, MONTHS).mapToObj(i -> card.month().plusMonths(i)).toList());
        from.setItemLabelGenerator(words::month);
        from.setValue(card.month());
        from.setWidthFull();
        if (own != null) {
            var remove =
                    new Button(
                            words.say("own.remove"),
                            _ -> {
                                aim(null);
                                close();
                            });
            remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
            remove.setDisableOnClick(true);
            getFooter().add(remove);
        }
        ask(words.say("own.save"), new Paragraph(words.say("own.what")), official(), goal, from);
    }

    private Paragraph official() {
        var pace = card.pace();
        return new Paragraph(
                pace == null
                        ? words.say("own.noOfficial")
                        : words.say(
                                "own.official",
                                words.amount(pace.goal(), card.amount().currency())));
    }

    @Override
    protected boolean isComplete() {
        boolean typed = goal.getValue() != null;
        if (!typed) {
            reject("/goal", words.say("goal.positive"));
        }
        return typed;
    }

    @Override
    protected void save() {
        aim(goal.getValue());
    }

    private void aim(@Nullable BigDecimal wanted) {
        performance.aim(card.metric(), from.getValue(), wanted);
        done.run();
    }
}
