package dev.rollcall.work.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.presence.PresenceChanged;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ModuleTest;
import dev.rollcall.work.ChatTeam;
import dev.rollcall.work.WorkChanged;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What concerns the pages of two supervisors: Ann handles chats in "care", where one of them is.
@ModuleTest
class WorkPulseTests {

    @Autowired private WorkPulse pulse;
    @Autowired private ChatTeam team;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;

    private Group chats;
    private Agent ann;
    private WorkPulse.Concern here;
    private WorkPulse.Concern elsewhere;

    @BeforeEach
    void twoSupervisors() {
        chats = team.byHand("chats");
        ann = team.member("ann", chats);
        here = concern(Assignment.inUnit(Role.SUPERVISOR, ann.unit()));
        elsewhere =
                concern(Assignment.inUnit(Role.SUPERVISOR, floor.unit("elsewhere", "UTC").id()));
    }

    private WorkPulse.Concern concern(Assignment assignment) {
        return SignIns.as(signIns.user(assignment).id(), pulse::concernOfViewer);
    }

    @Test
    void isTheQueuesOfTheirGroups() {
        var arrival = new WorkChanged(Set.<AgentId>of(), Set.of(chats.id()));

        assertThat(here.includes(arrival)).isTrue();
        assertThat(elsewhere.includes(arrival)).isFalse();
    }

    @Test
    void isWhatTheirPeopleHave() {
        var change = new WorkChanged(Set.of(ann.id()), Set.<GroupId>of());

        assertThat(here.includes(change)).isTrue();
        assertThat(elsewhere.includes(change)).isFalse();
    }

    @Test
    void isWhatTheirPeopleDo() {
        var change = new PresenceChanged(ann.id(), FreshStart.NOW, Instant.MAX, 1);

        assertThat(here.includes(change)).isTrue();
        assertThat(elsewhere.includes(change)).isFalse();
    }

    /// Also when they leave again: by then they work nowhere.
    @Test
    void isWhatPeopleDoWhoMayWorkThere() {
        team.mayWorkIn(ann, "elsewhere");

        assertThat(
                        elsewhere.includes(
                                new PresenceChanged(ann.id(), FreshStart.NOW, Instant.MAX, 1)))
                .isTrue();
    }
}
