package dev.rollcall.coaching.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.adherence.acting.PersonPart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/// The way from somebody's day to a session that starts from it.
@org.springframework.stereotype.Component
@Order(400)
class CoachPart implements PersonPart {

    private final CoachingSources sources;

    CoachPart(CoachingSources sources) {
        this.sources = sources;
    }

    @Override
    public Optional<Component> create(PersonTimeline day, ZoneId zone, Runnable changed) {
        if (!sources.mayCoach()
                || sources.coaching().people().stream()
                        .noneMatch(each -> each.id().equals(day.agent().id()))) {
            return Optional.empty();
        }
        var part = new Section();
        part.addClassName("coaching-link");
        part.add(
                new Anchor(
                        "coaching?for="
                                + URLEncoder.encode(
                                        day.agent().externalId(), StandardCharsets.UTF_8)
                                + "&from=day:"
                                + day.date(),
                        part.getTranslation("coaching.fromDay")));
        return Optional.of(PersonPart.standingOn(day.date(), part));
    }
}
