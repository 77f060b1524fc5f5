package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.signals.Signal;
import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.adherence.acting.PeopleAction;
import dev.rollcall.adherence.engine.Judgement;
import dev.rollcall.adherence.engine.LiveState;
import dev.rollcall.adherence.ui.BoardLegend;
import dev.rollcall.adherence.ui.Percents;
import dev.rollcall.adherence.ui.RowWords;
import dev.rollcall.adherence.ui.Standing;
import dev.rollcall.adherence.ui.coverage.CoverageLine;
import dev.rollcall.adherence.ui.coverage.CoverageWords;
import dev.rollcall.adherence.ui.picture.Picture;
import dev.rollcall.adherence.ui.picture.PictureKey;
import dev.rollcall.adherence.ui.picture.Pictures;
import dev.rollcall.adherence.ui.picture.Show;
import dev.rollcall.kit.TimelineWindow;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The board itself: header, tiles, choices and rows, live or of a day that is over. What it shows
/// is a [Picture] it has in common with everybody who looks at the same. Whoever shows it says what
/// to look at; it says which row was opened, and what was chosen.
final class Board extends Div {

    /// What the board tells whoever shows it.
    interface Listener extends BoardToolbar.Choices {
        /// @param at the instant they asked about; null: none
        void open(BoardRow row, @Nullable Instant at);

        void help();

        /// The row that is shown in full changed; with the page locked, so nothing slow.
        void changed(BoardRow row);

        /// Something is to be done about people.
        void act(PeopleAction action, Set<AgentId> people);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Board.class);
    private static final int TOAST_MILLIS = 5_000;

    private final BoardSources sources;
    private final Listener listener;
    private final Names names;
    private final BoardHeader header;
    private final BoardTiles tiles;
    private final BoardToolbar toolbar;
    private final LookBack lookBack;
    private final CoverageLine coverage;
    private final BoardTable table;
    private final List<PeopleAction> actions;
    private final Div chosenBar = new Div();
    private final Button everybodyOut = new Button();
    private final Set<AgentId> chosen = new LinkedHashSet<>();
    private final Div trouble = new Div();
    private final Span said = new Span();

    private BoardQuery query = BoardQuery.DEFAULT;
    private Scope scope;
    private ZoneId zone;
    private TimelineWindow window;
    private Picture picture;
    private List<BoardRow> pastRows = List.of();
    private @Nullable BoardEye eye;
    private Pictures.@Nullable Looking looking;
    private boolean held;
    private boolean paused;
    private long newsSaid;
    private long openedSequence;

    /// Whose row is shown in full; read by whoever has changes to tell of.
    private volatile @Nullable AgentId opened;

    Board(BoardSources sources, Listener listener) {
        this.sources = sources;
        this.listener = listener;
        addClassName("board");
        names = Names.of(this::getTranslation, sources.activities(), sources.reasons());
        scope = sources.scope();
        zone = sources.zone(query, scope);
        picture = sources.pictures().ofDay(key(), today(), List.of());
        window = BoardWindow.of(query, picture.shifts(), sources.now(), zone);
        actions = sources.offered();
        header =
                new BoardHeader(
                        listener::help, this::pause, this::toggleDense, this::export, parts());
        tiles = new BoardTiles(new Percents(getLocale()), this::toggle, new Team());
        toolbar =
                new BoardToolbar(
                        sources.directory().units(scope),
                        sources.directory().groups(scope),
                        sources.activities().all(),
                        listener);
        lookBack = new LookBack(new Past());
        coverage = new CoverageLine(coverageWords(), () -> toggle(Show.QUIET));
        table = new BoardTable(picture, new Rows());
        trouble.addClassName("board-empty");
        trouble.setVisible(false);
        said.addClassName("rollcall-visually-hidden");
        said.getElement().setAttribute("aria-live", "polite");
        everybodyOut.setText(getTranslation("adherence.board.chooseOut"));
        everybodyOut.addThemeVariants(ButtonVariant.SMALL);
        everybodyOut.addClickListener(_ -> chooseOut());
        chosenBar.addClassName("board-chosen");
        chosenBar.getElement().setAttribute("role", "region");
        chosenBar
                .getElement()
                .setAttribute("aria-label", getTranslation("adherence.board.chosenLabel"));
        chosenBar.setVisible(false);
        add(header, tiles, toolbar, lookBack, coverage, chosenBar, table, trouble, said);
    }

