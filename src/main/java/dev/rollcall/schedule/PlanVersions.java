package dev.rollcall.schedule;

import dev.rollcall.people.Agent;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Viewer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The way from any page to the versions of a day's plan, for those who may see them.
@Component
public class PlanVersions {

    private final Access access;

    PlanVersions(Access access) {
        this.access = access;
    }

    /// The address below this product's own, without the leading slash; empty for whoever may not
    /// see the plans of that person.
    public Optional<String> address(Agent agent, LocalDate date) {
        return access.currentViewer()
                .filter(viewer -> maySee(viewer, agent))
                .map(_ -> "planner/versions/" + encoded(agent.externalId()) + "/" + date);
    }

    private static boolean maySee(Viewer viewer, Agent agent) {
        return viewer.may(Permission.SCHEDULE_VIEW)
                && viewer.scope(Permission.SCHEDULE_VIEW).includes(agent, null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
