package dev.rollcall.demo.ui;

import com.vaadin.flow.component.Component;
import dev.rollcall.demo.HistoryProgress;
import dev.rollcall.kit.HeaderItem;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

/// Puts the note on the demo's history into the header, as long as there is something to say.
@org.springframework.stereotype.Component
@Profile("demo")
@Order(100)
class HistoryItem implements HeaderItem {

    private final HistoryProgress progress;

    HistoryItem(HistoryProgress progress) {
        this.progress = progress;
    }

    @Override
    public Optional<Component> create() {
        return progress.told().isDone() ? Optional.empty() : Optional.of(new HistoryNote(progress));
    }
}