    private List<Component> parts() {
        var parts = new ArrayList<Component>();
        if (!actions.isEmpty()) {
            parts.add(everybodyOut);
        }
        sources.boardParts().stream().flatMap(part -> part.create().stream()).forEach(parts::add);
        return parts;
    }

    /// What somebody does with the rows.
    private final class Rows implements BoardTable.Listener {
        @Override
        public void hold(boolean nowHeld) {
            held = nowHeld;
            settle();
        }

        @Override
        public void open(AgentId agent, @Nullable Instant at) {
            var row = picture.row(agent);
            if (row != null) {
                listener.open(row, at);
            }
        }

        @Override
        public void resort() {
            Board.this.resort();
        }

        @Override
        public void choose(AgentId agent, boolean nowChosen) {
            Board.this.choose(agent, nowChosen);
        }

        @Override
        public void act(AgentId agent, String code) {
            if (picture.row(agent) != null) {
                actions.stream()
                        .filter(action -> action.code().equals(code))
                        .findFirst()
                        .ifPresent(action -> listener.act(action, Set.of(agent)));
            }
        }
    }

    /// Where somebody looks back to.
    private final class Past implements LookBack.Listener {

        @Override
        public void drag(Instant moment) {
            listener.refine(query.withSeen(moment));
        }

        @Override
        public void go(Instant moment) {
            listener.choose(query.withSeen(moment));
        }

        @Override
        public void leave() {
            var date = day();
            listener.choose(query.withDate(date.equals(today()) ? null : date));
        }
    }

    /// Everybody shown, added up over days.
    private final class Team implements TeamFigures.Source {

        @Override
        public LocalDate day() {
            var date = query.time().day(zone);
            return date == null ? today() : date;
        }

        @Override
        public Figures onTheBoard() {
            return picture.tally().figures();
        }

        @Override
        public Figures total(LocalDate from, LocalDate to) {
            var people = picture.everybody().stream().map(row -> row.agent().id()).toList();
            return sources.adherence().total(people, from, to, scope);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(sources.now(), zone);
    }

    private CoverageWords coverageWords() {
        return new CoverageWords(this::getTranslation, words().times());
    }

    private void toggleDense() {
        var look = query.look();
        listener.choose(query.with(look.withDense(!look.dense())));
    }

    private void toggle(Show show) {
        listener.choose(query.with(query.people().toggling(show)));
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        Signal.effect(
                this,
                () -> {
                    var visibility = attachEvent.getUI().getPage().pageVisibilitySignal().get();
                    Signal.runWithoutTransaction(() -> turn(visibility == PageVisibility.HIDDEN));
                });
    }

    @Override
    protected void onDetach(DetachEvent detachEvent) {
        super.onDetach(detachEvent);
        lookAway();
    }

    // ------------------------------------------------------------------ what to look at

    /// Shows what an address asks for.
    void show(UI ui, BoardQuery newQuery) {
        boolean otherDay =
                !Objects.equals(query.time().date(), newQuery.time().date())
                        || !Objects.equals(query.time().seen(), newQuery.time().seen());
        if (otherDay || !query.people().equals(newQuery.people())) {
            // Nobody is acted on who is not in sight.
            chooseNobody();
        }
        query = newQuery;
        scope = sources.scope();
        zone = sources.zone(query, scope);
        if (read(ui, otherDay)) {
            var news = picture.news();
            newsSaid = news == null ? 0 : news.number();
            var look = query.look();
            table.setLook(query.time().isPast(), look.table(), look.dense(), actions);
            everybodyOut.setVisible(!query.time().isPast());
            table.setEmptyState(emptyState());
            table.offerResort(0);
            table.show(picture, picture.arrange());
            header.explain(picture.legend());
            lookAtTheFloor();
            showLookBack();
        }
        showChoices();
        showTally();
        coverage.setVisible(!picture.everybody().isEmpty());
        window = BoardWindow.of(query, picture.shifts(), sources.now(), zone);
        table.showWindow(window);
    }

    private PictureKey key() {
        return new PictureKey(
                scope,
                query.people().filter(sources.directory()),
                query.people().show(),
                query.look().order(),
                getLocale(),
                zone);
    }

