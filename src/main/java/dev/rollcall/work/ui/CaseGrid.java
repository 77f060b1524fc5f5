package dev.rollcall.work.ui;

import dev.rollcall.kit.Days;
import dev.rollcall.kit.RecordGrid;
import dev.rollcall.people.Directory;
import dev.rollcall.work.WorkItem;
import java.util.Locale;

/// Items, as the database orders them.
final class CaseGrid extends RecordGrid<WorkItem> {

    CaseGrid(Directory directory) {
        super(item -> "" + item.id().value());
        var words = new ItemWords(this::getTranslation, directory);
        nameColumn(words.say("cases.subject"), WorkItem::subject, words::second);
        textColumn(
                "reference",
                words.say("cases.reference"),
                Layout.WIDE,
                "9rem",
                WorkItem::reference);
        textColumn(
                "channel",
                words.say("cases.channel"),
                Layout.WIDE,
                "6rem",
                item -> words.channel(item.channel()));
        textColumn(
                "group",
                words.say("cases.group"),
                Layout.MEDIUM,
                "9rem",
                item -> words.group(item.group()));
        markedColumn(
                "state",
                words.say("cases.state"),
                Layout.NARROW,
                "8rem",
                item -> words.state(item.state()),
                item -> "work-" + item.state().name().toLowerCase(Locale.ROOT));
        textColumn(
                "agent",
                words.say("cases.agent"),
                Layout.MEDIUM,
                "10rem",
                item -> words.agent(item.agent()));
        textColumn(
                "arrived",
                words.say("cases.arrived"),
                Layout.MEDIUM,
                "11rem",
                item -> Days.withTime(item.arrivedAt(), getLocale()));
        // The order is the list's own: of what is read page by page no other can be shown.
        getColumns().forEach(column -> column.setSortable(false));
    }
}
