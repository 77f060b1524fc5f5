package dev.rollcall.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import dev.rollcall.work.WorkItem.State;
import dev.rollcall.work.WorkRefused.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Items from arrival to end, with two people who handle chats. It is 8 o'clock.
@ModuleTest
class WorkItemsTests {

    @Autowired private WorkItems items;
    @Autowired private OpenWork open;
    @Autowired private Handling handling;
    @Autowired private Assigner assigner;
    @Autowired private Desk desk;
    @Autowired private Interruption interruption;
    @Autowired private Floor floor;
    @Autowired private Register register;
    @Autowired private LivePresence live;
    @Autowired private SignIns signIns;
    @Autowired private Access access;
    @Autowired private JdbcClient jdbc;

    private Group chats;
    private Agent ann;
    private Agent bob;
    private UserId byAnn;
    private UserId byBob;

    @BeforeEach
    void twoPeopleHandleChats() {
        floor.unit("care", "UTC");
        chats =
                register.putGroup(
                        "chats",
                        new GroupDraft("Chats", "care", null, "CHAT"),
                        null,
                        Scope.everyone(),
                        Actor.system("test"));
        ann = member("ann");
        bob = member("bob");
        byAnn = signIns.user(ann.id(), Assignment.everywhere(Role.AGENT)).id();
        byBob = signIns.user(bob.id(), Assignment.everywhere(Role.AGENT)).id();
    }

    private Agent member(String name) {
        floor.agent(name);
        var draft = new AgentDraft(name, null, "care", null, Set.of("chats"), null, true);
        return register.putAgent(name, draft, null, Scope.everyone(), Actor.system("test"));
    }

    private void byHandOnly() {
        var rules = handling.rules(chats.id());
        decide(
                new GroupRules(
                        chats.id(),
                        null,
                        false,
                        true,
                        rules.whileUnavailable(),
                        true,
                        rules.seenBy(),
                        List.of(),
                        rules.version()));
    }

    private void decide(GroupRules rules) {
        access.asSystem("test", () -> handling.decide(rules));
    }

    private WorkItem arrives(String reference) {
        return access.asSystem(
                "test",
                () ->
                        items.arrive(
                                new NewWorkItem(
                                        reference, "CHAT", "chats", "Hello", "customer-1", null)));
    }

    private WorkItem now(WorkItem item) {
        return open.find(item.id()).orElseThrow();
    }

    private PresenceState.Base status(AgentId agent) {
        return live.of(agent).orElseThrow().state().base();
    }

    @Test
    void waitsInTheQueueOfItsGroupUntilSomebodyIsThere() {
        var item = arrives("chat-1");
        assigner.assign();
        assertThat(open.waiting(chats.id())).extracting(WorkItem::id).containsExactly(item.id());

        available(ann);
        assigner.assign();
        assertThat(now(item)).matches(it -> it.isHeldBy(ann.id()));
    }

    @Test
    void isTheSameItemWhenItIsSentAgain() {
        byHandOnly();
        var item = arrives("chat-1");
        assertThat(arrives("chat-1").id()).isEqualTo(item.id());
        assertThat(open.waiting(chats.id())).hasSize(1);
    }

