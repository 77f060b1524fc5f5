package dev.rollcall.dashboard;

import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Which boards show what: counts, for the house itself.
@Component
public class WidgetCensus {

    private final LayoutTable table;
    private final WidgetCatalogue catalogue;

    WidgetCensus(LayoutTable table, WidgetCatalogue catalogue) {
        this.table = table;
        this.catalogue = catalogue;
    }

    /// How many people have one of some widgets before them.
    ///
    /// @param own how many arranged a board of their own
    /// @param without how many of them took every such widget off
    /// @param showsToSomebodyNew whether what the organisation starts with shows one
    public record Showing(int own, int without, boolean showsToSomebodyNew) {}

    public Showing showing(Predicate<WidgetKey> any) {
        var own = table.allOwn(Dashboards.PAGE);
        int without = (int) own.stream().filter(layout -> !shows(layout, any)).count();
        var start = table.ofTeam(null, Dashboards.PAGE).map(LayoutTable.Stored::layout);
        return new Showing(
                own.size(),
                without,
                start.map(layout -> shows(layout, any)).orElseGet(() -> catalogue.ships(any)));
    }

    private static boolean shows(Layout layout, Predicate<WidgetKey> any) {
        return layout.widgets().stream().map(Placed::widget).anyMatch(any);
    }
}