    /// @return false when there is nothing to show, because it could not be read
    private boolean read(UI ui, boolean otherDay) {
        try {
            var date = query.time().date();
            var seen = query.time().seen();
            if (seen != null) {
                standStill();
                if (otherDay || pastRows.isEmpty()) {
                    pastRows = sources.retrospect().board(seen, scope);
                }
                picture = sources.pictures().ofMoment(key(), seen, pastRows);
            } else if (date == null) {
                lookAtThePresent(ui);
            } else {
                standStill();
                if (otherDay || pastRows.isEmpty()) {
                    pastRows =
                            sources.adherence().board(date, scope).stream()
                                    .map(BoardRow::onTheWhole)
                                    .toList();
                }
                picture = sources.pictures().ofDay(key(), date, pastRows);
            }
            trouble.setVisible(false);
            table.setVisible(true);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The board could not be read", e);
            showTrouble(ui);
            return false;
        }
    }

    private void showLookBack() {
        lookBack.show(
                query.time().seen(),
                query.time().seen() == null ? Optional.empty() : sources.retrospect().since(),
                new DayPeriod(day(), zone).span(),
                sources.now(),
                words().times(),
                (int)
                        picture.everybody().stream()
                                .filter(row -> !row.toldLater().isEmpty())
                                .count());
    }

    private void standStill() {
        lookAway();
        paused = false;
        header.showPaused(false);
    }

    private LocalDate day() {
        var date = query.time().day(zone);
        return date == null ? today() : date;
    }

    private void lookAtThePresent(UI ui) {
        pastRows = List.of();
        if (eye == null) {
            eye = new BoardEye(ui, this::isOnScreen, this::look);
            // A page may be opened in the background.
            eye.shut(ui.getPage().pageVisibilitySignal().peek() == PageVisibility.HIDDEN);
        }
        // The new one first: when it is the same picture, it is not made again.
        var before = looking;
        looking = sources.pictures().look(key(), eye);
        if (before != null) {
            before.close();
        }
        picture = paused ? looking.picture().still() : looking.picture();
    }

    private boolean isOnScreen(Set<AgentId> agents) {
        var inFull = opened;
        return (inFull != null && agents.contains(inFull)) || table.sees(agents);
    }

    /// Also called when the server stops, and nothing can be asked for any more.
    private void lookAway() {
        if (eye != null) {
            eye.close();
            eye = null;
        }
        if (looking != null) {
            looking.close();
            looking = null;
        }
    }

    private void showChoices() {
        toolbar.show(query, today(), zone, sources.zones(scope));
        header.showDense(query.look().dense());
        var date = query.time().date();
        var seen = query.time().seen();
        if (seen != null) {
            header.showSeen(words().times().dayAndTime(seen));
        } else if (date == null) {
            header.showLive();
        } else {
            header.showPast(words().times().day(date));
        }
    }

    private void showTally() {
        tiles.show(picture.tally(), query.people().show(), query.time().isPast());
    }

    private void showTrouble(UI ui) {
        var again = new Button(getTranslation("adherence.board.tryAgain"), _ -> show(ui, query));
        trouble.removeAll();
        trouble.add(new Span(getTranslation("adherence.board.trouble")), again);
        trouble.setVisible(true);
        table.setVisible(false);
    }

    private Component[] emptyState() {
        if (!query.people().filters()) {
            return new Component[] {new Span(getTranslation("adherence.board.nobody"))};
        }
        var nobody = query.people().show() == Show.OUT ? "nobodyOut" : "nobodyMatches";
        return new Component[] {
            new Span(getTranslation("adherence.board." + nobody)),
            new Button(
                    getTranslation("adherence.board.showEverybody"),
                    _ -> listener.choose(query.with(BoardPeople.EVERYBODY)))
        };
    }

    // ------------------------------------------------------------------ what comes in

    /// The page was hidden, or is seen again.
    private void turn(boolean hidden) {
        if (eye == null || paused || eye.isShut() == hidden) {
            return;
        }
        eye.shut(hidden);
        if (!hidden) {
            look(true);
        }
    }

    /// Begins to look back, or ends it.
    void lookBack() {
        if (query.time().seen() != null) {
            new Past().leave();
            return;
        }
        var date = query.time().date();
        var at = query.time().at();
        var shifts = picture.shifts();
        Instant moment;
        if (at != null && at.isBefore(sources.now())) {
            moment = at;
        } else if (date != null && shifts.isPresent()) {
            moment = shifts.get().start().plus(shifts.get().duration().dividedBy(2));
        } else {
            moment =
                    date == null
                            ? sources.now()
                            : date.atTime(LocalTime.NOON).atZone(zone).toInstant();
        }
        listener.choose(query.withSeen(moment.truncatedTo(ChronoUnit.MINUTES)));
    }

