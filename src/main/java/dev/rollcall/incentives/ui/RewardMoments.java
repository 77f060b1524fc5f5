package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.incentives.Awards;
import dev.rollcall.incentives.OwnRedemptions;
import dev.rollcall.incentives.OwnRewards;
import dev.rollcall.incentives.Redemption;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.review.Moment;
import dev.rollcall.review.MomentSource;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Points that were awarded and rewards that were given, on the line of what happened: all of it
/// for the person, and for others only awards whose figures they may see.
@Component
@Order(50)
class RewardMoments implements MomentSource {

    private final OwnRewards own;
    private final OwnRedemptions redemptions;
    private final Awards awards;
    private final Access access;

    RewardMoments(OwnRewards own, OwnRedemptions redemptions, Awards awards, Access access) {
        this.own = own;
        this.redemptions = redemptions;
        this.awards = awards;
        this.access = access;
    }

    @Override
    public String words() {
        return "incentives.moment";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.GIFT;
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.INCENTIVES_VIEW, Permission.INCENTIVES_OWN);
    }

    @Override
    public List<Moment> moments(AgentId agent, Instant from, Instant until, Reader reader) {
        var viewer = access.viewer();
        boolean self = viewer.agent().filter(agent::equals).isPresent();
        var moments = new ArrayList<Moment>();
        if (self && viewer.may(Permission.INCENTIVES_OWN)) {
            for (var past : own.periods()) {
                if (past.reason().given() > 0) {
                    add(moments, past.at(), past.scheme(), past.reason().given(), true, reader);
                }
            }
            for (var each : redemptions.mine()) {
                var at = each.decidedAt();
                if (at != null && each.state() == Redemption.State.APPROVED) {
                    moments.add(
                            new Moment(
                                    at,
                                    reader.say("incentives.moment.given", each.name()),
                                    "my-rewards"));
                }
            }
        } else if (viewer.may(Permission.INCENTIVES_VIEW)) {
            for (var seen : awards.of(agent)) {
                if (seen.points() > 0) {
                    add(moments, seen.at(), seen.scheme(), seen.points(), false, reader);
                }
            }
        }
        return moments.stream()
                .filter(each -> !each.at().isBefore(from) && each.at().isBefore(until))
                .toList();
    }

    private static void add(
            List<Moment> moments,
            Instant at,
            String scheme,
            long points,
            boolean self,
            Reader reader) {
        moments.add(
                new Moment(
                        at,
                        reader.say("incentives.moment.awarded", scheme, points),
                        self ? "my-rewards" : "incentives?show=awards"));
    }
}
