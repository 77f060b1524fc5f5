package dev.rollcall.performance.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.performance.OwnMilestones;
import dev.rollcall.review.Moment;
import dev.rollcall.review.MomentSource;
import dev.rollcall.security.Permission;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// One's own milestones on the line of what happened; of others nobody sees any.
@Component
@Order(40)
class MilestoneMoments implements MomentSource {

    private final OwnMilestones milestones;

    MilestoneMoments(OwnMilestones milestones) {
        this.milestones = milestones;
    }

    @Override
    public String words() {
        return "performance.moment";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.BULLSEYE;
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.KPI_OWN);
    }

    @Override
    public List<Moment> moments(AgentId agent, Instant from, Instant until, Reader reader) {
        var words = new PerformanceWords(reader.words(), reader.locale());
        return milestones.reached().stream()
                .flatMap(List::stream)
                .map(each ->
                        new Moment(
                                each.on().atTime(LocalTime.NOON).atZone(reader.zone()).toInstant(),
                                words.say(
                                        "milestone." + each.rule().kind(),
                                        each.rule().times(),
                                        words.name(each.rule().metric())),
                                null))
                .filter(each -> !each.at().isBefore(from) && each.at().isBefore(until))
                .toList();
    }
}
