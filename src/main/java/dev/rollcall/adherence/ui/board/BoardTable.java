package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import dev.rollcall.adherence.acting.PeopleAction;
import dev.rollcall.adherence.floor.Coverage;
import dev.rollcall.adherence.ui.BoardLegend;
import dev.rollcall.adherence.ui.coverage.CoverageStrip;
import dev.rollcall.adherence.ui.picture.Arrangement;
import dev.rollcall.adherence.ui.picture.Picture;
import dev.rollcall.kit.PushedText;
import dev.rollcall.kit.TimelineAxis;
import dev.rollcall.kit.TimelineWindow;
import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The rows of the board. The browser draws them, decides which columns there is room for, and says
/// which rows it shows; of those it is sent what differs from what it was sent before. Over them
/// floats the offer to sort again.
@Tag("rollcall-board")
@JsModule("./rollcall-board.ts")
final class BoardTable extends Component implements HasComponents, HasStyle {

    /// Told what somebody does with the rows.
    interface Listener {
        /// Somebody is about to use a row, or no longer.
        void hold(boolean held);

        /// @param at the instant of its timeline they pointed at; null: none
        void open(AgentId agent, @Nullable Instant at);

        void resort();

        /// Somebody is chosen for what is to be done about several, or no longer.
        void choose(AgentId agent, boolean chosen);

        /// @param code what is to be done about somebody
        void act(AgentId agent, String code);
    }

    private static final List<String> COLUMNS =
            List.of(
                    "person",
                    "person-and-status",
                    "status",
                    "shouldBe",
                    "is",
                    "shift",
                    "impact",
                    "score",
                    "others",
                    "inWords");

    private final Stage stage = new Stage();
    private final TimelineAxis axis = new TimelineAxis();
    private final CoverageStrip coverage = new CoverageStrip();
    private final Button resort;
    private final Div empty = new Div();
    private Arrangement arrangement = new Arrangement(List.of());
    private boolean begun;
    private Picture picture;
    private int legendSent = -1;

    BoardTable(Picture picture, Listener listener) {
        this.picture = picture;
        resort = new Button("", _ -> listener.resort());
        resort.addClassName("board-resort");
        resort.setVisible(false);
        empty.addClassName("board-empty");
        var hours = new Div(axis, coverage);
        hours.addClassName("board-hours");
        // The browser puts the hours above the timelines: nothing may be added after them.
        add(empty, resort, hours);
        getElement()
                .addEventListener(
                        "board-held",
                        e -> listener.hold(e.getEventData().get("event.detail.held").asBoolean()))
                .addEventData("event.detail.held");
        getElement()
                .addEventListener(
                        "board-open",
                        e ->
                                open(
                                        listener,
                                        e.getEventData().get("event.detail.id"),
                                        e.getEventData().get("event.detail.at").asLong()))
                .addEventData("event.detail.id")
                .addEventData("event.detail.at");
        getElement()
                .addEventListener(
                        "board-range",
                        e ->
                                see(
                                        e.getEventData().get("event.detail.first").asInt(),
                                        e.getEventData().get("event.detail.last").asInt(),
                                        e.getEventData().get("event.detail.heard").asInt()))
                .addEventData("event.detail.first")
                .addEventData("event.detail.last")
                .addEventData("event.detail.heard");
        listenToDeeds(listener);
    }

    private void listenToDeeds(Listener listener) {
        getElement()
                .addEventListener(
                        "board-choose",
                        e ->
                                listener.choose(
                                        new AgentId(
                                                e.getEventData().get("event.detail.id").asLong()),
                                        e.getEventData().get("event.detail.chosen").asBoolean()))
                .addEventData("event.detail.id")
                .addEventData("event.detail.chosen");
        getElement()
                .addEventListener(
                        "board-act",
                        e ->
                                listener.act(
                                        new AgentId(
                                                e.getEventData().get("event.detail.id").asLong()),
                                        e.getEventData().get("event.detail.code").asString()))
                .addEventData("event.detail.id")
                .addEventData("event.detail.code");
    }

    private void open(Listener listener, JsonNode id, long at) {
        var agent = new AgentId(id.asLong());
        if (arrangement.placeOf(agent).isPresent()) {
            listener.open(agent, at == 0 ? null : Instant.ofEpochMilli(at));
        }
    }

