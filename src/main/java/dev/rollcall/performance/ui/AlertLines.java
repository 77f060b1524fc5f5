package dev.rollcall.performance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rollcall.performance.Alert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is off its pace, each in a sentence with the way to what is behind it.
final class AlertLines extends Div {

    private final PerformanceWords words;
    private @Nullable List<Alert> shown;

    AlertLines(PerformanceWords words) {
        this.words = words;
        addClassName("performance-alerts");
        getElement().setAttribute("role", "status");
    }

    /// @return whether these are the first shown
    boolean show(List<Alert> alerts) {
        var before = shown;
        if (!alerts.equals(before)) {
            removeAll();
            alerts.forEach(alert -> add(sentence(alert)));
            setVisible(!alerts.isEmpty());
            shown = alerts;
        }
        return before == null;
    }

    private Component sentence(Alert alert) {
        var more =
                new Anchor(
                        "my-performance/" + alert.metric().token() + "?alert=" + alert.kind(),
                        words.say("alert.more"));
        more.setAriaLabel(words.say("alert.moreOf", words.name(alert.metric())));
        var line = new Paragraph();
        line.getElement().setAttribute("data-kind", alert.kind().name());
        line.add(
                new Text(
                        words.say(
                                        "alert." + alert.kind(),
                                        words.name(alert.metric()),
                                        words.amount(alert.gap(), alert.currency()))
                                + " "),
                more);
        return line;
    }
}
