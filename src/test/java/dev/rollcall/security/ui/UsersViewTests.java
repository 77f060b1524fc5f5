package dev.rollcall.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.kit.CopyField;
import dev.rollcall.kit.ListPage;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.Roles;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.security.UserDraft;
import dev.rollcall.security.Users;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = UsersViewTests.class)
class UsersViewTests extends ViewTest {

    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Users users;
    @Autowired private Roles roles;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;

    private Unit north;
    private User admin;

    @BeforeEach
    void anAdmin() {
        north = floor.unit("north", "Europe/Berlin");
        admin = signIns.user(Assignment.everywhere(Role.ADMIN));
        signIn(admin);
    }

    // ------------------------------------------------------------------ looking

    @Test
    void listsWhoCanSignInAsWhatAndWhere() {
        invite("Kim Meyer", "kim@example.com", Assignment.inUnit(Role.SUPERVISOR, north.id()));
        open("settings/users");

        assertThat(names()).containsExactly("Kim Meyer", admin.name());
        assertThat(cell(0, "roles")).isEqualTo("Supervisor · north");
        assertThat(cell(1, "roles")).isEqualTo("Admin · Whole organisation");
        assertThat(state(0)).startsWith("Invited until ");
        assertThat(state(1)).isEqualTo("Can sign in");
        assertThat(textOf(find(ListPage.class).single())).contains("2 users");
    }

    @Test
    void findsPeopleByRoleAndPlaceToo() {
        invite("Kim Meyer", "kim@example.com", Assignment.inUnit(Role.SUPERVISOR, north.id()));
        open("settings/users?q=superv+north");

        assertThat(names()).containsExactly("Kim Meyer");
        test(search()).setValue("nobody at all");
        assertThat(textOf(find(ListPage.class).single()))
                .contains("No user matches “nobody at all”.");
        press("Clear the search");
        assertThat(names()).hasSize(2);
    }

    @Test
    void showsWhatLooksLikeMarkupAsText() {
        var eve = invite("<script>alert(1)</script>", "eve@example.com");
        open("settings/users/" + eve.id().value());

        assertThat(names()).contains("<script>alert(1)</script>");
        assertThat(find(H2.class).single().getElement().getOuterHTML()).contains("&lt;script&gt;");
    }

    @Test
    void saysSoWhenThereIsNoSuchUser() {
        for (var nobody : List.of("4711", "nobody", "99999999999999999999")) {
            open("settings/users/" + nobody);
            assertThat(find(UserForm.class).exists()).isFalse();
        }
    }

    // ------------------------------------------------------------------ letting in

    @Test
    void letsASupervisorInThroughALinkShownOnce() {
        open("settings/users");
        press("Add user");
        test(field("name")).setValue("Kim Meyer");
        test(field("email")).setValue("kim@example.com");
        press("Add role");
        roleChoices().getFirst().setValue(role(Role.SUPERVISOR));
        places().getFirst().setValue(new Place(north.id(), null));
        press("Save");

        assertThat(user("kim@example.com").assignments())
                .containsExactly(Assignment.inUnit(Role.SUPERVISOR, north.id()));
        assertThat(user("kim@example.com").hasPassword()).isFalse();
        assertThat(toasts()).containsExactly("“Kim Meyer” is saved.");
        assertThat(find(LinkDialog.class).single().getHeaderTitle())
                .isEqualTo("A way in for Kim Meyer");
        assertThat(find(CopyField.class).single().getValue()).contains("/welcome?token=");

        press("I have passed it on");
        assertThat(find(LinkDialog.class).exists()).isFalse();
    }

    @Test
    void saysAtTheFieldsWhatIsWrong() {
        open("settings/users?add");
        press("Add role");
        roleChoices().getFirst().setValue(role(Role.SUPERVISOR));
        press("Save");

        assertThat(find(RolesField.class).single().getErrorMessage())
                .isEqualTo("Choose both a role and a place in each row, or remove the row.");

        places().getFirst().setValue(new Place(north.id(), null));
        press("Save");
        assertThat(field("name").getErrorMessage())
                .isEqualTo("Enter a name of at most 200 characters.");
        assertThat(field("email").getErrorMessage())
                .isEqualTo("Enter an e-mail address such as name@example.com.");
        assertThat(toasts()).isEmpty();
    }

    @Test
    void refusesAnAddressThatIsTaken() {
        open("settings/users?add");
        test(field("name")).setValue("Kim Meyer");
        test(field("email")).setValue(admin.email().toUpperCase(Locale.ROOT));
        press("Save");

        assertThat(field("email").getErrorMessage())
                .isEqualTo("Somebody else signs in with this address. Choose another.");
    }

    @Test
    void offersAgentsWhoAreNobodyElse() {
        var dana = floor.agent("dana").agent();
        var kenji = floor.agent("kenji").agent();
        var user = signIns.user(kenji.id(), Assignment.everywhere(Role.AGENT));

        open("settings/users?add");
        assertThat(offered()).containsExactly(dana.id());

        open("settings/users/" + user.id().value());
        assertThat(offered()).containsExactlyInAnyOrder(dana.id(), kenji.id());
    }

    @Test
    void givesARoleThatIsAboutOneselfEverywhere() {
        open("settings/users?add");
        press("Add role");

        roleChoices().getFirst().setValue(role(Role.AGENT));

        assertThat(places().getFirst().getValue()).isEqualTo(Place.EVERYWHERE);
    }

    // ------------------------------------------------------------------ changing

