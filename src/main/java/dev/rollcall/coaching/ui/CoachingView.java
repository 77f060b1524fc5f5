package dev.rollcall.coaching.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.coaching.ActionItem;
import dev.rollcall.coaching.Reason;
import dev.rollcall.coaching.Session;
import dev.rollcall.coaching.SessionState;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.RowList;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Those who coach see what is to come, what waits for them, what was agreed, and the tips they
/// gave. `?for=agent-001` is about one person, `?for=agent-001&from=evaluation:12` begins a
/// session.
@Route("coaching")
@Menu(title = "coaching.title", order = 10.8, icon = "vaadin:academy-cap")
@Requires(Permission.COACHING_WRITE)
final class CoachingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(CoachingView.class);
    private static final String WHOM = "for";
    private static final String FROM = "from";
    private static final int SESSIONS = 100;
    private static final int PAST = 15;
    private static final int TIPS = 10;

    private final CoachingSources sources;
    private final CoachingWords words;
    private final ComboBox<Agent> person = new ComboBox<>();
    private final Div place = new Div();
    private @Nullable Agent chosen;
    private boolean isSettling;

    CoachingView(CoachingSources sources) {
        this.sources = sources;
        words = new CoachingWords(this::getTranslation, getLocale());
        addClassName("coaching-view");
        var begin = new Button(words.say("new"), VaadinIcon.PLUS.create(), _ -> begin(null));
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        person.setAriaLabel(words.say("filter"));
        person.setPlaceholder(words.say("everybody"));
        person.setClearButtonVisible(true);
        person.setItemLabelGenerator(Agent::name);
        person.addValueChangeListener(event -> {
            if (!isSettling) {
                go(event.getValue());
            }
        });
        var head = new Div(new H1(words.say("title")), person, begin);
        head.addClassName("coaching-head");
        place.addClassName("coaching-place");
        add(head, place);
    }

    @Override
    public String getPageTitle() {
        return words.say("title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var all = sources.coaching().people();
        chosen =
                query.getSingleParameter(WHOM)
                        .flatMap(id ->
                                all.stream()
                                        .filter(each -> each.externalId().equals(id))
                                        .findFirst())
                        .orElse(null);
        isSettling = true;
        person.setItems(all);
        person.setValue(chosen);
        isSettling = false;
        show();
        query.getSingleParameter(FROM).flatMap(Reason::parse).ifPresent(this::begin);
    }

    private static void go(@Nullable Agent agent) {
        UI.getCurrentOrThrow()
                .navigate(
                        CoachingView.class,
                        agent == null
                                ? QueryParameters.empty()
                                : new QueryParameters(Map.of(WHOM, List.of(agent.externalId()))));
    }

    private void begin(@Nullable Reason reason) {
        var with = chosen;
        new SessionDialog(
                        sources,
                        words,
                        null,
                        with == null ? Set.of() : Set.of(with.id()),
                        reason,
                        number -> UI.getCurrentOrThrow().navigate("coaching/" + number))
                .open();
    }

    // ------------------------------------------------------------------ what is shown

    private void show() {
        place.removeAll();
        try {
            var with = chosen;
            var whose = with == null ? null : with.id();
            var sessions = sources.coaching().list(whose, SESSIONS);
            var now = sources.clock().instant();
            var today = LocalDate.ofInstant(now, Days.zone());
            Predicate<Session> waits =
                    each ->
                            each.isPlanned()
                                            && each.span() != null
                                            && !each.span().end().isAfter(now)
                                    || isToFollowUp(each, today);
            var waiting = sessions.stream().filter(waits).toList();
            var coming =
                    sessions.stream()
                            .filter(each -> each.isPlanned() && !waits.test(each))
                            .toList()
                            .reversed();
            part("waiting", waiting);
            part("coming", coming);
            actions(sources.coaching().openActions(whose), today);
            part(
                    "past",
                    sessions.stream()
                            .filter(each -> !each.isPlanned() && !waits.test(each))
                            .limit(PAST)
                            .toList());
            tips(whose);
            if (place.getChildren().findAny().isEmpty()) {
                place.add(empty());
            }
        } catch (DataAccessException e) {
            LOG.warn("Coaching cannot be shown: {}", e.getClass().getSimpleName());
            var sentence = new Paragraph(words.say("away"));
            sentence.getElement().setAttribute("role", "alert");
            var trouble =
                    new Div(sentence, new Button(getTranslation("kit.browse.again"), _ -> show()));
            trouble.addClassName("board-empty");
            place.add(trouble);
        }
    }

    private static boolean isToFollowUp(Session session, LocalDate today) {
        var day = session.followUp();
        return (session.state() == SessionState.HELD || session.state() == SessionState.MISSED)
                && !session.followedUp()
                && day != null
                && !day.isAfter(today);
    }

    private Component empty() {
        var none = new Div(new Paragraph(words.say("none")));
        none.addClassName("board-empty");
        return none;
    }

    private void part(String key, List<Session> sessions) {
        if (sessions.isEmpty()) {
            return;
        }
        var list = new RowList();
        for (var each : sessions) {
            list.row(
                    each.title(),
                    words.say(
                            "line", names(each), words.kind(each.kind()), words.when(each.span())),
                    "coaching/" + each.number(),
                    switch (key) {
                        case "coming" -> "";
                        case "waiting" ->
                                words.say(each.isPlanned() ? "state.toSettle" : "state.toFollowUp");
                        default -> words.state(each);
                    });
        }
        place.add(new H2(words.say("part." + key)), list);
    }

    private String names(Session session) {
        var people = session.participants();
        return people.size() > 3
                ? words.say("people", people.size())
                : people.stream()
                        .map(each -> sources.name(each.agent()))
                        .collect(Collectors.joining(", "));
    }

    private void actions(List<ActionItem> open, LocalDate today) {
        if (open.isEmpty()) {
            return;
        }
        var list = new RowList();
        for (var each : open) {
            var done =
                    new Button(
                            words.say("action.tick"),
                            _ -> attempt(() -> sources.coaching().tick(each.number(), true)));
            done.setAriaLabel(words.say("action.tickOf", each.text()));
            list.row(
                    each.text(),
                    words.action(each, who(each)),
                    "coaching/" + each.session(),
                    each.due().isBefore(today) ? words.say("action.late") : "",
                    done);
        }
        place.add(new H2(words.say("part.actions", open.size())), list);
    }

    private String who(ActionItem action) {
        var name = sources.name(action.agent());
        return action.owner() == ActionItem.Owner.AGENT ? name : words.say("action.coachFor", name);
    }

    private void tips(@Nullable AgentId whose) {
        var tips = sources.coaching().tips(whose, TIPS);
        if (tips.isEmpty()) {
            return;
        }
        var list = new RowList();
        for (var tip : tips) {
            list.row(
                    tip.text(),
                    words.say(
                            "tip.line",
                            sources.name(tip.agent()),
                            words.at(tip.at()),
                            words.answer(tip.answer())),
                    null,
                    "");
        }
        place.add(new H2(words.say("part.tips")), list);
    }

    private void attempt(Runnable deed) {
        Toast.attempt(this, deed, Optional.empty());
        show();
    }
}