    /// Stops the rows where they are, for whoever wants to read them in peace, or lets them go on.
    void pause() {
        if (eye == null || looking == null) {
            return;
        }
        paused = !paused;
        header.showPaused(paused);
        eye.shut(paused);
        var seen = looking.picture();
        picture = paused ? seen.still() : seen;
        table.show(picture, table.arrangement());
        if (!paused) {
            look(true);
        }
    }

    /// Shows what is different now.
    ///
    /// @param beat whether some time has passed, and all is well
    private void look(boolean beat) {
        if (beat) {
            header.beat();
            lookAtTheFloor();
        }
        settle();
        showTally();
        say();
        tellOfTheOpened();
    }

    private void lookAtTheFloor() {
        var shown = BoardWindow.of(query, picture.shifts(), sources.now(), zone);
        var found = picture.coverage(TimeSpan.of(shown.from(), shown.to()));
        table.showCoverage(found);
        coverage.show(
                found, coverageWords(), picture.quietPeople(), query.people().show() == Show.QUIET);
    }

    private void say() {
        var news = picture.news();
        if (news != null && news.number() > newsSaid) {
            newsSaid = news.number();
            var summary = news.summary();
            said.setText(words().wentOut(summary.people(), summary.worst(), sources.now()));
        }
    }

    private void tellOfTheOpened() {
        var agent = opened;
        var row = agent == null ? null : picture.row(agent);
        if (row != null && row.sequence() != openedSequence) {
            openedSequence = row.sequence();
            listener.changed(row);
        }
    }

    /// What is shown now, as a file.
    String export() {
        return BoardCsv.of(rows(), words(), this::getTranslation, present());
    }

    // ------------------------------------------------------------------ what is done

    /// What is now for whoever looks.
    private Instant present() {
        var seen = query.time().seen();
        return seen == null ? sources.now() : seen;
    }

    private void choose(AgentId agent, boolean nowChosen) {
        if (nowChosen && picture.row(agent) != null) {
            chosen.add(agent);
        } else {
            chosen.remove(agent);
        }
        showChosen();
    }

    /// Chooses whoever is out beyond grace now, of those that are shown.
    void chooseOut() {
        if (actions.isEmpty() || query.time().isPast()) {
            return;
        }
        chosen.clear();
        rows().stream()
                .filter(row -> Standing.of(row).isOut())
                .map(row -> row.agent().id())
                .forEach(chosen::add);
        showChosen();
        if (chosen.isEmpty()) {
            said.setText(getTranslation("adherence.board.nobodyToActOn"));
            Notification.show(
                    getTranslation("adherence.board.nobodyToActOn"),
                    TOAST_MILLIS,
                    Notification.Position.BOTTOM_START);
        }
    }

    /// Chooses nobody any more.
    void chooseNobody() {
        if (!chosen.isEmpty()) {
            chosen.clear();
            showChosen();
        }
    }

    private void showChosen() {
        table.showChosen(chosen);
        chosenBar.setVisible(!chosen.isEmpty());
        chosenBar.removeAll();
        if (chosen.isEmpty()) {
            return;
        }
        var count = new Span(getTranslation("adherence.board.chosen", chosen.size()));
        count.getElement().setAttribute("role", "status");
        chosenBar.add(count);
        for (var action : actions) {
            var button =
                    new Button(
                            getTranslation(action.label()),
                            action.icon().create(),
                            _ -> listener.act(action, Set.copyOf(chosen)));
            button.addThemeVariants(ButtonVariant.SMALL);
            chosenBar.add(button);
        }
        var nobody =
                new Button(getTranslation("adherence.board.chooseNobody"), _ -> chooseNobody());
        nobody.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        chosenBar.add(nobody);
    }

    /// What whoever looks can do about people.
    List<PeopleAction> actions() {
        return actions;
    }

    /// Does something about those who are chosen, else whoever is shown in full, else whoever is in
    /// the row with the focus.
    void act(PeopleAction action) {
        var inFull = opened;
        if (!chosen.isEmpty()) {
            listener.act(action, Set.copyOf(chosen));
        } else if (inFull != null) {
            listener.act(action, Set.of(inFull));
        } else {
            table.askForFocused(agent -> {
                if (picture.row(agent) != null) {
                    listener.act(action, Set.of(agent));
                }
            });
        }
    }

    /// Chooses whoever is in the row with the focus, or no longer.
    void chooseFocused() {
        if (!actions.isEmpty()) {
            table.askForFocused(agent -> choose(agent, !chosen.contains(agent)));
        }
    }

