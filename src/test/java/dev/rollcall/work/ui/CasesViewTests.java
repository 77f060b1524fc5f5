package dev.rollcall.work.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Group;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import dev.rollcall.work.ChatTeam;
import dev.rollcall.work.WorkItem;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The cases Ann sees: those of her group, and not those of the other.
@ViewPackages(classes = CasesViewTests.class)
class CasesViewTests extends ViewTest {

    @Autowired private ChatTeam team;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;

    private Agent ann;
    private WorkItem refund;

    @BeforeEach
    void twoGroupsHaveWork() {
        floor.track();
        Group chats = team.byHand("chats");
        Group others = team.byHand("others");
        ann = team.member("ann", chats);
        refund = team.arrives(chats, "chat-1", "Where is my refund?");
        team.arrives(chats, "chat-2", "Voucher is not accepted");
        team.arrives(others, "chat-3", "Nothing of Ann's");
        signIn(team.user(ann));
    }

    @Test
    void showsWhatOnesGroupsHaveTheNewestFirst() {
        open("cases");
        assertThat(subjects()).containsExactly("Voucher is not accepted", "Where is my refund?");

        open("cases?order=oldest");
        assertThat(subjects()).containsExactly("Where is my refund?", "Voucher is not accepted");
    }

    @Test
    void showsWhoeverManagesOthersWhatTheirUnitsHave() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
        open("cases");
        assertThat(subjects()).hasSize(3);
    }

    @Test
    void findsByWordsAndByReference() {
        open("cases?q=refund");
        assertThat(subjects()).containsExactly("Where is my refund?");

        open("cases?q=chat-2");
        assertThat(subjects()).containsExactly("Voucher is not accepted");

        open("cases?q=%2B*%22");
        assertThat(subjects()).isEmpty();
    }

    @Test
    void narrowsToWhatIsDone() {
        open("cases?state=DONE");

        assertThat(subjects()).isEmpty();
        assertThat(textOf(find(CasesView.class).single()))
                .contains("Nothing fits what you are looking for.");
    }

    @Test
    void isToBeReadUntilAnnClocksInAndLetsHerTakeThen() {
        open("cases/" + refund.id().value());
        assertThat(drawer()).contains("Where is my refund?", "Arrived for Group chats");
        assertThat(find(Button.class).withText("Take").all()).isEmpty();
        assertThat(textOf(find(CasesView.class).single()))
                .contains("To take something, clock in first.");

        team.does(ann, "UNAVAILABLE/BREAK");
        soon(() ->
                assertThat(textOf(find(CasesView.class).single()))
                        .doesNotContain("clock in first"));
        press("Take");

        assertThat(drawer()).contains("Taken by", "Assigned");
    }

    private String drawer() {
        return textOf(find(CaseDrawer.class).single());
    }

    private List<String> subjects() {
        return find(CaseGrid.class)
                .single()
                .getListDataView()
                .getItems()
                .map(WorkItem::subject)
                .toList();
    }
}
