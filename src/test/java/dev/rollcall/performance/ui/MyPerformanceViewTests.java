package dev.rollcall.performance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.BigDecimalField;
import dev.rollcall.audit.Actor;
import dev.rollcall.backoffice.BackOfficeTasks;
import dev.rollcall.backoffice.TaskDraft;
import dev.rollcall.kpi.FactKind;
import dev.rollcall.kpi.KpiFact;
import dev.rollcall.kpi.KpiLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// It is Monday, 2 March, 8 o'clock.
@ViewPackages(classes = MyPerformanceViewTests.class)
class MyPerformanceViewTests extends ViewTest {

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private KpiLog log;
    @Autowired private Access access;
    @Autowired private BackOfficeTasks tasks;

    private Agent asDana() {
        var dana = floor.agent("dana");
        pays("p1", "2026-02-02T07:00:00Z", "100");
        pays("p2", "2026-03-02T07:00:00Z", "1285.50");
        signIn(signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)));
        return dana.agent();
    }

    private void pays(String id, String at, String amount) {
        var payment =
                new KpiFact(
                        "/billing",
                        id,
                        1,
                        "dana",
                        Instant.parse(at),
                        FactKind.PAYMENT,
                        new BigDecimal(amount),
                        null,
                        Currency.getInstance("USD"),
                        null,
                        null,
                        null,
                        null);
        access.asSystem(
                "test", () -> log.take(List.of(payment), Actor.system("test"), Scope.everyone()));
    }

    private String card(int number) {
        return textOf(find(KpiCard.class).all().get(number));
    }

    private String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    @Test
    void showsTheMonthInFourCardsAndTheWeekByDay() {
        asDana();
        open("my-performance");

        assertThat(find(KpiCard.class).all()).hasSize(4);
        assertThat(card(0))
                .contains(
                        "Payments collected", "$1,285.50", "▲ 1,185.5 %", "vs Feb", "No goal set");
        assertThat(card(3)).contains("Total calls", "0");
        var week = textOf(find(WeekTable.class).single());
        assertThat(week).contains("Calls", "Payments", "Services", "Complaints", "Mon", "Fri");
        assertThat(week).contains("today").doesNotContain("Sat");
    }

    @Test
    void goesAMonthBackAndOnAndKeepsItInTheAddress() {
        asDana();
        open("my-performance");
        var previous =
                find(Button.class)
                        .withCondition(b -> "Previous month".equals(b.getAriaLabel().orElse("")))
                        .single();
        test(previous).click();

        assertThat(address()).isEqualTo("my-performance?month=2026-02");
        assertThat(card(0)).contains("$100").contains("n/a");
        open("my-performance?month=nonsense&week=2026-13-45");
        assertThat(card(0)).contains("$1,285.50");
    }

    @Test
    void letsPeopleSetThemselvesAGoalAndTakeItBack() {
        asDana();
        open("my-performance");

        test(button("Set a goal of your own: Payments collected")).click();
        find(BigDecimalField.class).single().setValue(new BigDecimal("2571.00"));
        test(button("Save")).click();

        assertThat(card(0)).contains("50 % of your own goal of $2,571", "No goal set");
        test(button("Change your own goal: Payments collected")).click();
        assertThat(find(BigDecimalField.class).single().getValue())
                .isEqualTo(new BigDecimal("2571"));
        test(button("Remove")).click();
        assertThat(card(0)).doesNotContain("your own goal of");
        open("my-performance?month=2026-02");
        assertThat(find(Button.class).all())
                .noneMatch(each -> each.isVisible() && each.getText().startsWith("Set a goal"));
    }

    @Test
    void saysWhatWouldHelpNext() {
        var dana = asDana();
        open("my-performance");
        var none = textOf(find(NextPart.class).single());
        assertThat(none).contains("What would help next", "Nothing of yours is waiting just now.");

        tasks.create(
                new TaskDraft(
                        "Call the Millers back",
                        null,
                        dana.unit(),
                        dana.id(),
                        null,
                        Instant.parse("2026-03-02T07:30:00Z")));
        open("my-performance");
        assertThat(textOf(find(NextPart.class).single()))
                .contains("Call the Millers back", "overdue", "Back-office task · due");
    }

    @Test
    void opensADayOfTheWeekMetricByMetric() {
        asDana();
        open("my-performance");
        var monday =
                find(NativeButton.class)
                        .withCondition(each -> textOf(each).contains("Mon"))
                        .single();
        test(monday).click();

        var day = find(DayPart.class).single();
        assertThat(textOf(day)).contains("Monday, Mar 2", "Nothing was counted");
        assertThat(monday.getElement().getAttribute("aria-expanded")).isEqualTo("true");
        test(find(NativeButton.class, day).withText("Payments").single()).click();
        assertThat(textOf(day)).contains("$1,285.50 on this day", "7:00");
        test(monday).click();
        assertThat(day.isVisible()).isFalse();
    }

    @Test
    void sharesNothingBeforeSomethingIsChosenAndTakesItBack() {
        var dana = asDana();
        signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, dana.unit()));
        open("my-performance?month=2026-02");
        test(button("Share Feb 2026…")).click();
        test(button("Share")).click();
        assertThat(textOf(find(ShareDialog.class).single()))
                .contains("Choose at least one figure", "Choose with whom");

        find(Checkbox.class, find(ShareDialog.class).single())
                .all()
                .forEach(box -> box.setValue(true));
        test(button("Share")).click();

        var part = find(SharePart.class).single();
        assertThat(textOf(part)).contains("Feb 2026: Payments collected, Services raised");
        test(find(Button.class, part).withText("Take back").single()).click();
        assertThat(textOf(part)).contains("You share nothing now.");
    }

    private Button button(String name) {
        return find(Button.class)
                .withCondition(each ->
                        name.equals(each.getAriaLabel().orElse("")) || name.equals(each.getText()))
                .single();
    }
}
