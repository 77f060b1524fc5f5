package dev.rollcall.reports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import dev.rollcall.people.Scope;
import dev.rollcall.reports.PersonReports;
import dev.rollcall.reports.TeamPatterns;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What recurs, where plans are at fault and what may be too much, from plans and timelines to the
/// page.
@ViewPackages(classes = PatternViewTests.class)
class PatternViewTests extends ViewTest {

    private static final LocalDate TODAY = Floor.TODAY;

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private PersonReports reports;
    @Autowired private TeamPatterns team;
    @Autowired private Access access;
    @Autowired private JdbcClient database;

    /// Late from lunch on the last five Tuesdays, on time on the last five Fridays.
    private Floor.Worker lateOnTuesdays(String id) {
        var worker = floor.agent(id);
        for (int week = 1; week <= 5; week++) {
            workday(worker, TODAY.minusWeeks(week).plusDays(1), "12:40");
            workday(worker, TODAY.minusWeeks(week).plusDays(4), "12:30");
        }
        return worker;
    }

    private static void workday(Floor.Worker worker, LocalDate date, String back) {
        worker.onShift(date, "WORK 08:00-16:00", "LUNCH 12:00-12:30")
                .at(date, "08:00", "AVAILABLE")
                .at(date, "12:00", "UNAVAILABLE/LUNCH")
                .at(date, back, "AVAILABLE")
                .at(date, "16:00", "AWAY");
    }

    private void asSupervisor() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
    }

    private int looks() {
        return database.sql("select count(*) from audit_entry where kind = 'LOOK'")
                .query(Integer.class)
                .single();
    }

    @Test
    void judgesAPersonInASentenceAndShowsWhatWasCounted() {
        lateOnTuesdays("dana");
        asSupervisor();
        int before = looks();

        open("reports/person/dana");

        var page = textOf(find(PersonReportView.class).single());
        assertThat(page)
                .contains("Recurring: “Lunch went on too long” on 5 of 5 times on a Tuesday")
                .contains("12:30")
                .contains("on at least 4 of the same weekday")
                .contains("Tuesday 12:30")
                .contains("No signs of strain");
        assertThat(find(HeatMap.class).single().getElement().getTextRecursively())
                .contains("out on 5 of 5 days");
        assertThat(looks()).isEqualTo(before + 1);
    }

    @Test
    void showsPeopleTheirOwnWithoutALookAndNobodyElses() {
        var dana = lateOnTuesdays("dana");
        floor.agent("kim");
        signIn(signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)));
        int before = looks();

        open("reports/person/dana");
        assertThat(textOf(find(PersonReportView.class).single())).contains("Your patterns");
        assertThat(looks()).isEqualTo(before);

        open("reports/person/kim");
        assertThat(textOf(find(PersonReportView.class).single()))
                .contains("nobody here")
                .doesNotContain("Recurring");
    }

    @Test
    void blamesThePlanWhereManyLeaveItAndNamesTheUnit() {
        for (int who = 1; who <= 5; who++) {
            lateOnTuesdays("agent-" + who);
        }
        asSupervisor();
        open("reports/patterns");

        assertThat(textOf(find(PatternsView.class).single()))
                .contains("Tuesday at 12:30")
                .contains("Lunch went on too long. 5 people, on 20 of 20 days planned there")
                .contains("care")
                .contains("Planned: away from customers")
                .contains("Nobody shows signs of strain");
    }

    @Test
    void showsSignsOfStrainToWhoeverLooksAfterThemAndToThemselves() {
        var dana = floor.agent("dana");
        for (int ago = 6; ago >= 1; ago--) {
            var date = TODAY.minusDays(ago);
            dana.onShift(date, "WORK 08:00-16:00", "LUNCH 12:00-12:30")
                    .at(date, "08:00", "AVAILABLE")
                    .at(date, "17:00", "AWAY");
        }
        asSupervisor();
        int before = looks();
        open("reports/patterns");
        assertThat(textOf(find(PatternsView.class).single()))
                .contains("6 planned days in a row ran over")
                .contains("6 of 6 breaks worked through")
                .contains("beyond 45 h of planned work");
        assertThat(looks()).isEqualTo(before + 1);

        signIn(signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)));
        open("reports/person/dana");
        assertThat(textOf(find(PersonReportView.class).single()))
                .contains("6 of 6 breaks worked through")
                .contains("Told from 3 breaks on");
    }

    @Test
    void speaksGermanAndHasNothingToSayOfNobody() {
        floor.agent("dana");
        asSupervisor();
        UI.getCurrent().setLocale(Locale.GERMAN);
        open("reports/person/dana");
        assertThat(textOf(find(PersonReportView.class).single()))
                .contains("In diesen Wochen war nichts geplant.");

        open("reports/patterns?unit=nonsense&days=7");
        assertThat(textOf(find(PatternsView.class).single())).contains("Es war nichts geplant.");
    }

    @Test
    void keepsToTheScopeOfWhoeverAsks() {
        floor.unit("elsewhere", "UTC");
        var far = floor.agent("far", "elsewhere");
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
        var here = Scope.ofUnits(Set.of());

        assertThat(reports.person(far.agent().id(), here)).isEmpty();
        assertThat(team.shrinkage(TODAY.minusDays(7), TODAY, null, here).scheduled()).isZero();
        assertThat(access.scope(Permission.ADHERENCE_VIEW).everybody()).isTrue();
    }
}
