package dev.rollcall.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.dashboard.Dashboard.Origin;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// Whose board is whose, and who may set what a team starts with.
@ModuleTest
class DashboardsTests {

    private static final Layout ONE =
            Layout.EMPTY.add(new WidgetKey("adherence.now"), new WidgetSize(6, 4));
    private static final Layout OTHER =
            Layout.EMPTY.add(new WidgetKey("adherence.worst"), new WidgetSize(4, 4));

    @Autowired private Dashboards dashboards;
    @Autowired private WidgetCatalogue catalogue;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private AuditLog audit;
    @Autowired private Access access;
    @Autowired private JdbcClient jdbc;

    private Unit north;
    private User manager;

    @BeforeEach
    void aManagerOfNorth() {
        north = floor.unit("north", "UTC");
        manager = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, north.id()));
    }

    @Test
    void beginsWithAllTheRoleIsOffered() {
        var board = as(manager, dashboards::open);

        assertThat(board.origin()).isEqualTo(Origin.SHIPPED);
        assertThat(board.layout().widgets())
                .extracting(each -> each.widget().value())
                .contains("presence.agents-status", "adherence.now", "attendance.today");
    }

    @Test
    void offersAgentsStatusToUnitManagersOnly() {
        var supervisor = signIns.user(Assignment.inUnit(Role.SUPERVISOR, north.id()));

        assertThat(offered(manager)).contains("presence.agents-status");
        assertThat(offered(supervisor))
                .contains("adherence.now")
                .doesNotContain("presence.agents-status");
        assertThat(as(supervisor, dashboards::open).layout().widgets())
                .extracting(each -> each.widget().value())
                .doesNotContain("presence.agents-status");
    }

    private List<String> offered(User user) {
        return as(
                user,
                () ->
                        catalogue.offeredTo(access.viewer()).stream()
                                .map(widget -> widget.key().value())
                                .toList());
    }

    @Test
    void keepsWhatSomebodyArrangedForThemselves() {
        as(manager, () -> dashboards.save(ONE, 0));
        var colleague = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, north.id()));

        assertThat(as(manager, dashboards::open).layout()).isEqualTo(ONE);
        assertThat(as(manager, dashboards::open).origin()).isEqualTo(Origin.OWN);
        assertThat(as(colleague, dashboards::open).origin()).isEqualTo(Origin.SHIPPED);
    }

    @Test
    void overwritesNothingThatWasChangedMeanwhile() {
        as(manager, () -> dashboards.save(ONE, 0));

        assertThatExceptionOfType(EditConflict.class)
                .isThrownBy(() -> as(manager, () -> dashboards.save(OTHER, 0)))
                .satisfies(conflict -> assertThat(conflict.changedAt()).isPresent());
        assertThat(as(manager, dashboards::open).layout()).isEqualTo(ONE);
    }

    @Test
    void followsTheTeamAgainAfterAResetAndStillKnowsOldWindows() {
        as(manager, () -> dashboards.save(ONE, 0));
        as(manager, () -> dashboards.reset(1));

        assertThat(as(manager, dashboards::open).origin()).isEqualTo(Origin.SHIPPED);
        assertThatExceptionOfType(EditConflict.class)
                .isThrownBy(() -> as(manager, () -> dashboards.save(OTHER, 1)));
    }

    @Test
    void startsATeamWithWhatItsManagerSetAndWritesItDown() {
        as(manager, () -> dashboards.share(ONE, 0));
        var supervisor = signIns.user(Assignment.inUnit(Role.SUPERVISOR, north.id()));

        var board = as(supervisor, dashboards::open);

        assertThat(board.layout()).isEqualTo(ONE);
        assertThat(board.origin()).isEqualTo(Origin.TEAM);
        assertThat(audit.lastChange("dashboard", "north")).isPresent();
    }

    @Test
    void letsATeamWithoutADefaultStartWithTheOrganisations() {
        var head = signIns.user(Assignment.everywhere(Role.UNIT_MANAGER));
        as(head, () -> dashboards.share(OTHER, 0));

        assertThat(as(manager, dashboards::open).layout()).isEqualTo(OTHER);
        as(manager, () -> dashboards.share(ONE, 0));
        assertThat(as(manager, dashboards::open).layout()).isEqualTo(ONE);
        assertThat(as(head, dashboards::open).layout()).isEqualTo(OTHER);
    }

    @Test
    void letsNobodySetADefaultOverAnothersBack() {
        as(manager, () -> dashboards.share(ONE, 0));
        var colleague = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, north.id()));

        assertThatExceptionOfType(EditConflict.class)
                .isThrownBy(() -> as(colleague, () -> dashboards.share(OTHER, 0)))
                .satisfies(conflict -> assertThat(conflict.changedBy()).contains(manager.name()));
    }

    @Test
    void letsNobodySetTheDefaultOfMoreThanTheyLookAfter() {
        var south = floor.unit("south", "UTC");
        var ofTwo =
                signIns.user(
                        Assignment.inUnit(Role.UNIT_MANAGER, north.id()),
                        Assignment.inUnit(Role.UNIT_MANAGER, south.id()));
        var supervisor = signIns.user(Assignment.inUnit(Role.SUPERVISOR, north.id()));

        assertThat(as(ofTwo, dashboards::open).mayShare()).isFalse();
        for (var user : List.of(ofTwo, supervisor)) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> as(user, () -> dashboards.share(ONE, 0)));
        }
    }

    @Test
    void keepsNothingThatIsNoLayout() {
        for (var nonsense : List.of("no json", "{}", "7")) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() ->
                            jdbc.sql(
                                            "insert into dashboard_layout (user_id, page, layout,"
                                                    + " version, changed_at) values (1, 'dashboard',"
                                                    + " ?, 1, '2026-03-02')")
                                    .param(nonsense)
                                    .update());
        }
    }

    private <T> T as(User user, Supplier<T> work) {
        return SignIns.as(user.id(), work);
    }
}
