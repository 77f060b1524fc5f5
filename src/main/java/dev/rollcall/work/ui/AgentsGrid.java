package dev.rollcall.work.ui;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.rollcall.kit.ExpectedReturn;
import dev.rollcall.kit.RecordGrid;
import dev.rollcall.people.Channel;
import dev.rollcall.work.AgentStanding;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.ToIntFunction;

/// The agents, one line each.
@JsModule("./rollcall-presence.ts")
@JsModule("./rollcall-duration.ts")
@JsModule("./rollcall-return.ts")
final class AgentsGrid extends RecordGrid<AgentStanding> {

    private static final String STATUS =
            """
            <div class="board-lines"><span class="agents-status" presence=${item.kind}><rollcall-presence
              kind=${item.kind}></rollcall-presence><span class="agents-word">${item.status}</span>
              <rollcall-duration since=${item.since}></rollcall-duration></span><span
              class="board-second agents-more">%s<span class="agents-topic"
              title=${item.topic}>${item.topic}</span></span></div>\
            """
                    .formatted(ExpectedReturn.TEMPLATE);

    private final AgentWords words;

    AgentsGrid(AgentWords words) {
        super(standing -> standing.agent().externalId());
        this.words = words;
        nameColumn(words.say("who"), standing -> standing.agent().name(), words::second);
        textColumn(
                "unit",
                words.say("unit"),
                Layout.WIDE,
                "6rem",
                standing -> words.unit(standing.agent()));
        status();
        markedColumn(
                "availability",
                words.say("availability"),
                Layout.MEDIUM,
                "8rem",
                words::availability,
                AgentsGrid::mark);
        groups("ticketGroups", Channel.TICKET);
        groups("chatGroups", Channel.CHAT);
        groups("callGroups", Channel.CALL);
        load("tickets", AgentStanding::tickets, AgentStanding::ticketLimit);
        load("chats", AgentStanding::chats, AgentStanding::chatLimit);
        textColumn(
                "call",
                words.say("call"),
                Layout.WIDE,
                "4.5rem",
                standing -> standing.onCall() ? words.say("onCall") : AgentWords.NOTHING);
    }

    private void status() {
        addColumn(
                        LitRenderer.<AgentStanding>of(STATUS)
                                .withProperty("kind", it -> AgentWords.kind(it.status()))
                                .withProperty("status", it -> words.status(it.status()))
                                .withProperty("topic", it -> Objects.toString(it.topic(), ""))
                                .withProperty("since", AgentsGrid::since)
                                .withProperty("back", it -> words.back(it).at())
                                .withProperty("backSoon", it -> words.back(it).soon())
                                .withProperty("backLate", it -> words.back(it).late()))
                .setKey("status")
                .setHeader(words.say("status"))
                .setComparator(
                        Comparator.comparing((AgentStanding it) -> it.status().base())
                                .thenComparing(
                                        AgentStanding::since,
                                        Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .setFlexGrow(2)
                .setWidth("9rem");
        from("status", Layout.MEDIUM);
    }

    private static String since(AgentStanding standing) {
        var since = standing.since();
        return since == null ? "" : Long.toString(since.toEpochMilli());
    }

    /// The same shapes as elsewhere: full, half, struck.
    private static String mark(AgentStanding standing) {
        return switch (standing.availability()) {
            case AVAILABLE -> "ready";
            case ON_A_CALL, AT_LIMIT -> "invited";
            case UNKNOWN -> "expired";
            case AWAY, UNAVAILABLE, OUTSIDE_HOURS, NO_GROUPS -> "disabled";
        };
    }

    private void groups(String column, Channel channel) {
        textColumn(
                column,
                words.say(column),
                Layout.WIDE,
                "8.25rem",
                standing -> words.groups(standing, channel));
        getColumnByKey(column)
                .setTooltipGenerator(standing -> words.groupsByName(standing, channel))
                .setComparator(
                        Comparator.comparingLong(standing ->
                                standing.seats(channel).stream()
                                        .filter(AgentStanding.Seat::isActive)
                                        .count()))
                .setTextAlign(ColumnTextAlign.END);
    }

    private void load(
            String column, ToIntFunction<AgentStanding> items, ToIntFunction<AgentStanding> limit) {
        textColumn(
                column,
                words.say("column." + column),
                Layout.MEDIUM,
                "5.5rem",
                standing -> words.load(items.applyAsInt(standing), limit.applyAsInt(standing)));
        getColumnByKey(column)
                .setComparator(Comparator.comparingInt(items))
                .setTextAlign(ColumnTextAlign.END);
    }
}
