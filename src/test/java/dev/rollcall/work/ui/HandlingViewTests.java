package dev.rollcall.work.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.rollcall.people.Group;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import dev.rollcall.work.ChatTeam;
import dev.rollcall.work.GroupRules;
import dev.rollcall.work.GroupRules.SeenBy;
import dev.rollcall.work.Handling;
import dev.rollcall.work.OpenHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = HandlingViewTests.class)
class HandlingViewTests extends ViewTest {

    @Autowired private ChatTeam team;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Handling handling;

    private Group chats;

    @BeforeEach
    void aGroup() {
        chats = team.byHand("chats");
    }

    @Test
    void savesHowAGroupHandlesItsWork() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        open("settings/handling/chats");

        box("Assign items automatically").setValue(true);
        find(IntegerField.class).single().setValue(4);
        press("Add hours");
        press("Save");

        var rules = handling.rules(chats.id());
        assertThat(rules.automatic()).isTrue();
        assertThat(rules.limitPerAgent()).isEqualTo(4);
        assertThat(rules.hours())
                .containsExactly(
                        new OpenHours(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(17, 0)));
        assertThat(toasts()).contains("“Group chats” is saved.");
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        open("settings/handling/chats");

        var limit = find(IntegerField.class).single();
        limit.setValue(0);
        press("Save");

        assertThat(limit.isInvalid()).isTrue();
        assertThat(limit.getErrorMessage()).isEqualTo("A limit is between 1 and 100 items.");
        assertThat(handling.rules(chats.id()).limitPerAgent()).isNull();
    }

    @Test
    void losesNothingWhenSomebodyElseSavedFirst() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        open("settings/handling/chats");
        find(IntegerField.class).single().setValue(4);
        team.decide(
                new GroupRules(chats.id(), 7, false, true, true, true, SeenBy.UNIT, List.of(), 1));

        press("Save");

        assertThat(textOf(find(HandlingForm.class).single()))
                .contains("Items of this group per person", "7");
        assertThat(find(IntegerField.class).single().getValue()).isEqualTo(4);
        press("Save");
        assertThat(handling.rules(chats.id()).limitPerAgent()).isEqualTo(4);
        assertThat(handling.rules(chats.id()).seenBy()).isEqualTo(SeenBy.UNIT);
    }

    @Test
    void offersTheGroupsOfOnesUnitsOnly() {
        var elsewhere = floor.unit("elsewhere", "UTC");
        signIn(signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, elsewhere.id())));
        open("settings/handling");

        assertThat(textOf(find(HandlingView.class).single()))
                .contains("There are no groups for chats, tickets or calls yet.");
    }

    private Checkbox box(String label) {
        return find(Checkbox.class).all().stream()
                .filter(each -> label.equals(each.getLabel()))
                .findFirst()
                .orElseThrow();
    }
}
