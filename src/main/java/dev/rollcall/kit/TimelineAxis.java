package dev.rollcall.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.jspecify.annotations.Nullable;

/// The hours above a grid's column of timelines. It also sets the window and the legend of all
/// strips in that grid, and draws the one now-line across its rows; so zooming ten thousand rows is
/// one message.
///
/// ```java
/// // numbers in strips are places in these lists: keep one map from code to place beside them
/// var legend =
///         new TimelineLegend(
///                 activities.stream()
///                         .map(it -> new Activity(it.name(), ActivityTone.of(it.colour())))
///                         .toList(),
///                 presenceNames);
/// var axis = new TimelineAxis();
/// axis.setLegend(legend);
/// axis.setWindow(TimelineWindow.around(clock.instant(), Duration.ofHours(4), zone));
///
/// // above a column whose cells are <rollcall-timeline .value="…" .label="…">: the strip's compact
/// // form, TimelineStrip.encode(), and the strip in a sentence for people who hear it
/// column.setHeader(axis);
/// ```
///
/// A strip is as high as `--rollcall-timeline-height` says, 28 px by default.
///
/// A view that is looked at again, by its `Now` button or a new zoom, only calls [#setWindow]. What
/// the colours mean is explained by a [TimelineKey].
@Tag("rollcall-timeline-axis")
@JsModule("./rollcall-timeline.ts")
@JsModule("./rollcall-timeline-axis.ts")
public class TimelineAxis extends Component {

    private @Nullable TimelineLegend legend;

    /// Shows another stretch of time in the whole grid.
    public void setWindow(TimelineWindow window) {
        getElement().setPropertyJson("window", window.toJson());
    }

    /// Sets the names behind the strips' numbers, for the whole page.
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
