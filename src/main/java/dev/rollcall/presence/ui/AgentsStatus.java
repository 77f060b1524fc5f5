package dev.rollcall.presence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Following;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetFrame;
import dev.rollcall.kit.ExpectedReturn;
import dev.rollcall.kit.PushedText;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Unit;
import dev.rollcall.presence.PresenceState.Base;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who works in a manager's units now and how they are, live: how many there are of each status,
/// and their names. A status shows only its people when it is pressed.
@JsModule("./rollcall-presence.ts")
@JsModule("./rollcall-duration.ts")
@JsModule("./rollcall-return.ts")
final class AgentsStatus extends Div implements WidgetContent {

    private static final List<Base> STATUSES =
            List.of(Base.ACTIVE, Base.AVAILABLE, Base.UNAVAILABLE, Base.AWAY, Base.UNKNOWN);

    private static final String STATUS =
            """
            <span class="presence-pill" presence=${item.kind}><rollcall-presence
              kind=${item.kind}></rollcall-presence><span class="presence-word">${item.word}</span></span>\
            """;

    private static final String NAME =
            """
            <div class="board-lines"><span class="record-name">${item.name}</span><span
              class="board-second">${item.second}</span></div>\
            """;

    private static final String SINCE =
            """
            <div class="board-lines"><rollcall-duration since=${item.since}></rollcall-duration><span
              class="board-second">%s</span></div>\
            """
                    .formatted(ExpectedReturn.TEMPLATE);

    private final AgentsStatusSource source;
    private final Audience audience;
    private final String scope;
    private final Map<Base, NativeButton> counts = new EnumMap<>(Base.class);
    private final Map<Base, Span> numbers = new EnumMap<>(Base.class);
    private final Grid<AgentId> grid = new Grid<>();
    private final Map<AgentId, AgentStatus> rows = new HashMap<>();
    private List<AgentStatus> all = List.of();
    private List<AgentStatus> shown = List.of();
    private @Nullable Base only;

    AgentsStatus(AgentsStatusSource source, Audience audience) {
        this.source = source;
        this.audience = audience;
        addClassName("unit-status");
        scope = source.scopeWords(audience, this::getTranslation);
        add(counts(), grid());
    }

    private Component counts() {
        var row = new Div();
        row.addClassName("unit-status-counts");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", getTranslation("presence.widget.agents.only"));
        for (var base : STATUSES) {
            var number = new Span("–");
            number.addClassName("unit-status-count");
            var word = new Span(getTranslation("presence.state." + base));
            var button = new NativeButton();
            var kind = StatusWords.kind(base);
            button.getElement().setAttribute("presence", kind);
            button.getElement()
                    .appendChild(new Element("rollcall-presence").setAttribute("kind", kind));
            button.add(number, word);
            button.addClickListener(_ -> press(base));
            counts.put(base, button);
            numbers.put(base, number);
            row.add(button);
        }
        showPressed();
        return row;
    }

