package dev.rollcall.adherence.ui.widget;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.ui.RowWords;
import dev.rollcall.adherence.ui.Standing;
import dev.rollcall.adherence.ui.picture.Picture;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.WidgetFrame;
import dev.rollcall.kit.StatusPill;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Who is out of adherence now, worst first, and what they should be doing instead.
final class WorstDeviations extends PictureContent {

    private static final int MOST = 8;
    private static final String BOARD = "adherence?show=out";

    private final OrderedList list = new OrderedList();
    private List<Line> shown = List.of();

    /// One person's line, compared so that only what changed is sent.
    private record Line(
            String id, String name, Standing standing, String status, String what, String team) {}

    WorstDeviations(LivePictures pictures, Audience audience) {
        super(pictures, audience, BOARD);
        list.addClassName("widget-people");
        add(list);
    }

    @Override
    void look(Picture picture, WidgetFrame frame) {
        var words = picture.words();
        var lines =
                picture.arrangement().everybody().stream()
                        .map(picture::row)
                        .filter(Objects::nonNull)
                        .filter(row -> Standing.of(row).isOut())
                        .limit(MOST)
                        .map(row -> line(row, words))
                        .toList();
        if (!lines.equals(shown)) {
            shown = lines;
            list.removeAll();
            lines.forEach(line -> list.add(item(line)));
        }
        if (!lines.isEmpty()) {
            frame.shows(pictures.instant());
        } else if (picture.tally().isEmpty()) {
            frame.isEmpty(getTranslation("adherence.widget.nobody"), pictures.instant());
        } else {
            frame.isEmpty(getTranslation("adherence.widget.worst.none"), pictures.instant());
        }
    }

    private Line line(BoardRow row, RowWords words) {
        return new Line(
                row.agent().externalId(),
                row.agent().name(),
                Standing.of(row),
                words.status(row),
                getTranslation(
                        "adherence.widget.worst.instead", words.is(row), words.shouldBe(row)),
                words.team(row));
    }

    private static ListItem item(Line line) {
        var name = new Anchor("adherence/agent/" + line.id(), line.name());
        var standing = line.standing();
        var pill = new StatusPill(standing.severity(), line.status(), standing.since());
        var what = new Span(line.what());
        what.addClassName("board-second");
        var team = new Span(line.team());
        team.addClassName("board-second");
        return new ListItem(name, pill, what, team);
    }

    @Override
    public List<List<String>> table() {
        var lines = new ArrayList<List<String>>();
        lines.add(
                List.of(
                        getTranslation("adherence.widget.column.name"),
                        getTranslation("adherence.widget.column.status"),
                        getTranslation("adherence.widget.column.since"),
                        getTranslation("adherence.widget.column.what")));
        for (var line : shown) {
            var since = line.standing().since();
            lines.add(
                    List.of(
                            line.name(),
                            line.status(),
                            since == null ? "" : since.toString(),
                            line.what()));
        }
        return lines;
    }
}
