package dev.rollcall.performance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.kit.PushedText;
import dev.rollcall.performance.Growth;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.MetricCard;
import dev.rollcall.performance.Pace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One figure of a month: what it is, how far to the goal and whether at pace, how it compares, and
/// a year of months. Shown anew only when it is another one.
final class KpiCard extends Article {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PerformanceWords words;
    private final Metric metric;
    private final Anchor link = new Anchor();
    private final Span value = new Span();
    private final Div others = new Div();
    private final Div growth = new Div();
    private final Span badge = new Span();
    private final Span against = new Span();
    private final Span fair = new Span();
    private final PaceBar pace;
    private final PaceBar own;
    private final Button aim;
    private final Sparkline history = new Sparkline();
    private @Nullable MetricCard shown;

    /// @param onAim told when somebody wants to set themselves a goal
    KpiCard(PerformanceWords words, Metric metric, Consumer<MetricCard> onAim) {
        this.words = words;
        this.metric = metric;
        pace = new PaceBar(words);
        own = new PaceBar(words);
        own.addClassName("kpi-own");
        aim =
                new Button(
                        "",
                        _ -> {
                            if (shown != null) {
                                onAim.accept(shown);
                            }
                        });
        aim.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        aim.addClassName("kpi-aim");
        addClassName("kpi-card");
        getElement().setAttribute("data-metric", metric.token());
        link.setText(words.name(metric));
        var title = new H3(link);
        title.setId("kpi-" + metric.token());
        getElement().setAttribute("aria-labelledby", "kpi-" + metric.token());
        value.addClassName("kpi-value");
        others.addClassName("kpi-others");
        badge.addClassName("kpi-badge");
        against.addClassName("kpi-against");
        fair.addClassName("kpi-fair");
        growth.addClassName("kpi-growth");
        growth.add(badge, against);
        add(title, value, others, growth, fair, pace, own, aim, history);
    }

    Metric metric() {
        return metric;
    }

    /// @return whether it is another card than before
    boolean show(MetricCard card) {
        if (card.equals(shown)) {
            return false;
        }
        boolean moved = shown != null && shown.month().equals(card.month());
        shown = card;
        link.setHref(
                "my-performance/"
                        + metric.token()
                        + (isRunning(card) ? "" : "?month=" + card.month()));
        PushedText.set(value, words.amount(card.amount()));
        PushedText.set(
                others,
                card.others().isEmpty()
                        ? ""
                        : words.say(
                                "others",
                                card.others().stream()
                                        .map(words::amount)
                                        .collect(Collectors.joining(", "))));
        others.setVisible(!card.others().isEmpty());
        growth(card.growth(), card);
        pace.show(card.pace(), card, "goal", isRunning(card));
        own.show(card.own(), card, "own", isRunning(card));
        aim.setVisible(isRunning(card));
        aim.setText(words.say(card.own() == null ? "own.set" : "own.change"));
        aim.setAriaLabel(
                words.say(card.own() == null ? "own.setOf" : "own.changeOf", words.name(metric)));
        history.show(card, words);
        if (moved) {
            // The browser marks it for a moment, unless less motion is asked for.
            getElement().setAttribute("data-moved", "" + card.amount().value().toPlainString());
            getElement()
                    .executeJs(
                            "this.classList.remove('kpi-moved'); void this.offsetWidth; this.classList.add('kpi-moved')");
        }
        return true;
    }

    private static boolean isRunning(MetricCard card) {
        return card.fair() != null;
    }

    private void growth(Growth whole, MetricCard card) {
        PushedText.set(badge, words.badge(whole));
        badge.getElement().setAttribute("role", "img");
        badge.getElement()
                .setAttribute(
                        "aria-label",
                        words.say(
                                "growth.label",
                                words.spoken(whole),
                                words.month(card.month().minusMonths(1))));
        badge.getElement().setAttribute("data-tone", tone(whole));
        PushedText.set(
                against,
                words.say("growth.against", words.shortMonth(card.month().minusMonths(1))));
        var toDate = card.fair();
        fair.setVisible(toDate != null);
        if (toDate != null) {
            fair.getElement().setAttribute("data-tone", tone(toDate));
            PushedText.set(fair, words.say("growth.fair", words.badge(toDate), card.fairDay()));
        }
    }

    /// Where more is no better, a rise is no good news, and no bad one.
    private String tone(Growth change) {
        if (!metric.moreIsBetter()) {
            return "plain";
        }
        return switch (change.direction()) {
            case UP, NEW -> "good";
            case DOWN -> "low";
            case FLAT, NOT_AVAILABLE -> "plain";
        };
    }

    /// How much of a goal is there, and how much should be by now.
    private static final class PaceBar extends Div {

        private final PerformanceWords words;
        private final Div bar = new Div();
        private final Div fill = new Div();
        private final Div tick = new Div();
        private final Span said = new Span();

        PaceBar(PerformanceWords words) {
            this.words = words;
            addClassName("kpi-pace");
            bar.addClassName("kpi-bar");
            fill.addClassName("kpi-bar-fill");
            tick.addClassName("kpi-bar-tick");
            said.addClassName("kpi-pace-words");
            bar.getElement().setAttribute("aria-hidden", "true");
            bar.add(fill, tick);
            add(bar, said);
        }

        void show(@Nullable Pace pace, MetricCard card, String which, boolean running) {
            if (pace == null) {
                boolean says = which.equals("goal");
                setVisible(says);
                bar.setVisible(false);
                PushedText.set(said, words.say("goal.none"));
                return;
            }
            setVisible(true);
            bar.setVisible(true);
            getElement().setAttribute("data-standing", pace.standing().name());
            fill.getStyle().set("width", share(pace.percent()) + "%");
            tick.setVisible(running && pace.standing() != Pace.Standing.REACHED);
            tick.getStyle().set("inset-inline-start", share(pace.expectedPercent()) + "%");
            var of =
                    words.say(
                            which + ".of",
                            words.percent(pace.percent()),
                            words.amount(pace.goal(), card.amount().currency()));
            var sentence =
                    running && pace.standing() != Pace.Standing.REACHED
                            ? words.say(
                                    "goal.running",
                                    of,
                                    words.percent(pace.expectedPercent()),
                                    words.standing(pace))
                            : words.say("goal.over", of, words.standing(pace));
            PushedText.set(said, sentence);
        }

        private static String share(BigDecimal percent) {
            return percent.min(HUNDRED)
                    .max(BigDecimal.ZERO)
                    .setScale(1, RoundingMode.HALF_UP)
                    .toPlainString();
        }
    }
}
