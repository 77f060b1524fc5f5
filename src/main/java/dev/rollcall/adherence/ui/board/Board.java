package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.signals.Signal;
import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.ui.BoardLegend;
import dev.rollcall.adherence.ui.Percents;
import dev.rollcall.adherence.ui.RowWords;
import dev.rollcall.adherence.ui.Times;
import dev.rollcall.adherence.ui.coverage.CoverageLine;
import dev.rollcall.adherence.ui.coverage.CoverageWords;
import dev.rollcall.kit.TimelineWindow;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The board itself: header, tiles, choices and grid, fed live or with a day that is over. Whoever
/// shows it says what to look at; it says which row was opened, and what was chosen.
final class Board extends Div {

    /// What the board tells whoever shows it.
    interface Listener extends BoardToolbar.Choices {
        /// @param at the instant they asked about; null: none
        void open(BoardRow row, @Nullable Instant at);

        void help();

        /// Rows changed; with the page locked, so nothing slow.
        void changed(Collection<BoardRow> rows);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Board.class);

    /// While nobody is about to use a row, they may move this often.
    private static final Duration SETTLING = Duration.ofSeconds(1);

    /// Everything is read again after so many beats: somebody may have left the viewer's scope.
    private static final int BEATS_BETWEEN_READINGS = 12;

    private final BoardSources sources;
    private final Listener listener;
    private final BoardModel model = new BoardModel();
    private final Announcer announcer = new Announcer();
    private final Names names;
    private final BoardLegend legend;
    private final BoardHeader header;
    private final BoardTiles tiles;
    private final BoardToolbar toolbar;
    private final BoardFloor floor = new BoardFloor();
    private final CoverageLine coverage;
    private final BoardGrid grid;
    private final BoardPanel panel;
    private final Div trouble = new Div();
    private final Span said = new Span();

    private BoardQuery query = BoardQuery.DEFAULT;
    private Scope scope = Scope.nobody();
    private ZoneId zone;
    private RowWords words;
    private TimelineWindow window;
    private @Nullable BoardFeed feed;
    private boolean held;
    private boolean paused;
    private boolean rowInUse;
    private int beats;
    private long arrangedAt = System.nanoTime();

    Board(BoardSources sources, Listener listener) {
        this.sources = sources;
        this.listener = listener;
        addClassName("board");
        names = Names.of(this::getTranslation, sources.activities(), sources.reasons());
        legend = new BoardLegend(sources.activities().all(), names);
        scope = sources.scope();
        zone = sources.zone(query, scope);
        words = speak();
        window = BoardWindow.of(query, List.of(), sources.now(), zone);
        header = new BoardHeader(listener::help, this::pause, this::toggleDense, this::export);
        tiles = new BoardTiles(new Percents(getLocale()), this::toggle, new Team());
        toolbar =
                new BoardToolbar(
                        sources.directory().units(scope),
                        sources.directory().groups(scope),
                        sources.activities().all(),
                        listener);
        coverage =
                new CoverageLine(
                        new CoverageWords(this::getTranslation, words.times()),
                        () -> toggle(Show.QUIET));
        grid = new BoardGrid(model, floor, words, legend, sources.clock());
        panel = new BoardPanel(grid, this::hold, listener::open, this::resort);
        trouble.addClassName("board-empty");
        trouble.setVisible(false);
        said.addClassName("rollcall-visually-hidden");
        said.getElement().setAttribute("aria-live", "polite");
        header.explain(legend);
        grid.sendLegend();
        add(header, tiles, toolbar, coverage, panel, trouble, said);
    }

    private RowWords speak() {
        var times = Times.at(sources.now(), zone, getLocale());
        var date = query.time().date();
        return new RowWords(
                this::getTranslation,
                names,
                sources.directory(),
                date == null ? times : times.on(date));
    }

    /// Everybody shown, added up over days.
    private final class Team implements TeamFigures.Source {

        @Override
        public LocalDate day() {
            var date = query.time().date();
            return date == null ? LocalDate.ofInstant(sources.now(), zone) : date;
        }

        @Override
        public Figures onTheBoard() {
            return model.tally(sources.now()).figures();
        }

        @Override
        public Figures total(LocalDate from, LocalDate to) {
            var people = model.everybody().stream().map(row -> row.agent().id()).toList();
            return sources.adherence().total(people, from, to, scope);
        }
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
        stopFeed();
    }

    // ------------------------------------------------------------------ what to look at

