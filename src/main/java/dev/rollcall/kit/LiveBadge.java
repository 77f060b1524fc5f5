package dev.rollcall.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;
import tools.jackson.databind.node.JsonNodeFactory;

/// Says whether what a page shows is live: `Live – updated 2 s ago`. Whoever feeds the page calls
/// [#beat] every few seconds; the badge turns to `Stale` by itself, in the browser, when no beat
/// comes, and to `Reconnecting` when the server is out of reach.
@Tag("rollcall-live")
@JsModule("./rollcall-live.ts")
public class LiveBadge extends Component implements HasStyle {

    private int beats;

    /// @param patience how long without a beat is stale
    public LiveBadge(Duration patience) {
        getElement().setProperty("patience", patience.toSeconds());
        addClassName("live-badge");
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        var words = JsonNodeFactory.instance.objectNode();
        words.put("language", getLocale().toLanguageTag());
        for (var state : new String[] {"live", "stale", "reconnecting"}) {
            words.put(state, getTranslation("kit.live." + state));
        }
        getElement().setPropertyJson("words", words);
    }

    /// All is well with the source of what the page shows.
    public void beat() {
        getElement().setProperty("beat", ++beats);
    }
}
