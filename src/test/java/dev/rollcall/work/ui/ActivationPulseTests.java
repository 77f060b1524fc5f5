package dev.rollcall.work.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.shared.Registration;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Group;
import dev.rollcall.security.Access;
import dev.rollcall.support.ModuleTest;
import dev.rollcall.work.ActivationChanged;
import dev.rollcall.work.ChatTeam;
import dev.rollcall.work.GroupRules;
import dev.rollcall.work.Handling;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the header of Ann, who handles chats, is told.
@ModuleTest
class ActivationPulseTests {

    @Autowired private ActivationPulse pulse;
    @Autowired private ChatTeam team;
    @Autowired private Handling handling;
    @Autowired private Access access;

    private final List<Optional<ActivationChanged>> told = new CopyOnWriteArrayList<>();
    private Group chats;
    private Agent ann;
    private Registration following;

    @BeforeEach
    void annLooks() {
        chats = team.byHand("chats");
        ann = team.member("ann", chats);
        following = pulse.follow(ann.id(), told::add);
    }

    @AfterEach
    void annLeaves() {
        following.remove();
    }

    @Test
    void saysNothingWhenWorkArrives() {
        team.arrives(chats, "chat-1", "Hello");

        assertThat(told).isEmpty();
    }

    @Test
    void saysThatOnesGroupIsHandledOtherwise() {
        decide(chats);

        assertThat(told).containsExactly(Optional.empty());
    }

    @Test
    void saysNothingOfGroupsOneDoesNotBelongTo() {
        decide(team.byHand("sales"));

        assertThat(told).isEmpty();
    }

    @Test
    void saysWhatWasSwitched() {
        access.asSystem(
                "test", () -> handling.switchTo(ann.id(), chats.id(), false, "Needed elsewhere"));

        assertThat(told)
                .singleElement()
                .satisfies(change ->
                        assertThat(change).map(ActivationChanged::active).contains(false));
    }

    private void decide(Group group) {
        var rules = handling.rules(group.id());
        team.decide(
                new GroupRules(
                        group.id(),
                        null,
                        false,
                        true,
                        true,
                        !rules.agentsSwitch(),
                        rules.seenBy(),
                        List.of(),
                        rules.version()));
    }
}