    /// Shows what an address asks for.
    void show(UI ui, BoardQuery newQuery) {
        boolean otherDay = !Objects.equals(query.time().date(), newQuery.time().date());
        query = newQuery;
        scope = sources.scope();
        zone = sources.zone(query, scope);
        words = speak();
        model.look(
                BoardFilter.of(query.people(), sources.directory()),
                this::isInPart,
                query.look().order().comparator(getLocale()));
        if (read(ui, otherDay)) {
            lookAtTheFloor();
            model.arrange();
            arrangedAt = System.nanoTime();
            panel.offerResort(0);
            grid.setPast(query.time().date() != null);
            grid.setTable(query.look().table());
            grid.setDense(query.look().dense());
            grid.speak(words, legend);
            grid.setEmptyStateComponent(emptyState());
        }
        showChoices();
        showTally();
        coverage.setVisible(!model.isEmpty());
        window = BoardWindow.of(query, model.rows(), sources.now(), zone);
        grid.showWindow(window);
    }

    private boolean isInPart(BoardRow row) {
        var show = query.people().show();
        return show == null || show.includes(row, sources.now(), floor.quiet());
    }

    /// @return false when there is nothing to show, because it could not be read
    private boolean read(UI ui, boolean otherDay) {
        try {
            var date = query.time().date();
            if (date != null) {
                stopFeed();
                if (otherDay || model.isEmpty()) {
                    model.load(
                            sources.adherence().board(date, scope).stream()
                                    .map(BoardRow::onTheWhole)
                                    .toList());
                }
            } else {
                if (feed == null) {
                    feed =
                            new BoardFeed(
                                    ui,
                                    sources.board(),
                                    sources.pulse(),
                                    scope,
                                    this::take,
                                    this::beat);
                }
                model.load(sources.board().rows(scope));
                announcer.start(model.everybody());
            }
            learn(model.everybody());
            trouble.setVisible(false);
            panel.setVisible(true);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The board could not be read", e);
            showTrouble(ui);
            return false;
        }
    }

    private void stopFeed() {
        if (feed != null) {
            feed.close();
            feed = null;
            paused = false;
            header.showPaused(false);
        }
    }

    private void showChoices() {
        var today = LocalDate.ofInstant(sources.now(), zone);
        toolbar.show(query, today, zone, sources.zones(scope));
        header.showDense(query.look().dense());
        var date = query.time().date();
        if (date == null) {
            header.showLive();
        } else {
            header.showPast(words.times().day(date));
        }
    }

    private void showTally() {
        tiles.show(model.tally(sources.now()), query.people().show(), query.time().date() != null);
    }

    private void showTrouble(UI ui) {
        var again = new Button(getTranslation("adherence.board.tryAgain"), _ -> show(ui, query));
        trouble.removeAll();
        trouble.add(new Span(getTranslation("adherence.board.trouble")), again);
        trouble.setVisible(true);
        panel.setVisible(false);
    }

    private Div emptyState() {
        var empty = new Div();
        empty.addClassName("board-empty");
        if (query.people().filters() && !model.isEmpty()) {
            empty.add(
                    new Span(
                            getTranslation(
                                    query.people().show() == Show.OUT
                                            ? "adherence.board.nobodyOut"
                                            : "adherence.board.nobodyMatches")),
                    new Button(
                            getTranslation("adherence.board.showEverybody"),
                            _ -> listener.choose(query.with(BoardPeople.EVERYBODY))));
        } else {
            empty.add(new Span(getTranslation("adherence.board.nobody")));
        }
        return empty;
    }

    private void learn(Collection<BoardRow> rows) {
        boolean grown = false;
        for (var row : rows) {
            grown |= legend.learn(row.schedule(), row.actual());
        }
        if (grown) {
            grid.sendLegend();
        }
    }

    // ------------------------------------------------------------------ what comes in

    /// The page was hidden, or is seen again: then it gets one picture of everything.
    private void turn(boolean hidden) {
        if (feed == null || paused || feed.isHidden() == hidden) {
            return;
        }
        if (hidden) {
            feed.hide();
        } else {
            feed.show();
            readAgain();
            header.beat();
        }
    }

    /// Reads everybody from memory.
    private void readAgain() {
        model.load(sources.board().rows(scope));
        learn(model.everybody());
        grid.redraw(model.rows());
        settle();
        showTally();
    }

    /// Finds coverage, and who might be worth a look, in what is known of everybody; from memory.
    private void lookAtTheFloor() {
        var now = sources.now();
        boolean live = query.time().date() == null;
        showTheFloor(floor.look(model.everybody(), hours(now), now, live));
    }

