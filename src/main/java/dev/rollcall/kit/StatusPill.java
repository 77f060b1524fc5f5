package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A severity as shape, word and ticking duration: `! Out 6:40`. The shape alone tells which one it
/// is, without colour; the word keeps the colour of the text around it.
@Tag("span")
@JsModule("./rollcall-shape.ts")
@JsModule("./rollcall-duration.ts")
public class StatusPill extends Component implements HasStyle {

    private final Element shape = new Element("rollcall-shape");
    private final Element word = new Element("span");
    private final TickingDuration duration = new TickingDuration(null);

    /// @param word the word beside the shape, translated
    /// @param since since when it has lasted; null for no duration
    public StatusPill(Severity severity, String word, @Nullable Instant since) {
        addClassName("status-pill");
        this.word.getClassList().add("status-word");
        getElement().appendChild(shape, this.word, duration.getElement());
        show(severity, word, since);
    }

    /// @param word the word beside the shape, translated
    /// @param since since when it has lasted; null for no duration
    public void show(Severity severity, String word, @Nullable Instant since) {
        getElement().setAttribute("data-severity", severity.token());
        shape.setAttribute("kind", severity.token());
        this.word.setText(word);
        duration.setSince(since);
    }
}
