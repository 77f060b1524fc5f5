package dev.rollcall.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeButton;
import dev.rollcall.people.AgentId;
import dev.rollcall.schedule.ScheduleImport;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = ScheduleImportViewTests.class)
class ScheduleImportViewTests extends ViewTest {

    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Schedules schedules;

    private AgentId dana = new AgentId(0);

    @BeforeEach
    void aSupervisorOpensTheScreen() {
        var north = floor.unit("north", "Europe/Berlin");
        dana = floor.agent("dana", "north").agent().id();
        signIn(signIns.user(Assignment.inUnit(Role.SUPERVISOR, north.id())));
        open("plans/import");
    }

    @Test
    void showsWhatAFileBringsBeforeItWritesAnything() {
        look("dana,2026-03-02,WORK,08:00,16:30", "dana,2026-03-02,LUNCH,12:00,12:30");

        assertThat(textOf(page())).contains("2 entries on one day can be imported.");
        assertThat(isPlanned()).isFalse();

        press("Import");

        assertThat(textOf(page())).contains("2 entries on one day are in the plans now.");
        assertThat(isPlanned()).isTrue();
    }

    @Test
    void namesTheLineThatIsWrongAndImportsTheOthersOnlyWhenAsked() {
        var lines =
                IntStream.rangeClosed(2, 40)
                        .mapToObj(line ->
                                line == 37
                                        ? "dana,2026-03-02,WORK,8 o'clock,16:00"
                                        : "dana,%s,WORK,08:00,16:00"
                                                .formatted(Floor.TODAY.plusDays(line)))
                        .toArray(String[]::new);

        look(lines);

        assertThat(textOf(page())).contains("One line is bad.");
        var bad = firstBadLine();
        assertThat(bad.line()).isEqualTo(37);
        assertThat(isPlanned()).isFalse();
        assertThat(textOf(page())).contains("Import the good lines");
    }

    @Test
    void takesACalendarOfOnePerson() {
        choose("Calendar (iCalendar)");
        assertThat(textOf(page())).contains("Each event is an entry.");

        page().look(
                        """
                        BEGIN:VCALENDAR
                        BEGIN:VEVENT
                        X-ROLLCALL-AGENT:dana
                        SUMMARY:Work
                        DTSTART:20260302T080000
                        DTEND:20260302T163000
                        END:VEVENT
                        END:VCALENDAR
                        """);
        assertThat(textOf(page())).contains("One entry on one day can be imported.");
        press("Import");
        assertThat(isPlanned()).isTrue();
    }

    @Test
    void pointsAtWhatIsWrongInAListOfShifts() {
        choose("Microsoft Teams shifts (JSON)");

        page().look("{\"value\": [{\"userId\": \"nobody\", \"sharedShift\": {}}]}");

        assertThat(firstBadLine().pointer()).isEqualTo("/value/0/userId");
    }

    @Test
    void forgetsAFileThatIsDiscarded() {
        look("dana,2026-03-02,WORK,08:00,16:30");

        press("Discard");

        assertThat(textOf(page())).doesNotContain("on one day can be imported");
        assertThat(isPlanned()).isFalse();
    }

    @Test
    void doesNotTellThatSomebodyElsesAgentExists() {
        floor.unit("pacific", "America/Los_Angeles");
        floor.agent("kenji", "pacific");

        look("kenji,2026-03-02,WORK,08:00,16:30");

        var bad = firstBadLine();
        assertThat(bad.problem().toString()).contains("UNKNOWN_AGENT");
    }

    private void choose(String format) {
        test(find(NativeButton.class).withText(format).single()).click();
    }

    private void look(String... lines) {
        page().look(ScheduleImport.HEADER + "\n" + String.join("\n", lines));
    }

    private ScheduleImportView page() {
        return find(ScheduleImportView.class).single();
    }

    private ScheduleImport.BadLine firstBadLine() {
        return (ScheduleImport.BadLine)
                find(Grid.class).all().getFirst().getGenericDataView().getItem(0);
    }

    private boolean isPlanned() {
        return schedules.plan(dana, Floor.TODAY).isPresent();
    }
}