    private void see(int first, int last, int heard) {
        stage.see(first, last, heard);
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        // The browser makes a new element, which has nothing yet.
        stage.forget();
        legendSent = -1;
        refresh();
    }

    // ------------------------------------------------------------------ what it shows

    /// Shows another picture, in an order of it.
    void show(Picture newPicture, Arrangement newArrangement) {
        if (newPicture.legend() != picture.legend()) {
            legendSent = -1;
        }
        picture = newPicture;
        begun = true;
        arrange(newArrangement);
    }

    /// Shows the same people in another order.
    void arrange(Arrangement newArrangement) {
        arrangement = newArrangement;
        empty.setVisible(arrangement.size() == 0);
        refresh();
    }

    /// The order its rows stand in now.
    Arrangement arrangement() {
        return arrangement;
    }

    /// Sends what would look different.
    void refresh() {
        if (!begun || !isAttached()) {
            return;
        }
        if (picture.legend().version() != legendSent) {
            sendLegend(picture.legend());
        }
        var message = stage.next(arrangement, picture::images);
        if (message != null) {
            getElement().callJsFunction("take", message);
        }
    }

    private void sendLegend(BoardLegend legend) {
        legendSent = legend.version();
        axis.setLegend(legend.toTimeline());
    }

    /// Whether any of these people is on screen. From any thread.
    boolean sees(Set<AgentId> agents) {
        return stage.sees(agents);
    }

    /// What there is instead of rows when there are none.
    void setEmptyState(Component... said) {
        empty.removeAll();
        empty.add(said);
    }

    Component emptyState() {
        return empty;
    }

    /// How rows are told.
    ///
    /// @param past a day that is over has other columns: nobody should be anywhere any more
    /// @param table tells timelines in words, with all three figures, instead of drawing them
    /// @param dense lower rows, so that more of them are seen at once
    /// @param actions what can be done about people
    void setLook(boolean past, boolean table, boolean dense, List<PeopleAction> actions) {
        var look = JsonNodeFactory.instance.objectNode();
        look.put("past", past).put("table", table).put("dense", dense);
        look.put("label", getTranslation("adherence.board.title"));
        var headers = look.putObject("headers");
        for (var column : COLUMNS) {
            var header = past && column.equals("score") ? "dayScore" : column;
            headers.put(column, getTranslation("adherence.column." + header));
        }
        look.put("choose", getTranslation("adherence.board.choose", "%s"));
        var acts = look.putArray("acts");
        for (var action : actions) {
            var label = getTranslation(action.label());
            acts.addObject()
                    .put("code", action.code())
                    .put("label", label)
                    .put("about", getTranslation("adherence.board.actOn", label, "%s"))
                    .put("icon", iconOf(action));
        }
        getElement().setPropertyJson("look", look);
    }

    private static String iconOf(PeopleAction action) {
        return "vaadin:" + action.icon().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Shows who is chosen.
    void showChosen(Set<AgentId> chosen) {
        var ids = JsonNodeFactory.instance.arrayNode();
        chosen.forEach(agent -> ids.add(agent.value()));
        getElement().setPropertyJson("chosen", ids);
    }

    /// Tells who is in the row that has the focus; nothing when none has.
    void askForFocused(Consumer<AgentId> told) {
        getElement()
                .executeJs("return this.focusedPerson()")
                .then(
                        Integer.class,
                        id -> {
                            if (id != 0) {
                                told.accept(new AgentId(id));
                            }
                        });
    }

    void showWindow(TimelineWindow window) {
        axis.setWindow(window);
    }

    void showCoverage(Coverage found) {
        coverage.show(found);
    }

    /// Marks the row whose person is shown in full.
    ///
    /// @param agent null: nobody
    void mark(@Nullable AgentId agent) {
        getElement().setProperty("opened", agent == null ? 0 : agent.value());
    }

    /// Offers to sort again.
    ///
    /// @param moves how many rows would move; none: nothing to offer
    void offerResort(int moves) {
        resort.setVisible(moves > 0);
        if (moves > 0) {
            PushedText.set(resort, getTranslation("adherence.board.resort", moves));
        }
    }

    /// Moves the focus to a row.
    void focusRow(int place) {
        getElement().executeJs("this.focusRow($0)", place);
    }
}
