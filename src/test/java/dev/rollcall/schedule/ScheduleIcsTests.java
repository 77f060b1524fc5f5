package dev.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleIcsTests {

    static final Agent DANA = agent(1, "agent-017", "dana@example.com", "Europe/Berlin");
    static final Agent KENJI = agent(2, "agent-018", "kenji@example.com", "Asia/Tokyo");
    static final List<Activity> ACTIVITIES =
            List.of(
                    new Activity("WORK", "Work", Category.WORK, "work", true, 1),
                    new Activity("LUNCH", "Lunch", Category.AUXILIARY, "lunch", false, 1),
                    new Activity("BREAK", "Break", Category.AUXILIARY, "break", true, 1),
                    new Activity("BACK_OFFICE", "Desk work", Category.AUXILIARY, "sea", true, 1),
                    new Activity("TIME_OFF", "Time off", Category.TIME_OFF, "time-off", true, 1));

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a time in its zone            | DTSTART;TZID=Europe/Berlin:20260302T080000 DTEND;TZID=Europe/Berlin:20260302T160000 | 2026-03-02 WORK 2026-03-02T07:00:00Z/2026-03-02T15:00:00Z
                    a zone as Outlook calls it    | DTSTART;TZID="W._Europe_Standard_Time":20260302T080000 DURATION:PT8H               | 2026-03-02 WORK 2026-03-02T07:00:00Z/2026-03-02T15:00:00Z
                    a zone at the end of a path   | DTSTART;TZID=/example.org/2026/Europe/Berlin:20260302T080000 DURATION:PT8H         | 2026-03-02 WORK 2026-03-02T07:00:00Z/2026-03-02T15:00:00Z
                    a time of the person's own    | DTSTART:20260302T080000 DTEND:20260302T160000                                       | 2026-03-02 WORK 2026-03-02T07:00:00Z/2026-03-02T15:00:00Z
                    a time of the whole world     | DTSTART:20260302T230000Z DTEND:20260303T060000Z                                     | 2026-03-03 WORK 2026-03-02T23:00:00Z/2026-03-03T06:00:00Z
                    over the clocks' going back   | DTSTART:20261024T220000 DTEND:20261025T060000                                       | 2026-10-24 WORK 2026-10-24T20:00:00Z/2026-10-25T05:00:00Z
                    of an ambiguous time the first| DTSTART:20261025T023000 DTEND:20261025T060000                                       | 2026-10-25 WORK 2026-10-25T00:30:00Z/2026-10-25T05:00:00Z
                    a time the clocks jump over   | DTSTART:20260329T023000 DTEND:20260329T060000                                       | 2026-03-29 WORK 2026-03-29T01:30:00Z/2026-03-29T04:00:00Z
                    a date it says itself         | DTSTART:20260303T003000 DURATION:PT5H X-ROLLCALL-DATE:2026-03-02                    | 2026-03-02 WORK 2026-03-02T23:30:00Z/2026-03-03T04:30:00Z
                    a time off of days            | CATEGORIES:TIME_OFF DTSTART;VALUE=DATE:20260302 DTEND;VALUE=DATE:20260304           | 2026-03-02 TIME_OFF 2026-03-01T23:00:00Z/2026-03-02T23:00:00Z, 2026-03-03 TIME_OFF 2026-03-02T23:00:00Z/2026-03-03T23:00:00Z
                    a day off                     | CATEGORIES:TIME_OFF DTSTART;VALUE=DATE:20260302                                     | 2026-03-02 TIME_OFF 2026-03-01T23:00:00Z/2026-03-02T23:00:00Z
                    a category among others       | CATEGORIES:Team,back-office DTSTART:20260302T080000 DURATION:PT1H                   | 2026-03-02 BACK_OFFICE 2026-03-02T07:00:00Z/2026-03-02T08:00:00Z
                    twice a week                  | DTSTART:20260302T080000 DURATION:PT8H RRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3         | 2026-03-02 WORK 2026-03-02T07:00:00Z/2026-03-02T15:00:00Z, 2026-03-05 WORK 2026-03-05T07:00:00Z/2026-03-05T15:00:00Z, 2026-03-09 WORK 2026-03-09T07:00:00Z/2026-03-09T15:00:00Z
                    until a day, one left out     | DTSTART:20260302T080000 DURATION:PT8H RRULE:FREQ=DAILY;UNTIL=20260304 EXDATE:20260303T080000 | 2026-03-02 WORK 2026-03-02T07:00:00Z/2026-03-02T15:00:00Z, 2026-03-04 WORK 2026-03-04T07:00:00Z/2026-03-04T15:00:00Z
                    until an instant              | DTSTART:20260302T080000 DURATION:PT8H RRULE:FREQ=DAILY;UNTIL=20260303T070000Z       | 2026-03-02 WORK 2026-03-02T07:00:00Z/2026-03-02T15:00:00Z, 2026-03-03 WORK 2026-03-03T07:00:00Z/2026-03-03T15:00:00Z
                    nights that end at six anyway | DTSTART:20260327T220000 DTEND:20260328T060000 RRULE:FREQ=DAILY;COUNT=2              | 2026-03-27 WORK 2026-03-27T21:00:00Z/2026-03-28T05:00:00Z, 2026-03-28 WORK 2026-03-28T21:00:00Z/2026-03-29T04:00:00Z
                    what is cancelled             | DTSTART:20260302T080000 DURATION:PT8H STATUS:CANCELLED                              | ''
                    """)
    void readsWhenAnEventIs(String what, String properties, String expected) {
        assertThat(what).isNotBlank();
        var content = read(calendar(event("SUMMARY:Work " + properties)), DANA, null);
        assertThat(content.bad()).isEmpty();
        assertThat(days(content)).isEqualTo(expected);
    }

    @Test
    void followsWhatHasNoEndForAYearFromToday() {
        var content =
                read(
                        calendar(
                                event(
                                        "SUMMARY:Work DTSTART:20200101T080000 DURATION:PT8H"
                                                + " RRULE:FREQ=WEEKLY;BYDAY=MO")),
                        DANA,
                        null);
        assertThat(content.bad()).isEmpty();
        var dates = content.days().keySet().stream().map(ScheduleCsv.Day::date).sorted().toList();
        assertThat(dates.getFirst()).isEqualTo("2026-03-02");
        assertThat(dates.getLast()).isEqualTo("2027-03-01");
        assertThat(dates).hasSize(53);
    }

    @Test
    void keepsTheBreaksOfANightWithTheNight() {
        var content =
                read(
                        calendar(
                                event("SUMMARY:Work DTSTART:20260302T220000 DURATION:PT4H"),
                                event("SUMMARY:Break DTSTART:20260303T020000 DURATION:PT15M"),
                                event("SUMMARY:Work DTSTART:20260303T021500 DURATION:PT3H45M"),
                                event("SUMMARY:Work DTSTART:20260303T220000 DURATION:PT8H")),
                        DANA,
                        null);
        assertThat(content.bad()).isEmpty();
        assertThat(content.days().keySet())
                .extracting(ScheduleCsv.Day::date)
                .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3));
        assertThat(content.days().values()).extracting(List::size).containsExactly(3, 1);
    }

    @Test
    void plansAMeetingForEverybodyInvited() {
        var content =
                read(
                        calendar(
                                event(
                                        "SUMMARY:Back_office DTSTART:20260302T080000Z"
                                                + " DURATION:PT1H"
                                                + " ATTENDEE;CN=\"Petrova,_Dana\":mailto:Dana@Example.com"
                                                + " ATTENDEE:mailto:kenji@example.com"
                                                + " ATTENDEE;CUTYPE=ROOM:mailto:blue@example.com"
                                                + " ATTENDEE;PARTSTAT=DECLINED:mailto:no@example.com")),
                        null,
                        null);
        assertThat(content.bad()).isEmpty();
        assertThat(content.days().keySet())
                .extracting(day -> day.agent().value())
                .containsExactly(1L, 2L);
    }

    @Test
    void letsAnExceptionStandForItsOneOfASeries() {
        var content =
                read(
                        calendar(
                                event(
                                        "UID:a SUMMARY:Work DTSTART:20260302T080000 DURATION:PT8H"
                                                + " RRULE:FREQ=DAILY;COUNT=2"),
                                event(
                                        "UID:a RECURRENCE-ID:20260303T080000 SUMMARY:Work"
                                                + " DTSTART:20260303T100000 DURATION:PT8H")),
                        DANA,
                        null);
        assertThat(days(content))
                .isEqualTo(
                        "2026-03-02 WORK 2026-03-02T07:00:00Z/2026-03-02T15:00:00Z,"
                                + " 2026-03-03 WORK 2026-03-03T09:00:00Z/2026-03-03T17:00:00Z");
    }

    @Test
    void countsWhatNamesNoActivityAsItIsTold() {
        var file = calendar(event("SUMMARY:Dentist DTSTART:20260302T080000 DURATION:PT1H"));
        assertThat(read(file, DANA, null).bad())
                .extracting(ScheduleImport.BadLine::detail)
                .singleElement()
                .asString()
                .startsWith("\"Dentist\" is no activity.");
        assertThat(days(read(file, DANA, ACTIVITIES.getLast()))).contains("TIME_OFF");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DTSTART:20260230T080000 DURATION:PT8H                            | 5 | DTSTART is "20260230T080000", which is not a time such as 20260302T080000.
                    DTSTART:20260302T250000 DURATION:PT8H                            | 5 | DTSTART is "20260302T250000", which is not a time such as 20260302T080000.
                    DTSTART:00260302T080000 DURATION:PT8H                            | 5 | DTSTART is "00260302T080000", which is not a time such as 20260302T080000.
                    DTSTART:tomorrow DURATION:PT8H                                   | 5 | DTSTART is "tomorrow", which is not a time such as 20260302T080000.
                    DTSTART;TZID=Middle/Earth:20260302T080000 DURATION:PT8H          | 5 | Unknown time zone "Middle/Earth". Write one such as Europe/Berlin.
                    DURATION:PT8H                                                    | 2 | The start is missing.
                    DTSTART:20260302T080000                                          | 2 | The end is missing.
                    DTSTART:20260302T080000 DTEND:20260302T080000                    | 6 | The end does not lie after the start.
                    DTSTART:20260302T080000 DTEND:20260302T070000                    | 6 | The end does not lie after the start.
                    DTSTART:20260302T080000 DURATION:eight                           | 6 | The duration "eight" is not one such as PT8H30M.
                    DTSTART:20260302T080000 DURATION:PT30H                           | 5 | This lasts 30 hours; a shift lasts at most 24. Split it, or plan it as time off.
                    DTSTART;VALUE=DATE:20260302                                      | 5 | WORK cannot last all day: only time off has no hours. Give the event a start and an end.
                    DTSTART:20260302T080000 DURATION:PT1H RRULE:FREQ=SECONDLY        | 7 | A plan repeats by day, week, month or year, not as in "FREQ=SECONDLY".
                    DTSTART:20260302T080000 DURATION:PT1H RRULE:FREQ=DAILY;BYMINUTE=1,2 | 7 | A plan repeats by day, week, month or year, not as in "FREQ=DAILY;BYMINUTE=1,2".
                    DTSTART:20260302T080000 DURATION:PT1H RRULE:FREQ=SOMETIMES       | 7 | The recurrence "FREQ=SOMETIMES" cannot be read. Write one such as FREQ=WEEKLY;BYDAY=MO,TU.
                    DTSTART:20260302T080000 DURATION:PT1H RRULE:FREQ=DAILY;COUNT=0   | 7 | The recurrence "FREQ=DAILY;COUNT=0" cannot be read. Write one such as FREQ=WEEKLY;BYDAY=MO,TU.
                    DTSTART:20260302T080000 DURATION:PT1H RRULE:FREQ=DAILY;UNTIL=x   | 7 | The recurrence "FREQ=DAILY;UNTIL=x" cannot be read. Write one such as FREQ=WEEKLY;BYDAY=MO,TU.
                    DTSTART:20260302T080000 DURATION:PT1H RRULE:FREQ=DAILY;COUNT=5000 | 7 | This repeats more than 1000 times. Let it end earlier.
                    DTSTART:20260302T080000 DURATION:PT1H EXDATE:never               | 7 | EXDATE is "never", which is not a time such as 20260302T080000.
                    DTSTART:20260302T080000 DURATION:PT1H X-ROLLCALL-DATE:today      | 7 | The date "today" is not a date such as 2026-03-02.
                    DTSTART:20260302T080000 DURATION:PT1H X-ROLLCALL-DATE:2026-04-02 | 5 | What belongs to 2026-04-02 starts the day before at the earliest and ends two days later at the latest.
                    """)
    void namesTheLineThatIsWrong(String properties, long line, String sentence) {
        var content = read(calendar(event("UID:a SUMMARY:Work " + properties)), DANA, null);
        assertThat(content.days()).isEmpty();
        assertThat(content.bad())
                .extracting(bad -> bad.line() + " " + bad.detail())
                .containsExactly(line + " " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    X-ROLLCALL-AGENT:nobody            | 4 | Unknown agent "nobody".
                    ATTENDEE:mailto:nobody@example.com | 4 | Nobody has the e-mail address "nobody@example.com".
                    STATUS:CONFIRMED                   | 2 | The event does not say whose it is.
                    """)
    void saysWhoseEventCannotBePlanned(String property, long line, String sentence) {
        var content =
                read(
                        calendar(
                                event(
                                        "SUMMARY:Work "
                                                + property
                                                + " DTSTART:20260302T080000 DURATION:PT8H")),
                        null,
                        null);
        assertThat(content.bad())
                .singleElement()
                .satisfies(bad -> {
                    assertThat(bad.line()).isEqualTo(line);
                    assertThat(bad.detail()).startsWith(sentence);
                });
    }

    @Test
    void refusesToPlanSomebodyTwiceAtOneTime() {
        var content =
                read(
                        calendar(
                                event("SUMMARY:Work DTSTART:20260302T080000 DURATION:PT8H"),
                                event("SUMMARY:Work DTSTART:20260302T150000 DURATION:PT8H"),
                                event("SUMMARY:Lunch DTSTART:20260302T120000 DURATION:PT30M")),
                        DANA,
                        null);
        assertThat(content.bad())
                .extracting(bad -> bad.line() + " " + bad.detail())
                .containsExactly(
                        "9 This overlaps line 4: one person, one time. Keep one of the two.");
        assertThat(content.entries()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "agent,date,activity,start,end",
                "BEGIN:VCALENDAR",
                "BEGIN:VCALENDAR\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Work",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VEVENT\nEND:VEVENT",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nno colon at all\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\n:::::\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=\":20260302\nEND:VEVENT",
                "\u0000\u0001\u0002",
                "{\"value\": []}"
            })
    void saysWhatIsNoCalendar(String text) {
        var content = read(text, DANA, null);
        assertThat(content.bad()).isNotEmpty();
        assertThat(content.days()).isEmpty();
    }

    @Test
    void readsAnUnfoldedLineOfTenMegabytesInNoTime() {
        var text =
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Work\n"
                        + " x\n".repeat(3_000_000)
                        + "END:VEVENT\nEND:VCALENDAR\n";
        assertThat(text).hasSizeGreaterThan(9_000_000);
        var content =
                org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> read(text, DANA, null));
        assertThat(content.bad()).isNotEmpty();
    }

    @Test
    void doesNotGrowWithoutEndFromAShortFile() {
        var events = new ArrayList<String>();
        for (int i = 0; i < 400; i++) {
            events.add(
                    event(
                            "SUMMARY:Work DTSTART:20260302T080000 DURATION:PT1H"
                                    + " RRULE:FREQ=DAILY;COUNT=1000"));
        }
        var content = read(calendar(events.toArray(String[]::new)), DANA, null);
        assertThat(content.entries()).isEqualTo(1000);
        assertThat(content.bad())
                .extracting(ScheduleImport.BadLine::problem)
                .contains(LineProblem.TOO_MUCH);
    }

    // ------------------------------------------------------------------

    static String calendar(String... events) {
        return "BEGIN:VCALENDAR\n" + String.join("", events) + "END:VCALENDAR\n";
    }

    /// Properties between blanks; an underscore stands for a blank, but not in their names.
    static String event(String properties) {
        return "BEGIN:VEVENT\n"
                + List.of(properties.split(" +")).stream()
                        .map(each ->
                                each.startsWith("CATEGORIES") || each.startsWith("X-")
                                        ? each
                                        : each.replace('_', ' '))
                        .collect(Collectors.joining("\n"))
                + "\nEND:VEVENT\n";
    }

    private static ScheduleCsv.Content read(
            String text, @Nullable Agent owner, @Nullable Activity otherwise) {
        return new ScheduleIcs(
                        new WhatIsKnown(List.of(DANA, KENJI), ACTIVITIES), owner, otherwise, TODAY)
                .read(text);
    }

    static String days(ScheduleCsv.Content content) {
        return content.days().entrySet().stream()
                .flatMap(day ->
                        day.getValue().stream()
                                .map(planned ->
                                        day.getKey().date()
                                                + " "
                                                + planned.activity()
                                                + " "
                                                + planned.span().start()
                                                + "/"
                                                + planned.span().end()))
                .collect(Collectors.joining(", "));
    }

    private static Agent agent(long id, String externalId, String email, String zone) {
        return new Agent(
                new AgentId(id),
                externalId,
                externalId,
                email,
                new UnitId(1),
                Set.of(),
                Set.of(),
                null,
                ZoneId.of(zone),
                null,
                1);
    }
}