    /// What to do about some people is about: since when those of them who are out have been, or
    /// when they last were.
    Matter matter(Set<AgentId> people, Runnable done) {
        var rows = people.stream().map(picture::row).filter(Objects::nonNull).toList();
        var now = present();
        var since =
                rows.stream()
                        .flatMap(row -> row.state().stream())
                        .filter(live -> live.state().isOut())
                        .map(LiveState::since)
                        .filter(now::isAfter)
                        .min(Comparator.naturalOrder());
        if (since.isPresent()) {
            boolean goesOn = query.time().seen() == null;
            return new Matter(
                    people, TimeSpan.of(since.get(), now), goesOn, own(rows, now), zone, done);
        }
        var out =
                rows.stream()
                        .flatMap(row -> lastOut(row).stream())
                        .reduce((one, other) ->
                                TimeSpan.of(
                                        one.start().isBefore(other.start())
                                                ? one.start()
                                                : other.start(),
                                        one.end().isAfter(other.end()) ? one.end() : other.end()));
        return new Matter(people, out.orElse(null), false, own(rows, now), zone, done);
    }

    /// When each of some people was out: up to now, or the last time.
    private static Map<AgentId, TimeSpan> own(List<BoardRow> rows, Instant now) {
        var own = new HashMap<AgentId, TimeSpan>();
        for (var row : rows) {
            row.state()
                    .filter(live -> live.state().isOut() && now.isAfter(live.since()))
                    .map(live -> TimeSpan.of(live.since(), now))
                    .or(() -> lastOut(row))
                    .ifPresent(span -> own.put(row.agent().id(), span));
        }
        return own;
    }

    private static Optional<TimeSpan> lastOut(BoardRow row) {
        return row.actual().reversed().stream()
                .filter(span ->
                        span.judgement() == Judgement.OUT || span.judgement() == Judgement.SEVERE)
                .findFirst()
                .map(span -> TimeSpan.of(span.start(), span.end()));
    }

    // ------------------------------------------------------------------ order

    /// Marks the row that is shown in full; while there is one, the order stands still.
    void mark(@Nullable AgentId agent) {
        opened = agent;
        var row = agent == null ? null : picture.row(agent);
        openedSequence = row == null ? 0 : row.sequence();
        table.mark(agent);
        settle();
    }

    /// Takes over the order everybody belongs in, or offers it while somebody is about to use a
    /// row.
    private void settle() {
        var wanted = picture.arrangement();
        if (held || opened != null) {
            table.offerResort(table.arrangement().movesTo(wanted));
            table.refresh();
        } else {
            table.offerResort(0);
            table.arrange(wanted);
        }
    }

    /// Puts everybody where they belong, whoever is about to use a row.
    void resort() {
        table.offerResort(0);
        table.arrange(picture.arrange());
    }

    // ------------------------------------------------------------------ moving about

    /// Moves the focus to somebody's row, where it is shown.
    void focus(AgentId agent) {
        table.arrangement().placeOf(agent).ifPresent(table::focusRow);
    }

    /// Moves the focus to whoever stands first, where anybody is shown.
    ///
    /// @return their place; -1: nobody is shown
    int focusFirst() {
        if (table.arrangement().size() == 0) {
            return -1;
        }
        table.focusRow(0);
        return 0;
    }

    /// Moves the focus to the next person who is out, or the one before, starting over at the end.
    ///
    /// @param from the place to start from; -1: none
    /// @return their place; `from` when nobody is out
    int focusOut(int from, boolean forward) {
        int size = table.arrangement().size();
        int start = from < 0 && !forward ? size : from;
        for (int step = 1; step <= size; step++) {
            int place = Math.floorMod(forward ? start + step : start - step, size);
            var row = picture.row(table.arrangement().at(place));
            if (row != null && Standing.of(row).isOut()) {
                table.focusRow(place);
                return place;
            }
        }
        return from;
    }

    /// The rows shown, in the order they stand in.
    List<BoardRow> rows() {
        return table.arrangement().everybody().stream()
                .map(picture::row)
                .filter(Objects::nonNull)
                .toList();
    }

    /// Somebody's row, shown or not; null when there is none one may see.
    @Nullable BoardRow row(AgentId agent) {
        return picture.row(agent);
    }

    TimelineWindow window() {
        return window;
    }

    RowWords words() {
        return picture.words();
    }

    Names names() {
        return names;
    }

    BoardLegend legend() {
        return picture.legend();
    }

    Scope scope() {
        return scope;
    }
}
