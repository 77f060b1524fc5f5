package dev.rollcall.performance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import dev.rollcall.performance.PerformancePage;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The month that is looked at, and the ways to the one before and the next.
final class MonthChoice extends Div {

    private final PerformanceWords words;
    private final Consumer<YearMonth> go;
    private final Select<YearMonth> months = new Select<>();
    private final Button previous;
    private final Button next;
    private @Nullable PerformancePage shown;

    /// @param go told which month somebody wants
    MonthChoice(PerformanceWords words, Consumer<YearMonth> go) {
        this.words = words;
        this.go = go;
        addClassName("performance-months");
        months.setAriaLabel(words.say("month.label"));
        months.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go.accept(event.getValue());
            }
        });
        previous =
                StepButton.of(words, VaadinIcon.ANGLE_LEFT, "month.previous", "[", () -> step(-1));
        next = StepButton.of(words, VaadinIcon.ANGLE_RIGHT, "month.next", "]", () -> step(1));
        add(previous, months, next);
    }

    /// Goes some months on, or back; nowhere beyond the first and the last.
    void step(int by) {
        var now = shown;
        if (now == null) {
            return;
        }
        var all = now.months().stream().sorted(Comparator.naturalOrder()).toList();
        int at = all.indexOf(now.month()) + by;
        if (at >= 0 && at < all.size()) {
            go.accept(all.get(at));
        }
    }

    void show(PerformancePage now) {
        var before = shown;
        if (before == null
                || !before.months().equals(now.months())
                || !before.withFacts().equals(now.withFacts())) {
            months.setItems(now.months());
            months.setItemLabelGenerator(month -> words.month(month, now.yearBegins()));
            var running = YearMonth.from(now.today());
            months.setItemEnabledProvider(month ->
                    now.withFacts().contains(month)
                            || month.equals(running)
                            || month.equals(now.month()));
        }
        months.setValue(now.month());
        previous.setEnabled(!now.month().equals(now.months().getLast()));
        next.setEnabled(!now.month().equals(now.months().getFirst()));
        shown = now;
    }
}
