package dev.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitDraft;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class HolidaysTests {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2027, 12, 31);
    private static final LocalDate LABOUR_DAY = LocalDate.of(2026, 5, 1);

    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Register register;
    @Autowired private Holidays holidays;
    @Autowired private HolidayCalendar calendar;

    private UnitId north = new UnitId(0);
    private UnitId harbour = new UnitId(0);
    private UnitId south = new UnitId(0);
    private UserId manager = new UserId(0);

    @BeforeEach
    void theNorthAndTheSouth() {
        north = floor.unit("north", "Europe/Berlin").id();
        harbour =
                register.putUnit(
                                "harbour",
                                new UnitDraft("Harbour", "Europe/Berlin", "north", null),
                                null,
                                Scope.everyone(),
                                Actor.system("test"))
                        .id();
        south = floor.unit("south", "Europe/Berlin").id();
        manager = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, north)).id();
    }

    @Test
    void countForTheUnitsBelowAndTheNearestNameCounts() {
        put(north, LABOUR_DAY, "Labour Day");
        put(north, LABOUR_DAY.plusDays(1), "Bridge");
        put(harbour, LABOUR_DAY, "Harbour Day");

        assertThat(holidays.of(harbour, FROM, TO))
                .extracting(Holiday::name)
                .containsExactly("Harbour Day", "Bridge");
        assertThat(holidays.of(north, FROM, TO))
                .extracting(Holiday::name)
                .containsExactly("Labour Day", "Bridge");
        assertThat(holidays.of(south, FROM, TO)).isEmpty();
        assertThat(holidays.of(north, LABOUR_DAY.plusDays(1), TO)).hasSize(1);
    }

    @Test
    void comeFromACalendarOnceSomebodySaysSo() {
        var file =
                """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                SUMMARY:Labour Day
                DTSTART;VALUE=DATE:20260501
                RRULE:FREQ=YEARLY;COUNT=2
                END:VEVENT
                BEGIN:VEVENT
                SUMMARY:Christmas
                DTSTART;VALUE=DATE:20261225
                DTEND;VALUE=DATE:20261227
                END:VEVENT
                END:VCALENDAR
                """;
        var tried = SignIns.as(manager, () -> calendar.importIcs(north, file, false, true));
        assertThat(tried.written()).isFalse();
        assertThat(tried.days()).hasSize(4);
        assertThat(holidays.of(north, FROM, TO)).isEmpty();

        SignIns.as(manager, () -> calendar.importIcs(north, file, false, false));

        assertThat(holidays.of(north, FROM, TO))
                .extracting(holiday -> holiday.date() + " " + holiday.name())
                .containsExactly(
                        "2026-05-01 Labour Day",
                        "2026-12-25 Christmas",
                        "2026-12-26 Christmas",
                        "2027-05-01 Labour Day");
    }

    @Test
    void keepNothingOfAFileWithABadLineUnlessAskedTo() {
        var file =
                """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                SUMMARY:Labour Day
                DTSTART;VALUE=DATE:20260501
                END:VEVENT
                BEGIN:VEVENT
                SUMMARY:Noon
                DTSTART:20260502T120000
                DURATION:PT1H
                END:VEVENT
                END:VCALENDAR
                """;
        var report = SignIns.as(manager, () -> calendar.importIcs(north, file, false, false));
        assertThat(report.written()).isFalse();
        assertThat(report.rejected())
                .extracting(line -> line.line() + " " + line.detail())
                .containsExactly("8 A holiday lasts all day; this has hours.");
        assertThat(holidays.of(north, FROM, TO)).isEmpty();

        SignIns.as(manager, () -> calendar.importIcs(north, file, true, false));
        assertThat(holidays.of(north, FROM, TO)).hasSize(1);
    }

    @Test
    void areOrdinaryDaysAgainWhenTakenAway() {
        put(north, LABOUR_DAY, "Labour Day");
        SignIns.as(
                manager,
                () -> {
                    calendar.remove(north, LABOUR_DAY);
                    return north;
                });
        assertThat(holidays.of(north, FROM, TO)).isEmpty();
    }

    @Test
    void areNobodysElseToChange() {
        assertThatThrownBy(() -> put(south, LABOUR_DAY, "Labour Day")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> put(north, LABOUR_DAY, " ")).isInstanceOf(InvalidInput.class);
    }

    private void put(UnitId unit, LocalDate date, String name) {
        SignIns.as(
                manager,
                () -> {
                    calendar.put(unit, date, name);
                    return unit;
                });
    }
}
