package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.AbstractDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.floor.Coverage;
import dev.rollcall.adherence.ui.BoardLegend;
import dev.rollcall.adherence.ui.RowWords;
import dev.rollcall.adherence.ui.Standing;
import dev.rollcall.adherence.ui.coverage.CoverageStrip;
import dev.rollcall.kit.StatusPill;
import dev.rollcall.kit.TimelineAxis;
import dev.rollcall.kit.TimelineLegend;
import dev.rollcall.kit.TimelineRow;
import dev.rollcall.kit.TimelineWindow;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.ApplicationClock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of the board. Cells are templates; nothing of a row is kept on the server but the row.
final class BoardGrid extends Grid<BoardRow> {

    /// How wide the board is, as the browser finds it.
    enum Layout {
        NARROW,
        MEDIUM,
        WIDE
    }

    private static final String NAME =
            """
            <div class="board-person"><span class="board-badge" data-presence="${item.badge}"
              aria-hidden="true">${item.initials}</span><div class="board-lines"><span
              class="board-name" title="${item.name}">${item.name}</span><span class="board-second">%s</span></div></div>\
            """;

    private static final String TWO_LINES =
            """
            <div class="board-lines" data-column="%s"><span
              title="${item.first}">${item.first}</span><span class="board-second" title="${item.second}">${item.second}</span></div>\
            """;

    private static final String IS =
            """
            <div class="board-lines" data-column="is"><span
              title="${item.first}">${item.first}</span><span class="board-second"
              title="${item.second}" ?hidden="${item.quiet}">${item.second}</span><span
              class="board-quiet" title="${item.quietWhy}" ?hidden="${!item.quiet}">${item.quiet}</span></div>\
            """;

    private static final String SCORE =
            """
            <div class="board-score" title="${item.figures}"><span class="numeric"
              aria-hidden="true">${item.score}</span><span class="board-bar ${item.bar}"
              style="--share:${item.share}%;--target:${item.target}%" aria-hidden="true"></span><span
              class="rollcall-visually-hidden">${item.figures}</span></div>\
            """;

    private final BoardModel model;
    private final ApplicationClock clock;
    private final Rows rows = new Rows();
    private final List<TimelineAxis> axes = new ArrayList<>();
    private final CoverageStrip coverage = new CoverageStrip();
    private final BoardFloor floor;
    private final Column<BoardRow> person;
    private final Column<BoardRow> personAndStatus;
    private final Column<BoardRow> status;
    private final Column<BoardRow> shouldBe;
    private final Column<BoardRow> is;
    private final Column<BoardRow> shift;
    private final Column<BoardRow> impact;
    private final Column<BoardRow> score;
    private final Column<BoardRow> others;
    private final Column<BoardRow> inWords;
    private final Column<BoardRow> drawn;
    private RowWords words;
    private BoardLegend legend;
    private @Nullable AgentId opened;
    private Layout layout = Layout.WIDE;
    private boolean past;
    private boolean table;

