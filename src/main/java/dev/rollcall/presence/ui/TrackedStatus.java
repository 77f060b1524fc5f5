package dev.rollcall.presence.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.people.AgentId;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The place of the status menu in the header: filled while the person is tracked, empty otherwise,
/// at once in every open page.
final class TrackedStatus extends Div {

    private final AgentId agent;
    private final BooleanSupplier tracked;
    private final Supplier<StatusMenu> menu;
    private final StatusPulse pulse;
    private volatile boolean shown;
    private @Nullable Registration subscription;

    TrackedStatus(
            AgentId agent, BooleanSupplier tracked, Supplier<StatusMenu> menu, StatusPulse pulse) {
        this.agent = agent;
        this.tracked = tracked;
        this.menu = menu;
        this.pulse = pulse;
        addClassName("presence-place");
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        show();
        subscription = pulse.followTracking(agent, () -> changed(ui));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (subscription != null) {
            subscription.remove();
            subscription = null;
        }
    }

    /// Runs on the thread of whoever changed the settings or the person.
    private void changed(UI ui) {
        if (tracked.getAsBoolean() == shown) {
            return;
        }
        try {
            ui.access(this::show);
        } catch (UIDetachedException e) {
            // The page was closed a moment ago.
        }
    }

    private void show() {
        boolean is = tracked.getAsBoolean();
        if (is != shown) {
            shown = is;
            removeAll();
            if (is) {
                add(menu.get());
            }
        }
    }
}
