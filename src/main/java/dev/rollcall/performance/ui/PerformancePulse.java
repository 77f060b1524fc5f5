package dev.rollcall.performance.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.LivePages;
import dev.rollcall.kpi.KpiFactsCounted;
import dev.rollcall.people.AgentId;
import dev.rollcall.work.WorkChanged;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets the open pages of a person read again when facts of theirs were counted, or they have other
/// work than before.
@Component
class PerformancePulse {

    private final LivePages<Set<AgentId>> pages = new LivePages<>("performance");

    /// Published after the commit.
    @EventListener
    void on(KpiFactsCounted counted) {
        pages.changed(counted.agents());
    }

    /// Published after the commit, too.
    @EventListener
    void on(WorkChanged changed) {
        pages.changed(changed.agents());
    }

    /// @param read off the page
    /// @param show with the page locked
    <T> Registration follow(UI ui, AgentId self, Supplier<T> read, Consumer<T> show) {
        return pages.follow(ui, people -> people.contains(self), read, show);
    }
}
