package dev.rollcall.development.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rollcall.development.Side;
import dev.rollcall.development.Source;
import dev.rollcall.people.Agent;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// The plan of somebody one looks after. `?from=coaching-12` begins something from a session with
/// them, `?plan=3` is an older plan.
@Route("development/:agent")
@Requires(Permission.COACHING_WRITE)
final class PersonDevelopmentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(PersonDevelopmentView.class);

    private final DevelopmentSources sources;
    private final DevelopmentWords words;
    private @Nullable Source from;
    private @Nullable Long older;
    private String title;

    PersonDevelopmentView(DevelopmentSources sources) {
        this.sources = sources;
        words = new DevelopmentWords(this::getTranslation, getLocale());
        title = words.say("title");
        addClassName("development-view");
    }

    @Override
    public String getPageTitle() {
        return title + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        from = PlanAddress.from(event);
        older = PlanAddress.plan(event);
        show(event.getRouteParameters().get("agent").orElse(""));
    }

    private void show(String code) {
        removeAll();
        var back = new Anchor("development", words.say("title"));
        back.addClassNames("coaching-back", "review-tools");
        add(back);
        try {
            sources.development().person(code).ifPresentOrElse(this::show, () -> trouble("goneOf"));
        } catch (DataAccessException e) {
            LOG.warn("A plan cannot be read: {}", e.getClass().getSimpleName());
            trouble("away");
        }
    }

    private void trouble(String key) {
        var sentence = new Paragraph(words.say(key));
        sentence.addClassName("board-empty");
        sentence.getElement().setAttribute("role", "alert");
        add(new H1(words.say("title")), sentence);
    }

    private void show(Agent agent) {
        title = words.say("of.title", agent.name());
        var head = new Div(new H1(title));
        head.addClassName("coaching-head");
        add(head);
        var file = sources.development().open(agent.id(), older).orElse(null);
        var today = LocalDate.ofInstant(sources.clock().instant(), agent.zone());
        if (file == null) {
            none(agent, today);
        } else {
            head.add(new PrintButton(words));
            add(
                    new PlanPart(
                            words,
                            Side.LEAD,
                            file,
                            from,
                            today,
                            sources.development()::edit,
                            () -> show(agent.externalId())));
        }
        add(
                new OlderPlans(
                        words,
                        sources.development().plans(agent.id()),
                        file == null ? null : file.plan(),
                        PlanAddress.of(agent.externalId())));
    }

    private void none(Agent agent, LocalDate today) {
        var begin =
                new Button(
                        words.say("begin"),
                        _ ->
                                new BeginDialog(
                                                words,
                                                today,
                                                (aim, review) -> {
                                                    sources.development()
                                                            .begin(agent.id(), aim, review);
                                                    older = null;
                                                    show(agent.externalId());
                                                })
                                        .open());
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        var none =
                new Div(
                        new Paragraph(words.say(older == null ? "of.none" : "gone", agent.name())),
                        begin);
        none.addClassName("board-empty");
        add(none);
    }
}
