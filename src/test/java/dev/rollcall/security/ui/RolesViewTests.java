package dev.rollcall.security.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Role;
import dev.rollcall.security.Roles;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.security.UserDraft;
import dev.rollcall.security.Users;
import dev.rollcall.support.ViewTest;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = RolesViewTests.class)
class RolesViewTests extends ViewTest {

    private static final Set<Permission> WATCHING =
            Set.of(Permission.ADHERENCE_VIEW, Permission.PRESENCE_VIEW);

    @Autowired private SignIns signIns;
    @Autowired private Roles roles;
    @Autowired private Users users;
    @Autowired private Access access;

    private User admin;

    @BeforeEach
    void anAdmin() {
        admin = signIns.user(Assignment.everywhere(Role.ADMIN));
        signIn(admin);
    }

    @Test
    void showsBuiltInRolesToBeReadOnly() {
        open("settings/roles/admin");

        assertThat(names())
                .containsExactly("Admin", "Agent", "Quality analyst", "Supervisor", "Unit manager");
        assertThat(permissions().isReadOnly()).isTrue();
        assertThat(permissions().getValue()).contains(Permission.SECURITY_ADMIN);
        assertThat(textOf(find(RoleForm.class).single()))
                .contains("This role comes with Rollcall and stays as it is.");
        assertThat(find(Button.class).withText("Save").exists()).isFalse();
        assertThat(find(Button.class).withText("Delete role").exists()).isFalse();
    }

    @Test
    void makesARoleWithACodeAfterItsName() {
        open("settings/roles?add");
        test(field("name")).setValue("Wächter der Tür");
        permissions().setValue(WATCHING);
        press("Save");

        var made = role("wachter-der-tur");
        assertThat(made.name()).isEqualTo("Wächter der Tür");
        assertThat(made.permissions()).isEqualTo(WATCHING);
        assertThat(made.builtIn()).isFalse();
        assertThat(toasts()).containsExactly("“Wächter der Tür” is saved.");
        assertThat(names()).contains("Wächter der Tür");
    }

    @Test
    void beginsANewRoleAsAnother() {
        open("settings/roles/" + Role.SUPERVISOR);
        press("New role like this one");

        assertThat(permissions().getValue()).isEqualTo(role(Role.SUPERVISOR).permissions());
        assertThat(permissions().isReadOnly()).isFalse();
        test(field("name")).setValue("Night supervisor");
        press("Save");
        assertThat(role("night-supervisor").permissions())
                .isEqualTo(role(Role.SUPERVISOR).permissions());
    }

    @Test
    void refusesACodeThatIsTaken() {
        watcher();
        open("settings/roles?add");
        test(field("name")).setValue("Watcher");
        press("Save");
        assertThat(field("code").getErrorMessage())
                .isEqualTo("There is already a role with the code “watcher”. Choose another.");

        test(field("code")).setValue("admin");
        press("Save");
        assertThat(field("code").getErrorMessage())
                .isEqualTo("Built-in roles cannot be changed. Choose another code.");
    }

    @Test
    void saysWhoHasItAndDeletesWhatNobodyHas() {
        watcher();
        var kim = signIns.user(Assignment.everywhere("watcher"));
        open("settings/roles/watcher");
        assertThat(find(RouterLink.class).all())
                .extracting(RouterLink::getText, RouterLink::getHref)
                .containsExactly(tuple(kim.name(), "settings/users/" + kim.id().value()));
        assertThat(find(Button.class).withText("Delete role").exists()).isFalse();

        access.asSystem(
                "test", () -> roles.put("spare", "Spare", Set.of(Permission.PEOPLE_VIEW), null));
        open("settings/roles/spare");
        press("Delete role");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(names()).contains("Watcher").doesNotContain("Spare");
        assertThat(toasts()).containsExactly("“Spare” is deleted.");
    }

    @Test
    void doesNotTakeTheLastWayToManageUsers() {
        access.asSystem(
                "test",
                () -> roles.put("keeper", "Keeper", Set.of(Permission.SECURITY_ADMIN), null));
        var keeper = signIns.user(Assignment.everywhere("keeper"));
        signIn(keeper);
        disable(admin);
        open("settings/roles/keeper");

        permissions().setValue(WATCHING);
        press("Save");

        assertThat(permissions().getErrorMessage()).startsWith("Nobody else manages users.");
        assertThat(role("keeper").permissions()).containsExactly(Permission.SECURITY_ADMIN);
    }

    @Test
    void tellsTheSecondToSaveWhatTheFirstChose() {
        watcher();
        open("settings/roles/watcher");
        SignIns.as(
                admin.id(),
                () -> roles.put("watcher", "Watcher", Set.of(Permission.PEOPLE_VIEW), null));

        test(field("name")).setValue("Lookout");
        press("Save");

        assertThat(textOf(find(RoleForm.class).single()))
                .contains(admin.name() + " saved this record")
                .contains("Changed to See people. You had not touched it.");
        press("Save");
        assertThat(role("watcher").name()).isEqualTo("Lookout");
        assertThat(role("watcher").permissions()).containsExactly(Permission.PEOPLE_VIEW);
    }

    @Test
    void doesNotOpenForSupervisors() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));

        UI.getCurrent().navigate("settings/roles");

        assertThat(find(RolesView.class).exists()).isFalse();
    }

    private void watcher() {
        access.asSystem("test", () -> roles.put("watcher", "Watcher", WATCHING, null));
    }

    private void disable(User user) {
        access.asSystem(
                "test",
                () ->
                        users.change(
                                user.id(),
                                new UserDraft(
                                        user.email(), user.name(), null, false, user.assignments()),
                                user.version()));
    }

    private Role role(String code) {
        return access.asSystem("test", () -> roles.list()).stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        var rows = test(find(RoleGrid.class).single());
        return IntStream.range(0, rows.size())
                .mapToObj(
                        row -> rows.getLitRendererPropertyValue(row, "name", "name", String.class))
                .toList();
    }

    private TextField field(String name) {
        return find(TextField.class).withAttribute("data-field", name).single();
    }

    private PermissionsField permissions() {
        return find(PermissionsField.class).single();
    }
}
