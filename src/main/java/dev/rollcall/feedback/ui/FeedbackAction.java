package dev.rollcall.feedback.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.adherence.acting.PeopleAction;
import dev.rollcall.feedback.About;
import dev.rollcall.people.Agent;
import dev.rollcall.security.Permission;
import java.util.Comparator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Gives somebody feedback from the board, while it happens.
@Component
@Order(110)
class FeedbackAction implements PeopleAction {

    private final FeedbackSources sources;

    FeedbackAction(FeedbackSources sources) {
        this.sources = sources;
    }

    @Override
    public String code() {
        return "feedback";
    }

    @Override
    public String key() {
        return "g";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.COMMENT_O;
    }

    @Override
    public String label() {
        return "feedback.action.label";
    }

    @Override
    public String help() {
        return "feedback.action.help";
    }

    @Override
    public boolean isOffered() {
        return sources.may(Permission.FEEDBACK_GIVE);
    }

    /// Feedback is for one person: of several that are chosen, one is chosen in the form.
    @Override
    public void begin(Matter matter) {
        var people =
                matter.people().stream()
                        .flatMap(each -> sources.directory().agent(each).stream())
                        .sorted(Comparator.comparing(Agent::name))
                        .toList();
        var today = sources.clock().instant().atZone(matter.zone()).toLocalDate();
        new GiveDialog(
                        sources,
                        true,
                        people,
                        people.size() == 1 ? people.getFirst() : null,
                        new About(About.Subject.DAY, today.toString()),
                        matter.done())
                .open();
    }
}
