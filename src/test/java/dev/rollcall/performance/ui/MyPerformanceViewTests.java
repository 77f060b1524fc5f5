package dev.rollcall.performance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import dev.rollcall.audit.Actor;
import dev.rollcall.kpi.FactKind;
import dev.rollcall.kpi.KpiFact;
import dev.rollcall.kpi.KpiLog;
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

    private void asDana() {
        var dana = floor.agent("dana");
        pays("p1", "2026-02-02T07:00:00Z", "100");
        pays("p2", "2026-03-02T07:00:00Z", "1285.50");
        signIn(signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)));
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
}
