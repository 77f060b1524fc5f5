package dev.rollcall.overrides.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.adherence.acting.PeopleAction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Changes people's statuses from the board.
@Component
@Order(200)
class StatusAction implements PeopleAction {

    private final OverrideSources sources;

    StatusAction(OverrideSources sources) {
        this.sources = sources;
    }

    @Override
    public String code() {
        return "status";
    }

    @Override
    public String key() {
        return "s";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.USER_CLOCK;
    }

    @Override
    public String label() {
        return "overrides.action.label";
    }

    @Override
    public String help() {
        return "overrides.action.help";
    }

    @Override
    public boolean isOffered() {
        return sources.mayChange();
    }

    @Override
    public void begin(Matter matter) {
        new StatusForm(sources, matter).open();
    }
}
