package dev.rollcall.work.ui;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.rollcall.kit.RecordGrid;
import dev.rollcall.work.GroupStanding;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.ToIntFunction;

/// The groups that handle chats, one line each.
@JsModule("./rollcall-duration.ts")
final class ChatGroupsGrid extends RecordGrid<GroupStanding> {

    private static final String WAIT =
            """
            <span class="agents-status"><rollcall-duration since=${item.since}></rollcall-duration>\
            <span>${item.none}</span></span>\
            """;

    private final AgentWords words;

    ChatGroupsGrid(AgentWords words) {
        super(line -> line.group().code());
        this.words = words;
        nameColumn(
                words.say("chat.group"),
                line -> line.group().name(),
                line ->
                        words.say(
                                "chat.second",
                                line.waiting(),
                                line.freePlaces(),
                                line.available()));
        markedColumn(
                "open",
                words.say("chat.open"),
                Layout.MEDIUM,
                "8rem",
                line -> words.say(line.open() ? "chat.isOpen" : "chat.isClosed"),
                line -> line.open() ? "ready" : "disabled");
        textColumn(
                "active",
                words.say("chat.active"),
                Layout.MEDIUM,
                "7rem",
                line -> words.load(line.active(), line.members()));
        byNumber("active", GroupStanding::active);
        number("available", GroupStanding::available);
        number("free", GroupStanding::freePlaces);
        number("chats", GroupStanding::held);
        number("waiting", GroupStanding::waiting);
        longestWait();
    }

    private void number(String column, ToIntFunction<GroupStanding> number) {
        textColumn(
                column,
                words.say("chat." + column),
                Layout.MEDIUM,
                "8.5rem",
                line -> words.number(number.applyAsInt(line)));
        byNumber(column, number);
    }

    private void byNumber(String column, ToIntFunction<GroupStanding> number) {
        getColumnByKey(column)
                .setComparator(Comparator.comparingInt(number))
                .setTextAlign(ColumnTextAlign.END);
    }

    private void longestWait() {
        addColumn(
                        LitRenderer.<GroupStanding>of(WAIT)
                                .withProperty("since", ChatGroupsGrid::since)
                                .withProperty(
                                        "none",
                                        line ->
                                                line.longestWait() == null
                                                        ? AgentWords.NOTHING
                                                        : ""))
                .setKey("wait")
                .setHeader(words.say("chat.wait"))
                .setComparator(
                        Comparator.comparing(
                                GroupStanding::longestWait,
                                Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .setFlexGrow(1)
                .setWidth("8rem");
    }

    private static String since(GroupStanding line) {
        var since = line.longestWait();
        return since == null ? "" : Long.toString(since.toEpochMilli());
    }
}
