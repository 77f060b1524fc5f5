package dev.rollcall.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.rollcall.shared.ApplicationClock;
import tools.jackson.databind.node.JsonNodeFactory;

/// Gives a page the application's time: once, when the page opens (or has to be rebuilt), and again
/// when the browser finds that its own clock has jumped. From then on durations, now-lines and open
/// segments tick in the browser. Every page gets one by itself.
@Tag("rollcall-clock")
@JsModule("./rollcall-clock.ts")
class BrowserClock extends Component {

    private final transient ApplicationClock clock;

    BrowserClock(ApplicationClock clock) {
        this.clock = clock;
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        readAgain();
    }

    /// Sends a fresh reading.
    @ClientCallable
    final void readAgain() {
        var reading = JsonNodeFactory.instance.objectNode();
        reading.put("serverNow", clock.millis());
        reading.put("rate", clock.speed());
        getElement().setPropertyJson("reading", reading);
    }
}
