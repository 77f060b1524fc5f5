package dev.rollcall.navigation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.navigation.Arrangement;
import dev.rollcall.navigation.Arrangement.Item;
import dev.rollcall.navigation.NavigationProfile;
import dev.rollcall.navigation.NavigationProfiles;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.ViewTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How an admin arranges navigations, and what becomes of open pages.
@ViewPackages(packages = "dev.rollcall")
class NavigationViewTests extends ViewTest {

    @Autowired private SignIns signIns;
    @Autowired private NavigationProfiles profiles;
    @Autowired private Access access;
    @Autowired private JdbcClient database;

    private User admin;

    @BeforeEach
    void anAdmin() {
        admin = signIns.user(Assignment.everywhere(Role.ADMIN));
        signIn(admin);
    }

    @Test
    void reproducesTheNavigationAsItIsShipped() {
        assertThat(profiles.list())
                .extracting(NavigationProfile::code)
                .containsExactly("admin", "unit-manager", "supervisor", "quality-analyst", "agent");
        assertThat(profiles.of(access.viewer())).isEqualTo(Arrangement.AS_SHIPPED);
    }

    @Test
    void hidesAndMovesEntriesAtOnceInOpenPages() {
        open("settings/navigation");
        assertThat(menu()).contains("People", "Roles").doesNotContainSequence("Roles", "People");
        assertThat(textOf(view())).contains("hidden in the navigation only");

        test(box("Roles")).click();
        press("Save");

        soon(() -> assertThat(menu()).contains("People").doesNotContain("Roles"));
        assertThat(audited()).contains("{\"page\":\"settings/roles\",\"shown\":false}");
        open("settings/roles");
        assertThat(find(NavigationView.class).exists()).isFalse();

        open("settings/navigation");
        press("As Rollcall comes");
        press("Save");
        soon(() -> assertThat(menu()).contains("Roles"));
    }

    @Test
    void movesEntriesWithTheKeyboard() {
        open("settings/navigation");
        var first = pages().getFirst();
        var second = pages().get(1);

        test(moverOf("Move %s up".formatted(second))).click();

        assertThat(pages()).startsWith(second, first);
        assertThat(textOf(view())).contains("%s is number 1 of".formatted(second));
    }

    @Test
    void givesAPersonAProfileOfTheirOwn() {
        profiles.save(
                "quiet",
                "Quiet",
                new Arrangement(List.of(new Item("settings/tokens", false))),
                Set.of(),
                Set.of(admin.id()),
                0L);

        open("settings/navigation");

        assertThat(menu()).doesNotContain("API tokens");
        profiles.remove("quiet");
        soon(() -> assertThat(menu()).contains("API tokens"));
    }

    @Test
    void theOrderOfProfilesDecidesForWhoeverHasTwoRoles() {
        var both =
                signIns.user(
                        Assignment.everywhere(Role.ADMIN), Assignment.everywhere(Role.SUPERVISOR));
        var top = new Arrangement(List.of(new Item("alerts", true), new Item("dashboard", true)));
        profiles.save("supervisor", null, top, Set.of("supervisor"), Set.of(), null);
        open("settings/navigation");
        var places = find(SettledItem.class, view()).all().stream().map(ViewTest::textOf).toList();
        assertThat(places.getFirst()).startsWith("Admin");
        test(moverOf("Further up: Supervisor")).click();
        test(moverOf("Further up: Supervisor")).click();
        assertThat(profiles.list().getFirst().code()).isEqualTo("supervisor");
        assertThat(audited()).startsWith("supervisor, admin");

        signIn(both);
        open("");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .as("the page on top of the profile that decides")
                .isEqualTo("alerts");
    }

    @Test
    void theSettingsSayWhoFindsTheBoard() {
        signIns.user(Assignment.everywhere(Role.SUPERVISOR));
        open("settings");
        assertThat(step()).contains("Done", "The one person who may open the board finds it");

        profiles.save(
                "supervisor",
                null,
                new Arrangement(List.of(new Item("adherence", false))),
                Set.of("supervisor"),
                Set.of(),
                null);
        UI.getCurrent().navigate("definitions");
        open("settings");
        assertThat(step()).contains("Worth a look", "0 of 1", "Hidden by: Supervisor");
    }

    private String step() {
        return find(ListItem.class).all().stream()
                .filter(item ->
                        "navigation.ready".equals(item.getElement().getAttribute("data-step")))
                .map(ViewTest::textOf)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesWhatCannotBe() {
        open("settings/navigation");
        press("New profile");
        press("Save");
        assertThat(textOf(view())).contains("Give it a name.");
        test(find(TextField.class).withCaption("Name").single()).setValue("Team leads");
        press("Save");
        assertThat(find(Select.class).single().getValue())
                .isInstanceOfSatisfying(
                        NavigationProfile.class,
                        saved -> assertThat(saved.code()).isEqualTo("team-leads"));

        assertThatExceptionOfType(EditConflict.class)
                .isThrownBy(() ->
                        profiles.save(
                                "team-leads",
                                "Other",
                                Arrangement.AS_SHIPPED,
                                Set.of(),
                                Set.of(),
                                0L));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> profiles.remove("agent"));
    }

    private NavigationView view() {
        return find(NavigationView.class).single();
    }

    private List<String> menu() {
        return find(SideNavItem.class).all().stream().map(SideNavItem::getLabel).toList();
    }

    private List<String> pages() {
        return find(Checkbox.class, view()).all().stream().map(Checkbox::getLabel).toList();
    }

    private Checkbox box(String page) {
        return find(Checkbox.class, view()).all().stream()
                .filter(each -> each.getLabel().equals(page))
                .findFirst()
                .orElseThrow();
    }

    private Button moverOf(String label) {
        return find(Button.class, view()).all().stream()
                .filter(each -> each.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private String audited() {
        return database.sql(
                        "select after_state from audit_entry where what = 'navigation profile'"
                                + " order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
