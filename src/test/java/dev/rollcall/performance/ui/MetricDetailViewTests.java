package dev.rollcall.performance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.rollcall.audit.Actor;
import dev.rollcall.kit.ApexChart;
import dev.rollcall.kpi.FactKind;
import dev.rollcall.kpi.FactResult.Outcome;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages behind the cards. It is Monday, 2 March 2026.
@ViewPackages(packages = "dev.rollcall.performance.ui")
class MetricDetailViewTests extends ViewTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Autowired private KpiLog log;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    private final List<KpiFact> facts = new ArrayList<>();

    @BeforeEach
    void dana() {
        var dana = floor.agent("dana").agent();
        floor.agent("kim");
        signIn(signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)));
    }

    @Test
    void paymentsSayWhatWasCollectedOfWhatWasDue() {
        payment("2026-01-05T09:00:00Z", "100.00", null);
        payment("2026-02-03T09:00:00Z", "180.50", "200.00");
        payment("2026-02-04T09:00:00Z", "69.50", "125.00");
        take();

        open("my-performance/payments?month=2026-02");

        assertThat(page())
                .contains("$250", "76.9", "of $325 that was due", "▲ 150")
                .contains("Days with any: 2 instead of 1 (+$100)", "$125 instead of $100 (+$50)")
                .contains("Feb 2026", "Jan 2026");
        assertThat(find(ApexChart.class).all()).hasSize(2);
    }

    @Test
    void servicesAreSplitByTypeAndSayHowManyAreDone() {
        service("2026-02-03T09:00:00Z", "New line", true);
        service("2026-02-03T10:00:00Z", "New line", false);
        service("2026-02-04T10:00:00Z", "Repair", true);
        take();

        open("my-performance/services?month=2026-02");

        assertThat(page()).contains("66.7", "Service types", "New line", "Repair");
    }

    @Test
    void complaintsSayHowLongTheyTook() {
        complaint("2026-02-03T09:00:00Z", "2026-02-03T11:00:00Z");
        complaint("2026-02-03T09:00:00Z", "2026-02-03T13:00:00Z");
        complaint("2026-02-03T09:00:00Z", null);
        take();

        open("my-performance/complaints?month=2026-02");

        assertThat(page()).contains("66.7", "2 h", "nine in ten within 4 h");
    }

    @Test
    void callsSayWhenTheyComeAndHowManyAnHour() {
        call("2026-02-03T09:00:00Z", 240);
        call("2026-02-03T09:30:00Z", 120);
        call("2026-02-04T15:30:00Z", 60);
        take();

        open("my-performance/calls?month=2026-02");

        assertThat(page())
                .contains("1.5", "on 2 days with calls", "2 minutes 20 seconds")
                .contains("No time at work is known", "Tuesday, 9 to 10 h: 2 in thirteen weeks");
        assertThat(find(HourMap.class).single().isVisible()).isTrue();
    }

    @Test
    void nothingOfOthersIsThereAndAnEmptyMonthSaysSo() {
        fact("kim", "2026-02-03T09:00:00Z", FactKind.CALL, null, null, "Secret", null, null, 60);
        take();
        open("my-performance/calls");
        assertThat(page()).contains("nothing before to compare").doesNotContain("Secret");
    }

    // ------------------------------------------------------------------ what dana did

    private void payment(String at, String amount, @Nullable String due) {
        fact("dana", at, FactKind.PAYMENT, amount, due, null, null, null, null);
    }

    private void service(String at, String type, boolean done) {
        fact(
                "dana",
                at,
                FactKind.SERVICE,
                null,
                null,
                type,
                done ? KpiFact.Progress.COMPLETED : KpiFact.Progress.OPEN,
                null,
                null);
    }

    private void complaint(String at, @Nullable String resolved) {
        fact("dana", at, FactKind.COMPLAINT, null, null, null, null, resolved, null);
    }

    private void call(String at, int seconds) {
        fact("dana", at, FactKind.CALL, null, null, null, null, null, seconds);
    }

    private void fact(
            String agent,
            String at,
            FactKind kind,
            @Nullable String amount,
            @Nullable String due,
            @Nullable String category,
            KpiFact.@Nullable Progress progress,
            @Nullable String resolved,
            @Nullable Integer seconds) {
        facts.add(
                new KpiFact(
                        "/test",
                        "f" + facts.size(),
                        1,
                        agent,
                        Instant.parse(at),
                        kind,
                        amount == null ? null : new BigDecimal(amount),
                        due == null ? null : new BigDecimal(due),
                        amount == null ? null : USD,
                        category,
                        seconds == null ? null : Duration.ofSeconds(seconds),
                        progress,
                        resolved == null ? null : Instant.parse(resolved)));
    }

    private void take() {
        access.asSystem(
                "test",
                () ->
                        assertThat(log.take(facts, Actor.system("test"), Scope.everyone()))
                                .allMatch(result -> result.outcome() == Outcome.ACCEPTED));
    }

    private static String page() {
        return textOf(
                (Component)
                        UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst());
    }
}
