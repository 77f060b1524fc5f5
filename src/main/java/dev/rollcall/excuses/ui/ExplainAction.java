package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.UI;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.adherence.acting.OwnAction;
import org.springframework.stereotype.Component;

/// Explains a deviation of one's own.
@Component
class ExplainAction implements OwnAction {

    private final ExcuseSources sources;

    ExplainAction(ExcuseSources sources) {
        this.sources = sources;
    }

    @Override
    public String label() {
        return "excuses.explain.label";
    }

    @Override
    public String labelNow() {
        return "excuses.explain.labelNow";
    }

    @Override
    public void begin(Matter matter) {
        var ui = UI.getCurrentOrThrow();
        new ExplainDialog(
                        sources,
                        new ExcuseWords(
                                ui::getTranslation,
                                ui.getLocale(),
                                sources.reasons().all(),
                                sources.directory()),
                        matter)
                .open();
    }
}
