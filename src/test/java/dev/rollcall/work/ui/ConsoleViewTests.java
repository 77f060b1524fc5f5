package dev.rollcall.work.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeButton;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Group;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import dev.rollcall.work.ChatTeam;
import dev.rollcall.work.WorkItem;
import dev.rollcall.work.WorkItems;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Ann's console; Bob is her colleague. Nothing is assigned by itself.
@ViewPackages(classes = ConsoleViewTests.class)
class ConsoleViewTests extends ViewTest {

    @Autowired private ChatTeam team;
    @Autowired private Floor floor;
    @Autowired private LivePresence live;
    @Autowired private WorkItems items;

    private Group chats;
    private Agent ann;
    private Agent bob;

    @BeforeEach
    void annHandlesChats() {
        floor.track();
        chats = team.byHand("chats");
        ann = team.member("ann", chats);
        bob = team.member("bob", chats);
        signIn(team.user(ann));
    }

    @Test
    void isShutUntilAnnClocksIn() {
        open("console");
        assertThat(find(ConsolePage.class).all()).isEmpty();

        team.does(ann, "AVAILABLE");
        soon(() -> assertThat(find(ConsolePage.class).all()).hasSize(1));

        team.does(ann, "AWAY");
        soon(() -> assertThat(find(ConsolePage.class).all()).isEmpty());
    }

    @Test
    void takesStartsAndCompletesAnItem() {
        team.arrives(chats, "chat-1", "Where is my refund?");
        console();
        assertThat(text()).contains("Nothing is waiting for you.", "Where is my refund?");

        press("Take");
        press("Start");
        assertThat(live.of(ann.id()).orElseThrow().state().base()).isEqualTo(Base.ACTIVE);
        assertThat(text()).contains("1 in work, 0 waiting for you");

        press("Complete");
        assertThat(live.of(ann.id()).orElseThrow().state().base()).isEqualTo(Base.AVAILABLE);
        assertThat(text()).contains("Nothing is waiting for you.");
        assertThat(toasts()).contains("Completed: Where is my refund?");
    }

    @Test
    void handsAnItemToAColleague() {
        var item = team.arrives(chats, "chat-1", "Where is my refund?");
        team.does(bob, "AVAILABLE");
        console();
        press("Take");
        press("Hand over");

        test(find(NativeButton.class).withText("A colleague").single()).click();
        @SuppressWarnings("unchecked")
        ComboBox<Agent> people =
                find(ComboBox.class).withPropertyValue(ComboBox::getLabel, "A colleague").single();
        assertThat(people.getListDataView().getItems())
                .extracting(Agent::name)
                .containsExactly("bob");
        people.setValue(bob);
        confirm("Hand over");

        assertThat(text()).contains("Nothing is waiting for you.");
        assertThat(toasts()).contains("Handed over to bob");
        assertThat(SignIns.as(team.user(bob).id(), () -> items.start(item.id())).state())
                .isEqualTo(WorkItem.State.ACTIVE);
    }

    @Test
    void saysWhenSomebodyElseWasFirst() {
        var item = team.arrives(chats, "chat-1", "Where is my refund?");
        team.does(bob, "AVAILABLE");
        console();
        var take = find(Button.class).withText("Take").single();
        SignIns.as(team.user(bob).id(), () -> items.take(item.id()));

        test(take).click();

        assertThat(toasts()).contains("Somebody else was first.");
        assertThat(text()).doesNotContain("Where is my refund?");
    }

    @Test
    void keepsTheSameRowWhileOthersComeAndGo() {
        var first = team.arrives(chats, "chat-1", "First");
        console();
        var row = find(ItemRow.class).single();
        team.arrives(chats, "chat-2", "Second");
        settle();

        assertThat(find(ItemRow.class).all()).hasSize(2).first().isSameAs(row);
        assertThat(first.id()).isNotNull();
    }

    @Test
    void tellsWhoeverBelongsToNoGroupWhatToDo() {
        var loner = floor.agent("loner").agent();
        signIn(team.user(loner));
        team.does(loner, "AVAILABLE");
        open("console");

        assertThat(text()).contains("You belong to no group");
    }

    private void console() {
        team.does(ann, "AVAILABLE");
        open("console");
    }

    /// What is pushed comes at most four times a second.
    private void settle() {
        find(ConsolePage.class).single().refresh();
    }

    private void confirm(String button) {
        var buttons = find(Button.class).withText(button).all();
        test(buttons.getLast()).click();
    }

    private String text() {
        return List.copyOf(find(ConsolePage.class).all()).stream()
                .map(ViewTest::textOf)
                .reduce("", String::concat);
    }
}
