package dev.rollcall.adherence.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import dev.rollcall.adherence.AdherenceSettings;
import dev.rollcall.adherence.SettingsForm;
import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How an admin has past days judged anew.
@ViewPackages(classes = RecalculationView.class)
class RecalculationViewTests extends ViewTest {

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private AdherenceSettings settings;

    @Test
    void showsWhoseScoreMovesAndOnlyThenDoesIt() {
        var friday = Floor.TODAY.minusDays(3);
        floor.agent("dana")
                .onShift(friday, "WORK 08:00-16:00")
                .at(friday, "10:00", "AVAILABLE")
                .at(friday, "16:00", "AWAY");
        access.asSystem(
                "test",
                () ->
                        settings.save(
                                null,
                                SettingsForm.of(
                                        OwnRules.NOTHING.withGrace(
                                                null,
                                                new Grace.MinimumException(Duration.ofHours(3))),
                                        Floor.TODAY),
                                null,
                                null,
                                Scope.everyone(),
                                Actor.system("test")));
        signIn(
                signIns.user(
                        Assignment.everywhere(Role.ADMIN), Assignment.everywhere(Role.SUPERVISOR)));
        open("settings/recalculation");
        assertThat(textOf(view())).contains("Nothing has been recalculated yet.");
        assertThat(find(Button.class).withText("Recalculate these days").exists()).isFalse();
        assertThat(find(DatePicker.class).single().getValue()).isEqualTo(friday.minusDays(4));

        press("Show what would move");
        soon(() -> assertThat(textOf(view())).contains("the score is 100.0% instead of 75.0%"));

        press("Recalculate these days");
        soon(() ->
                assertThat(textOf(view()))
                        .contains("Organisation, Feb 23, 2026 – Mar 1, 2026")
                        .contains("Done: 1 person."));
    }

    @Test
    void asksAgainAfterAnotherDayIsChosen() {
        floor.agent("dana");
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        open("settings/recalculation");
        press("Show what would move");
        soon(() -> assertThat(textOf(view())).contains("nobody worked by a plan"));

        find(DatePicker.class).single().setValue(Floor.TODAY.minusDays(2));

        assertThat(find(Button.class).withText("Recalculate these days").exists()).isFalse();
        assertThat(find(Button.class).withText("Show what would move").exists()).isTrue();
    }

    private RecalculationView view() {
        return find(RecalculationView.class).single();
    }
}
