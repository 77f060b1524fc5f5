package dev.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleGraphTests {

    private static final String SHIFT =
            """
            {'userId': 'agent-017', 'sharedShift': {'displayName': 'Day shift',
             'startDateTime': '2026-03-02T07:00:00Z', 'endDateTime': '2026-03-02T15:00:00Z',
             'activities': [{'code': '', 'displayName': 'Lunch', 'startDateTime': '2026-03-02T11:00:00Z',
                             'endDateTime': '2026-03-02T11:30:00Z'}]},
             'draftShift': null}\
            """;

    @Test
    void readsAShiftWithWhatLiesInIt() {
        var content = read("{'value': [" + SHIFT + "]}");
        assertThat(content.bad()).isEmpty();
        assertThat(ScheduleIcsTests.days(content))
                .isEqualTo(
                        "2026-03-02 WORK 2026-03-02T07:00:00Z/2026-03-02T15:00:00Z,"
                                + " 2026-03-02 LUNCH 2026-03-02T11:00:00Z/2026-03-02T11:30:00Z");
    }

    @Test
    void readsTimeOffDayByDayAndOfRequestsTheApprovedOnes() {
        var content =
                read(
                        """
                        {'shifts': [], 'timesOff': [
                          {'userId': 'agent-017', 'sharedTimeOff': {'timeOffReasonId': 'TOR_1',
                           'startDateTime': '2026-03-02T11:00:00Z', 'endDateTime': '2026-03-03T23:00:00Z'}},
                          {'senderUserId': 'agent-018', 'state': 'declined', 'timeOffReasonId': 'x',
                           'startDateTime': '2026-03-02T00:00:00Z', 'endDateTime': '2026-03-03T00:00:00Z'},
                          {'senderUserId': 'agent-018', 'state': 'approved', 'timeOffReasonId': 'x',
                           'startDateTime': '2026-03-02T15:00:00Z', 'endDateTime': '2026-03-03T15:00:00Z'}]}
                        """);
        assertThat(content.bad()).isEmpty();
        assertThat(ScheduleIcsTests.days(content))
                .isEqualTo(
                        "2026-03-02 TIME_OFF 2026-03-02T11:00:00Z/2026-03-02T23:00:00Z,"
                                + " 2026-03-03 TIME_OFF 2026-03-02T23:00:00Z/2026-03-03T23:00:00Z,"
                                + " 2026-03-03 TIME_OFF 2026-03-02T15:00:00Z/2026-03-03T15:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'agent-017'                              | 'nobody'                | /value/0/userId | Unknown agent "nobody".
                    'agent-017'                              | ''                      | /value/0/userId | The agent is missing.
                    '2026-03-02T15:00:00Z'                   | 'later'                 | /value/0/sharedShift/endDateTime | "later" is not a time with an offset such as 2026-03-02T08:00:00Z.
                    '2026-03-02T15:00:00Z'                   | '2026-03-02T15:00:00'   | /value/0/sharedShift/endDateTime | "2026-03-02T15:00:00" is not a time with an offset such as 2026-03-02T08:00:00Z.
                    '2026-03-02T15:00:00Z'                   | '9026-03-02T15:00:00Z'  | /value/0/sharedShift/endDateTime | "9026-03-02T15:00:00Z" is not a time with an offset such as 2026-03-02T08:00:00Z.
                    '2026-03-02T15:00:00Z'                   | '2026-03-02T07:00:00Z'  | /value/0/sharedShift/endDateTime | The end does not lie after the start.
                    '2026-03-02T15:00:00Z'                   | '2026-03-03T13:00:00Z'  | /value/0/sharedShift | This lasts 30 hours; a shift lasts at most 24. Split it, or plan it as time off.
                    'Lunch'                                  | 'Nap'                   | /value/0/sharedShift/activities/0/displayName | Unknown activity "Nap". The activities are listed in the settings.
                    '2026-03-02T11:30:00Z'                   | '2026-03-02T15:30:00Z'  | /value/0/sharedShift/activities/0 | The activity reaches beyond its shift.
                    """)
    void pointsAtWhatIsWrong(String part, String broken, String pointer, String sentence) {
        var content = read("{'value': [" + SHIFT.replace(part, broken) + "]}");
        assertThat(content.days()).isEmpty();
        assertThat(content.bad())
                .extracting(bad -> bad.line() + " " + bad.pointer() + " " + bad.detail())
                .containsExactly("1 " + pointer + " " + sentence);
    }

    @Test
    void refusesToPlanSomebodyTwiceAtOneTime() {
        var content = read("{'value': [" + SHIFT + ", " + SHIFT + "]}");
        assertThat(content.bad())
                .extracting(bad -> bad.pointer() + " " + bad.detail())
                .contains(
                        "/value/1/sharedShift This overlaps /value/0/sharedShift: one person, one"
                                + " time. Keep one of the two.");
        assertThat(content.entries()).isEqualTo(2);
    }

    @Test
    void saysThatADraftAnOpenShiftAndHalfAListAreNoPlans() {
        var content =
                read(
                        """
                        {'@odata.nextLink': 'https://example.com/next', 'value': [
                          {'userId': 'agent-017', 'sharedShift': null, 'draftShift': {}},
                          {'sharedOpenShift': {}}, {'id': 'SHFT_1'}, 17]}
                        """);
        assertThat(content.bad())
                .extracting(ScheduleImport.BadLine::problem)
                .containsExactly(
                        LineProblem.MORE_PAGES,
                        LineProblem.DRAFT_ONLY,
                        LineProblem.OPEN_SHIFT,
                        LineProblem.BAD_ITEM,
                        LineProblem.BAD_ITEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "17", "{}", "{'value': 17}", "BEGIN:VCALENDAR"})
    void saysWhatIsNoListOfShifts(String text) {
        assertThat(read(text).bad()).isNotEmpty();
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThat(read("[".repeat(100_000)).bad())
                .extracting(ScheduleImport.BadLine::problem)
                .containsExactly(LineProblem.NOT_JSON);
    }

    private static ScheduleCsv.Content read(String text) {
        return new ScheduleGraph(
                        new WhatIsKnown(
                                List.of(ScheduleIcsTests.DANA, ScheduleIcsTests.KENJI),
                                ScheduleIcsTests.ACTIVITIES),
                        null)
                .read(text.replace('\'', '"'));
    }
}
