package dev.rollcall.dashboard;

import dev.rollcall.security.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// All widgets there are, and who is offered which.
@Component
public class WidgetCatalogue {

    private final List<Widget> widgets;

    WidgetCatalogue(List<Widget> widgets) {
        this.widgets = List.copyOf(widgets);
        if (widgets.stream().map(Widget::key).distinct().count() != widgets.size()) {
            throw new IllegalStateException("Two widgets have the same key");
        }
    }

    /// Those somebody may put on their board.
    public List<Widget> offeredTo(Viewer viewer) {
        return widgets.stream().filter(widget -> isOffered(widget, viewer)).toList();
    }

    /// A widget, if somebody may see it; empty also when it is known no longer.
    public Optional<Widget> find(WidgetKey key, Viewer viewer) {
        return offeredTo(viewer).stream().filter(widget -> widget.key().equals(key)).findFirst();
    }

    private static boolean isOffered(Widget widget, Viewer viewer) {
        return widget.isOn() && widget.permissions().stream().anyMatch(viewer::may);
    }

    /// Whether one of some widgets is there now, for whoever may see it.
    boolean ships(Predicate<WidgetKey> any) {
        return widgets.stream().filter(Widget::isOn).map(Widget::key).anyMatch(any);
    }

    /// The board of somebody nobody arranged one for: all they may see.
    Layout shippedFor(Viewer viewer) {
        var layout = Layout.EMPTY;
        for (var widget : offeredTo(viewer)) {
            layout = layout.add(widget.key(), widget.size());
        }
        return layout;
    }
}
