package dev.rollcall.adherence.ui.coverage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.rollcall.adherence.floor.Coverage;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Coverage drawn above the timelines, to their scale. Decoration for who sees it: [CoverageLine]
/// says the same in words.
@Tag("rollcall-coverage")
@JsModule("./rollcall-coverage.ts")
public final class CoverageStrip extends Component {

    private ObjectNode shown = JsonNodeFactory.instance.objectNode();

    /// Sends what would look different.
    public void show(Coverage coverage) {
        var json = JsonNodeFactory.instance.objectNode();
        if (!coverage.slots().isEmpty()) {
            json.put("from", coverage.slots().getFirst().span().start().toEpochMilli());
        }
        json.put("step", Coverage.STEP.toMillis());
        var slots = json.putArray("slots");
        for (var slot : coverage.slots()) {
            slots.addArray()
                    .add(inHalves(slot.plannedHeads()))
                    .add(inHalves(slot.presentHeads()))
                    .add(inHalves(slot.unknownHeads()))
                    .add(slot.isBottleneck() ? 1 : 0);
        }
        json.put("begun", getTranslation("adherence.coverage.slot"));
        json.put("ahead", getTranslation("adherence.coverage.slotFuture"));
        json.put("unknown", getTranslation("adherence.coverage.unknown"));
        json.put("missing", getTranslation("adherence.coverage.missing"));
        if (!json.equals(shown)) {
            shown = json;
            getElement().setPropertyJson("value", json);
        }
    }

    /// Fine enough to draw, and coarse enough not to change with every second.
    private static double inHalves(double heads) {
        return Math.round(heads * 2) / 2.0;
    }
}
