package dev.rollcall.development.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.development.DevelopmentOf;
import dev.rollcall.development.PlanChange;
import dev.rollcall.development.PlanChange.What;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.review.Moment;
import dev.rollcall.review.MomentSource;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What became of somebody's plan on the line of what happened in their work: what was begun and
/// agreed, done and found. Nothing of how their weeks were.
@Component
@Order(25)
class DevelopmentMoments implements MomentSource {

    private static final Set<What> TOLD =
            Set.of(
                    What.BEGUN,
                    What.GOAL_AGREED,
                    What.OBJECTIVE_REACHED,
                    What.STEP_DONE,
                    What.SUCCESS_ADDED,
                    What.REVIEW_ON_TRACK,
                    What.REVIEW_BEHIND,
                    What.REVIEW_REACHED,
                    What.CLOSED);

    private final DevelopmentOf development;
    private final Directory directory;
    private final Access access;

    DevelopmentMoments(DevelopmentOf development, Directory directory, Access access) {
        this.development = development;
        this.directory = directory;
        this.access = access;
    }

    @Override
    public String words() {
        return "development.moment";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.TRENDING_UP;
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.COACHING_WRITE, Permission.COACHING_OWN);
    }

    @Override
    public List<Moment> moments(AgentId agent, Instant from, Instant until, Reader reader) {
        boolean self = access.viewer().agent().filter(agent::equals).isPresent();
        var address =
                self
                        ? "my-development"
                        : directory
                                .agent(agent)
                                .map(each -> PlanAddress.of(each.externalId()))
                                .orElse("development");
        return development.changes(agent, from, until).stream()
                .filter(each -> TOLD.contains(each.what()))
                .map(each -> moment(each, address, reader))
                .toList();
    }

    private static Moment moment(PlanChange change, String address, Reader reader) {
        return new Moment(
                change.at(),
                reader.say("development.change." + change.what(), change.by(), change.text()),
                address);
    }
}
