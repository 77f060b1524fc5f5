package dev.rollcall.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.audit.Actor;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.Notice;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.people.Agent;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.ScheduleChanged;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// It is Monday, 2 March.
@ModuleTest
class PlanNewsTests {

    private static final Actor TEST = Actor.system("test");
    private static final LocalDate TUESDAY = Floor.TODAY.plusDays(1);

    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Schedules schedules;
    @Autowired private OwnNotices notices;
    @Autowired private PlanNewsDesk desk;
    @Autowired private JdbcClient database;

    private Agent agent;
    private User dana;

    @BeforeEach
    void dana() {
        agent = floor.agent("dana").agent();
        dana = signIns.user(agent.id(), Assignment.everywhere(Role.AGENT));
    }

    @Test
    void saysOnceWhatAPublicationBrings() {
        write(0, 8, 16, Floor.TODAY.minusDays(1), TUESDAY, TUESDAY.plusDays(1));

        var notice = await().until(this::told, told -> told.size() == 1).getFirst();
        assertThat(notice.word(english()).title())
                .isEqualTo("Your plan for Mar 3 – Mar 4 is out: 16 h");
        assertThat(notice.address()).isEqualTo("calendar?date=2026-03-03");
    }

    @Test
    void saysExactlyWhatChangedOnOneDayAndOnMore() {
        write(0, 8, 16, TUESDAY, TUESDAY.plusDays(1), TUESDAY.plusDays(2));
        await().until(this::told, told -> told.size() == 1);

        write(1, 9, 16, TUESDAY);
        var one = await().until(this::told, told -> told.size() == 2).getFirst();
        assertThat(one.word(english()).title().replace('\u202f', ' '))
                .isEqualTo("Your plan changed on Tue, Mar 3: starts 9:00 AM instead of 8:00 AM");
        assertThat(one.address()).isEqualTo("calendar?date=2026-03-03&view=day");

        schedules.publish(
                List.of(
                        version(TUESDAY, 2, 9, 16),
                        version(TUESDAY.plusDays(1), 1, 8, 17),
                        new Schedules.NewVersion(agent.id(), TUESDAY.plusDays(2), List.of(), 1)),
                TEST);
        var more = await().until(this::told, told -> told.size() == 3).getFirst();
        assertThat(more.word(english()).title()).isEqualTo("Your plan changed on 2 days");
        assertThat(more.word(english()).details().toString().replace('\u202f', ' '))
                .isEqualTo(
                        "[Wed, Mar 4: ends 5:00 PM instead of 4:00 PM,"
                                + " Thu, Mar 5: free instead of 8:00 AM–4:00 PM]");
    }

    @Test
    void saysNothingTwiceAndNothingOfThePast() {
        write(0, 8, 16, TUESDAY);
        await().until(this::told, told -> told.size() == 1);

        desk.on(
                new ScheduleChanged(
                        List.of(new ScheduleChanged.PlannedDay(agent.id(), TUESDAY, 1)), null));
        write(0, 8, 16, Floor.TODAY.minusDays(1));
        await().until(() ->
                database.sql("select count(*) from EVENT_PUBLICATION").query(Integer.class).single()
                        == 0);

        assertThat(told()).hasSize(1);
    }

    @Test
    void saysNothingToWhoeverIsToldInOtherWords() {
        var other = floor.agent("erin").agent();
        var erin = signIns.user(other.id(), Assignment.everywhere(Role.AGENT));
        schedules.publish(
                List.of(
                        version(TUESDAY, 0, 8, 16),
                        new Schedules.NewVersion(
                                other.id(), TUESDAY, version(TUESDAY, 0, 8, 16).activities(), 0)),
                TEST,
                Set.of(agent.id()));

        await().until(
                        () -> SignIns.as(erin.id(), () -> notices.list(false, null)),
                        heard -> heard.size() == 1);
        assertThat(told()).isEmpty();
    }

    private void write(int version, int from, int to, LocalDate... dates) {
        var days = new ArrayList<Schedules.NewVersion>();
        Stream.of(dates).forEach(date -> days.add(version(date, version, from, to)));
        schedules.publish(days, TEST);
    }

    private Schedules.NewVersion version(LocalDate date, int version, int from, int to) {
        var work = new PlannedActivity("WORK", TimeSpan.of(at(date, from), at(date, to)));
        return new Schedules.NewVersion(agent.id(), date, List.of(work), version);
    }

    private static Instant at(LocalDate date, int hour) {
        return date.atTime(hour, 0).atZone(ZoneOffset.UTC).toInstant();
    }

    private List<Notice> told() {
        return SignIns.as(dana.id(), () -> notices.list(false, null));
    }

    private Reader english() {
        var texts =
                ResourceBundle.getBundle(
                        "vaadin-i18n/translations",
                        Locale.ROOT,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Reader(
                (key, arguments) ->
                        new MessageFormat(texts.getString(key), Locale.US).format(arguments),
                Locale.US,
                agent.zone());
    }
}