    private Component grid() {
        grid.addClassNames("board-grid", "unit-status-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.NO_ROW_BORDERS);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAriaLabel(getTranslation("presence.widget.agents"));
        grid.addColumn(
                        LitRenderer.<AgentId>of(NAME)
                                .withProperty("name", of(AgentStatus::name))
                                .withProperty("second", of(this::second)))
                .setHeader(getTranslation("presence.widget.agents.name"))
                .setRowHeader(true)
                .setFlexGrow(3)
                .setWidth("7rem");
        grid.addColumn(
                        LitRenderer.<AgentId>of(STATUS)
                                .withProperty("kind", of(each -> StatusWords.kind(each.base())))
                                .withProperty("word", of(this::word)))
                .setHeader(getTranslation("presence.widget.agents.status"))
                .setFlexGrow(3)
                .setWidth("7rem");
        grid.addColumn(
                        LitRenderer.<AgentId>of(SINCE)
                                .withProperty("since", of(each -> milliseconds(each.since())))
                                .withProperty("back", of(each -> back(each).at()))
                                .withProperty("backSoon", of(each -> back(each).soon()))
                                .withProperty("backLate", of(each -> back(each).late())))
                .setHeader(getTranslation("presence.widget.agents.since"))
                .setFlexGrow(0)
                .setWidth("8rem");
        return grid;
    }

    /// What a row says; nothing when it is gone by the time it is asked for.
    private ValueProvider<AgentId, String> of(Function<AgentStatus, String> text) {
        return id -> {
            var row = rows.get(id);
            return row == null ? "" : text.apply(row);
        };
    }

    private static String milliseconds(@Nullable Instant instant) {
        return instant == null ? "" : Long.toString(instant.toEpochMilli());
    }

    private ExpectedReturn.Said back(AgentStatus each) {
        return ExpectedReturn.words(
                each.back(), audience.zone(), audience.locale(), this::getTranslation);
    }

    /// Below the name: what they are about, and where they come from.
    private String second(AgentStatus each) {
        var topic = each.topic();
        var home = home(each);
        return topic == null ? home : home.isEmpty() ? topic : topic + " · " + home;
    }

    private String home(AgentStatus each) {
        var home = each.home();
        return home == null
                ? ""
                : source.directory()
                        .unit(home)
                        .map(Unit::name)
                        .map(name -> getTranslation("presence.widget.agents.home", name))
                        .orElse("");
    }

    private String word(AgentStatus each) {
        var word =
                StatusWords.of(
                        this, each.state(), each.state().reason().flatMap(source.reasons()::find));
        return each.onCall() ? getTranslation("presence.widget.agents.onCall", word) : word;
    }

    // ------------------------------------------------------------------ what is shown

    private void press(Base base) {
        only = base == only ? null : base;
        showPressed();
        showRows();
    }

    private void showPressed() {
        counts.forEach((base, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(base == only)));
    }

    private void look(WidgetFrame frame) {
        all = source.now(audience);
        if (all.isEmpty()) {
            frame.isEmpty(getTranslation("presence.widget.agents.nobody"), source.instant());
            return;
        }
        var count = new EnumMap<Base, Integer>(Base.class);
        all.forEach(each -> count.merge(each.base(), 1, Integer::sum));
        numbers.forEach((base, number) ->
                PushedText.set(number, Integer.toString(count.getOrDefault(base, 0))));
        // Nobody is unknown where all feeds are well: a status for trouble only.
        var unknown = counts.get(Base.UNKNOWN);
        if (unknown != null) {
            unknown.setVisible(count.containsKey(Base.UNKNOWN) || only == Base.UNKNOWN);
        }
        showRows();
        frame.shows(source.instant());
    }

    /// Whoever stays where they are keeps their row; only what it says is sent again.
    private void showRows() {
        var before = shown;
        shown = all.stream().filter(each -> only == null || each.base() == only).toList();
        rows.keySet().retainAll(shown.stream().map(AgentStatus::id).toList());
        shown.forEach(each -> rows.put(each.id(), each));
        var ids = shown.stream().map(AgentStatus::id).toList();
        if (!ids.equals(before.stream().map(AgentStatus::id).toList())) {
            grid.setItems(ids);
            return;
        }
        for (int i = 0; i < shown.size(); i++) {
            if (!shown.get(i).equals(before.get(i))) {
                grid.getDataProvider().refreshItem(ids.get(i));
            }
        }
    }

    // ------------------------------------------------------------------ a widget's content

    @Override
    public Component component() {
        return this;
    }

    @Override
    public String scope() {
        return scope;
    }

    @Override
    public String fullPage() {
        return "adherence";
    }

    @Override
    public Registration follow(UI ui, WidgetFrame frame) {
        return Following.live(
                ui, frame, watcher -> source.follow(audience, watcher), () -> look(frame));
    }

    @Override
    public List<List<String>> table() {
        var lines = new ArrayList<List<String>>();
        lines.add(
                List.of(
                        getTranslation("presence.widget.agents.name"),
                        getTranslation("presence.widget.agents.status"),
                        getTranslation("presence.widget.agents.since"),
                        getTranslation("presence.widget.agents.back")));
        for (var each : all) {
            lines.add(
                    List.of(
                            each.name(),
                            each.topic() == null ? word(each) : word(each) + " · " + each.topic(),
                            Objects.toString(each.since(), ""),
                            Objects.toString(each.back(), "")));
        }
        return lines;
    }
}
