package dev.rollcall.work.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.kit.ReasonDialog;
import dev.rollcall.kit.SearchField;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Group;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Statuses;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Role;
import dev.rollcall.security.Roles;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import dev.rollcall.work.AgentStanding;
import dev.rollcall.work.Availability;
import dev.rollcall.work.Handling;
import dev.rollcall.work.TeamOfChats;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The Agent Dashboard with Joe, who is in three groups, and Ann, who is in none.
@ViewPackages(classes = AgentsViewTests.class)
class AgentsViewTests extends ViewTest {

    @Autowired private TeamOfChats team;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Handling handling;
    @Autowired private LivePresence live;
    @Autowired private Statuses statuses;
    @Autowired private Access access;
    @Autowired private Roles roles;
    @Autowired private ActivationItem header;
    @Autowired private AgentDeeds deeds;

    private Group chats;
    private Group sales;
    private Agent joe;

    @BeforeEach
    void joeAndAnn() {
        floor.unit("care", "UTC");
        chats = team.group("chats", "CHAT");
        sales = team.group("sales", "CHAT");
        team.group("tickets", "TICKET");
        joe = team.member("joe", "chats", "sales", "tickets");
        team.member("ann");
        floor.of(joe).at("07:55", "AVAILABLE");
    }

    private void asManager() {
        signIn(signIns.user(Assignment.everywhere(Role.UNIT_MANAGER)));
    }

    private void asJoe() {
        signIn(signIns.user(joe.id(), Assignment.everywhere(Role.AGENT)));
    }

    private void deactivate(Group group) {
        access.asSystem(
                "test",
                () -> handling.switchTo(joe.id(), group.id(), false, "Doing something else"));
    }

    @SuppressWarnings("unchecked")
    private Grid<AgentStanding> grid() {
        return find(Grid.class).single();
    }

    private List<String> people() {
        return grid().getListDataView().getItems().map(line -> line.agent().externalId()).toList();
    }

    private AgentStanding first() {
        return grid().getListDataView().getItem(0);
    }

    private String cell(String column) {
        int index = grid().getColumns().indexOf(grid().getColumnByKey(column));
        return test(grid()).getCellText(0, index);
    }

