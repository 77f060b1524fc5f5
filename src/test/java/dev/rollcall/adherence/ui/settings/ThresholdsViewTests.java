package dev.rollcall.adherence.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.BigDecimalField;
import dev.rollcall.adherence.AdherenceSettings;
import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.adherence.RulePreviews;
import dev.rollcall.adherence.SettingsForm;
import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.adherence.settings.Origin;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.adherence.settings.Setting;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What an admin sees and changes of grace, targets and thresholds.
@ViewPackages(classes = ThresholdsView.class)
class ThresholdsViewTests extends ViewTest {

    private static final Grace FIVE = new Grace.MinimumException(Duration.ofMinutes(5));

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private AdherenceSettings settings;
    @Autowired private LiveBoard board;

    @BeforeEach
    void anAdmin() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
    }

    @Test
    void saysWhatAUnitInheritsFromWhom() {
        floor.unit("north", "UTC");
        organisationSays(
                OwnRules.NOTHING
                        .with(Setting.TARGET, BigDecimal.valueOf(92))
                        .withGrace("LUNCH", FIVE));

        open("settings/adherence?unit=north");

        assertThat(row("TARGET")).contains("92%", "inherited from Organisation");
        assertThat(row("SEVERE")).contains("15 min", "Rollcall’s default");
        assertThat(row("grace")).contains("Shorter than 2 min forgiven", "Rollcall’s default");
        assertThat(row("grace-LUNCH"))
                .contains("Shorter than 5 min forgiven", "inherited from Organisation");
        assertThat(row("grace-WORK")).contains("Shorter than 2 min forgiven", "as all activities");
    }

    @Test
    void changesAUnitFromTodayAndTheBoardFollows() {
        floor.unit("north", "UTC");
        var dana =
                floor.agent("dana", "north")
                        .onShift("WORK 07:00-16:00")
                        .at("07:00", "AVAILABLE")
                        .at("07:50", "UNAVAILABLE/BREAK");
        board.settle();
        assertThat(state(dana)).isEqualTo(State.OUT);
        open("settings/adherence?unit=north");

        press("grace-WORK", "Change here");
        find(GraceField.class).single().setValue(new Grace.MinimumException(Duration.ofHours(1)));
        save();

        board.settle();
        assertThat(state(dana)).isEqualTo(State.GRACE);
        assertThat(row("grace-WORK")).contains("set here", "Otherwise: Shorter than 2 min");
        assertThat(textOf(find(HistoryPanel.class).single()))
                .contains("Grace during Work", "as all activities", "Shorter than 1 h forgiven");

        press("grace-WORK", "Reset to inherited");
        save();
        board.settle();
        assertThat(state(dana)).isEqualTo(State.OUT);
        assertThat(row("grace-WORK")).contains("as all activities");
    }

    @Test
    void refusesATargetThatIsNone() {
        open("settings/adherence");
        press("TARGET", "Change here");
        var target = find(BigDecimalField.class).single();
        test(target).setValue(BigDecimal.valueOf(120));

        assertThat(target.isInvalid()).isTrue();
        assertThat(target.getErrorMessage()).isEqualTo("The target lies from 0 to 100 %.");
        test(target).setValue(BigDecimal.valueOf(85));
        save();
        assertThat(row("TARGET")).contains("set here", "Otherwise: 90%, Rollcall’s default");
        assertThat(find(BigDecimalField.class).single().getValue())
                .isEqualByComparingTo(BigDecimal.valueOf(85));
    }

    @Test
    void reachesBackThreeMonthsAtMost() {
        open("settings/adherence?from=2026-02-01");
        assertThat(find(DatePicker.class).single().getValue()).isEqualTo(LocalDate.of(2026, 2, 1));

        open("settings/adherence?from=2025-02-01");
        assertThat(find(DatePicker.class).single().getValue()).isEqualTo(Floor.TODAY);
        assertThat(find(DatePicker.class).single().getMin())
                .isEqualTo(Floor.TODAY.minusDays(RulePreviews.MOST_DAYS));
    }

    @Test
    void putsChangesOnTopOfAnotherDay() {
        var later = LocalDate.of(2026, 3, 9);
        organisationSays(OwnRules.NOTHING.with(Setting.TARGET, BigDecimal.valueOf(70)), later);
        open("settings/adherence");
        press("grace", "Change here");
        find(GraceField.class).single().setValue(FIVE);

        test(find(Button.class).withText("Show that day").single()).click();

        assertThat(row("TARGET")).contains("set here");
        assertThat(find(GraceField.class).single().getValue()).isEqualTo(FIVE);
        save();
        var then =
                access.asSystem("test", () -> settings.level(null, later, Scope.everyone()))
                        .holds();
        assertThat(then.targetPercent().value().intValue()).isEqualTo(70);
        assertThat(then.grace().value()).isEqualTo(FIVE);
        var now =
                access.asSystem("test", () -> settings.level(null, null, Scope.everyone())).holds();
        assertThat(now.grace().origin()).isEqualTo(Origin.SHIPPED);
    }

    @Test
    void saysToWhomItBelongsWhoMayOnlyLook() {
        signIn(signIns.user(Assignment.inUnit(Role.SUPERVISOR, floor.unit("n", "UTC").id())));
        open("settings/adherence");
        assertThat(find(Button.class).withText("Change here").exists()).isTrue();
    }

    // ------------------------------------------------------------------ what is there

    private SettingRow rowOf(String setting) {
        return find(SettingRow.class).withAttribute("data-setting", setting).single();
    }

    private String row(String setting) {
        return textOf(rowOf(setting));
    }

    private void press(String setting, String button) {
        test(find(Button.class, rowOf(setting)).withText(button).single()).click();
    }

    private void save() {
        press("Review and save");
        press("Save");
    }

    private State state(Floor.Worker who) {
        return access.asSystem("test", () -> board.rows(Scope.everyone())).stream()
                .filter(row -> row.agent().id().equals(who.agent().id()))
                .findFirst()
                .orElseThrow()
                .state()
                .orElseThrow()
                .state();
    }

    private void organisationSays(OwnRules own) {
        organisationSays(own, Floor.TODAY);
    }

    private void organisationSays(OwnRules own, LocalDate from) {
        access.asSystem(
                "test",
                () ->
                        settings.save(
                                null,
                                SettingsForm.of(own, from),
                                null,
                                null,
                                Scope.everyone(),
                                Actor.system("test")));
    }
}
