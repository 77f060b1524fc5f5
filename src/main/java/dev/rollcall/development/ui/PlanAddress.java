package dev.rollcall.development.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import dev.rollcall.development.Source;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where plans are found: `development/agent-001?from=coaching-12`, `my-development?plan=3`.
final class PlanAddress {

    private static final String FROM = "from";
    private static final String PLAN = "plan";

    private PlanAddress() {}

    static String of(String agent) {
        return "development/" + URLEncoder.encode(agent, StandardCharsets.UTF_8);
    }

    /// What something is begun from; null: nothing.
    static @Nullable Source from(BeforeEnterEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(FROM)
                .flatMap(Source::parse)
                .orElse(null);
    }

    /// Which plan is asked for; null: the open one.
    static @Nullable Long plan(BeforeEnterEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PLAN)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
    }
}