    @Test
    void showsInHowManyGroupsSomebodyIsActive() {
        deactivate(sales);
        asManager();
        open("agents");

        assertThat(people()).containsExactly("joe");
        assertThat(cell("chatGroups")).isEqualTo("1/2");
        assertThat(cell("ticketGroups")).isEqualTo("1/1");
        assertThat(cell("callGroups")).isEqualTo("–");
        assertThat(cell("chats")).isEqualTo("0/3");
        assertThat(first().availability()).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void showsThoseWhoAreActiveNowhereOnATabOfTheirOwn() {
        asManager();
        open("agents?tab=inactive");

        assertThat(people()).containsExactly("ann");
        assertThat(first().availability()).isEqualTo(Availability.NO_GROUPS);
    }

    @Test
    void narrowsToWhomSomebodyTypesAndToAGroup() {
        asManager();
        open("agents");
        test(find(SearchField.class).single()).setValue("nobody");
        assertThat(people()).isEmpty();

        open("agents?group=chats&q=JO");
        assertThat(people()).containsExactly("joe");
        open("agents?group=chats&tab=inactive");
        assertThat(people()).isEmpty();
    }

    @Test
    void changesARowInPlaceWhenItsPersonDoesSomethingElse() {
        asManager();
        open("agents");
        var shown = grid();

        floor.of(joe).at("07:59", "UNAVAILABLE/LUNCH");
        find(AgentsView.class).single().look();

        assertThat(grid()).isSameAs(shown);
        assertThat(first().availability()).isEqualTo(Availability.UNAVAILABLE);
        assertThat(first().status()).isEqualTo(PresenceState.unavailable("LUNCH"));
    }

    @Test
    void makesSomebodyInactiveForAReasonOnly() {
        asManager();
        open("agents/joe");
        press(
                find(Button.class)
                        .withCondition(button ->
                                button.getAriaLabel().orElse("").equals("Make inactive: chats"))
                        .single());

        press(confirmation());
        assertThat(handling.isActive(joe.id(), chats.id())).isTrue();
        assertThat(find(TextField.class).from(dialog()).single().isInvalid()).isTrue();

        test(find(TextField.class).from(dialog()).single()).setValue("Clearing a backlog");
        press(confirmation());

        assertThat(handling.isActive(joe.id(), chats.id())).isFalse();
        assertThat(textOf(find(AgentDrawer.class).single())).contains("Clearing a backlog");
        assertThat(cell("chatGroups")).isEqualTo("1/2");
    }

    private Button confirmation() {
        return find(Button.class)
                .withCondition(button -> button.getThemeNames().contains("primary"))
                .single();
    }

    private ReasonDialog dialog() {
        return find(ReasonDialog.class).single();
    }

    private void press(Button button) {
        test(button).click();
    }

    @Test
    void changesLimits() {
        asManager();
        open("agents/joe");
        var fields = find(IntegerField.class).all();
        test(fields.getLast()).setValue(2);
        press("Save limits");

        assertThat(handling.limit(joe.id(), Channel.CHAT)).isEqualTo(2);
        assertThat(cell("chats")).isEqualTo("0/2");
    }

    @Test
    void changesAStatusInTheNameOfWhoeverDoes() {
        asManager();
        open("agents/joe");
        press("Change status…");
        statusChoice().setValue(PresenceState.unavailable("MEETING"));
        test(find(TextField.class).from(dialog()).single()).setValue("Please join us");
        press("Set status");

        var now = live.of(joe.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(PresenceState.unavailable("MEETING"));
        assertThat(now.changedBy()).startsWith("User ");
        assertThat(textOf(find(AgentDrawer.class).single()))
                .contains("Meeting")
                .contains("Changed by " + now.changedBy());
    }

    @Test
    void waitsForWorkInProgressWhenAskedTo() {
        floor.of(joe).startsCall("07:58", "call-1");
        asManager();
        open("agents/joe");
        press("Change status…");
        statusChoice().setValue(PresenceState.AWAY);
        test(find(Checkbox.class).single()).click();
        test(find(TextField.class).from(dialog()).single()).setValue("Overtime ends");
        press("Set status");

        assertThat(statuses.next(joe.id())).isPresent();
        assertThat(textOf(find(AgentDrawer.class).single())).contains("Next: Away");
        press("Take back");
        assertThat(statuses.next(joe.id())).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<PresenceState> statusChoice() {
        return find(RadioButtonGroup.class).single();
    }

    @Test
    void offersNothingToWhoeverOnlyLooks() {
        access.asSystem(
                "test",
                () -> roles.put("onlooker", "Onlooker", Set.of(Permission.WORK_VIEW), null));
        signIn(signIns.user(Assignment.everywhere("onlooker")));
        open("agents/joe");

        assertThat(find(Button.class).withText("Change status…").exists()).isFalse();
        assertThat(find(Button.class).withText("Make inactive").exists()).isFalse();
        assertThat(find(IntegerField.class).exists()).isFalse();
    }

    // ------------------------------------------------------------------ one's own

    @Test
    void letsAgentsSwitchThemselves() {
        asJoe();
        var menu = header.create().orElseThrow();
        UI.getCurrent().add(menu);
        assertThat(textOf(menu)).contains("3/3");

        var box = find(Checkbox.class).withLabel("sales (chats)").single();
        test(box).click();

        assertThat(handling.isActive(joe.id(), sales.id())).isFalse();
        assertThat(toasts()).isEmpty();
    }

    @Test
    void tellsThemAtOnceWhoSwitchedThemAndWhy() {
        asJoe();
        UI.getCurrent().add(header.create().orElseThrow());

        deactivate(sales);
        roundTrip();

        assertThat(toasts())
                .singleElement()
                .asString()
                .contains("made you inactive in sales")
                .contains("Doing something else");
    }

    @Test
    void saysWhenSomebodyIsOutOfSightByNow() {
        signIn(signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, joe.unit())));
        floor.unit("elsewhere", "UTC");
        floor.agent("joe", "elsewhere");

        assertThat(deeds.limit(joe.id(), Channel.CHAT, 2)).contains("kit.deed.refused");
    }
}
