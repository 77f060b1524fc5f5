package dev.rollcall.development.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.development.PlanFile;
import dev.rollcall.development.Side;
import dev.rollcall.development.Source;
import dev.rollcall.kit.Days;
import dev.rollcall.people.Agent;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// One's own plan, which is as much one's own as of whoever looks after one, and how one's week
/// was, which is nobody else's. `?from=evaluation-7` begins something from an evaluation of one's
/// own, `?plan=3` is an older plan.
@Route("my-development")
@Menu(title = "development.own.title", order = 14.85, icon = "vaadin:trending-up")
@Requires(Permission.COACHING_OWN)
final class MyDevelopmentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(MyDevelopmentView.class);

    private final DevelopmentSources sources;
    private final DevelopmentWords words;
    private @Nullable Source from;
    private @Nullable Long older;

    MyDevelopmentView(DevelopmentSources sources) {
        this.sources = sources;
        words = new DevelopmentWords(this::getTranslation, getLocale());
        addClassName("development-view");
    }

    @Override
    public String getPageTitle() {
        return words.say("own.title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        from = PlanAddress.from(event);
        older = PlanAddress.plan(event);
        show();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(
                sources.clock().instant(),
                sources.access()
                        .viewer()
                        .agent()
                        .flatMap(sources.directory()::agent)
                        .map(Agent::zone)
                        .orElseGet(Days::zone));
    }

    private void show() {
        removeAll();
        var what = new Paragraph(words.say("own.what"));
        what.addClassName("records-what");
        var head = new Div(new H1(words.say("own.title")));
        head.addClassName("coaching-head");
        add(head, what);
        try {
            var file = sources.own().open(older).orElse(null);
            if (file == null) {
                none();
            } else {
                head.add(new PrintButton(words));
                plan(file);
            }
            var part = new CheckInPart(sources.checkIns(), words);
            part.addClassName("review-tools");
            add(part);
            var plans = sources.own().plans();
            add(new OlderPlans(words, plans, file == null ? null : file.plan(), "my-development"));
        } catch (DataAccessException e) {
            LOG.warn("An own plan cannot be read: {}", e.getClass().getSimpleName());
            var trouble = new Paragraph(words.say("away"));
            trouble.addClassName("board-empty");
            trouble.getElement().setAttribute("role", "alert");
            add(trouble);
        }
    }

    private void plan(PlanFile file) {
        add(new PlanPart(words, Side.PERSON, file, from, today(), sources.own()::edit, this::show));
    }

    private void none() {
        var begin =
                new Button(
                        words.say("begin"),
                        _ ->
                                new BeginDialog(
                                                words,
                                                today(),
                                                (aim, review) -> {
                                                    sources.own().begin(aim, review);
                                                    older = null;
                                                    show();
                                                })
                                        .open());
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        var none = new Div(new Paragraph(words.say(older == null ? "own.none" : "gone")), begin);
        none.addClassName("board-empty");
        add(none);
    }
}
