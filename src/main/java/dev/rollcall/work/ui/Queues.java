package dev.rollcall.work.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Following;
import dev.rollcall.dashboard.ScopeWords;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetFrame;
import dev.rollcall.kit.Onlooker;
import dev.rollcall.kit.Refresher;
import dev.rollcall.kit.Words;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupId;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.work.AgentDashboard;
import dev.rollcall.work.GroupStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What waits in each group a manager looks after, what is worked on, and who is there for it, live
/// and from memory: those where somebody waits and nobody is free come first.
final class Queues extends Div implements WidgetContent {

    private static final Comparator<GroupStanding> URGENCY =
            Comparator.comparing(GroupStanding::isStuck, Comparator.reverseOrder())
                    .thenComparing(
                            GroupStanding::longestWait,
                            Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    private static final List<String> COLUMNS =
            List.of("group", "waiting", "working", "available", "free");

    /// Where it gets everything from.
    @SpringComponent
    record Source(
            AgentDashboard dashboard,
            Directory directory,
            WorkPulse pulse,
            ApplicationClock clock) {

        String scopeWords(Audience audience, Words words) {
            return words.get(
                    "work.widget.queues.scope",
                    ScopeWords.of(audience.viewer().scope(Permission.WORK_VIEW), directory, words));
        }
    }

    private final Source source;
    private final Audience audience;
    private final NativeTable table = new NativeTable();
    private final Map<GroupId, QueueLine> lines = new HashMap<>();
    private List<GroupStanding> shown = List.of();

    Queues(Source source, Audience audience) {
        this.source = source;
        this.audience = audience;
        table.addClassName("queue-load");
        table.getElement().setAttribute("aria-label", getTranslation("work.widget.queues"));
        var names = new NativeTableRow();
        for (var column : COLUMNS) {
            var name = new NativeTableHeaderCell(say(column));
            name.getElement().setAttribute("scope", "col");
            names.add(name);
        }
        table.getHead().add(names);
        add(table);
    }

    private String say(String key, Object... values) {
        return getTranslation("work.widget.queues." + key, values);
    }

    // ------------------------------------------------------------------ what is shown

    private void look(WidgetFrame frame) {
        var now = source.dashboard().groups().stream().sorted(URGENCY).toList();
        var before = shown;
        shown = now;
        if (now.isEmpty()) {
            frame.isEmpty(say("none"), source.clock().instant());
            return;
        }
        if (!ids(now).equals(ids(before))) {
            arrange(ids(now));
        }
        now.forEach(each -> line(each.group().id()).show(each));
        frame.shows(source.clock().instant());
    }

    /// Whoever stays keeps their line; it is only moved.
    private void arrange(List<GroupId> groups) {
        var body = table.getBody();
        body.removeAll();
        lines.keySet().retainAll(groups);
        groups.forEach(group -> body.add(line(group)));
    }

    private QueueLine line(GroupId group) {
        return lines.computeIfAbsent(group, _ -> new QueueLine(audience.locale()));
    }

    private static List<GroupId> ids(List<GroupStanding> groups) {
        return groups.stream().map(each -> each.group().id()).toList();
    }

    // ------------------------------------------------------------------ a widget's content

    @Override
    public Component component() {
        return this;
    }

    @Override
    public String scope() {
        return source.scopeWords(audience, this::getTranslation);
    }

    @Override
    public String fullPage() {
        return "agents";
    }

    /// With every change, and every few seconds without one: groups open and close by the clock.
    @Override
    public Registration follow(UI ui, WidgetFrame frame) {
        var onlooker = Onlooker.current();
        var concerns = source.pulse().concernOfViewer();
        return Following.live(
                ui,
                frame,
                told -> {
                    var listening = source.pulse().listen(concerns, told);
                    var refresher =
                            Refresher.start(
                                    ui,
                                    InStep.BY_THE_CLOCK,
                                    source.clock()::instant,
                                    _ -> told.run());
                    return () -> {
                        listening.remove();
                        refresher.close();
                    };
                },
                () -> onlooker.does(() -> look(frame)));
    }

    @Override
    public List<List<String>> table() {
        var rows = new ArrayList<List<String>>();
        rows.add(
                Stream.of("group", "waiting", "wait", "working", "available", "active", "free")
                        .map(this::say)
                        .toList());
        for (var each : shown) {
            rows.add(
                    List.of(
                            each.group().name(),
                            "" + each.waiting(),
                            Objects.toString(each.longestWait(), ""),
                            "" + each.working(),
                            "" + each.available(),
                            "" + each.active(),
                            "" + each.freePlaces()));
        }
        return rows;
    }
}
