package dev.rollcall.requests.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import dev.rollcall.people.Agent;
import dev.rollcall.requests.OpenShift;
import dev.rollcall.requests.OpenShiftDraft;
import dev.rollcall.requests.OpenShifts;
import dev.rollcall.requests.Swap;
import dev.rollcall.requests.Swaps;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Dana works tomorrow, Lou does not, Kim plans both. It is Monday, 2 March 2026.
@ViewPackages(classes = ShiftsViewTests.class)
class ShiftsViewTests extends ViewTest {

    private static final LocalDate TUESDAY = Floor.TODAY.plusDays(1);

    @Autowired private Swaps swaps;
    @Autowired private OpenShifts openShifts;
    @Autowired private Schedules schedules;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;

    private Agent dana;
    private Agent lou;
    private User kim;

    @BeforeEach
    void danaWorksTomorrow() {
        dana = floor.agent("dana").onShift(TUESDAY, "WORK 08:00-16:00").agent();
        lou = floor.agent("lou").agent();
        kim = signIns.user(Assignment.inUnit(Role.SUPERVISOR, dana.unit()));
    }

    private User self(Agent agent) {
        return signIns.user(agent.id(), Assignment.everywhere(Role.AGENT));
    }

    /// On a page of their own, to which nothing comes that another one was sent.
    private void visitShifts(User user) {
        signIn(kim);
        open("requests/inbox");
        signIn(user);
        open("requests?show=shifts");
    }

    private String page() {
        return textOf(find(RequestsView.class).single());
    }

    private String inbox() {
        return textOf(find(InboxView.class).single());
    }

    @Test
    void offersAShiftThatAColleagueTakesAndAPersonApproves() {
        signIn(self(dana));
        open("requests?show=shifts");
        press("Offer a shift");
        @SuppressWarnings("unchecked")
        var shift = (Select<LocalDate>) find(Select.class).single();
        shift.setValue(TUESDAY);
        press("Offer");
        assertThat(page()).contains("My swaps").contains("Offered");

        visitShifts(self(lou));
        assertThat(page()).contains("Offered by dana");
        press("Take…");
        assertThat(textOf(find(TakeDialog.class).single()))
                .contains("In your plan nothing speaks against it.")
                .contains("Somebody who plans you decides.");
        press("Take it");
        assertThat(page()).contains("Taken, waits");

        signIn(kim);
        open("requests/inbox");
        assertThat(inbox()).contains("dana to lou").contains("Nothing speaks against it.");
        press("Approve");
        assertThat(inbox()).contains("Nothing waits for you.");
        assertThat(schedules.plan(lou.id(), TUESDAY)).isPresent();
        assertThat(SignIns.as(self(floor.agent("erin").agent()).id(), swaps::offered))
                .extracting(Swaps.Offer::swap)
                .extracting(Swap::number)
                .isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void asksWhoeverOffersWhetherTheyAgreeToTheShiftInReturn() {
        floor.of(lou).onShift(TUESDAY.plusDays(1), "WORK 10:00-18:00");
        var danaSelf = self(dana);
        SignIns.as(danaSelf.id(), () -> swaps.offer(TUESDAY, null));
        visitShifts(self(lou));
        press("Take…");
        ((Select<LocalDate>) find(Select.class).single()).setValue(TUESDAY.plusDays(1));
        assertThat(textOf(find(TakeDialog.class).single()))
                .contains("dana has to agree to the shift in return.");
        press("Take it");
        assertThat(page())
                .contains("Waits for a yes")
                .contains("dana has to agree to the shift in return.")
                .doesNotContain("Do not agree");

        signIn(kim);
        open("requests/inbox");
        assertThat(inbox()).contains("Nothing waits for you.");

        visitShifts(danaSelf);
        assertThat(page().replace('\u202f', ' '))
                .contains("In return: Wed, Mar 4, 2026, 10:00 AM–6:00 PM");
        press("Agree");
        assertThat(page()).contains("Taken, waits");

        signIn(kim);
        open("requests/inbox");
        assertThat(inbox()).contains("dana to lou");
    }

    @Test
    void claimsAnOpenShift() {
        post(true);
        visitShifts(self(lou));
        assertThat(page()).contains("1 place left").contains("Whoever comes first has it");
        press("Claim");

        assertThat(page()).contains("In the plan");
        assertThat(toasts()).contains("It is yours, and in your plan.");
        signIn(kim);
        open("requests/inbox?show=open-shifts");
        assertThat(inbox()).contains("1 of 1 taken").contains("lou: In the plan.");
    }

    @Test
    void decidesSwapsAndClaimsTogetherAndSaysWhatWasRefused() {
        var swap = SignIns.as(self(dana).id(), () -> swaps.offer(TUESDAY, null));
        SignIns.as(
                self(floor.agent("erin").agent()).id(),
                () -> swaps.take(swap.number(), swap.version(), null));
        var shift = post(false);
        SignIns.as(self(lou).id(), () -> openShifts.claim(shift.number()));
        signIn(kim);
        open("requests/inbox");
        assertThat(find(Checkbox.class).all()).hasSize(2);

        find(Checkbox.class).all().forEach(each -> test(each).click());
        // Meanwhile Dana's day is planned anew, so that the offer is over.
        floor.of(dana).onShift(TUESDAY, "WORK 09:00-17:00");
        press("Approve 2 chosen");

        assertThat(toasts())
                .anySatisfy(toast ->
                        assertThat(toast)
                                .contains("Approved, and in the plan.")
                                .contains("dana: The day was planned anew"));
        assertThat(schedules.plan(lou.id(), TUESDAY)).isPresent();
        open("requests/inbox?show=decided");
        assertThat(inbox()).contains("lou: Tue, Mar 3, 2026").contains("Given by");
    }

    @Test
    void showsDecidedSwapsToo() {
        var swap = SignIns.as(self(dana).id(), () -> swaps.offer(TUESDAY, null));
        var taken =
                SignIns.as(self(lou).id(), () -> swaps.take(swap.number(), swap.version(), null));
        SignIns.as(kim.id(), () -> swaps.decline(taken.number(), taken.version(), "Inventory"));
        signIn(kim);
        open("requests/inbox?show=decided");

        assertThat(inbox())
                .contains("dana to lou")
                .contains("Declined by")
                .contains("Answer: Inventory");
    }

    private OpenShift post(boolean firstCome) {
        return SignIns.as(
                kim.id(),
                () ->
                        openShifts.post(
                                new OpenShiftDraft(
                                        dana.unit(),
                                        null,
                                        TUESDAY,
                                        List.of(
                                                new PlannedActivity(
                                                        "WORK",
                                                        TimeSpan.of(
                                                                TUESDAY.atTime(LocalTime.of(12, 0))
                                                                        .toInstant(ZoneOffset.UTC),
                                                                TUESDAY.atTime(LocalTime.of(20, 0))
                                                                        .toInstant(
                                                                                ZoneOffset.UTC)))),
                                        1,
                                        firstCome)));
    }
}
