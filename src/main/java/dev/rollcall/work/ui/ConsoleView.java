package dev.rollcall.work.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.presence.ClockInGate;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;

/// Where agents work: what they have, and the queues of their groups. Behind the gate.
@Route("console")
@Menu(title = "work.console.title", order = 12, icon = "vaadin:headset")
@Requires(Permission.WORK_OWN)
final class ConsoleView extends Div implements HasDynamicTitle {

    ConsoleView(ClockInGate gate, ConsoleSources sources) {
        addClassName("console-view");
        add(gate.before(getTranslation("work.console.title"), () -> new ConsolePage(sources)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("work.console.title") + " – Rollcall";
    }
}
