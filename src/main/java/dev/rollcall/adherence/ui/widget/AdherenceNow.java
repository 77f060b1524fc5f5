package dev.rollcall.adherence.ui.widget;

import dev.rollcall.adherence.ui.Percents;
import dev.rollcall.adherence.ui.picture.BoardTally;
import dev.rollcall.adherence.ui.picture.Picture;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.WidgetFrame;
import dev.rollcall.kit.KeyNumbers;
import dev.rollcall.kit.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many are in adherence now, out, unknown and not scheduled, and the team's score of the day.
final class AdherenceNow extends PictureContent {

    private static final String BOARD = "adherence";

    private final Percents percents;
    private final KeyNumbers.Number in;
    private final KeyNumbers.Number out;
    private final KeyNumbers.Number unknown;
    private final KeyNumbers.Number off;
    private final KeyNumbers.Number team;
    private @Nullable BoardTally tally;

    AdherenceNow(LivePictures pictures, Audience audience) {
        super(pictures, audience, BOARD);
        percents = new Percents(audience.locale());
        var numbers = new KeyNumbers();
        in = numbers.number(getTranslation("adherence.tiles.in"), BOARD + "?show=in");
        out = numbers.number(getTranslation("adherence.tiles.out"), BOARD + "?show=out");
        unknown =
                numbers.number(getTranslation("adherence.tiles.unknown"), BOARD + "?show=unknown");
        off = numbers.number(getTranslation("adherence.tiles.off"), BOARD + "?show=off");
        team = numbers.number(getTranslation("adherence.widget.now.team"), "");
        add(numbers);
    }

    @Override
    void look(Picture picture, WidgetFrame frame) {
        var now = picture.tally();
        tally = now;
        if (now.isEmpty()) {
            frame.isEmpty(getTranslation("adherence.widget.nobody"), pictures.instant());
            return;
        }
        in.show(
                getTranslation("adherence.tiles.of", now.in(), now.scheduled()),
                getTranslation(
                        "adherence.tiles.inDetail",
                        now.inPercent().map(p -> percents.of(p, 0)).orElse(Percents.NONE)),
                null);
        out.show(
                Integer.toString(now.out()),
                getTranslation(
                        "adherence.tiles.split", now.outBriefly(), now.outLonger(), now.severe()),
                now.severe() > 0 ? Severity.SEVERE : now.out() > 0 ? Severity.OUT : null);
        unknown.show(
                Integer.toString(now.unknown()),
                getTranslation("adherence.tiles.unknownDetail"),
                now.unknown() > 0 ? Severity.UNKNOWN : null);
        off.show(Integer.toString(now.off()), getTranslation("adherence.tiles.offDetail"), null);
        team.show(score(now), target(now), null);
        frame.shows(pictures.instant());
    }

    private String score(BoardTally now) {
        return now.score().map(p -> percents.of(p, 1)).orElse(Percents.NONE);
    }

    private String target(BoardTally now) {
        var target = now.target();
        return target == null
                ? getTranslation("adherence.tiles.targets")
                : getTranslation("adherence.tiles.target", percents.of(target, 0));
    }

    @Override
    public List<List<String>> table() {
        var header =
                List.of(
                        getTranslation("adherence.tiles.in"),
                        getTranslation("adherence.widget.now.scheduled"),
                        getTranslation("adherence.tiles.out"),
                        getTranslation("adherence.tiles.unknown"),
                        getTranslation("adherence.tiles.off"),
                        getTranslation("adherence.widget.now.team"));
        var now = tally;
        return now == null
                ? List.of(header)
                : List.of(
                        header,
                        List.of(
                                "" + now.in(),
                                "" + now.scheduled(),
                                "" + now.out(),
                                "" + now.unknown(),
                                "" + now.off(),
                                score(now)));
    }
}
