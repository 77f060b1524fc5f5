package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rollcall.adherence.ui.Times;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where somebody drags the board to a moment that is over: the hours of a day as a slider, and
/// steps beside it. Seen only while one looks back.
final class LookBack extends Div {

    /// What is asked of the board.
    interface Listener {
        /// While somebody drags: the last one counts.
        void drag(Instant moment);

        /// A choice of its own in the browser's history.
        void go(Instant moment);

        /// Back to what is known now.
        void leave();
    }

    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration LONG_STEP = Duration.ofHours(1);
    private static final int MILLIS_BETWEEN = 120;

    private final Listener listener;
    private final RangeInput slider = new RangeInput();
    private final Span moment = new Span();
    private final Span later = new Span();
    private Instant first = Instant.EPOCH;
    private Instant latest = Instant.EPOCH;
    private Instant shown = Instant.EPOCH;

    LookBack(Listener listener) {
        this.listener = listener;
        addClassName("look-back");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("adherence.lookBack.title"));
        slider.addClassName("look-back-slider");
        slider.setAriaLabel(getTranslation("adherence.lookBack.moment"));
        slider.setMin(0);
        slider.setStep(1.0);
        slider.setValueChangeMode(ValueChangeMode.TIMEOUT);
        slider.setValueChangeTimeout(MILLIS_BETWEEN);
        slider.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                listener.drag(first.plus(Duration.ofMinutes(e.getValue().longValue())));
            }
        });
        moment.addClassName("look-back-moment");
        moment.getElement().setAttribute("role", "status");
        later.addClassName("look-back-later");
        var leave = new Button(getTranslation("adherence.lookBack.leave"), _ -> listener.leave());
        leave.addThemeVariants(ButtonVariant.SMALL);
        var way =
                new Div(
                        step(LONG_STEP.negated(), "hourBack", "−1 h"),
                        step(STEP.negated(), "back", "−5 min"),
                        slider,
                        step(STEP, "on", "+5 min"),
                        step(LONG_STEP, "hourOn", "+1 h"));
        way.addClassName("look-back-way");
        var said = new Div(moment, later, leave);
        said.addClassName("look-back-said");
        add(way, said);
        setVisible(false);
    }

    private Button step(Duration by, String key, String text) {
        var button = new Button(text, _ -> listener.go(within(shown.plus(by))));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("adherence.lookBack." + key));
        return button;
    }

    /// Steps may lead out of the day, but not beyond now.
    private Instant within(Instant wanted) {
        return earlier(wanted, latest);
    }

    /// @param seen null: nobody looks back
    /// @param since when something is known as it was known then
    /// @param hours the day's: while somebody drags they must not change
    /// @param people of how many something became known later
    void show(
            @Nullable Instant seen,
            Optional<Instant> since,
            TimeSpan hours,
            Instant now,
            Times times,
            int people) {
        setVisible(seen != null);
        if (seen == null) {
            return;
        }
        latest = now.truncatedTo(ChronoUnit.MINUTES);
        shown = seen;
        first = hours.start();
        var last = earlier(hours.end(), latest);
        slider.setMax(Math.max(1, Duration.between(first, last).toMinutes()));
        slider.setValue((double) Duration.between(first, seen).toMinutes());
        var text = times.dayAndTime(seen);
        slider.getElement().setAttribute("aria-valuetext", text);
        moment.setText(getTranslation("adherence.lookBack.known", text));
        boolean isBeforeAll = since.filter(begun -> !seen.isBefore(begun)).isEmpty();
        later.setText(
                isBeforeAll
                        ? since.map(begun ->
                                        getTranslation(
                                                "adherence.lookBack.before",
                                                times.dayAndTime(begun)))
                                .orElse("")
                        : getTranslation("adherence.lookBack.later", people));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