    @Test
    void isNotShownToWhoeverGuessesItsReferenceElsewhere() {
        byHandOnly();
        arrives("chat-1");
        var elsewhere = floor.unit("elsewhere", "UTC").id();
        register.putGroup(
                "others",
                new GroupDraft("Others", "elsewhere", null, "CHAT"),
                null,
                Scope.everyone(),
                Actor.system("test"));
        var manager = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, elsewhere)).id();
        var draft = new NewWorkItem("chat-1", "CHAT", "others", "Guess", null, null);

        assertThatThrownBy(() -> as(manager, () -> items.arrive(draft)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactly("/reference"));
    }

    @Test
    void isFoundWithWhoeverHasItNow() {
        byHandOnly();
        var item = arrives("chat-1");
        as(byAnn, () -> items.take(item.id()));
        as(byAnn, () -> items.transfer(item.id(), bob.id(), null));

        assertThat(open.of(ann.id())).isEmpty();
        assertThat(open.load(bob.id(), chats.id())).isEqualTo(1);
        as(byBob, () -> items.complete(item.id()));
        assertThat(open.of(bob.id())).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrongWithIt() {
        assertThatThrownBy(() ->
                        access.asSystem(
                                "test",
                                () ->
                                        items.arrive(
                                                new NewWorkItem(
                                                        " ", "FAX", "nobody", "", null, "SOON"))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactly(
                                                "/reference",
                                                "/subject",
                                                "/channel",
                                                "/priority",
                                                "/group"));
    }

    @Test
    void startingTheFirstMakesActiveAndFinishingTheLastMakesAvailable() {
        byHandOnly();
        available(ann);
        var one = arrives("chat-1");
        var two = arrives("chat-2");
        as(byAnn, () -> items.take(one.id()));
        as(byAnn, () -> items.take(two.id()));
        assertThat(status(ann.id())).isEqualTo(PresenceState.Base.AVAILABLE);

        as(byAnn, () -> items.start(one.id()));
        assertThat(status(ann.id())).isEqualTo(PresenceState.Base.ACTIVE);
        assertThat(live.of(ann.id()).orElseThrow().changedBy()).isNull();
        as(byAnn, () -> items.start(two.id()));
        as(byAnn, () -> items.complete(one.id()));
        assertThat(status(ann.id())).isEqualTo(PresenceState.Base.ACTIVE);
        as(byAnn, () -> items.layAside(two.id()));
        assertThat(status(ann.id())).isEqualTo(PresenceState.Base.AVAILABLE);
        as(byAnn, () -> items.start(two.id()));
        as(byAnn, () -> items.complete(two.id()));
        assertThat(status(ann.id())).isEqualTo(PresenceState.Base.AVAILABLE);
        assertThat(open.of(ann.id())).isEmpty();
    }

    @Test
    void nobodyTakesWhatSomebodyElseHas() {
        byHandOnly();
        var item = arrives("chat-1");
        as(byAnn, () -> items.take(item.id()));

        refused(Why.TAKEN, () -> as(byBob, () -> items.take(item.id())));
        refused(Why.NOT_YOURS, () -> as(byBob, () -> items.start(item.id())));
        refused(Why.NOT_YOURS, () -> as(byBob, () -> items.complete(item.id())));
        as(byAnn, () -> items.complete(item.id()));
        refused(Why.DONE, () -> as(byAnn, () -> items.start(item.id())));
    }

    @Test
    void whoeverIsTrackedClocksInBeforeTheyTakeWork() {
        byHandOnly();
        floor.track();
        var item = arrives("chat-1");
        refused(Why.CLOCK_IN_FIRST, () -> as(byAnn, () -> items.take(item.id())));

        available(ann);
        assertThat(as(byAnn, () -> items.take(item.id())).state()).isEqualTo(State.ASSIGNED);
    }

    @Test
    void leavesAnItemInItsQueueWhenWhoeverTakesItClocksOutAtTheSameMoment() {
        byHandOnly();
        floor.track();
        available(ann);
        var item = arrives("chat-1");
        interruption.inTheNextStep(() -> does(ann, "AWAY"));

        refused(Why.CLOCKED_OUT, () -> as(byAnn, () -> items.take(item.id())));

        assertThat(now(item).state()).isEqualTo(State.WAITING);
        assertThat(open.of(ann.id())).isEmpty();
        available(bob);
        assertThat(as(byBob, () -> items.take(item.id()))).matches(it -> it.isHeldBy(bob.id()));
    }

    @Test
    void startsNothingForWhoeverClocksOutAtTheSameMoment() {
        byHandOnly();
        floor.track();
        available(ann);
        var item = arrives("chat-1");
        as(byAnn, () -> items.take(item.id()));
        interruption.afterTheNextStep(() -> does(ann, "AWAY"));

        refused(Why.CLOCKED_OUT, () -> as(byAnn, () -> items.start(item.id())));

        assertThat(now(item).state()).isEqualTo(State.WAITING);
        assertThat(status(ann.id())).isEqualTo(PresenceState.Base.AWAY);
    }

    @Test
    void handsNoChatToSomebodyWhoIsNotThere() {
        byHandOnly();
        floor.track();
        available(ann);
        var item = arrives("chat-1");
        as(byAnn, () -> items.take(item.id()));

        assertThat(as(byAnn, () -> desk.colleaguesFor(now(item)))).isEmpty();
        refused(Why.COLLEAGUE_AWAY, () -> as(byAnn, () -> items.transfer(item.id(), bob.id(), "")));
        assertThat(now(item)).matches(it -> it.isHeldBy(ann.id()));

        available(bob);
        assertThat(as(byAnn, () -> desk.colleaguesFor(now(item))))
                .extracting(Agent::name)
                .containsExactly("bob");
        as(byAnn, () -> items.transfer(item.id(), bob.id(), ""));
        assertThat(now(item)).matches(it -> it.isHeldBy(bob.id()));
    }

    @Test
    void tellsWhoeverHandsAChatOverThatItsReceiverLeftAtTheSameMoment() {
        byHandOnly();
        floor.track();
        available(ann);
        available(bob);
        var item = arrives("chat-1");
        as(byAnn, () -> items.take(item.id()));
        interruption.inTheNextStep(() -> does(bob, "AWAY"));

        refused(Why.COLLEAGUE_AWAY, () -> as(byAnn, () -> items.transfer(item.id(), bob.id(), "")));

        assertThat(now(item).state()).isEqualTo(State.WAITING);
    }

    @Test
    void saysWhatIsWrongWithAHandOverInSentencesScreensTranslate() {
        byHandOnly();
        available(ann);
        var item = arrives("chat-1");
        SignIns.as(byAnn, () -> items.take(item.id()));
        var tickets =
                register.putGroup(
                        "tickets",
                        new GroupDraft("Tickets", "care", null, "TICKET"),
                        null,
                        Scope.everyone(),
                        Actor.system("test"));

        assertTranslated(() -> items.transfer(item.id(), tickets.id(), null));
        assertTranslated(() -> items.transfer(item.id(), bob.id(), "x".repeat(501)));
    }

    private void assertTranslated(Supplier<WorkItem> handOver) {
        assertThatThrownBy(() -> SignIns.as(byAnn, handOver))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        bad -> {
                            var sentence = bad.problems().getFirst().sentence();
                            assertThat(sentence).isNotNull();
                            for (var file : List.of("translations", "translations_de")) {
                                assertThat(ResourceBundle.getBundle("vaadin-i18n/" + file).keySet())
                                        .contains(Objects.requireNonNull(sentence).key());
                            }
                        });
    }

    @Test
    void somebodyUnavailableMayTakeAnItemWhereTheGroupAllowsIt() {
        byHandOnly();
        does(ann, "UNAVAILABLE/BREAK");
        var one = arrives("chat-1");
        as(byAnn, () -> items.take(one.id()));

        var rules = handling.rules(chats.id());
        decide(
                new GroupRules(
                        chats.id(),
                        null,
                        false,
                        true,
                        false,
                        true,
                        rules.seenBy(),
                        List.of(),
                        rules.version()));
        var two = arrives("chat-2");
        refused(Why.UNAVAILABLE, () -> as(byAnn, () -> items.take(two.id())));
    }

    @Test
    void isAssignedBelowTheLimitAndToThoseActiveInTheGroup() {
        available(ann);
        available(bob);
        as(
                byBob,
                () -> {
                    handling.switchTo(bob.id(), chats.id(), false, null);
                    return null;
                });
        for (int i = 1; i <= 4; i++) {
            arrives("chat-" + i);
        }
        assigner.assign();
        assertThat(open.of(ann.id())).hasSize(3);
        assertThat(open.of(bob.id())).isEmpty();
        assertThat(open.waiting(chats.id())).hasSize(1);

        as(
                byBob,
                () -> {
                    handling.switchTo(bob.id(), chats.id(), true, null);
                    return null;
                });
        assigner.assign();
        assertThat(open.of(bob.id())).hasSize(1);
    }

    @Test
    void waitsAgainWhenWhoeverHasItClocksOut() {
        byHandOnly();
        available(ann);
        var item = arrives("chat-1");
        as(byAnn, () -> items.take(item.id()));
        as(byAnn, () -> items.start(item.id()));

        does(ann, "AWAY");
        assertThat(now(item).state()).isEqualTo(State.WAITING);
    }

    @Test
    void exactlyOneOfTwoGetsAnItemAThousandTimes() throws Exception {
        byHandOnly();
        available(ann);
        available(bob);
        int both = 0;
        int nobody = 0;
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 1_000; round++) {
                var item = arrives("race-" + round);
                var start = new CyclicBarrier(2);
                var tries = new ArrayList<Callable<Boolean>>();
                for (var who : List.of(byAnn, byBob)) {
                    tries.add(() -> {
                        start.await();
                        try {
                            as(who, () -> items.take(item.id()));
                            return true;
                        } catch (WorkRefused e) {
                            return false;
                        }
                    });
                }
                int winners = 0;
                for (var done : pool.invokeAll(tries)) {
                    winners += done.get() ? 1 : 0;
                }
                both += winners == 2 ? 1 : 0;
                nobody += winners == 0 ? 1 : 0;
            }
        }
        assertThat(both).isZero();
        assertThat(nobody).isZero();
        assertThat(
                        jdbc.sql("select count(*) from work_step where kind = 'TAKEN'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1_000);
        assertThat(open.of(ann.id()).size() + open.of(bob.id()).size()).isEqualTo(1_000);
    }

    @Test
    void keepsWhatHappenedForGood() {
        byHandOnly();
        arrives("chat-1");
        assertThatThrownBy(() -> jdbc.sql("update work_step set note = 'x'").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from work_step").update())
                .hasMessageContaining("append-only");
    }

    private void available(Agent agent) {
        does(agent, "AVAILABLE");
    }

    private int deeds;

    private void does(Agent agent, String presence) {
        deeds++;
        floor.of(agent).at("07:%02d".formatted(deeds), presence);
    }

    private static void refused(Why why, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(WorkRefused.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private static <T> T as(UserId user, Supplier<T> work) {
        return SignIns.as(user, work);
    }
}
