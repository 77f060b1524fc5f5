package dev.rollcall.work.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.kit.Onlooker;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.PeopleChanged;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.PresenceChanged;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.work.ActivationChanged;
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

    private final Access access;
    private final Directory directory;
    private final Set<Consumer<Object>> followers = ConcurrentHashMap.newKeySet();

    WorkPulse(Access access, Directory directory) {
        this.access = access;
        this.directory = directory;
    }

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

    @EventListener
    void on(ActivationChanged change) {
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
        var listening = listen(concerns, () -> coalescer.add("", ""));
        return () -> {
            listening.remove();
            coalescer.close();
        };
    }

    /// Told of every change that concerns somebody, on the thread of whoever made it, until the
    /// answer is removed. Returns at once.
    Registration listen(Concern concerns, Runnable told) {
        Consumer<Object> follower =
                change -> {
                    if (concerns.includes(change)) {
                        told.run();
                    }
                };
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /// What concerns whoever is signed in as somebody who looks after agents: their people, those
    /// who may come to work for them, and their groups. By what they may see now.
    Concern concernOfViewer() {
        var scope = access.scope(Permission.WORK_VIEW);
        return change ->
                switch (change) {
                    case WorkChanged work ->
                            work.agents().stream().anyMatch(agent -> mayInclude(scope, agent))
                                    || work.groups().stream()
                                            .anyMatch(group -> includes(scope, group));
                    case PresenceChanged presence -> mayInclude(scope, presence.agent());
                    case ActivationChanged switched -> mayInclude(scope, switched.agent());
                    default -> true;
                };
    }

    private boolean mayInclude(Scope scope, AgentId agent) {
        return directory.agent(agent).filter(scope::mayInclude).isPresent();
    }

    private boolean includes(Scope scope, GroupId group) {
        return scope.groups().contains(group)
                || directory.group(group).filter(it -> scope.includes(it.unit())).isPresent();
    }

    /// What a page is about.
    interface Concern {
        boolean includes(Object change);
    }
}
