package dev.rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// Whose attendance is tracked, and with which reasons.
@ModuleTest
class TrackingTests {

    private static final Actor TEST = Actor.system("test");

    @Autowired private Tracking tracking;
    @Autowired private Reasons reasons;
    @Autowired private Register register;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;

    @Test
    void isOffUntilSomebodySwitchesItOn() {
        var dana = floor.agent("dana").agent();

        assertThat(tracking.policy().enabled()).isFalse();
        assertThat(tracking.isTracked(dana.id())).isFalse();
    }

    @Test
    void tracksTheMembersOfTheChosenGroupsUnlessTheirRecordSaysOtherwise() {
        floor.unit("care", "UTC");
        var service = group("service");
        var member = agent("member", Set.of("service"), null);
        var exempt = agent("exempt", Set.of("service"), false);
        var stranger = agent("stranger", Set.of(), null);
        var always = agent("always", Set.of(), true);

        save(form(true, Set.of(service)));

        assertThat(tracking.isTracked(member.id())).isTrue();
        assertThat(tracking.isTracked(exempt.id())).isFalse();
        assertThat(tracking.isTracked(stranger.id())).isFalse();
        assertThat(tracking.isTracked(always.id())).isTrue();
    }

    @Test
    void namesOrdersLimitsAndRetiresReasons() {
        var drafts = new ArrayList<>(drafts());
        drafts.replaceAll(draft ->
                draft.code().equals("LUNCH")
                        ? changed(draft, "Mealtime", Duration.ofMinutes(45), false)
                        : draft.code().equals("TRAINING")
                                ? changed(draft, null, null, true)
                                : draft);
        drafts.addFirst(
                new ReasonDraft(
                        "PRAYER",
                        "Prayer",
                        Base.UNAVAILABLE,
                        false,
                        ReasonIcon.HEART,
                        Duration.ofMinutes(15),
                        false));

        save(new TrackingForm(true, Set.of(), false, Duration.ofHours(4), false, drafts));

        assertThat(reasons.offered())
                .extracting(Reason::code)
                .startsWith("PRAYER", "BREAK", "LUNCH");
        assertThat(reasons.offered()).extracting(Reason::code).doesNotContain("TRAINING");
        assertThat(reasons.find("TRAINING")).isPresent();
        var lunch = reasons.find("LUNCH").orElseThrow();
        assertThat(lunch.name((key, _) -> key)).isEqualTo("Mealtime");
        assertThat(lunch.limit()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void keepsEveryReasonThereEverWas() {
        var without = drafts().stream().filter(d -> !d.code().equals("BREAK")).toList();

        refuses(
                new TrackingForm(true, Set.of(), false, Duration.ofHours(4), false, without),
                "/reasons");
    }

    @Test
    void refusesWhatNobodyCouldUse() {
        var retired =
                drafts().stream()
                        .map(d -> d.base() == Base.UNAVAILABLE ? changed(d, null, null, true) : d)
                        .toList();
        refuses(
                new TrackingForm(true, Set.of(), false, Duration.ofHours(4), false, retired),
                "/reasons");

        var blank = new ArrayList<>(drafts());
        blank.set(0, changed(blank.getFirst(), " ", null, false));
        refuses(
                new TrackingForm(true, Set.of(), false, Duration.ofHours(4), false, blank),
                "/reasons/0/name");

        var endless = new ArrayList<>(drafts());
        endless.set(0, changed(endless.getFirst(), null, Duration.ofHours(25), false));
        refuses(
                new TrackingForm(true, Set.of(), false, Duration.ofHours(4), false, endless),
                "/reasons/0/limit");

        refuses(form(true, Set.of(new GroupId(4711))), "/groups");
    }

    @Test
    void tellsWhoWasFirst() {
        long seen = tracking.policy().version();
        save(form(true, Set.of()));

        assertThatExceptionOfType(EditConflict.class)
                .isThrownBy(() ->
                        access.asSystem("test", () -> tracking.save(form(false, Set.of()), seen)));
        assertThat(tracking.policy().enabled()).isTrue();
    }

    @Test
    void isForThoseWhoMaySettleTheWholeOrganisation() {
        var supervisor = signIns.user(Assignment.everywhere(Role.SUPERVISOR));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        SignIns.as(supervisor.id(), () -> tracking.save(form(true, Set.of()), 1)));
    }

    // ------------------------------------------------------------------ helpers

    private TrackingForm form(boolean enabled, Set<GroupId> groups) {
        return new TrackingForm(enabled, groups, false, Duration.ofHours(4), false, drafts());
    }

    private List<ReasonDraft> drafts() {
        return reasons.everyReason().stream().map(ReasonDraft::of).toList();
    }

    private static ReasonDraft changed(
            ReasonDraft draft, @Nullable String name, @Nullable Duration limit, boolean retired) {
        return new ReasonDraft(
                draft.code(),
                name,
                draft.base(),
                draft.descriptionRequired(),
                draft.icon(),
                limit,
                retired);
    }

    private void save(TrackingForm form) {
        access.asSystem("test", () -> tracking.save(form, tracking.policy().version()));
    }

    private void refuses(TrackingForm form, String pointer) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> save(form))
                .satisfies(e ->
                        assertThat(e.problems())
                                .extracting(InvalidInput.Problem::pointer)
                                .contains(pointer));
    }

    private GroupId group(String code) {
        return register.putGroup(
                        code,
                        new GroupDraft(code, "care", null, "TEAM"),
                        null,
                        Scope.everyone(),
                        TEST)
                .id();
    }

    private Agent agent(String externalId, Set<String> groups, @Nullable Boolean tracked) {
        return register.putAgent(
                externalId,
                new AgentDraft(externalId, null, "care", null, groups, null, tracked),
                null,
                Scope.everyone(),
                TEST);
    }
}
