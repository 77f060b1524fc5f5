package dev.rollcall.coaching.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rollcall.coaching.ActionItem;
import dev.rollcall.coaching.Reason;
import dev.rollcall.coaching.Session;
import dev.rollcall.coaching.SessionFile;
import dev.rollcall.coaching.SessionState;
import dev.rollcall.kit.FactList;
import dev.rollcall.kit.LeaveGuard;
import dev.rollcall.kit.ReasonDialog;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.RowList;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// One session for whoever coaches: what is known of it beside what is talked about, what was
/// agreed and what came of it.
@Route("coaching/:number")
@Requires(Permission.COACHING_WRITE)
final class SessionView extends Div
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(SessionView.class);
    private static final int NOTES = 4_000;

    private final CoachingSources sources;
    private final CoachingWords words;
    private final LeaveGuard guard = new LeaveGuard();
    private boolean isDirty;
    private String title;

    SessionView(CoachingSources sources) {
        this.sources = sources;
        words = new CoachingWords(this::getTranslation, getLocale());
        title = words.say("session");
        addClassName("coaching-view");
    }

    @Override
    public String getPageTitle() {
        return title + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(
                event.getRouteParameters()
                        .get("number")
                        .filter(text -> text.matches("[0-9]{1,18}"))
                        .map(Long::parseLong)
                        .orElse(0L));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (isDirty) {
            guard.ask(event);
        }
    }

    private void show(long number) {
        removeAll();
        dirty(false);
        var back = new Anchor("coaching", words.say("title"));
        back.addClassName("coaching-back");
        add(guard, back);
        try {
            sources.coaching().open(number).ifPresentOrElse(this::show, () -> trouble("gone"));
        } catch (DataAccessException e) {
            LOG.warn("A session cannot be read: {}", e.getClass().getSimpleName());
            trouble("away");
        }
    }

    private void trouble(String key) {
        var sentence = new Paragraph(words.say(key));
        sentence.addClassName("board-empty");
        sentence.getElement().setAttribute("role", "alert");
        add(new H1(words.say("session")), sentence);
    }

    private void dirty(boolean now) {
        isDirty = now;
        if (isAttached()) {
            guard.changed(now);
        }
    }

    private void show(SessionFile file) {
        var session = file.session();
        title = session.title();
        var second =
                new Span(words.say("head", words.kind(session.kind()), words.when(session.span())));
        second.addClassName("board-second");
        var standing = new Span(words.state(session));
        standing.addClassName("coaching-standing");
        var head = new Div(new H1(title), second, standing);
        head.addClassName("coaching-title");
        var side = new Div(facts(session), people(session), deeds(session));
        side.addClassName("coaching-side");
        var main = new Div(agenda(session), notes(file), goals(file), actions(file));
        main.addClassName("coaching-main");
        main.add(materials(file));
        var both = new Div(side, main);
        both.addClassName("coaching-split");
        add(head, both);
    }

    // ------------------------------------------------------------------ beside

    private Component facts(Session session) {
        var facts = new FactList().fact(words.say("field.coach"), session.coach().name());
        var day = session.followUp();
        if (day != null) {
            facts.fact(
                    words.say("field.followUp"),
                    session.followedUp()
                            ? words.say("followedUp", words.day(day))
                            : words.day(day));
        }
        var why = session.why();
        facts.fact(words.say("field.why"), why);
        var reason = session.reason();
        if (reason != null) {
            facts.fact(words.say("field.from"), from(reason, session));
        }
        return facts;
    }

    private Component from(Reason reason, Session session) {
        if (reason.kind() == Reason.Kind.EVALUATION) {
            return new Anchor(
                    "quality/evaluations/" + reason.which(),
                    words.say("from.EVALUATION", reason.which()));
        }
        var agent =
                session.participants().stream()
                        .findFirst()
                        .flatMap(each -> sources.directory().agent(each.agent()))
                        .map(Agent::externalId)
                        .orElse("");
        return new Anchor(
                "adherence/agent/"
                        + URLEncoder.encode(agent, StandardCharsets.UTF_8)
                        + "?date="
                        + reason.which(),
                words.say("from.DAY", words.day(LocalDate.parse(reason.which()))));
    }

    private Component people(Session session) {
        var list = new RowList();
        for (var each : session.participants()) {
            var noted = each.acknowledgedAt();
            var learned = each.learnedAt();
            String said;
            if (noted != null) {
                said = words.say("noted", words.at(noted));
            } else if (learned != null) {
                said = words.say("learned", words.at(learned));
            } else {
                said = words.say(each.seenAt() == null ? "notSeen" : "seen");
            }
            var planned =
                    session.span() == null || session.state() == SessionState.CANCELLED
                            ? ""
                            : words.say(each.plannedOn() == null ? "notInPlan" : "inPlan") + " · ";
            list.row(
                    sources.name(each.agent()),
                    planned + said + (each.word().isEmpty() ? "" : " · “" + each.word() + "”"),
                    null,
                    "",
                    development(each.agent(), session));
        }
        return section("people", list);
    }

    /// The way to a plan in which something starts from the session. Development builds upon
    /// coaching and not the other way round: this is an address, no more.
    private Component development(AgentId agent, Session session) {
        var name = sources.name(agent);
        var code = sources.directory().agent(agent).map(Agent::externalId).orElse("");
        var link =
                new Anchor(
                        "development/"
                                + URLEncoder.encode(code, StandardCharsets.UTF_8)
                                + "?from=coaching-"
                                + session.number(),
                        getTranslation("development.title"));
        link.getElement()
                .setAttribute("aria-label", getTranslation("development.fromSessionOf", name));
        return link;
    }

    private Component deeds(Session session) {
        var buttons = new Div();
        buttons.addClassName("record-buttons");
        long number = session.number();
        long version = session.version();
        if (session.isPlanned()) {
            var held = button("held", () -> sources.coaching().held(number, version), number);
            held.addThemeVariants(ButtonVariant.PRIMARY);
            var change =
                    new Button(
                            words.say("change"),
                            _ ->
                                    new SessionDialog(
                                                    sources,
                                                    words,
                                                    session,
                                                    Set.of(),
                                                    session.reason(),
                                                    this::show)
                                            .open());
            var cancel = new Button(words.say("cancel"), _ -> cancel(session));
            cancel.addThemeVariants(ButtonVariant.TERTIARY);
            buttons.add(
                    held,
                    change,
                    button("missed", () -> sources.coaching().missed(number, version), number),
                    cancel);
        } else if (session.state() != SessionState.CANCELLED && !session.followedUp()) {
            var day = new DatePicker(words.say("followUp.on"));
            day.setLocale(getLocale());
            day.setWidthFull();
            var again =
                    new Button(
                            words.say("followUp.set"),
                            _ -> {
                                var chosen = day.getValue();
                                if (chosen == null) {
                                    day.focus();
                                    return;
                                }
                                Toast.attempt(
                                        this,
                                        () -> sources.coaching().followUp(number, version, chosen),
                                        Optional.empty());
                                show(number);
                            });
            buttons.add(day, again);
            if (session.followUp() != null) {
                buttons.add(
                        button(
                                "followUp.done",
                                () -> sources.coaching().followUp(number, version, null),
                                number));
            }
        }
        return buttons;
    }

    private Button button(String key, Runnable deed, long number) {
        return new Button(
                words.say(key),
                _ -> {
                    Toast.attempt(this, deed, Optional.empty());
                    show(number);
                });
    }

    private void cancel(Session session) {
        new ReasonDialog(
                        words.say("cancelTitle"),
                        words.say("cancelWhat"),
                        words.say("cancel"),
                        reason -> {
                            try {
                                sources.coaching()
                                        .cancel(session.number(), session.version(), reason);
                            } catch (RuntimeException e) {
                                return Optional.of(Refusals.ofDeed(this::getTranslation).say(e));
                            }
                            show(session.number());
                            return Optional.empty();
                        })
                .open();
    }

    // ------------------------------------------------------------------ what is talked about

    private Component section(String key, Component... content) {
        var section = new Section(new H2(words.say("part." + key)));
        section.addClassName("coaching-part");
        section.add(content);
        return section;
    }

    private Component agenda(Session session) {
        var text = new Paragraph(session.agenda());
        text.addClassName("coaching-said");
        var section = section("agenda", text);
        section.setVisible(!session.agenda().isEmpty());
        return section;
    }

    private Component notes(SessionFile file) {
        var session = file.session();
        var shared = area("notes", session.notes());
        var mine = area("privateNote", Optional.ofNullable(file.privateNote()).orElse(""));
        var save =
                new Button(
                        words.say("saveNotes"),
                        _ -> {
                            try {
                                sources.coaching()
                                        .note(
                                                session.number(),
                                                session.version(),
                                                shared.getValue(),
                                                mine.getValue());
                            } catch (RuntimeException e) {
                                // What was typed stays in the fields.
                                Toast.say(Refusals.ofForm(this::getTranslation).say(e));
                                return;
                            }
                            Toast.say(words.say("notesSaved"));
                            show(session.number());
                        });
        return section("notes", shared, mine, save);
    }

    private TextArea area(String key, String text) {
        var area = new TextArea(words.say("field." + key));
        area.setHelperText(words.say("field." + key + "What"));
        area.setMaxLength(NOTES);
        area.setMinRows(3);
        area.setWidthFull();
        area.setValue(text);
        area.addValueChangeListener(_ -> dirty(true));
        return area;
    }

    private Component goals(SessionFile file) {
        var session = file.session();
        var list = new Div();
        list.addClassName("coaching-goals");
        for (var goal : file.goals()) {
            var text = new Span(words.goal(goal));
            text.addClassName("deed-what");
            var card = new Div(text);
            card.addClassName("coaching-goal");
            if (session.participants().size() > 1) {
                var whose = new Span(sources.name(goal.agent()));
                whose.addClassName("board-second");
                card.add(whose);
            }
            card.add(new EffectPart(words, goal, sources.effects().of(session, goal)));
            list.add(card);
        }
        var add =
                new Button(
                        words.say("goal.add"),
                        _ ->
                                new GoalDialog(
                                                sources,
                                                words,
                                                session,
                                                () -> show(session.number()))
                                        .open());
        add.setVisible(session.state() != SessionState.CANCELLED);
        return section("goals", list, add);
    }

    private Component actions(SessionFile file) {
        var session = file.session();
        var list = new RowList();
        for (var each : file.actions()) {
            var name = sources.name(each.agent());
            var who =
                    each.owner() == ActionItem.Owner.AGENT
                            ? name
                            : words.say("action.coachFor", name);
            var tick = new Checkbox(!each.isOpen());
            tick.setAriaLabel(words.say("action.tickOf", each.text()));
            tick.addValueChangeListener(event -> {
                Toast.attempt(
                        this,
                        () -> sources.coaching().tick(each.number(), event.getValue()),
                        Optional.empty());
                show(session.number());
            });
            list.row(each.text(), words.action(each, who), null, "", tick);
        }
        var add =
                new Button(
                        words.say("action.add"),
                        _ ->
                                new ActionDialog(
                                                sources,
                                                words,
                                                session,
                                                () -> show(session.number()))
                                        .open());
        add.setVisible(session.state() != SessionState.CANCELLED);
        return section("agreed", list, add);
    }

    private Component materials(SessionFile file) {
        var session = file.session();
        var list = new Div();
        list.addClassName("coaching-links");
        file.materials().forEach(each -> list.add(MaterialLink.of(each)));
        var add =
                new Button(
                        words.say("material.add"),
                        _ ->
                                new MaterialDialog(
                                                sources,
                                                words,
                                                session,
                                                () -> show(session.number()))
                                        .open());
        add.setVisible(session.state() != SessionState.CANCELLED);
        return section("materials", list, add);
    }
}
