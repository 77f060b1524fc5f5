package dev.rollcall.coaching.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.coaching.Coaching;
import dev.rollcall.coaching.OwnCoaching;
import dev.rollcall.coaching.OwnSession;
import dev.rollcall.coaching.Session;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.review.Moment;
import dev.rollcall.review.MomentSource;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Coaching sessions on the line of what happened in somebody's work.
@Component
@Order(20)
class CoachingMoments implements MomentSource {

    private static final int MOST = 500;

    private final Coaching coaching;
    private final OwnCoaching own;
    private final Access access;

    CoachingMoments(Coaching coaching, OwnCoaching own, Access access) {
        this.coaching = coaching;
        this.own = own;
        this.access = access;
    }

    @Override
    public String words() {
        return "coaching.moment";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.ACADEMY_CAP;
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.COACHING_WRITE, Permission.COACHING_OWN);
    }

    @Override
    public List<Moment> moments(AgentId agent, Instant from, Instant until, Reader reader) {
        boolean self = access.viewer().agent().filter(agent::equals).isPresent();
        var sessions =
                self
                        ? own.list().stream().map(OwnSession::session).toList()
                        : coaching.list(agent, MOST);
        return sessions.stream()
                .filter(each -> !each.since().isBefore(from) && each.since().isBefore(until))
                .map(each -> moment(each, self, reader))
                .toList();
    }

    private static Moment moment(Session session, boolean self, Reader reader) {
        return new Moment(
                session.since(),
                reader.say(
                        "coaching.moment." + session.state(),
                        session.title(),
                        session.coach().name()),
                self ? "my-coaching" : "coaching/" + session.number());
    }
}
