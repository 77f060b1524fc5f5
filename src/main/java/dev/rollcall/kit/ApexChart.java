package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// A chart of values side by side, such as the half hours of a day. For trends, and never alone: a
/// table with the same figures stands beside it.
@Tag("rollcall-chart")
@JsModule("./rollcall-chart.ts")
@NpmPackage(value = "apexcharts", version = "5.0.0")
public final class ApexChart extends Component {

    /// @param description what the chart shows, for people who hear it
    public ApexChart(String description) {
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", description);
    }

    /// How a series is drawn.
    public enum Form {
        LINE,
        DASHES,
        STEPS,
        COLUMN
    }

    /// How much a series is to be seen.
    public enum Tone {
        MAIN,
        SECOND,
        QUIET
    }

    /// Values of one kind.
    ///
    /// @param name shown in the legend
    /// @param values one for each label; null leaves a gap
    public record Series(String name, Form form, Tone tone, List<@Nullable Double> values) {}

    /// @param labels what each place is called where somebody points at it
    /// @param ticks what stands below each place, empty for nothing
    public void show(List<String> labels, List<String> ticks, List<Series> series) {
        var json = JsonNodeFactory.instance.objectNode();
        var labelled = json.putArray("labels");
        labels.forEach(labelled::add);
        var ticked = json.putArray("ticks");
        ticks.forEach(ticked::add);
        var all = json.putArray("series");
        for (var each : series) {
            var one = all.addObject();
            one.put("name", each.name());
            one.put("form", each.form().name().toLowerCase(Locale.ROOT));
            one.put("tone", each.tone().name().toLowerCase(Locale.ROOT));
            var values = one.putArray("values");
            each.values().forEach(values::add);
        }
        getElement().setPropertyJson("value", json);
    }
}
