package dev.rollcall.work.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.kit.Onlooker;
import dev.rollcall.people.PeopleChanged;
import dev.rollcall.presence.PresenceChanged;
import dev.rollcall.work.WorkChanged;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells open pages that work, or somebody's part in it, changed. Runs on the writer's thread:
/// touches no component.
@Component
class WorkPulse {

    private final Set<Consumer<Object>> followers = ConcurrentHashMap.newKeySet();

    @EventListener
    void on(WorkChanged change) {
        tell(change);
    }

    @EventListener
    void on(PresenceChanged change) {
        tell(change);
    }

    @EventListener
    void on(PeopleChanged change) {
        tell(change);
    }

    private void tell(Object change) {
        followers.forEach(follower -> follower.accept(change));
    }

    /// Shows a page again, at most four times a second, when something it shows changed.
    ///
    /// @param concerns whether a [WorkChanged], [PresenceChanged] or [PeopleChanged] does; asked on
    ///   any thread
    /// @param show with the page locked and in the name of whoever opened it
    Registration follow(UI ui, Concern concerns, Runnable show) {
        var onlooker = Onlooker.current();
        var coalescer = Coalescer.<String, String>to(ui, _ -> onlooker.does(show));
        Consumer<Object> follower =
                change -> {
                    if (concerns.includes(change)) {
                        coalescer.add("", "");
                    }
                };
        followers.add(follower);
        return () -> {
            followers.remove(follower);
            coalescer.close();
        };
    }

    /// What a page is about.
    interface Concern {
        boolean includes(Object change);
    }
}