    /// The same at a beat, together with all others who look at the same.
    private void lookAtTheFloorWithOthers() {
        var now = sources.now();
        var key =
                new FloorLooks.Key(
                        scope, BoardFilter.of(query.people(), sources.directory()), hours(now));
        showTheFloor(
                floor.take(
                        sources.looks().at(sources.pulse().count(), key, now, model::everybody)));
    }

    private TimeSpan hours(Instant now) {
        var shown = BoardWindow.of(query, model.everybody(), now, zone);
        return TimeSpan.of(shown.from(), shown.to());
    }

    private void showTheFloor(Set<AgentId> changed) {
        grid.showCoverage(floor.coverage());
        coverage.show(
                floor.coverage(),
                new CoverageWords(this::getTranslation, words.times()),
                floor.quiet().size(),
                query.people().show() == Show.QUIET);
        grid.redraw(changed.stream().map(model::row).filter(Objects::nonNull).toList());
    }

    /// Takes changed rows; none when the feed was nudged.
    private void take(Collection<BoardRow> changed) {
        var redrawn = model.take(changed);
        learn(redrawn);
        grid.redraw(redrawn);
        settle();
        showTally();
        say(announcer.hearOf(changed.stream().filter(model::isOfThem).toList(), System.nanoTime()));
        listener.changed(changed);
    }

    /// Stops the rows where they are, for whoever wants to read them in peace, or lets them go on.
    void pause() {
        if (feed == null) {
            return;
        }
        paused = !paused;
        header.showPaused(paused);
        if (paused) {
            feed.hide();
        } else {
            feed.show();
            readAgain();
            header.beat();
        }
    }

    /// What is shown now, as a file.
    String export() {
        return BoardCsv.of(List.copyOf(model.rows()), words, this::getTranslation, sources.now());
    }

    private void beat() {
        header.beat();
        beats++;
        if (beats % BEATS_BETWEEN_READINGS == 0) {
            words = speak();
            readAgain();
        }
        lookAtTheFloorWithOthers();
        if (query.people().show() != null) {
            model.reconsider();
            settle();
        }
        showTally();
        say(announcer.hear(model.everybody(), System.nanoTime()));
    }

    private void say(Optional<Announcer.Summary> news) {
        news.ifPresent(summary ->
                said.setText(words.wentOut(summary.people(), summary.worst(), sources.now())));
    }

    // ------------------------------------------------------------------ order

    /// Somebody is about to use a row, or no longer.
    private void hold(boolean nowHeld) {
        held = nowHeld;
        settle();
    }

    /// Moves the focus to somebody's row, where it is shown.
    void focus(AgentId agent) {
        model.placeOf(agent).ifPresent(panel::focusRow);
    }

    /// Marks the row that is shown in full; while there is one, the order stands still.
    void mark(@Nullable AgentId agent) {
        rowInUse = agent != null;
        grid.mark(agent);
        settle();
    }

    private void settle() {
        if (query.time().date() != null) {
            return;
        }
        if (held || rowInUse) {
            panel.offerResort(model.moves());
            return;
        }
        var wait = SETTLING.minusNanos(System.nanoTime() - arrangedAt);
        if (wait.isPositive()) {
            if (feed != null && model.moves() > 0) {
                feed.nudge(wait);
            }
        } else {
            resort();
        }
    }

    /// Puts everybody where they belong, whoever is about to use a row.
    void resort() {
        if (model.arrange()) {
            grid.redrawAll();
            arrangedAt = System.nanoTime();
        }
        panel.offerResort(0);
    }

    // ------------------------------------------------------------------ moving about

    /// Moves the focus to whoever stands first, where anybody is shown.
    ///
    /// @return their place; -1: nobody is shown
    int focusFirst() {
        if (model.rows().isEmpty()) {
            return -1;
        }
        panel.focusRow(0);
        return 0;
    }

    /// Moves the focus to the next person who is out, or the one before.
    ///
    /// @param from the place to start from; -1: none
    int focusOut(int from, boolean forward) {
        var next = forward ? model.nextOut(from) : model.previousOut(from);
        next.ifPresent(panel::focusRow);
        return next.orElse(from);
    }

    @Nullable BoardRow row(AgentId agent) {
        return model.row(agent);
    }

    TimelineWindow window() {
        return window;
    }

    RowWords words() {
        return words;
    }

    Names names() {
        return names;
    }

    BoardLegend legend() {
        return legend;
    }

    Scope scope() {
        return scope;
    }
}
