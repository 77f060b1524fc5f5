package dev.rollcall.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import dev.rollcall.schedule.HolidayCalendar;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/// It is Monday, 2 March, 8 o'clock.
@ViewPackages(classes = CalendarViewTests.class)
class CalendarViewTests extends ViewTest {

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private HolidayCalendar holidays;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;
    @Autowired private ConfigurableTransactionManager transactions;

    private void asDana() {
        var dana =
                floor.agent("dana")
                        .onShift("WORK 07:00-15:00", "LUNCH 12:00-12:30")
                        .onShift(Floor.TODAY.plusDays(1), "WORK 22:00-06:00")
                        .at("07:05", "AVAILABLE");
        signIn(signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)));
    }

    @Test
    void showsTheWeekWithPlanAndActual() {
        asDana();
        open("calendar");

        assertThat(find(H2.class).single().getText()).contains("Mar 2").contains("Mar 8");
        var days = find(Section.class).all();
        assertThat(days).hasSize(7);
        assertThat(textOf(days.getFirst()))
                .contains("Today")
                .containsPattern("Work7:00\\h*AM–12:00\\h*PM")
                .contains("Lunch")
                .containsPattern("Worksince 7:05\\h*AM");
        assertThat(textOf(days.get(2))).contains("since the day before");
        assertThat(textOf(find(CalendarView.class).single())).contains("(UTC)");
    }

    @Test
    void goesOnAndBackAndKeepsItInTheAddress() {
        asDana();
        open("calendar");

        test(find(Button.class)
                        .withCondition(b -> "Next".equals(b.getAriaLabel().orElse("")))
                        .single())
                .click();

        assertThat(find(H2.class).single().getText()).contains("Mar 9");
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("calendar?date=2026-03-09");
        press("Today");
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("calendar");
    }

    @Test
    void turnsToTheNewDayAtMidnightWhileItIsOpen() {
        asDana();
        open("calendar");
        var view = find(CalendarView.class).single();
        view.turn(view.readAnew());
        assertThat(textOf(find(Section.class).all().getFirst())).contains("Today");

        clock.advance(Duration.ofHours(16));
        view.turn(view.readAnew());

        var days = find(Section.class).all();
        assertThat(textOf(days.getFirst())).doesNotContain("Today");
        assertThat(textOf(days.get(1))).contains("Today");
        clock.advance(Duration.ofDays(6));
        view.turn(view.readAnew());
        assertThat(find(H2.class).single().getText()).contains("Mar 9");
    }

    @Test
    void staysWhereItWasSentAtMidnight() {
        asDana();
        open("calendar?date=2026-03-02&view=day");
        var view = find(CalendarView.class).single();

        clock.advance(Duration.ofHours(16));
        view.turn(view.readAnew());

        assertThat(find(H2.class).single().getText()).contains("Mar 2");
        assertThat(textOf(find(Section.class).single())).doesNotContain("Today");
    }

    @Test
    void showsOneDay() {
        asDana();
        open("calendar?date=2026-03-03&view=day");

        assertThat(find(Section.class).all()).hasSize(1);
        assertThat(textOf(find(Section.class).single())).contains("goes on");
    }

    @Test
    void showsAMonthWithHolidaysAndHowThePlanWasKept() {
        var kim =
                floor.agent("kim")
                        .onShift(Floor.TODAY.minusDays(3), "WORK 08:00-16:00")
                        .onShift("WORK 07:00-15:00")
                        .onShift(Floor.TODAY.plusDays(4), "WORK 22:00-06:00")
                        .onShift(Floor.TODAY.plusDays(7), "TIME_OFF 08:00-16:00")
                        .at(Floor.TODAY.minusDays(3), "08:00", "AVAILABLE")
                        .at(Floor.TODAY.minusDays(3), "12:00", "AWAY");
        access.asSystem(
                "test",
                () -> holidays.put(kim.agent().unit(), LocalDate.of(2026, 3, 19), "Saint Joseph"));
        signIn(signIns.user(kim.agent().id(), Assignment.everywhere(Role.AGENT)));
        open("calendar?date=2026-03-02&view=month");

        assertThat(find(H2.class).single().getText()).isEqualTo("March 2026");
        var days = find(ListItem.class).withClassName("month-day").all();
        // From Monday, 23 February, to Sunday, 5 April.
        assertThat(days).hasSize(42);
        assertThat(textOf(days.get(4)))
                .contains("Adherence 50.0%")
                .contains("with grace")
                .contains("raw");
        assertThat(textOf(days.get(11))).containsPattern("10:00\\h*PM–6:00\\h*AM").contains("8 h");
        assertThat(textOf(days.get(24))).contains("Saint Joseph");
        assertThat(textOf(find(CalendarView.class).single()))
                .contains("Paid time planned in this month");

        test(find(NativeButton.class)
                        .withCondition(b ->
                                "Fri, Mar 6, 2026"
                                        .equals(b.getElement().getAttribute("aria-label")))
                        .single())
                .click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("calendar?date=2026-03-06&view=day");
    }

    @Test
    void offersTheVersionsOfAPlanToWhomMaySeeThemOnly() {
        var robin = floor.agent("robin").onShift("WORK 07:00-15:00");
        signIn(
                signIns.user(
                        robin.agent().id(),
                        Assignment.everywhere(Role.AGENT),
                        Assignment.everywhere(Role.SUPERVISOR)));
        open("calendar?view=day");
        assertThat(find(Anchor.class).withText("How this plan came about").single().getHref())
                .isEqualTo("planner/versions/robin/2026-03-02");

        asDana();
        open("calendar?view=day&date=2026-03-02");
        assertThat(find(Anchor.class).withText("How this plan came about").exists()).isFalse();
    }

    @Test
    void takesNonsenseInTheAddressForToday() {
        asDana();
        open("calendar?date=yesterday&view=year");

        assertThat(find(H2.class).single().getText()).contains("Mar 2");
    }

    @Test
    void opensWhenSomebodyTrackedClocksIn() {
        floor.track();
        var kim = floor.agent("kim").onShift("WORK 07:00-15:00");
        signIn(signIns.user(kim.agent().id(), Assignment.everywhere(Role.AGENT)));
        open("calendar");
        assertThat(textOf(find(CalendarView.class).single())).contains("opens when you clock in");

        kim.at("07:30", "AVAILABLE");

        soon(() -> assertThat(find(Section.class).all()).hasSize(7));
    }

    @Test
    void readsOnceAndNothingWhileTheGateIsShut() {
        floor.track();
        var kim = floor.agent("kim").onShift("WORK 07:00-15:00");
        signIn(signIns.user(kim.agent().id(), Assignment.everywhere(Role.AGENT)));
        var read = new AtomicInteger();
        var before = List.copyOf(transactions.getTransactionExecutionListeners());
        transactions.addListener(
                new TransactionExecutionListener() {
                    @Override
                    public void beforeBegin(TransactionExecution transaction) {
                        if (transaction.getTransactionName().endsWith("OwnCalendar.days")) {
                            read.incrementAndGet();
                        }
                    }
                });
        try {
            open("calendar");
            assertThat(read).hasValue(0);

            kim.at("07:30", "AVAILABLE");
            soon(() -> assertThat(find(Section.class).all()).hasSize(7));
            assertThat(read).hasValue(1);

            open("calendar?date=2026-03-03");
            assertThat(read).hasValue(2);

        } finally {
            transactions.setTransactionExecutionListeners(before);
        }
    }
}
