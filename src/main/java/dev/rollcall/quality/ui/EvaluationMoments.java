package dev.rollcall.quality.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.quality.EvaluationsOf;
import dev.rollcall.review.Moment;
import dev.rollcall.review.MomentSource;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Published evaluations on the line of what happened in somebody's work.
@Component
@Order(10)
class EvaluationMoments implements MomentSource {

    private final EvaluationsOf evaluations;
    private final Access access;

    EvaluationMoments(EvaluationsOf evaluations, Access access) {
        this.evaluations = evaluations;
        this.access = access;
    }

    @Override
    public String words() {
        return "quality.moment";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.CLIPBOARD_CHECK;
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.QUALITY_VIEW, Permission.QUALITY_OWN);
    }

    @Override
    public List<Moment> moments(AgentId agent, Instant from, Instant until, Reader reader) {
        var words = new QualityWords(reader.words(), reader.locale());
        boolean own = access.viewer().agent().filter(agent::equals).isPresent();
        return evaluations.published(agent, from, until).stream()
                .map(each ->
                        new Moment(
                                each.at(),
                                words.say(
                                        each.disputed() ? "moment.disputed" : "moment.scored",
                                        words.percent(each.score())),
                                (own ? "my-evaluations/" : "quality/evaluations/") + each.number()))
                .toList();
    }
}
