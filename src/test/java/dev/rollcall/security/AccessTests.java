package dev.rollcall.security;

import static dev.rollcall.security.SignIns.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitDraft;
import dev.rollcall.support.ModuleTest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

@ModuleTest
class AccessTests {

    private static final Actor KIM = new Actor(Actor.Kind.USER, "7", "Kim Meyer");

    @Autowired private Access access;
    @Autowired private Users users;
    @Autowired private Roles roles;
    @Autowired private Register register;
    @Autowired private SignIns signIns;

    @Test
    void refusesEveryGuardedCallWithoutASignIn() {
        assertThatThrownBy(() -> users.list())
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        assertThatThrownBy(() -> access.viewer())
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void refusesWhoeverLacksThePermission() {
        var agent = signIns.user(Assignment.everywhere(Role.AGENT));

        assertThatThrownBy(() -> as(agent.id(), () -> users.list()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void letsTheHouseDoEverythingInTheNameOfAJob() {
        assertThat(access.asSystem("nightly", () -> users.list())).isEmpty();
        assertThat(access.asSystem("nightly", () -> access.viewer().actor()))
                .isEqualTo(Actor.system("nightly"));
        assertThat(access.currentViewer()).isEmpty();
    }

    @Test
    void givesAUnitWithEverythingBelowIt() {
        var germany = unit("germany", null);
        var berlin = unit("berlin", "germany");
        var lisbon = unit("lisbon", null);
        var supervisor = signIns.user(Assignment.inUnit(Role.SUPERVISOR, germany.id()));

        as(
                supervisor.id(),
                () -> {
                    assertThat(access.scope(Permission.ADHERENCE_VIEW))
                            .isEqualTo(Scope.ofUnits(Set.of(germany.id(), berlin.id())));
                    var munich = unit("munich", "germany");
                    assertThat(access.scope(Permission.ADHERENCE_VIEW).includes(munich.id()))
                            .isTrue();
                    assertThat(access.scope(Permission.ADHERENCE_VIEW).includes(lisbon.id()))
                            .isFalse();
                    return null;
                });
    }

    @Test
    void addsUpWhatSeveralRolesGive() {
        var berlin = unit("berlin", null);
        var munich = unit("munich", null);
        var billing =
                register.putGroup(
                        "billing",
                        new GroupDraft("Billing", "munich", null, "CALL"),
                        null,
                        Scope.everyone(),
                        KIM);
        var both =
                signIns.user(
                        Assignment.inUnit(Role.SUPERVISOR, berlin.id()),
                        Assignment.inGroup(Role.SUPERVISOR, billing.id()),
                        Assignment.inUnit(Role.QUALITY_ANALYST, munich.id()));

        as(
                both.id(),
                () -> {
                    assertThat(access.scope(Permission.ADHERENCE_VIEW))
                            .isEqualTo(
                                    new Scope(
                                            false,
                                            Set.of(berlin.id()),
                                            Set.of(billing.id()),
                                            Set.of()));
                    assertThat(access.scope(Permission.PEOPLE_VIEW).includes(munich.id())).isTrue();
                    assertThat(access.scope(Permission.PEOPLE_WRITE)).isEqualTo(Scope.nobody());
                    return null;
                });
    }

    @Test
    void givesAnAgentThemselvesAndNobodyElse() {
        unit("berlin", null);
        var dana =
                register.putAgent(
                        "dana",
                        new AgentDraft("Dana", null, "berlin", null, null, null, null),
                        null,
                        Scope.everyone(),
                        KIM);
        var user = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT));
        var nobody = signIns.user(Assignment.everywhere(Role.AGENT));

        as(
                user.id(),
                () -> {
                    assertThat(access.scope(Permission.PRESENCE_OWN))
                            .isEqualTo(Scope.ofAgent(dana.id()));
                    assertThat(access.scope(Permission.PRESENCE_VIEW)).isEqualTo(Scope.nobody());
                    return null;
                });
        assertThat(as(nobody.id(), () -> access.viewer().may(Permission.PRESENCE_OWN))).isFalse();
    }

    @Test
    void keepsTheAdminAwayFromIndividualPerformance() {
        var admin = signIns.user(Assignment.everywhere(Role.ADMIN));

        as(
                admin.id(),
                () -> {
                    var viewer = access.viewer();
                    assertThat(viewer.may(Permission.SETTINGS_ADMIN)).isTrue();
                    assertThat(viewer.may(Permission.ADHERENCE_VIEW)).isFalse();
                    assertThat(viewer.may(Permission.PRESENCE_VIEW)).isFalse();
                    assertThat(viewer.may(Permission.KPI_VIEW)).isFalse();
                    return null;
                });
    }

    @Test
    void countsAChangedRoleAtOnce() {
        access.asSystem(
                "test", () -> roles.put("auditor", "Auditor", Set.of(Permission.AUDIT_VIEW), null));
        var user = signIns.user(Assignment.everywhere("auditor"));

        as(
                user.id(),
                () -> {
                    var viewer = access.viewer();
                    assertThat(viewer.may(Permission.AUDIT_VIEW)).isTrue();
                    access.asSystem(
                            "test",
                            () ->
                                    roles.put(
                                            "auditor",
                                            "Auditor",
                                            Set.of(Permission.PEOPLE_VIEW),
                                            null));
                    assertThat(viewer.may(Permission.AUDIT_VIEW)).isFalse();
                    assertThat(viewer.may(Permission.PEOPLE_VIEW)).isTrue();
                    return null;
                });
    }

    @Test
    void shutsADisabledUserOutAtOnce() {
        signIns.user(Assignment.everywhere(Role.ADMIN));
        var user = signIns.user(Assignment.everywhere(Role.ADMIN));

        as(
                user.id(),
                () -> {
                    assertThat(users.list()).hasSize(2);
                    access.asSystem(
                            "test", () -> users.change(user.id(), disabled(user), user.version()));
                    assertThatThrownBy(() -> users.list())
                            .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
                    return null;
                });
    }

    @Test
    void keepsSomebodyWhoManagesUsers() {
        var last = signIns.user(Assignment.everywhere(Role.ADMIN));

        assertThatThrownBy(() ->
                        access.asSystem(
                                "test",
                                () -> users.change(last.id(), disabled(last), last.version())))
                .hasMessageContaining("Nobody else manages users.");
    }

    @Test
    void managesUsersForTheWholeOrganisationOnly() {
        var berlin = unit("berlin", null);
        var admin = signIns.user(Assignment.inUnit(Role.ADMIN, berlin.id()));

        assertThatThrownBy(() -> as(admin.id(), () -> users.list()))
                .isInstanceOf(AccessDeniedException.class);
    }

    private static UserDraft disabled(User user) {
        return new UserDraft(user.email(), user.name(), user.agent(), false, user.assignments());
    }

    private Unit unit(String code, @Nullable String parent) {
        return register.putUnit(
                code,
                new UnitDraft(code, "Europe/Berlin", parent, null),
                null,
                Scope.everyone(),
                KIM);
    }
}
