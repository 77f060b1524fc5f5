package dev.rollcall.presence.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.kit.Onlooker;
import dev.rollcall.people.AgentId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What stands behind the gate, or what says that it is shut; follows the person at once.
final class Gate extends Div {

    private final Gatekeeper keeper;
    private final AgentId agent;
    private final Function<Boolean, Component> content;
    private final Onlooker onlooker = Onlooker.current();
    private Runnable told = () -> {};
    private volatile boolean shut;
    private @Nullable Registration subscription;

    /// @param content what is shown while the gate is shut, or not
    Gate(Gatekeeper keeper, AgentId agent, Function<Boolean, Component> content) {
        this.keeper = keeper;
        this.agent = agent;
        this.content = content;
        addClassName("gate");
        shut = keeper.isShutFor(agent);
        add(content.apply(shut));
    }

    /// @param listener told with the page locked when the gate opened or shut
    void onChange(Runnable listener) {
        told = listener;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Coalescer<String, String> changes =
                Coalescer.to(event.getUI(), _ -> onlooker.does(this::move));
        subscription =
                Registration.combine(keeper.follow(agent, () -> changed(changes)), changes::close);
        move();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (subscription != null) {
            subscription.remove();
            subscription = null;
        }
    }

    /// Runs on the writer's thread: touches no component.
    private void changed(Coalescer<String, String> changes) {
        if (keeper.isShutFor(agent) != shut) {
            changes.add("", "");
        }
    }

    private void move() {
        boolean now = keeper.isShutFor(agent);
        if (now != shut) {
            shut = now;
            removeAll();
            add(content.apply(now));
            told.run();
        }
    }

    /// Nothing to see: the gate is open.
    static final class Open extends Div {
        Open() {
            setVisible(false);
        }
    }
}
