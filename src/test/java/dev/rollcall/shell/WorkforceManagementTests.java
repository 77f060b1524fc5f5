package dev.rollcall.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.schedule.FreshWorkforce;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

@ViewPackages(packages = {"dev.rollcall.shell", "dev.rollcall.adherence.ui.definitions"})
class WorkforceManagementTests extends ViewTest {

    @Autowired private WorkforceManagement workforce;
    @Autowired private FreshWorkforce fresh;
    @Autowired private Access access;
    @Autowired private AuditLog audit;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private JdbcClient database;
    @Autowired private MockMvc web;

    @Test
    void shutsItsPagesAndOpensThemAgain() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
        open("definitions");
        assertThat(title()).doesNotContain("off");
        assertThat(menu()).contains("Definitions");

        open("nowhere");
        switchTo(false);
        soon(() -> assertThat(menu()).doesNotContain("Definitions"));
        open("definitions");
        assertThat(title()).isEqualTo("Workforce management is off");
        assertThat(textOf(UI.getCurrent())).doesNotContain("Go to the switch");

        open("nowhere");
        switchTo(true);
        soon(() -> assertThat(menu()).contains("Definitions"));
        open("definitions");
        assertThat(title()).doesNotContain("off");
    }

    @Test
    void followsThePlansUntilSomebodyDecides() {
        database.sql("update workforce_management set enabled = null").update();
        fresh.reload();
        assertThat(workforce.isOn()).isFalse();

        floor.agent("dana").onShift("WORK 08:00-16:00");
        assertThat(workforce.isOn()).isTrue();
        fresh.reload();
        assertThat(workforce.isOn()).isTrue();

        switchTo(false);
        floor.agent("dana").onShift("WORK 09:00-16:00");
        assertThat(workforce.isOn()).isFalse();
    }

    @Test
    void leavesTheInterfaceForProgramsAsItIs() throws Exception {
        floor.agent("dana").onShift("WORK 08:00-16:00");
        switchTo(false);

        web.perform(
                        MockMvcRequestBuilders.get("/api/v1/agents/dana/schedule/2026-03-02")
                                .header(
                                        "Authorization",
                                        "Bearer " + signIns.token(TokenScope.values())))
                .andExpect(MockMvcResultMatchers.status().isOk());
    }

    @Test
    void isWrittenDownAndOverwritesNobody() {
        long seen = workforce.standing().version();
        switchTo(false);

        assertThat(audit.lastChange("workforceManagement", "workforceManagement")).isPresent();
        assertThatThrownBy(() -> access.asSystem("test", () -> workforce.switchTo(true, seen)))
                .isInstanceOf(EditConflict.class);
    }

    private void switchTo(boolean on) {
        access.asSystem("test", () -> workforce.switchTo(on, workforce.standing().version()));
    }

    private String title() {
        return find(H1.class).single().getText();
    }

    private List<String> menu() {
        return find(SideNavItem.class).all().stream().map(SideNavItem::getLabel).toList();
    }
}
