package dev.rollcall.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.VaadinSessionState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/// What each user has open, so that it can be ended or drawn anew the moment their rights change,
/// though the browser asks for nothing: a page that only listens would go on listening.
@Component
class OpenSessions implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(OpenSessions.class);

    private final transient Grants grants;
    private final transient ObjectProvider<SessionRegistry> registry;
    private final transient Map<UserId, Set<UI>> open = new ConcurrentHashMap<>();

    OpenSessions(Grants grants, ObjectProvider<SessionRegistry> registry, MeterRegistry metrics) {
        this.grants = grants;
        this.registry = registry;
        Gauge.builder("rollcall.pages.open", open, OpenSessions::pages)
                .description("Pages that are open in browsers of people who signed in")
                .register(metrics);
        Gauge.builder("rollcall.people.online", open, Map::size)
                .description("People with at least one open page")
                .register(metrics);
    }

    private static double pages(Map<UserId, Set<UI>> open) {
        return open.values().stream().mapToInt(Set::size).sum();
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> remember(init.getUI()));
    }

    @EventListener
    void on(GrantsChanged change) {
        for (var user : change.users()) {
            if (grants.mayComeIn(user)) {
                drawAnew(user);
            } else {
                end(user);
            }
        }
    }

    /// Ends everything a user has open.
    void end(UserId user) {
        registry.ifAvailable(sessions ->
                sessions.getAllSessions(new SignedIn(user), false)
                        .forEach(SessionInformation::expireNow));
        for (var session : sessions(user)) {
            session.access(() -> {
                if (session.getState() != VaadinSessionState.OPEN) {
                    return;
                }
                for (var ui : List.copyOf(session.getUIs())) {
                    LastWord.to(ui, page -> page.setLocation("login"));
                }
                session.getSession().invalidate();
            });
        }
        log.info("The sessions of user {} were ended", user.value());
    }

    /// A page that does not load itself again must not go on with what its viewer was allowed
    /// before.
    private void drawAnew(UserId user) {
        for (var session : sessions(user)) {
            session.access(() -> {
                for (var ui : List.copyOf(session.getUIs())) {
                    LastWord.to(ui, Page::reload);
                }
            });
        }
    }

    private void remember(UI ui) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn user)) {
            return;
        }
        open.compute(
                user.id(),
                (_, uis) -> {
                    Set<UI> all = uis == null ? ConcurrentHashMap.newKeySet() : uis;
                    all.add(ui);
                    return all;
                });
        ui.addDetachListener(_ -> forget(user.id(), ui));
    }

    private void forget(UserId user, UI ui) {
        open.computeIfPresent(
                user,
                (_, uis) -> {
                    uis.remove(ui);
                    return uis.isEmpty() ? null : uis;
                });
    }

    /// A page that was closed a moment ago has none any more.
    private List<VaadinSession> sessions(UserId user) {
        return open.getOrDefault(user, Set.of()).stream()
                .map(UI::getSession)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
