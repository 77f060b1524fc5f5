package dev.rollcall.demand.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.NumberField;
import dev.rollcall.audit.Actor;
import dev.rollcall.demand.AssumptionBook;
import dev.rollcall.demand.DemandWeek;
import dev.rollcall.demand.Volume;
import dev.rollcall.demand.VolumeImport;
import dev.rollcall.demand.Volumes;
import dev.rollcall.demand.Volumes.Kind;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The demand of a group as its planner sees it. It is Monday, 2 March 2026.
@ViewPackages(classes = DemandViewTests.class)
class DemandViewTests extends ViewTest {

    private static final Instant TEN = Instant.parse("2026-03-03T10:00:00Z");

    @Autowired private Floor floor;
    @Autowired private Register register;
    @Autowired private SignIns signIns;
    @Autowired private Volumes volumes;
    @Autowired private AssumptionBook book;

    private Group calls;

    @BeforeEach
    void aPlannerIsThere() {
        var care = floor.unit("care", "UTC");
        calls =
                register.putGroup(
                        "calls",
                        new GroupDraft("Calls", "care", null, "CALL"),
                        null,
                        Scope.everyone(),
                        Actor.system("test"));
        signIn(signIns.user(Assignment.inUnit(Role.SUPERVISOR, care.id())));
    }

    private void write(Kind kind, Instant start, double contacts) {
        volumes.replace(
                calls.id(),
                kind,
                TimeSpan.of(start, start.plus(Duration.ofMinutes(30))),
                List.of(new Volume(start, contacts, Duration.ofMinutes(3))),
                null);
    }

    private String page() {
        return textOf(find(DemandView.class).single());
    }

    @Test
    void explainsTheBusiestHalfHourInASentence() {
        write(Kind.EXPECTED, TEN, 100);

        open("demand?day=2026-03-03");

        assertThat(page())
                .contains(
                        "20 heads: 100 calls of 180 s make 10 erlangs; 14 at work answer 89 %"
                                + " within 20 s, after 7.8 s on average, and are busy 71 % of the time."
                                + " With 30 % shrinkage that is 20 on the plan.");
    }

    @Test
    void saysWhatToDoWhileNothingIsExpected() {
        open("demand");

        assertThat(page())
                .contains("Nobody has said what is expected. Take the forecast, or import")
                .contains("There is too little history to say: it takes three weeks");
        assertThat(find(Button.class).withText("Take the forecast").all()).isEmpty();
    }

    @Test
    void takesTheForecastOnceSomebodySaysSo() {
        write(Kind.ARRIVED, TEN.minus(Duration.ofDays(7)), 100);
        write(Kind.ARRIVED, TEN.minus(Duration.ofDays(14)), 100);
        open("demand?day=2026-03-03");

        press("Take the forecast");

        assertThat(toasts()).contains("288 half hours are expected as forecast.");
        assertThat(page()).contains("20 heads: 100 calls of 180 s");
    }

    @Test
    @SuppressWarnings("unchecked")
    void hasATableWithTheFiguresOfTheCharts() {
        write(Kind.EXPECTED, TEN, 100);
        open("demand?day=2026-03-03");

        var grid = (Grid<DemandWeek.HalfHour>) find(Grid.class).single();

        assertThat(test(grid).size()).isEqualTo(48);
        assertThat(test(grid).getCellText(20, 1)).isEqualTo("100");
        assertThat(test(grid).getCellText(20, 6)).isEqualTo("20");
    }

    @Test
    void letsAssumptionsHoldFromToday() {
        write(Kind.EXPECTED, TEN, 100);
        open("demand?day=2026-03-03");

        press("Assumptions");
        var shrinkage =
                find(NumberField.class).all().stream()
                        .filter(field -> "Shrinkage, in percent".equals(field.getLabel()))
                        .findFirst()
                        .orElseThrow();
        shrinkage.setValue(50.0);
        press("Save");

        assertThat(page()).contains("28 heads:");
        assertThat(book.read(calls.id()).on(LocalDate.of(2026, 3, 2)).shrinkage().percent())
                .isEqualTo(50);
    }

    @Test
    void saysAtTheFieldWhatIsWrongWithAnAssumption() {
        open("demand?day=2026-03-03");

        press("Assumptions");
        var shrinkage =
                find(NumberField.class).all().stream()
                        .filter(field -> "Shrinkage, in percent".equals(field.getLabel()))
                        .findFirst()
                        .orElseThrow();
        shrinkage.setValue(95.0);
        press("Save");

        assertThat(shrinkage.isInvalid()).isTrue();
        assertThat(shrinkage.getErrorMessage())
                .isEqualTo("This is from 0 to 80 percent, with one decimal at most.");
        assertThat(book.read(calls.id()).all()).hasSize(1);
    }

    @Test
    void knowsNoGroupOfAnotherUnit() {
        open("demand?group=elsewhere");

        assertThat(page()).contains("There is no such group among those you plan for.");
    }

    @Test
    void showsWhatAFileBringsBeforeItWritesAnything() {
        open("demand/import");
        var view = find(DemandImportView.class).single();

        view.look(
                VolumeImport.VOLUMES
                        + "\ncalls,2026-03-03T10:00,100,180\ncalls,2026-03-03T10:10,100,180");

        assertThat(textOf(view)).contains("One half hour can be imported. One line is bad.");
        press("Import the good lines");
        assertThat(textOf(view)).contains("One half hour was imported.");
        open("demand?day=2026-03-03");
        assertThat(page()).contains("20 heads:");
    }
}
