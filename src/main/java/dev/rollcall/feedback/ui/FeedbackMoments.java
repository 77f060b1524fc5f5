package dev.rollcall.feedback.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.feedback.FeedbackOfPeople;
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

/// Praise and notes on the line of what happened in somebody's work; nothing of anonymous rounds.
@Component
@Order(30)
class FeedbackMoments implements MomentSource {

    private final FeedbackOfPeople feedback;
    private final Access access;

    FeedbackMoments(FeedbackOfPeople feedback, Access access) {
        this.feedback = feedback;
        this.access = access;
    }

    @Override
    public String words() {
        return "feedback.moment";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.COMMENT_O;
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.FEEDBACK_VIEW, Permission.FEEDBACK_OWN);
    }

    @Override
    public List<Moment> moments(AgentId agent, Instant from, Instant until, Reader reader) {
        boolean self = access.viewer().agent().filter(agent::equals).isPresent();
        return feedback.of(agent, from, until).stream()
                .map(each ->
                        new Moment(
                                each.givenAt(),
                                reader.say(
                                        "feedback.moment." + each.kind(),
                                        each.giver().name(),
                                        each.said()),
                                self ? "my-feedback" : "feedback"))
                .toList();
    }
}