    @Test
    void addsAndRemovesRoles() {
        var kim =
                invite(
                        "Kim Meyer",
                        "kim@example.com",
                        Assignment.inUnit(Role.SUPERVISOR, north.id()),
                        Assignment.everywhere(Role.AGENT));
        open("settings/users/" + kim.id().value());

        test(button("Remove role 1")).click();
        press("Save");

        assertThat(user("kim@example.com").assignments())
                .containsExactly(Assignment.inUnit(Role.SUPERVISOR, north.id()));
    }

    @Test
    void doesNotLetTheLastAdminLockEverybodyOut() {
        open("settings/users/" + admin.id().value());
        test(button("Remove role 1")).click();
        press("Save");

        assertThat(find(RolesField.class).single().getErrorMessage())
                .startsWith("Nobody else manages users.");

        find(RolesField.class).single().setValue(admin.assignments());
        test(enabled()).click();
        press("Save");
        assertThat(enabled().getErrorMessage()).startsWith("Nobody else manages users.");
        assertThat(user(admin.email()).enabled()).isTrue();
    }

    @Test
    void tellsTheSecondToSaveWhoWasFirst() {
        var kim = invite("Kim Meyer", "kim@example.com");
        open("settings/users/" + kim.id().value());
        SignIns.as(
                admin.id(),
                () ->
                        users.change(
                                kim.id(),
                                new UserDraft(
                                        kim.email(),
                                        "Kim Brandt",
                                        null,
                                        true,
                                        Set.of(Assignment.everywhere(Role.AGENT))),
                                kim.version()));

        test(field("name")).setValue("Kim Mine");
        press("Save");

        var said = textOf(find(Div.class).withClassName("record-conflict").single());
        assertThat(said)
                .contains(admin.name() + " saved this record")
                .contains("Saved now: Kim Brandt", "You typed: Kim Mine")
                .contains("Changed to Agent · Whole organisation. You had not touched it.");
        press("Save");
        assertThat(user("kim@example.com").name()).isEqualTo("Kim Mine");
        assertThat(user("kim@example.com").assignments()).hasSize(1);
    }

    @Test
    void asksBeforeSomethingTypedIsLost() {
        open("settings/users?add");
        test(field("name")).setValue("Kim Meyer");

        press("Cancel");

        test(find(ConfirmDialog.class).single()).reject();
        assertThat(find(UserForm.class).exists()).isFalse();
        assertThat(names()).hasSize(1);
    }

    @Test
    void makesANewLinkForSomebodyWhoCannotGetIn() {
        var kim = invite("Kim Meyer", "kim@example.com");
        clock.advance(Duration.ofDays(8));
        open("settings/users/" + kim.id().value());
        assertThat(state(0)).isEqualTo("Link expired");
        assertThat(textOf(find(UserForm.class).single())).contains("their link no longer works");

        press("New sign-in link");

        assertThat(find(CopyField.class).single().getValue()).contains("/welcome?token=");
        assertThat(state(0)).startsWith("Invited until ");
    }

    @Test
    void asksBeforeItSignsSomebodyOutEverywhere() {
        var kim = signIns.user(Assignment.everywhere(Role.AGENT));
        open("settings/users/" + kim.id().value());

        press("End all sessions");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(toasts()).containsExactly(kim.name() + " is signed out everywhere.");
    }

    @Test
    void speaksGerman() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        open("settings/users?add");
        press("Speichern");

        assertThat(field("email").getErrorMessage())
                .isEqualTo("Geben Sie eine E-Mail-Adresse wie name@example.com ein.");
        assertThat(cell(0, "roles")).isEqualTo("Admin · Ganze Organisation");
    }

    // ------------------------------------------------------------------ who may

    @Test
    void doesNotOpenForSupervisors() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));

        UI.getCurrent().navigate("settings/users");

        assertThat(find(UsersView.class).exists()).isFalse();
    }

    // ------------------------------------------------------------------ helpers

    private User invite(String name, String email, Assignment... assignments) {
        return access.asSystem(
                        "test",
                        () ->
                                users.invite(
                                        new UserDraft(
                                                email, name, null, true, Set.of(assignments))))
                .user();
    }

    private User user(String email) {
        return access.asSystem("test", () -> users.list()).stream()
                .filter(user -> user.email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private UserGrid grid() {
        return find(UserGrid.class).single();
    }

    private List<String> names() {
        var rows = test(grid());
        return IntStream.range(0, rows.size())
                .mapToObj(
                        row -> rows.getLitRendererPropertyValue(row, "name", "name", String.class))
                .toList();
    }

    private String cell(int row, String column) {
        var index = grid().getColumns().indexOf(grid().getColumnByKey(column));
        return test(grid()).getCellText(row, index);
    }

    private String state(int row) {
        return test(grid()).getLitRendererPropertyValue(row, "state", "text", String.class);
    }

    private TextField search() {
        return find(TextField.class).withClassName("records-search").single();
    }

    private TextField field(String name) {
        return find(TextField.class).withAttribute("data-field", name).single();
    }

    private Checkbox enabled() {
        return find(Checkbox.class).withAttribute("data-field", "enabled").single();
    }

    private Button button(String label) {
        return find(Button.class)
                .withCondition(each -> each.getAriaLabel().filter(label::equals).isPresent())
                .single();
    }

    private Role role(String code) {
        return access.asSystem("test", () -> roles.list()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private List<ComboBox<@Nullable Role>> roleChoices() {
        return find(ComboBox.class).withAttribute("data-part", "role").all().stream()
                .map(each -> (ComboBox<@Nullable Role>) each)
                .toList();
    }

    private List<PlaceChoice> places() {
        return find(PlaceChoice.class).all();
    }

    @SuppressWarnings("unchecked")
    private List<AgentId> offered() {
        return ((ComboBox<AgentId>)
                        find(ComboBox.class).withAttribute("data-field", "agent").single())
                .getListDataView()
                .getItems()
                .toList();
    }
}
