package dev.rollcall.readiness.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What has to be settled before workforce management works, each with how it stands.
@ViewPackages(packages = "dev.rollcall")
class SettingsHubViewTests extends ViewTest {

    private static final List<String> STEPS =
            List.of(
                    "schedule.ready.switch",
                    "schedule.ready.plans",
                    "presence.ready.tracked",
                    "adherence.ready.mapped",
                    "adherence.ready.thresholds",
                    "adherence.ready.supervised",
                    "navigation.ready",
                    "adherence.ready.widget",
                    "presence.ready.reported");

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;

    @Test
    void mirrorsTheStepsWhereNothingIsSettledYet() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));

        open("settings");

        assertThat(steps().stream().map(step -> step.getElement().getAttribute("data-step")))
                .containsExactlyElementsOf(STEPS);
        assertThat(said("schedule.ready.switch"))
                .contains("Done", "It is switched on.", "Open the switch");
        assertThat(said("schedule.ready.plans")).contains("To do", "Nobody has a plan");
        assertThat(said("presence.ready.tracked")).contains("not tracked");
        assertThat(said("adherence.ready.mapped"))
                .contains("Worth a look", "9 of 10 presences are mapped. Not yet: Other.");
        assertThat(said("adherence.ready.thresholds"))
                .contains("As Rollcall comes", "Target 90%", "severe after 15 min");
        assertThat(said("adherence.ready.supervised"))
                .contains("To do", "Nobody may both see adherence and act on it.");
        assertThat(said("presence.ready.reported")).contains("No event of another system");
        assertThat(ways("adherence.ready.mapped")).containsExactly("/settings/mapping");
        assertThat(textOf(view())).contains(" of 9 steps are done.");
    }

    @Test
    void computesEachStepFromWhatIsThere() {
        floor.track();
        floor.agent("dana")
                .onShift("WORK 07:00-16:00")
                .at("07:00", "AVAILABLE")
                .at("07:30", "UNAVAILABLE/PRAYER");
        floor.agent("kim");
        signIn(
                signIns.user(
                        Assignment.everywhere(Role.ADMIN), Assignment.everywhere(Role.SUPERVISOR)));

        open("settings");

        assertThat(said("schedule.ready.switch")).contains("Done", "It is switched on.");
        assertThat(said("schedule.ready.plans"))
                .contains("Worth a look", "1 of 2 people have plans within the next 7 days.");
        assertThat(said("presence.ready.tracked")).contains("Done", "2 of 2 people are tracked");
        assertThat(said("adherence.ready.mapped"))
                .contains(
                        "9 of 11 presences are mapped", "Other, Prayer", "It happened for 30 min");
        assertThat(said("adherence.ready.supervised")).contains("Done", "1 person watches");
        assertThat(said("adherence.ready.widget")).contains("Done");
        assertThat(said("presence.ready.reported")).contains("Done", "1 source reports");
        assertThat(said("navigation.ready")).contains("Done", "The one person");
    }

    @Test
    void leadsNobodyToAPageTheyMayNotOpen() {
        floor.agent("dana");
        var north = floor.unit("north", "UTC");
        signIn(signIns.user(Assignment.inUnit(Role.SUPERVISOR, north.id())));

        open("settings");

        assertThat(ways("schedule.ready.switch")).isEmpty();
        assertThat(said("presence.ready.tracked")).contains("Somebody with another role settles");
        assertThat(ways("adherence.ready.mapped")).containsExactly("/settings/mapping");
        assertThat(textOf(view()))
                .contains("All settings", "Presence mapping")
                .doesNotContain("Tokens");
    }

    private SettingsHubView view() {
        return find(SettingsHubView.class).single();
    }

    private List<ListItem> steps() {
        return find(ListItem.class, view()).all().stream()
                .filter(item -> item.getElement().hasAttribute("data-step"))
                .toList();
    }

    private ListItem step(String words) {
        return steps().stream()
                .filter(step -> words.equals(step.getElement().getAttribute("data-step")))
                .findFirst()
                .orElseThrow();
    }

    private String said(String words) {
        return textOf(step(words));
    }

    private List<String> ways(String words) {
        return find(Anchor.class, step(words)).all().stream().map(Anchor::getHref).toList();
    }
}
