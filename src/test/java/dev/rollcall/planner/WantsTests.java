package dev.rollcall.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.Sentence;
import dev.rollcall.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Ada wishes something of Mondays and asks for Tuesday; Ben has Tuesday off. Monday is 2 March
/// 2026.
class WantsTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final AgentId ADA = new AgentId(1);
    private static final AgentId BEN = new AgentId(2);
    private static final DayKey ADAS_MONDAY = new DayKey(ADA, MONDAY);
    private static final DayKey ADAS_TUESDAY = new DayKey(ADA, MONDAY.plusDays(1));
    private static final DayKey BENS_TUESDAY = new DayKey(BEN, MONDAY.plusDays(1));
    private static final Wish NO_EARLY = new NotBefore(9);
    private static final TimeOffDays.Asked ASKED = new TimeOffDays.Asked(false, null, null);
    private static final TimeOffDays.Asked APPROVED = new TimeOffDays.Asked(true, null, null);

    private final Wants wants =
            new Wants(
                    Map.of(ADA, List.of(NO_EARLY)),
                    Map.of(ADAS_TUESDAY, List.of(ASKED), BENS_TUESDAY, List.of(APPROVED)));

    private record NotBefore(int hour) implements Wish {

        @Override
        public DayOfWeek weekday() {
            return DayOfWeek.MONDAY;
        }

        @Override
        public Sentence said() {
            return new Sentence("wish", "wish", List.of());
        }

        @Override
        public boolean isMetBy(TimeSpan shift, LocalDate date, ZoneId zone) {
            return shift.start().atZone(zone).getHour() >= hour;
        }
    }

    private static TimeSpan shift(LocalDate date, int from, int to) {
        return TimeSpan.of(
                date.atTime(from, 0).toInstant(ZoneOffset.UTC),
                date.atTime(to, 0).toInstant(ZoneOffset.UTC));
    }

    @Test
    void nameTheWishesAShiftDoesNotFollow() {
        assertThat(wants.against(ADAS_MONDAY, shift(MONDAY, 6, 14), ZoneOffset.UTC))
                .containsExactly(NO_EARLY);
        assertThat(wants.against(ADAS_MONDAY, shift(MONDAY, 9, 17), ZoneOffset.UTC)).isEmpty();
        assertThat(wants.against(ADAS_TUESDAY, shift(MONDAY.plusDays(1), 6, 14), ZoneOffset.UTC))
                .isEmpty();
        assertThat(wants.wishes(BENS_TUESDAY)).isEmpty();
    }

    @Test
    void takeInWhatOnePersonWantsNowAndLeaveTheOthers() {
        var now = wants.with(ADA, new Wants(Map.of(), Map.of(ADAS_MONDAY, List.of(APPROVED))));

        assertThat(now.wishes(ADAS_MONDAY)).isEmpty();
        assertThat(now.timeOff(ADAS_MONDAY)).containsExactly(APPROVED);
        assertThat(now.timeOff(ADAS_TUESDAY)).isEmpty();
        assertThat(now.timeOff(BENS_TUESDAY)).containsExactly(APPROVED);
    }
}
