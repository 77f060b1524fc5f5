package dev.rollcall.organisation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.audit.Actor;
import dev.rollcall.kit.Drawer;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitDraft;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = PeopleViewTests.class)
class PeopleViewTests extends ViewTest {

    private static final Actor LOU = new Actor(Actor.Kind.USER, "8", "Lou Brandt");

    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Register register;
    @Autowired private Directory directory;
    @Autowired private ApplicationClock clock;

    private Unit north;

    @BeforeEach
    void twoUnits() {
        north = floor.unit("north", "Europe/Berlin");
        floor.unit("pacific", "America/Los_Angeles");
        agent("dana", "Dana Lindqvist", "north");
        agent("bjorn", "Björn Åkesson", "north");
        agent("kenji", "Kenji Watanabe", "pacific");
    }

    // ------------------------------------------------------------------ looking

    @Test
    void listsTheAgentsOfTheViewersUnitsOnly() {
        managerOfNorth();
        open("people");

        assertThat(names()).containsExactly("Björn Åkesson", "Dana Lindqvist");
        assertThat(textOf(page())).contains("2 agents");
    }

    @Test
    void doesNotOpenWhatIsOutOfScope() {
        managerOfNorth();
        open("people/agents/kenji");

        assertThat(textOf(find(Drawer.class).single())).contains("Not here", "kenji");
        assertThat(find(AgentForm.class).exists()).isFalse();
    }

    @Test
    void findsNamesWithoutTheirAccentsWhileOneTypes() {
        admin();
        open("people");

        test(find(TextField.class).withClassName("records-search").single()).setValue("bjorn ak");

        assertThat(names()).containsExactly("Björn Åkesson");
    }

    @Test
    void takesTheSearchFromTheAddress() {
        admin();
        open("people?q=bjorn+ak");

        assertThat(names()).containsExactly("Björn Åkesson");
        assertThat(find(TextField.class).withClassName("records-search").single().getValue())
                .isEqualTo("bjorn ak");
    }

    @Test
    void offersToClearASearchThatFindsNobody() {
        admin();
        open("people?q=nobody");

        assertThat(textOf(page())).contains("No agent matches “nobody”.");
        press("Clear the search");
        assertThat(names()).hasSize(3);
    }

    @Test
    void narrowsToAUnitAndWhatIsBelowIt() {
        register.putUnit(
                "dock",
                new UnitDraft("Dock", "Europe/Berlin", "north", null),
                null,
                Scope.everyone(),
                LOU);
        agent("mia", "Mia Berg", "dock");
        admin();

        open("people?unit=north");

        assertThat(names()).containsExactly("Björn Åkesson", "Dana Lindqvist", "Mia Berg");
    }

    @Test
    void countsTheAgentsOfEachUnit() {
        admin();
        open("people");

        var tree = find(UnitTree.class).single();
        assertThat(tree.getTreeData().getRootItems())
                .extracting(UnitTree.Branch::name, UnitTree.Branch::agents)
                .containsExactly(tuple("All units", 3), tuple("north", 2), tuple("pacific", 1));
    }

    @Test
    void showsWhatLooksLikeMarkupAsText() {
        agent("eve", "<script>alert(1)</script>", "north");
        agent("max", "=HYPERLINK(\"http://example.com\")", "north");
        admin();

        open("people/agents/eve");

        assertThat(names())
                .contains("<script>alert(1)</script>", "=HYPERLINK(\"http://example.com\")");
        var title = find(H2.class).single();
        assertThat(title.getText()).isEqualTo("<script>alert(1)</script>");
        assertThat(title.getElement().getOuterHTML()).contains("&lt;script&gt;");
    }

    @Test
    void opensTheRecordOfTheRowThatIsClicked() {
        admin();
        open("people");

        test(grid()).clickRow(1);

        assertThat(field("/name").getValue()).isEqualTo("Dana Lindqvist");
        assertThat(UI.getCurrent().getInternals().getTitle())
                .isEqualTo("Dana Lindqvist – People – Rollcall");
    }

    // ------------------------------------------------------------------ changing

    @Test
    void savesAnAgentAndSaysSo() {
        admin();
        open("people/agents/dana");

        test(field("/name")).setValue("Dana Berg");
        press("Save");

        assertThat(directory.agent("dana").orElseThrow().name()).isEqualTo("Dana Berg");
        assertThat(toasts()).containsExactly("“Dana Berg” is saved.");
        assertThat(find(AgentForm.class).exists()).isFalse();
        assertThat(names()).contains("Dana Berg");
    }

    @Test
    void makesAnAgent() {
        admin();
        open("people?add&unit=north");

        test(field("/name")).setValue("Mia Berg");
        test(field("/externalId")).setValue("mia");
        press("Save");

        assertThat(directory.agent("mia").map(Agent::unit)).contains(north.id());
    }

    @Test
    void saysAtTheFieldsWhatIsWrong() {
        admin();
        open("people?add");

        press("Save");

        assertThat(field("/name").getErrorMessage()).isEqualTo("Enter a name.");
        assertThat(field("/externalId").getErrorMessage()).isEqualTo("Enter an external ID.");
        assertThat(unit().getErrorMessage()).isEqualTo("Choose a unit.");
        assertThat(toasts()).isEmpty();

        test(field("/name")).setValue("Mia Berg");
        assertThat(field("/name").isInvalid()).isFalse();
    }

    @Test
    void saysWhatIsWrongInTheViewersLanguage() {
        admin();
        UI.getCurrent().setLocale(Locale.GERMAN);
        open("people/agents/dana");

        test(field("/name")).setValue(" ");
        press("Speichern");

        assertThat(field("/name").getErrorMessage()).isEqualTo("Geben Sie einen Namen ein.");
    }

