package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.MinuteExplained;
import dev.rollcall.adherence.PersonDays;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.adherence.acting.PeopleAction;
import dev.rollcall.adherence.engine.JudgedSpan;
import dev.rollcall.adherence.engine.Judgement;
import dev.rollcall.adherence.engine.LiveState;
import dev.rollcall.adherence.ui.Zoom;
import dev.rollcall.adherence.ui.person.AgentDrawer;
import dev.rollcall.adherence.ui.person.NoDrawer;
import dev.rollcall.kit.DetailLayout;
import dev.rollcall.kit.PageKeys;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The supervisor's board: who is in adherence, who is out and for how long, worst first, live; and
/// one person's day beside it.
@PartOfWorkforceManagement
@Route("adherence")
@RouteAlias("adherence/agent/:agent")
@Menu(title = "adherence.board.title", order = 10, icon = "vaadin:bar-chart-h")
@Requires(Permission.ADHERENCE_VIEW)
final class AdherenceView extends DetailLayout
        implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle, Board.Listener {

    private static final String AGENT = "agent";
    private static final int LAST_DAYS = 10;

    private static final int MILLIS = 8_000;

    private final BoardSources sources;
    private final PageKeys keys = new PageKeys();
    private @Nullable Board board;
    private BoardQuery query = BoardQuery.DEFAULT;
    private @Nullable Agent opened;
    private @Nullable String openedName;
    private @Nullable Shown openedState;
    private @Nullable AgentDrawer drawer;
    private int place = -1;

    AdherenceView(BoardSources sources) {
        this.sources = sources;
        addClassName("adherence-view");
        setSizeFull();
        // Never wider than the page, or a small screen would have to be pushed about.
        setMasterSize("min(100%, 36rem)");
        setExpandMaster(true);
        setDetailSize("30rem");
        addBackdropClickListener(_ -> close());
        addDetailEscapePressListener(_ -> close());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = BoardQuery.of(event.getLocation().getQueryParameters());
        var seen = query.time().seen();
        if (seen != null && seen.isAfter(sources.now())) {
            query = query.withDate(null);
            Notification.show(
                    getTranslation("adherence.lookBack.yetToCome"),
                    MILLIS,
                    Notification.Position.BOTTOM_START);
        }
        openedName = event.getRouteParameters().get(AGENT).orElse(null);
        opened = openedName == null ? null : sources.directory().agent(openedName).orElse(null);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var ui = UI.getCurrentOrThrow();
        var shown = board();
        shown.show(ui, query);
        showDetail(shown);
    }

    private Board board() {
        if (board == null) {
            board = new Board(sources, this);
            board.add(keys);
            setMaster(board);
        }
        return board;
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        keys.on("j", () -> place = board().focusOut(place, true))
                .on("k", () -> place = board().focusOut(place, false))
                .on("n", () -> choose(query.withDate(null)))
                .on("r", () -> board().resort())
                .on("b", this::lookBack)
                .on(" ", () -> board().pause())
                .on("t", () -> choose(query.with(query.look().withTable(!query.look().table()))))
                .on("?", this::help)
                .on("Escape", this::close);
        var actions = board().actions();
        if (!actions.isEmpty()) {
            keys.on("x", () -> board().chooseFocused()).on("o", () -> board().chooseOut());
            actions.forEach(action -> keys.on(action.key(), () -> board().act(action)));
        }
        for (var zoom : Zoom.values()) {
            keys.on(Integer.toString(zoom.ordinal() + 1), () -> choose(query.withZoom(zoom)));
        }
    }

    @Override
    public String getPageTitle() {
        var title = getTranslation("adherence.board.title") + " – Rollcall";
        return opened == null ? title : opened.name() + " – " + title;
    }

    // ------------------------------------------------------------------ the address

    @Override
    public void choose(BoardQuery newQuery) {
        go(newQuery, openedName);
    }

    @Override
    public void refine(BoardQuery newQuery) {
        remember(newQuery);
        board().show(UI.getCurrentOrThrow(), newQuery);
    }

    private void remember(BoardQuery newQuery) {
        query = newQuery;
        var page = UI.getCurrentOrThrow();
        var location = page.getInternals().getActiveViewLocation().getPath();
        page.getPage()
                .getHistory()
                .replaceState(
                        null, new com.vaadin.flow.router.Location(location, newQuery.parameters()));
    }

    @Override
    public void goToFirst() {
        place = board().focusFirst();
    }

    @Override
    public void pan(int direction) {
        var window = board().window();
        var from = query.time().from() == null ? window.from() : query.time().from();
        choose(query.with(query.time().withFrom(BoardWindow.moved(window, from, direction))));
    }

    @Override
    public void lookBack() {
        board().lookBack();
    }

    @Override
    public void open(BoardRow row, @Nullable Instant at) {
        go(query.withAt(at), row.agent().externalId());
    }

    /// Explains an instant of the person shown in full; the address keeps it.
    void explain(@Nullable Instant at) {
        remember(query.withAt(at));
        var shown = drawer;
        var agent = opened;
        if (shown != null && agent != null) {
            shown.explain(at == null ? null : explained(agent.id(), at).orElse(null));
        }
    }

    private Optional<MinuteExplained> explained(AgentId agent, Instant at) {
        var seen = query.time().seen();
        var scope = board().scope();
        return seen == null
                ? sources.adherence().explain(agent, at, scope)
                : sources.retrospect().explain(agent, at, seen, scope);
    }

    /// Back to the row it was opened from.
    void close() {
        if (openedName != null) {
            var agent = opened;
            go(query.withAt(null), null);
            if (agent != null) {
                board().focus(agent.id());
            }
        }
    }

    @Override
    public void act(PeopleAction action, Set<AgentId> people) {
        action.begin(board().matter(people, () -> acted(people)));
    }

    private void acted(Set<AgentId> people) {
        var shown = board();
        shown.chooseNobody();
        var agent = opened;
        if (!query.time().isLive()) {
            // Days that are over are followed by nobody.
            choose(query);
        } else if (agent != null && people.contains(agent.id())) {
            readDayAgain(agent.id());
        }
    }

    private List<AgentDrawer.Act> acts(Agent agent, Board shown) {
        return shown.actions().stream()
                .map(action ->
                        new AgentDrawer.Act(
                                getTranslation(action.label()),
                                action.icon(),
                                true,
                                action.isAboutDeviations(),
                                (span, goesOn) -> begin(action, agent, span, goesOn)))
                .toList();
    }

    private void begin(PeopleAction action, Agent agent, @Nullable TimeSpan span, boolean goesOn) {
        var people = Set.of(agent.id());
        if (span == null) {
            act(action, people);
        } else {
            var zone = board().words().times().zone();
            action.begin(new Matter(people, span, goesOn, zone, () -> acted(people)));
        }
    }

    private List<Component> parts(PersonTimeline day) {
        var zone = board().words().times().zone();
        return sources.personParts().stream()
                .flatMap(part ->
                        part.create(day, zone, () -> acted(Set.of(day.agent().id()))).stream())
                .toList();
    }

    private void go(BoardQuery newQuery, @Nullable String agent) {
        var parameters =
                agent == null
                        ? RouteParameters.empty()
                        : new RouteParameters(new RouteParam(AGENT, agent));
        UI.getCurrentOrThrow().navigate(AdherenceView.class, parameters, newQuery.parameters());
    }

    // ------------------------------------------------------------------ one person

    private void showDetail(Board shown) {
        drawer = null;
        openedState = null;
        if (openedName == null) {
            setDetail(null);
            shown.mark(null);
            return;
        }
        var found = Optional.ofNullable(opened).flatMap(agent -> days(agent.id(), shown));
        if (found.isEmpty()) {
            setDetail(new NoDrawer(openedName, this::close));
            shown.mark(null);
            return;
        }
        var day = found.get().day();
        var agent = day.agent();
        var row = shown.row(agent.id());
        openedState = Shown.of(row);
        drawer =
                new AgentDrawer(
                        day,
                        found.get().before(),
                        row,
                        sources::topicOf,
                        shown.words(),
                        shown.names(),
                        shown.legend(),
                        LocalDate.ofInstant(sources.now(), agent.zone()),
                        date -> choose(query.withDate(date)),
                        this::explain,
                        acts(agent, shown),
                        this::parts,
                        this::close);
        drawer.explain(found.get().explained());
        if (day.planVersion() > 0) {
            sources.versions().address(agent, day.date()).ifPresent(drawer::linkVersions);
        }
        setDetail(drawer);
        shown.mark(agent.id());
    }

    private Optional<PersonDays> days(AgentId agent, Board shown) {
        var time = query.time();
        return time.seen() == null
                ? sources.adherence().days(agent, time.date(), LAST_DAYS, time.at(), shown.scope())
                : sources.retrospect().day(agent, time.seen(), time.at(), shown.scope());
    }

    @Override
    public void changed(BoardRow row) {
        var shown = drawer;
        if (shown == null || opened == null || !row.agent().id().equals(opened.id())) {
            return;
        }
        shown.showPresent(row);
        if (!Objects.equals(openedState, Shown.of(row))) {
            openedState = Shown.of(row);
            readDayAgain(opened.id());
        }
    }

    /// The deviations are the database's to tell, and a push must not wait for it: the browser asks
    /// in a request of its own.
    private void readDayAgain(AgentId agent) {
        getElement()
                .executeJs("return true")
                .then(
                        Boolean.class,
                        _ -> {
                            var shown = drawer;
                            if (shown != null && opened != null && opened.id().equals(agent)) {
                                sources.adherence()
                                        .timeline(agent, query.time().date(), board().scope())
                                        .ifPresent(shown::showDay);
                            }
                        });
    }

    /// What of a row says that the day in full has to be read again.
    private record Shown(LiveState.@Nullable State state, List<Instant> excused) {

        static @Nullable Shown of(@Nullable BoardRow row) {
            return row == null
                    ? null
                    : new Shown(
                            row.live() == null ? null : row.live().state(),
                            row.actual().stream()
                                    .filter(span -> span.judgement() == Judgement.EXCUSED)
                                    .map(JudgedSpan::start)
                                    .toList());
        }
    }

    @Override
    public void help() {
        new BoardHelp(keys, board().actions()).open();
    }
}
