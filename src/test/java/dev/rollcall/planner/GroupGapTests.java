package dev.rollcall.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.demand.RequiredHeads;
import dev.rollcall.demand.RequiredHeads.HalfHour;
import dev.rollcall.people.GroupId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// When nobody of a group is left, in half hours from 08:00 on.
class GroupGapTests {

    private static final GroupId CHAT = new GroupId(7);
    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");

    private static RequiredHeads needed(@Nullable Integer... heads) {
        var halfHours = new ArrayList<HalfHour>();
        for (int i = 0; i < heads.length; i++) {
            halfHours.add(new HalfHour(at(i), heads[i]));
        }
        return new RequiredHeads(halfHours);
    }

    private static PlannedHeads planned(double... heads) {
        return new PlannedHeads(
                EIGHT, Arrays.stream(heads).mapToInt(each -> (int) (each * 1800)).boxed().toList());
    }

    private static Instant at(int halfHour) {
        return EIGHT.plus(PlannedHeads.STEP.multipliedBy(halfHour));
    }

    private static List<GroupGap> gaps(RequiredHeads required, PlannedHeads planned) {
        return GroupGap.of(CHAT, required, planned);
    }

    @Test
    void halfHoursInARowAreOneGapWithTheMostThatAreNeeded() {
        assertThat(gaps(needed(1, 2, 1, 1), planned(0, 0, 0, 1)))
                .containsExactly(new GroupGap(CHAT, TimeSpan.of(at(0), at(3)), 2));
    }

    @Test
    void whereNobodyIsNeededNobodyIsMissing() {
        assertThat(gaps(needed(0, null, 1), planned(0, 0, 1))).isEmpty();
    }

    @Test
    void somebodyForAPartOfTheHalfHourIsNotEnough() {
        assertThat(gaps(needed(1), planned(0.5))).hasSize(1);
    }

    @Test
    void tooFewIsNoGap() {
        assertThat(gaps(needed(5), planned(1))).isEmpty();
    }

    @Test
    void aGapThatGrewIsNotCoveredByWhatItWas() {
        var before = new GroupGap(CHAT, TimeSpan.of(at(0), at(2)), 1);

        assertThat(before.covers(new GroupGap(CHAT, TimeSpan.of(at(0), at(1)), 1))).isTrue();
        assertThat(before.covers(new GroupGap(CHAT, TimeSpan.of(at(0), at(3)), 1))).isFalse();
        assertThat(before.covers(new GroupGap(new GroupId(8), TimeSpan.of(at(0), at(1)), 1)))
                .isFalse();
    }
}