    @Test
    void refusesACodeThatIsTakenAtItsField() {
        admin();
        open("people?add&unit=north");

        test(field("/name")).setValue("Another Dana");
        test(field("/externalId")).setValue("dana");
        press("Save");

        assertThat(field("/externalId").getErrorMessage())
                .isEqualTo("“dana” is taken. Choose another.");
    }

    @Test
    void letsPeopleJoinAndLeaveAGroup() {
        register.putGroup(
                "billing",
                new GroupDraft("Billing", "north", null, "CALL"),
                null,
                Scope.everyone(),
                LOU);
        join("bjorn", "billing");
        admin();
        open("people/groups/billing");
        @SuppressWarnings("unchecked")
        MultiSelectComboBox<AgentId> members = find(MultiSelectComboBox.class).single();

        members.setValue(Set.of(directory.agent("dana").orElseThrow().id()));
        press("Save");

        var billing = directory.group("billing").orElseThrow().id();
        assertThat(directory.agent("dana").orElseThrow().groups()).containsExactly(billing);
        assertThat(directory.agent("bjorn").orElseThrow().groups()).isEmpty();
    }

    // ------------------------------------------------------------------ two people, one record

    @Test
    void tellsTheSecondToSaveWhoWasFirstAndShowsTheNewerValues() {
        admin();
        open("people/agents/dana");
        register.putAgent(
                "dana",
                new AgentDraft("Dana Lou", "dana@example.com", "north", null, null, null, null),
                null,
                Scope.everyone(),
                LOU);
        clock.advance(Duration.ofMinutes(12));

        test(field("/name")).setValue("Dana Mine");
        press("Save");

        assertThat(textOf(find(Div.class).withClassName("record-conflict").single()))
                .contains("Lou Brandt saved this record 12 minutes ago")
                .contains("Saved now: Dana Lou", "You typed: Dana Mine")
                .contains("Changed to dana@example.com. You had not touched it.");
        assertThat(directory.agent("dana").orElseThrow().name()).isEqualTo("Dana Lou");
        assertThat(field("/name").getValue()).isEqualTo("Dana Mine");

        press("Save");
        var saved = directory.agent("dana").orElseThrow();
        assertThat(saved.name()).isEqualTo("Dana Mine");
        assertThat(saved.email()).isEqualTo("dana@example.com");
    }

    @Test
    void takesTheSavedValueOnRequest() {
        admin();
        open("people/agents/dana");
        agent("dana", "Dana Lou", "north");
        test(field("/name")).setValue("Dana Mine");
        press("Save");

        press("Use the saved value");

        assertThat(field("/name").getValue()).isEqualTo("Dana Lou");
    }

    // ------------------------------------------------------------------ leaving

    @Test
    void asksBeforeSomethingTypedIsLost() {
        admin();
        open("people/agents/dana");
        test(field("/name")).setValue("Dana Mine");

        press("Cancel");

        var question = find(ConfirmDialog.class).single();
        assertThat(field("/name").getValue()).isEqualTo("Dana Mine");
        test(question).confirm();
        assertThat(field("/name").getValue()).isEqualTo("Dana Mine");

        press("Cancel");
        test(find(ConfirmDialog.class).single()).reject();
        assertThat(find(AgentForm.class).exists()).isFalse();
        assertThat(directory.agent("dana").orElseThrow().name()).isEqualTo("Dana Lindqvist");
    }

    @Test
    void asksNothingWhenNothingWasTyped() {
        admin();
        open("people/agents/dana");

        press("Cancel");

        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(find(AgentForm.class).exists()).isFalse();
    }

    // ------------------------------------------------------------------ who may

    @Test
    void showsAUnitManagerEverythingButNoWayToChangeIt() {
        managerOfNorth();
        open("people/agents/dana");

        assertThat(field("/name").isReadOnly()).isTrue();
        assertThat(unit().isReadOnly()).isTrue();
        assertThat(textOf(find(AgentForm.class).single())).contains("but not change it");
        assertThat(find(Button.class).withText("Save").exists()).isFalse();
        assertThat(find(Button.class).withText("Add agent").exists()).isFalse();
        assertThat(find(Button.class).withText("Add unit").exists()).isFalse();
    }

    @Test
    void doesNotOpenForAgents() {
        signIn(
                signIns.user(
                        directory.agent("dana").orElseThrow().id(),
                        Assignment.everywhere(Role.AGENT)));

        UI.getCurrent().navigate("people");

        assertThat(find(PeopleView.class).exists()).isFalse();
    }

    // ------------------------------------------------------------------ helpers

    private void admin() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
    }

    private void managerOfNorth() {
        signIn(signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, north.id())));
    }

    private void agent(String externalId, String name, String unit) {
        register.putAgent(
                externalId,
                new AgentDraft(name, null, unit, null, null, null, null),
                null,
                Scope.everyone(),
                LOU);
    }

    private void join(String externalId, String group) {
        var name = directory.agent(externalId).orElseThrow().name();
        register.putAgent(
                externalId,
                new AgentDraft(name, null, "north", null, Set.of(group), null, null),
                null,
                Scope.everyone(),
                LOU);
    }

    private PeoplePage page() {
        return find(PeoplePage.class).single();
    }

    private AgentGrid grid() {
        return find(AgentGrid.class).single();
    }

    private List<String> names() {
        var rows = test(grid());
        return IntStream.range(0, rows.size())
                .mapToObj(
                        row -> rows.getLitRendererPropertyValue(row, "name", "name", String.class))
                .toList();
    }

    private TextField field(String pointer) {
        return find(TextField.class).withAttribute("data-field", pointer.substring(1)).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<UnitId> unit() {
        return find(ComboBox.class).withAttribute("data-field", "unit").single();
    }
}
