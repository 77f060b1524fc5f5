package dev.rollcall.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Group;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ModuleTest;
import dev.rollcall.work.WorkItem.State;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What work does to a status, and a status to work: Ann handles chats that are taken by hand.
@ModuleTest
class WorkPresenceTests {

    @Autowired private ChatTeam team;
    @Autowired private WorkItems items;
    @Autowired private WorkPresence presence;
    @Autowired private PresenceFeed feed;
    @Autowired private OpenWork open;
    @Autowired private LivePresence live;
    @Autowired private JdbcClient jdbc;

    private Group chats;
    private Agent ann;
    private UserId user;

    @BeforeEach
    void annHandlesChats() {
        chats = team.byHand("chats");
        ann = team.member("ann", chats);
        user = team.user(ann).id();
    }

    private <T> T byAnn(Supplier<T> work) {
        return SignIns.as(user, work);
    }

    private WorkItem annStarts(String reference) {
        var item = team.arrives(chats, reference, "Hello");
        byAnn(() -> items.take(item.id()));
        return byAnn(() -> items.start(item.id()));
    }

    private State state(WorkItem item) {
        return open.find(item.id()).orElseThrow().state();
    }

    // ------------------------------------------------------------------ who leaves

    @Test
    void somebodyWhoIsNotTrackedStartsWhatTheyTookAndKeepsIt() {
        var one = annStarts("chat-1");
        var two = annStarts("chat-2");

        assertThat(live.of(ann.id()))
                .hasValueSatisfying(now -> assertThat(now.state().base()).isEqualTo(Base.AWAY));
        assertThat(state(one)).isEqualTo(State.ACTIVE);
        assertThat(state(two)).isEqualTo(State.ACTIVE);

        byAnn(() -> items.complete(one.id()));
        assertThat(open.of(ann.id())).extracting(WorkItem::id).containsExactly(two.id());
    }

    @Test
    void somebodyWhoIsNotTrackedKeepsItWhenRollcallStartsAgain() {
        var item = annStarts("chat-1");

        presence.load();
        presence.tellWhatACrashKeptBack();

        assertThat(state(item)).isEqualTo(State.ACTIVE);
    }

    @Test
    void whoeverWasThereAndLeavesPutsTheirChatsDown() {
        team.does(ann, "AVAILABLE");
        var item = annStarts("chat-1");

        team.does(ann, "AWAY");

        assertThat(state(item)).isEqualTo(State.WAITING);
    }

    @Test
    void whatIsAssignedToSomebodyWhoHasJustLeftWaitsAgain() {
        team.does(ann, "AVAILABLE");
        var item = team.arrives(chats, "chat-1", "Hello");
        // The rule chose them, and they clock out before it is written.
        team.does(ann, "AWAY");

        assertThat(items.assign(item, ann.id())).isTrue();

        assertThat(state(item)).isEqualTo(State.WAITING);
        assertThat(open.of(ann.id())).isEmpty();
    }

    // ------------------------------------------------------------------ what is told

    @Test
    void whatPresenceDidNotTakeIsToldAgain() {
        team.does(ann, "AVAILABLE");
        var item =
                whilePresenceTakesNothing(() -> {
                    var started = annStarts("chat-1");
                    feed.tellAgain();
                    return started;
                });
        assertThat(state(item)).isEqualTo(State.ACTIVE);
        assertThat(base()).isEqualTo(Base.AVAILABLE);

        feed.tellAgain();

        assertThat(base()).isEqualTo(Base.ACTIVE);
    }

    @Test
    void keepsTheLatestOfWhatPresenceDidNotTake() {
        var events = new ArrayList<PresenceEvent>();
        for (int i = 0; i < PresenceFeed.MOST_KEPT + 2; i++) {
            events.add(
                    new WorkStarted(
                            WorkPresence.SOURCE,
                            "started-" + i,
                            "ann",
                            FreshStart.NOW,
                            (long) i,
                            "chat-" + i,
                            Channel.CHAT,
                            null));
        }
        whilePresenceTakesNothing(() -> {
            feed.tell(events);
            return true;
        });

        feed.tellAgain();

        assertThat(
                        jdbc.sql("select count(*) from presence_event where source = ?")
                                .param(WorkPresence.SOURCE)
                                .query(Integer.class)
                                .single())
                .isEqualTo(PresenceFeed.MOST_KEPT);
    }

    private <T> T whilePresenceTakesNothing(Supplier<T> work) {
        jdbc.sql(
                        "create or replace trigger takes_nothing before insert on presence_event"
                                + " for each row signal sqlstate '45000' set message_text = 'not now'")
                .update();
        try {
            return work.get();
        } finally {
            jdbc.sql("drop trigger takes_nothing").update();
        }
    }

    private Base base() {
        return live.of(ann.id()).orElseThrow().state().base();
    }
}
