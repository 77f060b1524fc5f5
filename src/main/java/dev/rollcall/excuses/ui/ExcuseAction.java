package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.adherence.acting.PeopleAction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Excuses people from the board.
@Component
@Order(300)
class ExcuseAction implements PeopleAction {

    private final ExcuseSources sources;

    ExcuseAction(ExcuseSources sources) {
        this.sources = sources;
    }

    @Override
    public String code() {
        return "excuse";
    }

    @Override
    public String key() {
        return "e";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.CHECK_CIRCLE_O;
    }

    @Override
    public String label() {
        return "excuses.excuse.label";
    }

    @Override
    public String help() {
        return "excuses.excuse.help";
    }

    @Override
    public boolean isOffered() {
        return sources.mayAct();
    }

    @Override
    public boolean isAboutDeviations() {
        return true;
    }

    @Override
    public void begin(Matter matter) {
        var ui = UI.getCurrentOrThrow();
        new ExcuseDialog(
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
