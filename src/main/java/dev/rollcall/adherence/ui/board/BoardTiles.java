package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.adherence.ui.Percents;
import dev.rollcall.adherence.ui.picture.BoardTally;
import dev.rollcall.adherence.ui.picture.Show;
import dev.rollcall.kit.PushedText;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The header of the board: how many stand how, each a button that shows only those, and the team's
/// percentage of the day.
final class BoardTiles extends Div {

    private final Map<Show, BoardTile> tiles = new EnumMap<>(Show.class);
    private final Span score = new Span();
    private final Span scoreDetail = new Span();
    private final Percents percents;
    private @Nullable Shown shown;

    /// What was shown last: a page that looks often finds it the same mostly.
    private record Shown(BoardTally tally, @Nullable Show pressed, boolean past) {
        boolean is(Shown other) {
            return tally == other.tally && pressed == other.pressed && past == other.past;
        }
    }

    /// @param source what the team's tile opens on
    BoardTiles(Percents percents, Consumer<Show> onShow, TeamFigures.Source source) {
        this.percents = percents;
        addClassName("board-tiles");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("adherence.tiles.label"));
        tile(Show.IN, "in", onShow);
        tile(Show.OUT, "out", onShow);
        tile(Show.UNKNOWN, "unknown", onShow);
        tile(Show.OFF, "not-scheduled", onShow);
        var team = team();
        add(team, new TeamFigures(team, source));
    }

    private void tile(Show show, String token, Consumer<Show> onShow) {
        var tile = new BoardTile(token, () -> onShow.accept(show));
        tiles.put(show, tile);
        add(tile);
    }

    private NativeButton team() {
        var caption = new Span(getTranslation("adherence.tiles.team"));
        caption.addClassName("board-tile-caption");
        score.addClassName("board-tile-value");
        scoreDetail.addClassName("board-tile-detail");
        var team = new NativeButton();
        team.add(caption, score, scoreDetail);
        team.addClassNames("board-tile", "board-team");
        return team;
    }

    /// @param pressed the part that is shown; null: everybody
    /// @param past whether the day is over
    void show(BoardTally tally, @Nullable Show pressed, boolean past) {
        var now = new Shown(tally, pressed, past);
        if (shown != null && now.is(shown)) {
            return;
        }
        shown = now;
        // Nobody is out any more on a day that is over: they deviated, or they did not.
        var tense = past ? "Past" : "";
        tiles.forEach((show, tile) -> {
            tile.press(show == pressed);
            tile.name(getTranslation("adherence.tiles." + show.token() + tense));
        });
        var in = getTranslation("adherence.tiles.of", tally.in(), tally.scheduled());
        tile(Show.IN).show(in, inDetail(tally, tense), true);
        tile(Show.OUT)
                .show(
                        Integer.toString(tally.out()),
                        getTranslation(
                                "adherence.tiles.split",
                                tally.outBriefly(),
                                tally.outLonger(),
                                tally.severe()),
                        tally.out() == 0);
        tile(Show.UNKNOWN)
                .show(
                        Integer.toString(tally.unknown()),
                        getTranslation("adherence.tiles.unknownDetail" + tense),
                        tally.unknown() == 0);
        tile(Show.OFF)
                .show(
                        Integer.toString(tally.off()),
                        getTranslation("adherence.tiles.offDetail" + tense),
                        true);
        PushedText.set(score, tally.score().map(p -> percents.of(p, 1)).orElse(Percents.NONE));
        PushedText.set(
                scoreDetail,
                getTranslation(
                        "adherence.tiles.targetAndRaw",
                        target(tally),
                        percents.of(tally.figures().raw())));
    }

    private BoardTile tile(Show show) {
        return java.util.Objects.requireNonNull(tiles.get(show));
    }

    private String inDetail(BoardTally tally, String tense) {
        var percent = tally.inPercent().map(p -> percents.of(p, 0)).orElse(Percents.NONE);
        return getTranslation("adherence.tiles.inDetail" + tense, percent);
    }

    private String target(BoardTally tally) {
        var target = tally.target();
        if (target == null && !tally.isEmpty()) {
            return getTranslation("adherence.tiles.targets");
        }
        return getTranslation(
                "adherence.tiles.target", target == null ? Percents.NONE : percents.of(target, 0));
    }
}
