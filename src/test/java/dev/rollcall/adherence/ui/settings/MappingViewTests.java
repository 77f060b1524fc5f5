package dev.rollcall.adherence.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.adherence.AdherenceSettings;
import dev.rollcall.adherence.Moved;
import dev.rollcall.adherence.SettingsForm;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.adherence.settings.Setting;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

/// What an admin sees and changes of the mapping.
@ViewPackages(classes = MappingView.class)
class MappingViewTests extends ViewTest {

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private AdherenceSettings settings;

    @BeforeEach
    void anAdmin() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
    }

    @Test
    void showsEachPresenceDuringEachActivity() {
        open("settings/mapping");

        assertThat(grid().getColumns().stream().map(column -> column.getHeaderText()))
                .containsExactly(
                        "Presence",
                        "Work",
                        "Back office",
                        "Break",
                        "Coaching",
                        "Lunch",
                        "Meeting",
                        "Training",
                        "Time off");
        assertThat(rows()).startsWith("Available", "Active", "Away", "Break").endsWith("Other");
        assertThat(cell("Available", "WORK", "counts")).isEqualTo("IN");
        assertThat(cell("Break", "WORK", "counts")).isEqualTo("OUT");
        assertThat(cell("Other", "WORK", "counts")).isEqualTo("UNMAPPED");
        assertThat(cell("Break", "WORK", "label")).isEqualTo("Break during Work");
        assertThat(textOf(view())).contains("This is the mapping Rollcall comes with.");
        assertThat(find(UndecidedPanel.class).exists()).isFalse();
    }

    @Test
    void pinsWhatHappenedAndNobodyDecidedOnWithASuggestion() {
        floor.agent("dana")
                .onShift("WORK 07:00-16:00")
                .at("07:00", "AVAILABLE")
                .at("07:30", "UNAVAILABLE/OTHER")
                .at("07:48", "UNAVAILABLE/PRAYER");
        open("settings/mapping");

        assertThat(undecided())
                .hasSize(2)
                .first()
                .asString()
                .contains("Other during Work")
                .contains("1 person, 18 min, last seen Mon 07:48")
                .contains("Out: as every other reason to be unavailable counts during Work")
                .contains("Out, suggested");
        assertThat(rows()).contains("Prayer");

        press("Take 2 suggestions");

        assertThat(cell("Other", "WORK", "chosen")).isEqualTo("OUT");
        assertThat(textOf(view())).contains("2 changes to Organisation from today, not saved yet");
        saveWith("Agreed on Monday");
        assertThat(toasts()).containsExactly("Saved: 2 changes to Organisation from today.");
        assertThat(find(UndecidedPanel.class).exists()).isFalse();
        assertThat(textOf(find(HistoryPanel.class).single()))
                .contains("in force since Mar 2, 2026", "“Agreed on Monday”")
                .contains("Other during Work", "Undecided", "→", "Out");
        assertThat(settingsOf(null).mapping().value())
                .contains(new MappingRule("WORK", "UNAVAILABLE/PRAYER", Verdict.OUT));
    }

    @Test
    void showsWhoseScoreMovesBeforeAnythingIsSaved() {
        var friday = Floor.TODAY.minusDays(3);
        floor.agent("dana")
                .onShift(friday, "WORK 08:00-16:00")
                .at(friday, "08:00", "AVAILABLE")
                .at(friday, "12:00", "UNAVAILABLE/OTHER")
                .at(friday, "16:00", "AWAY");
        signIn(
                signIns.user(
                        Assignment.everywhere(Role.ADMIN), Assignment.everywhere(Role.SUPERVISOR)));
        open("settings/mapping");
        assertThat(textOf(find(UndecidedPanel.class).single()))
                .contains("What you decide here counts from today.");
        press("Count from Feb 27, 2026, when it was first seen");
        choose("Other", "WORK", "OUT");

        press("Review and save");

        soon(() ->
                assertThat(textOf(find(ReplayPanel.class).single()))
                        .contains("Feb 27, 2026 – Mar 1, 2026")
                        .contains("the score is 50.0% instead of 100.0%")
                        .contains("It moves for 1 person of 1."));
        var people = test(replayed());
        assertThat(people.size()).isEqualTo(1);
        assertThat(people.getCellText(0, 0)).isEqualTo("dana");
        assertThat(people.getCellText(0, 3)).isEqualTo("−50.0");
        assertThat(textOf(find(ReviewDialog.class).single())).contains("changed afterwards");
        press("Save");
        assertThat(settingsOf(null).mapping().value())
                .contains(new MappingRule("WORK", "UNAVAILABLE/OTHER", Verdict.OUT));
    }

    @SuppressWarnings("unchecked")
    private Grid<Moved> replayed() {
        return find(Grid.class, find(ReplayPanel.class).single()).single();
    }

    @Test
    void showsWhatIsAboutToChangeBeforeItIsSaved() {
        open("settings/mapping?from=2026-03-05");
        choose("Away", "LUNCH", "OUT");
        choose("Away", "BREAK", "OUT");
        choose("Away", "BREAK", "IN");

        press("Review and save");

        var review = textOf(find(ReviewDialog.class).single());
        assertThat(find(ReviewDialog.class).single().getHeaderTitle())
                .isEqualTo("1 change to Organisation from Mar 5, 2026");
        assertThat(review)
                .contains("Away during Lunch", "Organisation gets a mapping of its own")
                .contains("Counts from Mar 5, 2026 on.")
                .doesNotContain("Away during Break");
        press("Save");
        assertThat(settingsOf(null).mapping().origin().shipped()).isTrue();
        open("settings/mapping");
        assertThat(cell("Away", "LUNCH", "chosen")).isEqualTo("IN");
        assertThat(textOf(view())).contains("From Mar 5, 2026 on settings hold");
    }

    @Test
    void givesAUnitAMappingOfItsOwnAndTakesItBack() {
        var north = floor.unit("north", "UTC");
        open("settings/mapping?unit=north");
        assertThat(textOf(view())).contains("north follows the mapping");
        choose("Away", "WORK", "NEUTRAL");
        save();
        assertThat(textOf(view())).contains("north has a mapping of its own.");

        open("settings/mapping");
        assertThat(textOf(view())).contains("Units with a mapping of their own", "north");

        open("settings/mapping?unit=north");
        press("Follow Organisation again");
        save();
        assertThat(settingsOf(north.id()).mapping().origin().shipped()).isTrue();
        assertThat(cell("Away", "WORK", "chosen")).isEqualTo("OUT");
    }

    @Test
    void tellsOfAChangeOfSomebodyElseAndKeepsOnesOwn() {
        open("settings/mapping");
        choose("Away", "WORK", "NEUTRAL");
        behindTheBack(OwnRules.NOTHING.with(Setting.TARGET, BigDecimal.valueOf(80)));

        save();

        assertThat(textOf(view()))
                .contains("Grace saved this record")
                .contains("Your changes are still here");
        assertThat(cell("Away", "WORK", "chosen")).isEqualTo("NEUTRAL");
        save();
        assertThat(settingsOf(null).targetPercent().value().intValue()).isEqualTo(80);
        assertThat(settingsOf(null).mapping().value())
                .contains(new MappingRule("WORK", "AWAY", Verdict.NEUTRAL));
    }

    @Test
    void showsRulesForAnyActivityAndPresenceAsTheyAre() {
        behindTheBack(
                OwnRules.NOTHING.withMapping(
                        List.of(
                                new MappingRule("WORK", "AVAILABLE", Verdict.IN),
                                new MappingRule("*", "*", Verdict.OUT))));

        open("settings/mapping");

        assertThat(rows()).endsWith("Any presence");
        assertThat(cell("Any presence", "*", "chosen")).isEqualTo("OUT");
        assertThat(cell("Away", "WORK", "chosen")).isEqualTo("UNMAPPED");
        assertThat(cell("Away", "WORK", "counts")).isEqualTo("OUT");
        assertThat(cell("Away", "WORK", "none")).isEqualTo("Out, by “any”");
    }

    @Test
    void decidesOnAPresenceBeforeItIsReported() {
        open("settings/mapping");
        press("Add a presence");
        press("Add");
        assertThat(code().isInvalid()).isTrue();
        test(code()).setValue("OUTBOUND");
        press("Add");

        choose("Outbound", "WORK", "IN");
        save();

        assertThat(settingsOf(null).mapping().value())
                .contains(new MappingRule("WORK", "UNAVAILABLE/OUTBOUND", Verdict.IN));
    }

    @Test
    void searchesPresences() {
        open("settings/mapping?q=lun");

        assertThat(rows()).containsExactly("Lunch");
    }

    @Test
    void discardsWhatIsNotSaved() {
        open("settings/mapping");
        choose("Away", "WORK", "NEUTRAL");
        press("Discard");

        assertThat(cell("Away", "WORK", "chosen")).isEqualTo("OUT");
        assertThat(find(Button.class).withText("Review and save").exists()).isFalse();
    }

    @Test
    void letsSupervisorsOfAUnitChangeTheirUnitOnly() {
        var north = floor.unit("north", "UTC");
        floor.unit("south", "UTC");
        signIn(signIns.user(Assignment.inUnit(Role.SUPERVISOR, north.id())));

        open("settings/mapping");
        assertThat(cell("Away", "WORK", "locked")).isEqualTo("false");
        assertThat(textOf(view())).contains("north follows the mapping");

        open("settings/mapping?unit=south");
        assertThat(textOf(view())).contains("There is no unit “south”");
    }

    @Test
    void doesNotOpenForAgents() {
        signIn(signIns.user(floor.agent("dana").agent().id(), Assignment.everywhere(Role.AGENT)));

        UI.getCurrent().navigate("settings/mapping");

        assertThat(find(MappingView.class).exists()).isFalse();
    }

    // ------------------------------------------------------------------ what is there

    private MappingView view() {
        return find(MappingView.class).single();
    }

    private MappingGrid grid() {
        return find(MappingGrid.class).single();
    }

    private TextField code() {
        return find(TextField.class).withCaption("Reason or code").single();
    }

    private List<String> undecided() {
        return find(ListItem.class, find(UndecidedPanel.class).single()).all().stream()
                .map(ViewTest::textOf)
                .toList();
    }

    private List<String> rows() {
        var rows = test(grid());
        return IntStream.range(0, rows.size())
                .mapToObj(row ->
                        rows.getLitRendererPropertyValue(row, "presence", "name", String.class))
                .toList();
    }

    private String cell(String presence, String activity, String property) {
        return ""
                + test(grid())
                        .getLitRendererPropertyValue(
                                rows().indexOf(presence), activity, property, Object.class);
    }

    private void choose(String presence, String activity, String verdict) {
        test(grid())
                .invokeLitRendererFunction(
                        rows().indexOf(presence),
                        activity,
                        "decide",
                        JsonNodeFactory.instance.arrayNode().add(verdict));
    }

    private void save() {
        saveWith("");
    }

    private void saveWith(String reason) {
        press("Review and save");
        if (!reason.isEmpty()) {
            test(find(TextField.class).withCaption("Reason (optional)").single()).setValue(reason);
        }
        press("Save");
    }

    private dev.rollcall.adherence.settings.RulesInForce settingsOf(@Nullable UnitId unit) {
        return access.asSystem("test", () -> settings.level(unit, null, Scope.everyone())).holds();
    }

    private void behindTheBack(OwnRules own) {
        access.asSystem(
                "test",
                () ->
                        settings.save(
                                null,
                                SettingsForm.of(own, (LocalDate) null),
                                null,
                                null,
                                Scope.everyone(),
                                new Actor(Actor.Kind.USER, "7", "Grace")));
    }
}
