package dev.rollcall.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.requests.Preference.Weight;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// Dana says what she would like; who plans her reads it.
@ModuleTest
class PreferencesTests {

    private static final Preference EARLY_MONDAYS =
            new Preference(DayOfWeek.MONDAY, PreferredTime.EARLY, Weight.LIKE);
    private static final Preference NO_FRIDAY_NIGHTS =
            new Preference(DayOfWeek.FRIDAY, PreferredTime.NIGHT, Weight.DISLIKE);

    @Autowired private Preferences preferences;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;

    @Test
    void keepsWhatSomebodyWishesForWhoeverPlansThem() {
        var dana = floor.agent("dana").agent();
        floor.unit("elsewhere", "UTC");
        var erin = floor.agent("erin", "elsewhere").agent();
        var self = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
        var planner = signIns.user(Assignment.inUnit(Role.SUPERVISOR, dana.unit())).id();

        SignIns.as(
                self,
                () -> {
                    preferences.change(List.of(EARLY_MONDAYS, NO_FRIDAY_NIGHTS));
                    return null;
                });

        assertThat(SignIns.as(self, preferences::own))
                .containsExactly(EARLY_MONDAYS, NO_FRIDAY_NIGHTS);
        assertThat(SignIns.as(planner, () -> preferences.of(List.of(dana.id(), erin.id()))))
                .containsOnlyKeys(dana.id())
                .containsValue(List.of(EARLY_MONDAYS, NO_FRIDAY_NIGHTS));
    }

    @Test
    void refusesToLikeAndDislikeTheSame() {
        var dana = floor.agent("dana").agent();
        var self = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
        var twice =
                List.of(
                        EARLY_MONDAYS,
                        new Preference(DayOfWeek.MONDAY, PreferredTime.EARLY, Weight.DISLIKE));

        assertThatThrownBy(() ->
                        SignIns.as(
                                self,
                                () -> {
                                    preferences.change(twice);
                                    return null;
                                }))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems().getFirst().pointer()).isEqualTo("/1"));
        assertThat(SignIns.as(self, preferences::own)).isEmpty();
    }

    @Test
    void hasNothingToDoWithUsersWhoAreNoAgents() {
        var supervisor = signIns.user(Assignment.everywhere(Role.SUPERVISOR)).id();

        assertThatThrownBy(() -> SignIns.as(supervisor, preferences::own))
                .isInstanceOf(AccessDeniedException.class);
    }
}
