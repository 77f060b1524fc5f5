package dev.rollcall.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.rollcall.dashboard.Dashboards;
import dev.rollcall.dashboard.Layout;
import dev.rollcall.dashboard.WidgetKey;
import dev.rollcall.dashboard.WidgetSize;
import dev.rollcall.kit.SearchField;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@ViewPackages(classes = DashboardViewTests.class)
class DashboardViewTests extends ViewTest {

    private static final String AGENTS = "presence.agents-status";
    private static final String NOW = "adherence.now";

    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Dashboards dashboards;

    private Unit north;
    private User manager;

    @BeforeEach
    void aManagerOfNorth() {
        north = floor.unit("north", "UTC");
        manager = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, north.id()));
    }

    @Test
    void showsWhoWorksInTheManagersUnitsWhileTheWidgetIsInSight() {
        floor.agent("dana", "north").at("07:00", "AVAILABLE");
        floor.agent("kim", "north").at("07:00", "UNAVAILABLE/LUNCH");
        openAs(manager);
        assertThat(tile(AGENTS).isFollowing()).isFalse();
        assertThat(textOf(tile(AGENTS))).contains("Reading");

        see(AGENTS);

        assertThat(tile(AGENTS).isFollowing()).isTrue();
        assertThat(textOf(tile(AGENTS))).contains("1Available", "1Unavailable", "0Active");
        assertThat(find(Grid.class, tile(AGENTS)).single().getListDataView().getItemCount())
                .isEqualTo(2);
        see();
        assertThat(tile(AGENTS).isFollowing()).isFalse();
    }

    @Test
    void followsAChangeWithoutAReload() {
        var dana = floor.agent("dana", "north").at("07:00", "AVAILABLE");
        openAs(manager);
        see(AGENTS);

        dana.at("07:30", "UNAVAILABLE/MEETING");

        soon(() -> assertThat(textOf(tile(AGENTS))).contains("1Unavailable", "0Available"));
    }

    @Test
    void saysThatNobodyWorksThere() {
        openAs(manager);

        see(AGENTS);

        assertThat(textOf(tile(AGENTS))).contains("Nobody works in your units.");
    }

    @Test
    void showsNoDataOfAWidgetTheRoleDoesNotInclude() {
        floor.agent("dana", "north").at("07:00", "AVAILABLE");
        var supervisor = signIns.user(Assignment.inUnit(Role.SUPERVISOR, north.id()));
        SignIns.as(supervisor.id(), () -> dashboards.save(layout(AGENTS), 0));

        openAs(supervisor);
        see(AGENTS);

        assertThat(textOf(tile(AGENTS)))
                .contains("Not available to you")
                .doesNotContain("dana", "Agents status", "Available");
        assertThat(tile(AGENTS).isFollowing()).isFalse();
    }

    @Test
    void keepsAStepAndSaysIt() {
        SignIns.as(manager.id(), () -> dashboards.save(layout(NOW), 0));
        openAs(manager);
        press("Arrange");

        send("board-step", detail(NOW).put("step", "right"));

        assertThat(spoken())
                .isEqualTo(
                        "Adherence now: place 1 of 1, column 2, row 1, 6 columns wide, 4 rows high.");
        assertThat(saved().find(new WidgetKey(NOW)).orElseThrow().x()).isEqualTo(1);
    }

    @Test
    void movesNothingUntilSomebodyArranges() {
        SignIns.as(manager.id(), () -> dashboards.save(layout(NOW), 0));
        openAs(manager);

        send("board-step", detail(NOW).put("step", "right"));
        send("board-step", detail("no widget").put("step", "sideways"));

        assertThat(saved()).isEqualTo(layout(NOW));
    }

    @Test
    void offersTheWayBackFromARemoval() {
        SignIns.as(manager.id(), () -> dashboards.save(layout(NOW), 0));
        openAs(manager);
        press("Arrange");

        test(find(NativeButton.class).withText("Remove").single()).click();
        assertThat(saved().widgets()).isEmpty();
        assertThat(textOf(view())).contains("There are no widgets here.");
        press("Undo");

        assertThat(saved()).isEqualTo(layout(NOW));
    }

    @Test
    void saysThatAnotherWindowWasFirstAndLetsThePersonChoose() {
        SignIns.as(manager.id(), () -> dashboards.save(layout(NOW), 0));
        openAs(manager);
        SignIns.as(manager.id(), () -> dashboards.save(layout(AGENTS), 1));
        press("Arrange");

        send("board-step", detail(NOW).put("step", "right"));
        assertThat(textOf(view())).contains("You changed this dashboard in another window");
        assertThat(saved()).isEqualTo(layout(AGENTS));
        press("Save this one");

        assertThat(saved().has(new WidgetKey(NOW))).isTrue();
    }

    @Test
    void addsWhatIsTickedAndFindsIt() {
        SignIns.as(manager.id(), () -> dashboards.save(layout(NOW), 0));
        openAs(manager);
        press("Widgets");
        var picker = find(WidgetPicker.class).single();

        test(find(SearchField.class, picker).single()).setValue("agents");
        var offered = find(Checkbox.class, picker).all();
        assertThat(offered).extracting(Checkbox::getLabel).containsExactly("Agents status");
        test(offered.getFirst()).click();

        assertThat(saved().widgets()).hasSize(2);
    }

    @Test
    void previewsWithThePersonsOwnData() {
        floor.agent("dana", "north").at("07:00", "AVAILABLE");
        SignIns.as(manager.id(), () -> dashboards.save(layout(NOW), 0));
        openAs(manager);
        press("Widgets");
        test(find(SearchField.class).single()).setValue("agents");

        var preview = find(Details.class).single();
        preview.setOpened(true);

        assertThat(textOf(preview)).contains("1Available");
        preview.setOpened(false);
        assertThat(textOf(preview)).doesNotContain("1Available");
    }

    @Test
    void setsWhatTheTeamStartsWithAndOverwritesNothingOfAnotherWindow() {
        SignIns.as(manager.id(), () -> dashboards.save(layout(NOW), 0));
        openAs(manager);
        SignIns.as(manager.id(), () -> dashboards.save(layout(AGENTS), 1));

        new MenuBarTester<>(find(MenuBar.class, view()).single()).clickItem(0, 1);
        assertThat(toasts()).anyMatch(toast -> toast.contains("team"));
        press("Arrange");
        send("board-step", detail(NOW).put("step", "right"));

        assertThat(textOf(view())).contains("You changed this dashboard in another window");
        assertThat(saved()).isEqualTo(layout(AGENTS));
    }

    @Test
    void setsWhatTheTeamStartsWithAndGoesBackToIt() {
        SignIns.as(manager.id(), () -> dashboards.share(layout(NOW), 0));
        SignIns.as(manager.id(), () -> dashboards.save(layout(AGENTS), 0));
        openAs(manager);
        assertThat(textOf(view())).contains("Arranged by you");

        new MenuBarTester<>(find(MenuBar.class, view()).single()).clickItem(0, 0);

        assertThat(textOf(view())).contains("Team default");
        assertThat(saved()).isEqualTo(layout(NOW));
    }

    // ------------------------------------------------------------------ how it is said

    private void openAs(User user) {
        signIn(user);
        open("dashboard");
    }

    private DashboardView view() {
        return find(DashboardView.class).single();
    }

    private WidgetTile tile(String widget) {
        return find(WidgetBoard.class).single().tiles().stream()
                .filter(tile -> tile.key().value().equals(widget))
                .findFirst()
                .orElseThrow();
    }

    private Layout saved() {
        return SignIns.as(manager.id(), dashboards::open).layout();
    }

    private String spoken() {
        return find(Notices.class)
                .single()
                .getChildren()
                .findFirst()
                .map(ViewTest::textOf)
                .orElse("");
    }

    private static Layout layout(String widget) {
        return Layout.EMPTY.add(new WidgetKey(widget), new WidgetSize(6, 4));
    }

    private static ObjectNode detail(String widget) {
        return JsonNodeFactory.instance.objectNode().put("widget", widget);
    }

    /// As the browser tells what is in sight.
    private void see(String... widgets) {
        var detail = JsonNodeFactory.instance.objectNode();
        var list = detail.putArray("widgets");
        List.of(widgets).forEach(list::add);
        send("board-seen", detail);
    }

    private void send(String event, ObjectNode detail) {
        Component board = find(WidgetBoard.class).single();
        var data = JsonNodeFactory.instance.objectNode();
        data.set("event.detail", detail);
        board.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(board.getElement(), event, data));
    }
}
