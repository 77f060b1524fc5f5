package dev.rollcall.requests.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.people.Agent;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.Allowance;
import dev.rollcall.requests.Allowances;
import dev.rollcall.requests.Preference;
import dev.rollcall.requests.Preferences;
import dev.rollcall.requests.PreferredTime;
import dev.rollcall.requests.RequestRules;
import dev.rollcall.requests.TimeOff;
import dev.rollcall.requests.TimeOffDraft;
import dev.rollcall.requests.TimeOffs;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Dana asks, Kim decides. It is Monday, 2 March 2026.
@ViewPackages(classes = RequestsViewTests.class)
class RequestsViewTests extends ViewTest {

    private static final LocalDate TUESDAY = Floor.TODAY.plusDays(1);

    @Autowired private TimeOffs timeOffs;
    @Autowired private Allowances allowances;
    @Autowired private Preferences preferences;
    @Autowired private RequestRules rules;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;

    private Agent dana;
    private User self;
    private User kim;

    @BeforeEach
    void danaWorksTomorrow() {
        dana = floor.agent("dana").onShift(TUESDAY, "WORK 08:00-16:00").agent();
        self = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT));
        kim = signIns.user(Assignment.inUnit(Role.SUPERVISOR, dana.unit()));
        SignIns.as(
                kim.id(),
                () ->
                        allowances.set(
                                new Allowance(
                                        dana.id(),
                                        AbsenceType.ANNUAL_LEAVE,
                                        2026,
                                        BigDecimal.TEN,
                                        BigDecimal.ONE,
                                        0)));
    }

    private TimeOff ask() {
        return SignIns.as(
                self.id(),
                () ->
                        timeOffs.ask(
                                new TimeOffDraft(
                                        AbsenceType.ANNUAL_LEAVE,
                                        TUESDAY,
                                        TUESDAY,
                                        null,
                                        "Wedding")));
    }

    private String page() {
        return textOf(find(RequestsView.class).single());
    }

    private String inbox() {
        return textOf(find(InboxView.class).single());
    }

    @Test
    void saysWhatItTakesBeforeOneAsksAndShowsWhatBecomesOfIt() {
        signIn(self);
        open("requests");
        assertThat(page()).contains("Annual leave 2026, left").contains("11 days");

        press("Ask for time off");
        test(find(DatePicker.class).all().getFirst()).setValue(TUESDAY);
        assertThat(textOf(find(TimeOffDialog.class).single()))
                .contains("This takes 1 day.")
                .contains("Left in 2026 afterwards: 10 days.")
                .contains("Somebody who plans you decides.");
        press("Ask");

        assertThat(page()).contains("Tue, Mar 3, 2026").contains("Waiting").contains("10 days");
        var asked = SignIns.as(self.id(), () -> timeOffs.own(1)).getFirst();
        SignIns.as(kim.id(), () -> timeOffs.decline(asked.number(), asked.version(), "Inventory"));
        soon(() -> assertThat(page()).contains("Declined by").contains("Answer: Inventory"));
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        signIn(self);
        open("requests");
        press("Ask for time off");

        test(find(DatePicker.class).all().getFirst()).setValue(TUESDAY.plusDays(1));

        assertThat(find(DatePicker.class).all().getFirst().getErrorMessage())
                .contains("nothing to take");
    }

    @Test
    void namesDatesAsTheirReaderWritesThem() {
        ask();
        signIn(self);
        open("requests");
        press("Ask for time off");

        test(find(DatePicker.class).all().getFirst()).setValue(TUESDAY);

        assertThat(find(DatePicker.class).all().getFirst().getErrorMessage())
                .contains("from Tue, Mar 3, 2026 to Tue, Mar 3, 2026");
    }

    @Test
    void takesBackAndForgets() {
        ask();
        signIn(self);
        open("requests");
        assertThat(page()).contains("Note: Wedding");

        press("Erase the note");
        assertThat(page()).doesNotContain("Wedding");

        press("Take it back");
        assertThat(page()).contains("Taken back before it was decided.");
    }

    @Test
    void keepsWishes() {
        signIn(self);
        open("requests?show=wishes");
        Select<PreferredTime> monday = likeOfMonday();
        monday.setValue(PreferredTime.EARLY);
        press("Save my wishes");

        assertThat(SignIns.as(self.id(), preferences::own))
                .containsExactly(
                        new Preference(
                                DayOfWeek.MONDAY, PreferredTime.EARLY, Preference.Weight.LIKE));
        assertThat(likeOfMonday().getValue()).isEqualTo(PreferredTime.EARLY);
    }

    @SuppressWarnings("unchecked")
    private Select<PreferredTime> likeOfMonday() {
        return (Select<PreferredTime>) find(Select.class).all().getFirst();
    }

    @Test
    void showsWhoeverDecidesWhatItWouldMean() {
        ask();
        signIn(kim);
        open("requests/inbox");
        assertThat(inbox())
                .contains("dana: Tue, Mar 3, 2026")
                .contains("Note: Wedding")
                .contains("Allowance 2026: 11 days left now, 10 days afterwards.")
                .contains("Nobody else of the group is off.")
                .contains("Nobody has said how many are required.")
                .contains("In this unit a person decides.");

        press("Approve");

        assertThat(inbox()).contains("Nothing waits for you.");
        assertThat(toasts()).contains("Approved, and in the plan.");
        open("requests/inbox?show=decided");
        assertThat(inbox()).contains("Approved by " + kim.name());
    }

    @Test
    void declinesSeveralAtOnceWithAReason() {
        ask();
        var erin = floor.agent("erin").onShift(TUESDAY, "WORK 08:00-16:00").agent();
        SignIns.as(
                kim.id(),
                () ->
                        timeOffs.askFor(
                                erin.id(), TimeOffDraft.days("SPECIAL_LEAVE", TUESDAY, TUESDAY)));
        signIn(kim);
        open("requests/inbox");
        find(Checkbox.class).all().forEach(each -> test(each).click());
        press("Decline 2 chosen");
        test(find(TextField.class).single()).setValue("Inventory");
        test(find(Button.class).withText("Decline").all().getLast()).click();

        assertThat(inbox()).contains("Nothing waits for you.");
        assertThat(SignIns.as(self.id(), () -> timeOffs.own(1)))
                .extracting(TimeOff::answer)
                .isEqualTo(List.of("Inventory"));
    }

    @Test
    void showsANewRequestWithoutReloading() {
        signIn(kim);
        open("requests/inbox");
        assertThat(inbox()).contains("Nothing waits for you.");

        ask();

        soon(() -> assertThat(inbox()).contains("dana: Tue, Mar 3, 2026"));
    }

    @Test
    void leavesWhatDidNotChangeWhereItIs() {
        ask();
        var erin = floor.agent("erin").onShift(TUESDAY, "WORK 08:00-16:00").agent();
        signIn(kim);
        open("requests/inbox");
        var shown = find(Card.class).single();

        askFor(erin, TUESDAY);

        soon(() -> assertThat(inbox()).contains("erin: Tue, Mar 3, 2026"));
        assertThat(find(Card.class).all()).hasSize(2).first().isSameAs(shown);
    }

    @Test
    void showsTheOldestTooWhenManyWait() {
        ask();
        for (int each = 1; each <= 50; each++) {
            var date = TUESDAY.plusDays(1);
            askFor(floor.agent("agent-" + each).onShift(date, "WORK 08:00-16:00").agent(), date);
        }
        signIn(kim);
        open("requests/inbox");

        assertThat(inbox()).contains("Waiting (50+)").contains("dana: Tue, Mar 3, 2026");
        assertThat(find(Card.class).all()).hasSize(50);

        press("Show more");

        assertThat(inbox()).contains("Waiting (51)");
        assertThat(find(Card.class).all()).hasSize(51);
    }

    private void askFor(Agent other, LocalDate date) {
        SignIns.as(
                kim.id(),
                () -> timeOffs.askFor(other.id(), TimeOffDraft.days("SPECIAL_LEAVE", date, date)));
    }

    @Test
    void keepsTheRuleOfAUnit() {
        signIn(kim);
        open("requests/inbox?show=rules");
        assertThat(inbox()).contains("No rule yet: a person decides everything.");
        find(Checkbox.class).all().getFirst().setValue(true);
        find(IntegerField.class).all().getFirst().setValue(400);
        press("Save");
        assertThat(find(IntegerField.class).all().getFirst().getErrorMessage())
                .contains("0 to 365");

        find(IntegerField.class).all().getFirst().setValue(7);
        press("Save");

        assertThat(SignIns.as(kim.id(), () -> rules.of(dana.unit())).daysAhead()).isEqualTo(7);
        assertThat(inbox()).contains("This unit has a rule of its own.");
    }

    @Test
    void setsAllowances() {
        signIn(kim);
        open("requests/inbox?show=allowances");
        assertThat(find(Button.class).withText("Set for 0 chosen…").single().isEnabled()).isFalse();
        assertThat(inbox()).contains("What people may take in a calendar year.");
    }
}
