package dev.rollcall.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One person's timeline outside a grid, with a window of its own: large, with hours and names, for
/// a drawer or a page of one person; or small, as one of a few strips under each other.
@Tag("rollcall-timeline")
@JsModule("./rollcall-timeline.ts")
@JsModule("./rollcall-timeline-axis.ts")
public class Timeline extends Component implements HasSize, HasStyle {

    private @Nullable TimelineLegend legend;

    private Timeline() {}

    /// With lane names, hours and the pieces' names.
    public static Timeline large() {
        var timeline = new Timeline();
        timeline.getElement().setAttribute("size", "large");
        return timeline;
    }

    /// As high as a row of a board.
    public static Timeline small() {
        return new Timeline();
    }

    /// @param label the strip in a sentence, for people who hear it
    public void setStrip(TimelineStrip strip, String label) {
        getElement().setProperty("value", strip.encode());
        getElement().setProperty("label", label);
    }

    /// Tells which instant somebody chose: with the pointer, or with Enter after stepping to it.
    public void addPointListener(Consumer<Instant> listener) {
        getElement()
                .addEventListener(
                        "timeline-point",
                        e ->
                                listener.accept(
                                        Instant.ofEpochMilli(
                                                e.getEventData().get("event.detail.at").asLong())))
                .addEventData("event.detail.at");
    }

    public void setWindow(TimelineWindow window) {
        getElement().setPropertyJson("window", window.toJson());
    }

    /// Sets the names behind the strips' numbers, for the whole page. Not needed where a
    /// [TimelineAxis] of the same page has done so.
    public void setLegend(TimelineLegend legend) {
        this.legend = legend;
        if (isAttached()) {
            send(legend);
        }
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        if (legend != null) {
            send(legend);
        }
    }

    private void send(TimelineLegend legend) {
        getElement().setPropertyJson("legend", legend.toJson(this, getLocale()));
    }
}
