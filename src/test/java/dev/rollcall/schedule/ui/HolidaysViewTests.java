package dev.rollcall.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.Holidays;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = HolidaysViewTests.class)
class HolidaysViewTests extends ViewTest {

    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Holidays holidays;

    private UnitId north = new UnitId(0);

    @BeforeEach
    void aManagerOpensTheScreen() {
        north = floor.unit("north", "Europe/Berlin").id();
        signIn(signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, north)));
        open("settings/holidays");
    }

    @Test
    void showsWhatACalendarBringsBeforeItWritesAnything() {
        find(HolidaysView.class)
                .single()
                .look(
                        """
                        BEGIN:VCALENDAR
                        BEGIN:VEVENT
                        SUMMARY:Labour Day
                        DTSTART;VALUE=DATE:20260501
                        END:VEVENT
                        END:VCALENDAR
                        """);
        assertThat(textOf(find(HolidaysView.class).single())).contains("One holiday for");
        assertThat(kept()).isZero();

        press("Import");

        assertThat(kept()).isOne();
        assertThat(textOf(find(HolidaysView.class).single())).contains("One holiday taken over.");
    }

    private long kept() {
        return holidays.of(north, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)).size();
    }
}