    BoardGrid(
            BoardModel model,
            BoardFloor floor,
            RowWords words,
            BoardLegend legend,
            ApplicationClock clock) {
        super(40);
        this.model = model;
        this.floor = floor;
        this.words = words;
        this.legend = legend;
        this.clock = clock;
        addClassName("board-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        setAriaLabel(getTranslation("adherence.board.title"));
        person = column("person", named(NAME.formatted("${item.team}")), "220px");
        person.setFrozen(true).setRowHeader(true);
        personAndStatus =
                column("person-and-status", named(NAME.formatted(StatusPill.TEMPLATE)), "192px");
        personAndStatus.setFrozen(true).setRowHeader(true);
        status = column("status", pill(StatusPill.TEMPLATE), "184px");
        status.setFrozen(true);
        shouldBe =
                twoLines(
                        "shouldBe",
                        row -> words().shouldBe(row),
                        row -> words().shouldBeWhen(row),
                        "136px");
        is = column("is", deeds(), "176px");
        shift =
                twoLines(
                        "shift",
                        row -> words().shift(row),
                        row -> words().deviations(row, clock.instant()),
                        "176px");
        impact = column("impact", impacts(), "88px");
        score = column("score", scores(), "96px");
        others =
                twoLines("others", row -> words().raw(row), row -> words().tolerated(row), "128px");
        inWords =
                column(
                        "inWords",
                        LitRenderer.<BoardRow>of(
                                        "<span class=\"board-in-words\">${item.words}</span>")
                                .withProperty(
                                        "words", row -> words().sentence(row, clock.instant())),
                        "240px");
        inWords.setFlexGrow(1);
        var axis = new TimelineAxis();
        axes.add(axis);
        var head = new Div(axis, coverage);
        head.addClassName("board-hours");
        drawn =
                addColumn(timeline())
                        .setKey("timeline")
                        .setHeader(head)
                        .setFlexGrow(1)
                        .setWidth("190px");
        setPartNameGenerator(row -> row.agent().id().equals(opened) ? "opened" : null);
        setDataProvider(rows);
        arrangeColumns();
    }

    private LitRenderer<BoardRow> deeds() {
        return LitRenderer.<BoardRow>of(IS)
                .withProperty("first", row -> words().is(row))
                .withProperty("second", row -> words().isSince(row))
                .withProperty("quiet", row -> words().quiet(floor.ghosting(row)))
                .withProperty("quietWhy", row -> words().quietWhy(floor.ghosting(row)));
    }

    private Column<BoardRow> column(String key, LitRenderer<BoardRow> renderer, String width) {
        return addColumn(renderer)
                .setKey(key)
                .setHeader(getTranslation("adherence.column." + key))
                .setWidth(width)
                .setFlexGrow(0);
    }

    private LitRenderer<BoardRow> named(String template) {
        return pill(template)
                .withProperty("name", row -> row.agent().name())
                .withProperty("initials", row -> RowWords.initials(row.agent().name()))
                .withProperty("badge", RowWords::presenceToken)
                .withProperty("team", row -> words.team(row));
    }

    private LitRenderer<BoardRow> pill(String template) {
        return LitRenderer.<BoardRow>of(template)
                .withProperty(StatusPill.SEVERITY, row -> Standing.of(row).severity().token())
                .withProperty(StatusPill.WORD, row -> words.status(row))
                .withProperty(StatusPill.SINCE, BoardGrid::since);
    }

    private static @Nullable Long since(BoardRow row) {
        var since = Standing.of(row).since();
        return since == null ? null : since.toEpochMilli();
    }

    private Column<BoardRow> twoLines(
            String key,
            ValueProvider<BoardRow, String> first,
            ValueProvider<BoardRow, String> second,
            String width) {
        return column(
                key,
                LitRenderer.<BoardRow>of(TWO_LINES.formatted(key))
                        .withProperty("first", first)
                        .withProperty("second", second),
                width);
    }

    private LitRenderer<BoardRow> scores() {
        return LitRenderer.<BoardRow>of(SCORE)
                .withProperty("score", row -> words.score(row))
                .withProperty("figures", row -> words.figures(row))
                .withProperty("bar", BoardGrid::bar)
                .withProperty("share", row -> row.score().orElse(BigDecimal.ZERO))
                .withProperty("target", BoardRow::targetPercent);
    }

    private RowWords words() {
        return words;
    }

    private LitRenderer<BoardRow> impacts() {
        return LitRenderer.<BoardRow>of(
                        "<span class=\"board-impact\" title=\"${item.why}\">${item.impact}</span>")
                .withProperty("impact", row -> words().impact(row))
                .withProperty("why", row -> words().impactWhy(row));
    }

    private static String bar(BoardRow row) {
        return row.score()
                .map(score -> score.compareTo(row.targetPercent()) < 0 ? "below" : "reached")
                .orElse("none");
    }

    private LitRenderer<BoardRow> timeline() {
        return LitRenderer.<BoardRow>of(TimelineRow.TEMPLATE)
                .withProperty(
                        TimelineRow.VALUE,
                        row ->
                                legend.strip(row.schedule(), row.actual(), row.live() != null)
                                        .encode())
                .withProperty(TimelineRow.LABEL, row -> words.sentence(row, clock.instant()));
    }

    /// Writes all cells anew, in other words or another zone.
    void speak(RowWords newWords, BoardLegend newLegend) {
        words = newWords;
        legend = newLegend;
        sendLegend();
        rows.refreshAll();
    }

    /// Sends the names behind the numbers again, when there are new ones.
    void sendLegend() {
        TimelineLegend sent = legend.toTimeline();
        axes.forEach(axis -> axis.setLegend(sent));
    }

    void showWindow(TimelineWindow window) {
        axes.forEach(axis -> axis.setWindow(window));
    }

    void showCoverage(Coverage found) {
        coverage.show(found);
    }

    /// Lower rows, so that more of them are seen at once.
    void setDense(boolean dense) {
        setThemeName("compact", dense);
        getClassNames().set("dense", dense);
    }

    void lay(Layout newLayout) {
        layout = newLayout;
        arrangeColumns();
    }

    /// A day that is over has other columns: nobody should be anywhere any more.
    void setPast(boolean isPast) {
        past = isPast;
        score.setHeader(
                getTranslation(past ? "adherence.column.dayScore" : "adherence.column.score"));
        arrangeColumns();
    }

    /// Tells timelines in words, with all three figures, or draws them.
    void setTable(boolean asTable) {
        table = asTable;
        arrangeColumns();
    }

    private void arrangeColumns() {
        boolean wide = layout == Layout.WIDE;
        boolean narrow = layout == Layout.NARROW;
        person.setVisible(!narrow);
        personAndStatus.setVisible(narrow);
        status.setVisible(!narrow);
        shouldBe.setVisible(wide && !past);
        is.setVisible(wide && !past);
        shift.setVisible(wide && past);
        impact.setVisible(wide && !past);
        score.setVisible(!narrow);
        others.setVisible(table && !narrow);
        inWords.setWidth(narrow ? "150px" : "180px");
        inWords.setVisible(table);
        drawn.setVisible(!table);
    }

    /// Redraws some rows where they stand; those not on screen cost nothing.
    void redraw(Collection<BoardRow> changed) {
        changed.forEach(rows::refreshItem);
    }

    /// Redraws everything in its new order.
    void redrawAll() {
        rows.refreshAll();
    }

    /// Marks the row whose person is shown in full.
    void mark(@Nullable AgentId agent) {
        var before = opened;
        opened = agent;
        for (var id : new AgentId[] {before, agent}) {
            var row = id == null ? null : model.row(id);
            if (row != null) {
                rows.refreshItem(row);
            }
        }
    }

    /// The row a browser's key stands for; null when it is gone.
    @Nullable BoardRow rowOf(String key) {
        return getDataCommunicator().getKeyMapper().get(key);
    }

    private final class Rows extends AbstractDataProvider<BoardRow, Void> {

        @Override
        public boolean isInMemory() {
            return true;
        }

        @Override
        public int size(Query<BoardRow, Void> query) {
            return model.rows().size();
        }

        @Override
        public Stream<BoardRow> fetch(Query<BoardRow, Void> query) {
            var shown = model.rows();
            int from = Math.min(query.getOffset(), shown.size());
            int to = Math.min(from + query.getLimit(), shown.size());
            return shown.subList(from, to).stream();
        }

        @Override
        public Object getId(BoardRow row) {
            return row.agent().id();
        }
    }
}
