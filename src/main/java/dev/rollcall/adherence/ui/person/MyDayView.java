package dev.rollcall.adherence.ui.person;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.OwnAdherence;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.adherence.acting.OwnAction;
import dev.rollcall.adherence.acting.PersonPart;
import dev.rollcall.adherence.ui.BoardLegend;
import dev.rollcall.adherence.ui.RowWords;
import dev.rollcall.adherence.ui.Times;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.Reasons;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One's own day: what was planned, what one did, what counts and why, and what one can say about
/// it. The same that whoever looks after one sees.
@PartOfWorkforceManagement
@Route("my-day")
@Menu(title = "adherence.myDay.title", order = 14.5, icon = "vaadin:user-clock")
@Requires(Permission.ADHERENCE_OWN)
final class MyDayView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String DATE = "date";
    private static final String AT = "at";
    private static final int LAST_DAYS = 10;

    private final Adherence adherence;
    private final OwnAdherence own;
    private final Directory directory;
    private final Activities activities;
    private final Reasons reasons;
    private final List<OwnAction> actions;
    private final List<PersonPart> parts;
    private final Access access;
    private final ApplicationClock clock;
    private @Nullable LocalDate date;
    private @Nullable Instant at;
    private @Nullable AgentDrawer drawer;
    private OwnAdherence.@Nullable Watch watch;
    private @Nullable Coalescer<String, String> changes;

    MyDayView(
            Adherence adherence,
            OwnAdherence own,
            Directory directory,
            Activities activities,
            Reasons reasons,
            List<OwnAction> actions,
            List<PersonPart> parts,
            Access access,
            ApplicationClock clock) {
        this.adherence = adherence;
        this.own = own;
        this.directory = directory;
        this.activities = activities;
        this.reasons = reasons;
        this.actions = actions;
        this.parts = parts;
        this.access = access;
        this.clock = clock;
        addClassName("my-day");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("adherence.myDay.title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        date = query.getSingleParameter(DATE).flatMap(MyDayView::date).orElse(null);
        at = query.getSingleParameter(AT).flatMap(MyDayView::instant).orElse(null);
        show();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    // ------------------------------------------------------------------ what is shown

    private void show() {
        removeAll();
        add(new H1(getTranslation("adherence.myDay.title")));
        var agent = access.viewer().agent().flatMap(directory::agent);
        if (agent.isEmpty()) {
            var nobody = new Paragraph(getTranslation("adherence.myDay.nobody"));
            nobody.addClassName("board-empty");
            add(nobody);
            return;
        }
        adherence
                .days(agent.get().id(), date, LAST_DAYS, at, Scope.ofAgent(agent.get().id()))
                .ifPresent(found -> {
                    var made = drawer(agent.get(), found.day(), found.before());
                    made.explain(found.explained());
                    drawer = made;
                    add(made);
                });
    }

    private AgentDrawer drawer(Agent agent, PersonTimeline day, List<PersonTimeline> before) {
        var names = Names.of(this::getTranslation, activities, reasons);
        var times = Times.at(clock.instant(), agent.zone(), getLocale());
        return new AgentDrawer(
                day,
                before,
                null,
                _ -> Optional.empty(),
                new RowWords(this::getTranslation, names, directory, times),
                names,
                new BoardLegend(activities.all(), names),
                LocalDate.ofInstant(clock.instant(), agent.zone()),
                wanted -> go(wanted, null),
                this::explain,
                acts(agent),
                this::parts,
                null);
    }

    private List<AgentDrawer.Act> acts(Agent agent) {
        return actions.stream()
                .map(action ->
                        new AgentDrawer.Act(
                                getTranslation(action.label()),
                                VaadinIcon.COMMENTS_O,
                                false,
                                true,
                                (span, goesOn) -> begin(action, agent, span, goesOn)))
                .toList();
    }

    private void begin(OwnAction action, Agent agent, @Nullable TimeSpan span, boolean goesOn) {
        action.begin(new Matter(Set.of(agent.id()), span, goesOn, agent.zone(), this::readAgain));
    }

    private List<Component> parts(PersonTimeline day) {
        return parts.stream()
                .flatMap(part -> part.create(day, day.agent().zone(), this::readAgain).stream())
                .toList();
    }

    private void readAgain() {
        var shown = drawer;
        var agent = access.viewer().agent();
        if (shown != null && agent.isPresent()) {
            adherence
                    .timeline(agent.get(), date, Scope.ofAgent(agent.get()))
                    .ifPresent(shown::showDay);
        }
    }

    private void explain(@Nullable Instant instant) {
        go(date, instant);
    }

    private void go(@Nullable LocalDate day, @Nullable Instant instant) {
        var query = new HashMap<String, String>();
        if (day != null) {
            query.put(DATE, day.toString());
        }
        if (instant != null) {
            query.put(AT, instant.toString());
        }
        UI.getCurrentOrThrow().navigate(MyDayView.class, QueryParameters.simple(Map.copyOf(query)));
    }

    // ------------------------------------------------------------------ what comes in

    /// The deviations are the database's to tell, and a push must not wait for it: the browser asks
    /// in a request of its own.
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (access.viewer().agent().isEmpty()) {
            return;
        }
        Coalescer<String, String> told =
                Coalescer.to(
                        event.getUI(),
                        _ ->
                                getElement()
                                        .executeJs("return true")
                                        .then(Boolean.class, _ -> readAgain()));
        changes = told;
        watch = own.watch(() -> told.add("", ""));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        if (changes != null) {
            changes.close();
            changes = null;
        }
        super.onDetach(event);
    }
}
