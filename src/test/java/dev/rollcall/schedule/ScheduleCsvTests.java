package dev.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.ScheduleImport.BadLine;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleCsvTests {

    private static final String HEADER = "agent,date,activity,start,end\n";
    private static final Set<String> ACTIVITIES = Set.of("WORK", "BREAK", "LUNCH");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a day                            | 2026-03-02,WORK,08:00,16:00                              | 2026-03-02T07:00:00Z/2026-03-02T15:00:00Z
                    a night                          | 2026-03-02,WORK,22:00,06:00                              | 2026-03-02T21:00:00Z/2026-03-03T05:00:00Z
                    until midnight                   | 2026-03-02,WORK,16:00,00:00                              | 2026-03-02T15:00:00Z/2026-03-02T23:00:00Z
                    round the clock                  | 2026-03-02,WORK,08:00,08:00                              | 2026-03-02T07:00:00Z/2026-03-03T07:00:00Z
                    a break of the night's next day  | 2026-03-02,WORK,22:00,06:00;2026-03-02,BREAK,02:00,02:15 | 2026-03-02T21:00:00Z/2026-03-03T05:00:00Z 2026-03-03T01:00:00Z/2026-03-03T01:15:00Z
                    a break of the night's first day | 2026-03-02,WORK,22:00,06:00;2026-03-02,BREAK,23:00,23:15 | 2026-03-02T21:00:00Z/2026-03-03T05:00:00Z 2026-03-02T22:00:00Z/2026-03-02T22:15:00Z
                    a break across midnight          | 2026-03-02,WORK,22:00,06:00;2026-03-02,BREAK,23:50,00:10 | 2026-03-02T21:00:00Z/2026-03-03T05:00:00Z 2026-03-02T22:50:00Z/2026-03-02T23:10:00Z
                    an entry that starts like the first | 2026-03-02,WORK,22:00,06:00;2026-03-02,BREAK,22:00,22:15 | 2026-03-02T21:00:00Z/2026-03-03T05:00:00Z 2026-03-02T21:00:00Z/2026-03-02T21:15:00Z
                    with seconds                     | 2026-03-02,WORK,08:00:30,16:00:10                        | 2026-03-02T07:00:30Z/2026-03-02T15:00:10Z
                    one digit of the hour            | 2026-03-02,WORK,8:00,16:00                               | 2026-03-02T07:00:00Z/2026-03-02T15:00:00Z
                    the night the clocks go forward  | 2026-03-28,WORK,22:00,06:00                              | 2026-03-28T21:00:00Z/2026-03-29T04:00:00Z
                    the night the clocks go back     | 2026-10-24,WORK,22:00,06:00                              | 2026-10-24T20:00:00Z/2026-10-25T05:00:00Z
                    of an ambiguous time the first   | 2026-10-25,WORK,02:30,06:00                              | 2026-10-25T00:30:00Z/2026-10-25T05:00:00Z
                    ambiguous at its end             | 2026-10-24,WORK,22:00,02:30                              | 2026-10-24T20:00:00Z/2026-10-25T00:30:00Z
                    """)
    void placesEntriesInTheZoneOfTheAgent(String what, String lines, String expected) {
        assertThat(what).isNotBlank();
        var file =
                List.of(lines.split(";")).stream()
                        .map(line -> "berlin," + line + "\n")
                        .collect(Collectors.joining());
        var content = read(HEADER + file);
        assertThat(content.bad()).isEmpty();
        assertThat(
                        content.days().values().stream()
                                .flatMap(List::stream)
                                .map(planned -> planned.span().start() + "/" + planned.span().end())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void refusesToPlanSomebodyTwiceAtOneTime() {
        assertBad(
                read(
                        HEADER
                                + """
                                berlin,2026-03-02,WORK,08:00,16:00
                                berlin,2026-03-02,BREAK,10:00,10:15
                                berlin,2026-03-02,WORK,15:00,17:00
                                apia,2026-03-02,WORK,08:00,16:00
                                """),
                new Bad(4, "This overlaps line 2: one person, one time. Keep one of the two."));
    }

    @Test
    void takesDatesAndTimesWithAnOffsetWhereATimeOfDaySaysTooLittle() {
        var content =
                read(
                        HEADER
                                + "berlin,2026-10-25,WORK,2026-10-25T02:30+01:00,06:00\n"
                                + "berlin,2026-03-02,WORK,08:00,2026-03-02T15:00:00.5Z\n");
        assertThat(content.bad()).isEmpty();
        assertThat(content.days().values().stream().flatMap(List::stream).toList())
                .extracting(planned -> planned.span().start() + "/" + planned.span().end())
                .containsExactly(
                        "2026-10-25T01:30:00Z/2026-10-25T05:00:00Z",
                        "2026-03-02T07:00:00Z/2026-03-02T15:00:00.500Z");
    }

    @Test
    void refusesAShiftOfThirtyHours() {
        assertBad(
                read(HEADER + "berlin,2026-03-02,WORK,08:00,2026-03-03T14:00+01:00\n"),
                new Bad(
                        2,
                        "This lasts 30 hours; a shift lasts at most 24. Split it, or plan it as"
                                + " time off."));
    }

    @Test
    void takesTheFirstStartOfEachAgentAndDateByItself() {
        var content =
                read(
                        HEADER
                                + """
                                berlin,2026-03-02,WORK,22:00,06:00
                                apia,2026-03-02,WORK,06:00,14:00
                                berlin,2026-03-03,WORK,06:00,14:00
                                """);
        assertThat(content.bad()).isEmpty();
        assertThat(content.entries()).isEqualTo(3);
        assertThat(
                        content.days()
                                .get(new ScheduleCsv.Day(new AgentId(1), LocalDate.of(2026, 3, 3))))
                .singleElement()
                .extracting(planned -> planned.span().start().toString())
                .isEqualTo("2026-03-03T05:00:00Z");
        assertThat(
                        content.days()
                                .get(new ScheduleCsv.Day(new AgentId(2), LocalDate.of(2026, 3, 2))))
                .singleElement()
                .extracting(planned -> planned.span().start().toString())
                .isEqualTo("2026-03-01T17:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nobody,2026-03-02,WORK,08:00,16:00     | Unknown agent "nobody".
                    ,2026-03-02,WORK,08:00,16:00           | The agent is missing.
                    berlin,02.03.2026,WORK,08:00,16:00     | The date "02.03.2026" is not a date such as 2026-03-02.
                    berlin,2026-02-29,WORK,08:00,16:00     | The date "2026-02-29" is not a date such as 2026-03-02.
                    berlin,0026-03-02,WORK,08:00,16:00     | The date "0026-03-02" is not a date such as 2026-03-02.
                    berlin,,WORK,08:00,16:00               | The date is missing.
                    berlin,2026-03-02,NAP,08:00,16:00      | Unknown activity "NAP". The activities are listed in the settings.
                    berlin,2026-03-02,,08:00,16:00         | The activity is missing.
                    berlin,2026-03-02,WORK,8 Uhr,16:00     | The start "8 Uhr" is not a time of day such as 17:30.
                    berlin,2026-03-02,WORK,08:00,25:00     | The end "25:00" is not a time of day such as 17:30.
                    berlin,2026-03-02,WORK,08:00,          | The end is missing.
                    berlin,2026-03-02,WORK,08:00           | The number of fields on this line is 4; the header has 5.
                    berlin,2026-03-02,WORK,08:00,16:00,x   | The number of fields on this line is 6; the header has 5.
                    berlin;2026-03-02;WORK;08:00;16:00     | The number of fields on this line is 1; the header has 5.
                    berlin,2026-03-29,WORK,02:30,16:00     | The start 02:30 does not exist on 2026-03-29 in Europe/Berlin: the clocks go forward over it.
                    berlin,2026-03-28,WORK,22:00,02:30     | The end 02:30 does not exist on 2026-03-29 in Europe/Berlin: the clocks go forward over it.
                    apia,2011-12-30,WORK,08:00,16:00       | The start 08:00 does not exist on 2011-12-30 in Pacific/Apia: the clocks go forward over it.
                    "berlin,2026-03-02,WORK,08:00,16:00    | A quote is opened and not closed on this line.
                    "berlin"x,2026-03-02,WORK,08:00,16:00  | The line is not valid CSV; look at its quotes.
                    """,
            quoteCharacter = '§')
    void saysWhatIsWrongWithALine(String line, String sentence) {
        var content =
                read(
                        HEADER
                                + "berlin,2026-03-04,WORK,08:00,16:00\n\n"
                                + line
                                + "\nberlin,2026-03-05,WORK,08:00,16:00\n");
        assertBad(content, new Bad(4, sentence));
        assertThat(content.entries()).isEqualTo(2);
    }

    @Test
    void letsTheFirstStartOfALineCountThatIsBadOtherwise() {
        var content =
                read(
                        HEADER
                                + """
                                berlin,2026-03-02,NAP,22:00,06:00
                                berlin,2026-03-02,BREAK,02:00,02:15
                                """);
        assertThat(content.bad()).hasSize(1);
        assertThat(content.days().values())
                .singleElement()
                .extracting(planned -> planned.getFirst().span().start().toString())
                .isEqualTo("2026-03-03T01:00:00Z");
    }

    @Test
    void reportsEveryBadLine() {
        var file = new StringBuilder(HEADER);
        for (int line = 2; line <= 60; line++) {
            file.append(
                    line == 37 || line == 59
                            ? "berlin,2026-03-02,WORK,08:00,16;00\n"
                            : "berlin,%s,BREAK,08:00,16:00\n"
                                    .formatted(LocalDate.of(2026, 4, 1).plusDays(line)));
        }
        assertThat(read(file.toString()).bad()).extracting(BadLine::line).containsExactly(37L, 59L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    agent,date,activity,start           | The header lacks the column end. Expected is agent,date,activity,start,end.
                    agent,date,activity,start,start,end | The header names the column "start" twice. Expected is agent,date,activity,start,end.
                    agent,date,activity,start,end,note  | The header has an unknown column "note". Expected is agent,date,activity,start,end.
                    agent;date;activity;start;end       | The header has an unknown column "agent;date;activity;start;end". Expected is agent,date,activity,start,end.
                    """)
    void namesWhatIsWrongWithTheHeader(String header, String sentence) {
        assertBad(read(header + "\nnobody,,,,\n"), new Bad(1, sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF", "   \n"})
    void refusesAnEmptyFile(String text) {
        assertBad(
                read(text),
                new Bad(
                        1,
                        "The file is empty. Its first line is the header"
                                + " agent,date,activity,start,end."));
    }

    @Test
    void toleratesAByteOrderMarkBlankLinesQuotesSpacesAndAnyOrderOfColumns() {
        var content =
                read(
                        "\uFEFF\"Date\", agent ,activity,start,end\r\n"
                                + "\r\n"
                                + "2026-03-02,\"berlin\",WORK, 08:00 ,16:00\r\n"
                                + "   \r\n");
        assertThat(content.bad()).isEmpty();
        assertThat(content.entries()).isEqualTo(1);
    }

    @Test
    void refusesTheTwoHundredAndFirstEntryOfADay() {
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < 201; i++) {
            var start = LocalTime.of(8, 0).plusMinutes(i);
            file.append("berlin,2026-03-02,BREAK,%s,%s\n".formatted(start, start.plusMinutes(1)));
        }
        assertBad(
                read(file.toString()),
                new Bad(
                        202,
                        "A day has at most 200 entries; this is one more for \"berlin\" on"
                                + " 2026-03-02."));
    }

    private record Bad(long line, String sentence) {}

    private static void assertBad(ScheduleCsv.Content content, Bad expected) {
        assertThat(content.bad())
                .extracting(line -> new Bad(line.line(), line.detail()))
                .containsExactly(expected);
    }

    private static ScheduleCsv.Content read(String text) {
        return ScheduleCsv.read(text, ScheduleCsvTests::agent, ScheduleCsvTests::activity);
    }

    private static Optional<Activity> activity(String code) {
        return ACTIVITIES.contains(code)
                ? Optional.of(
                        new Activity(
                                code,
                                code,
                                code.equals("WORK") ? Category.WORK : Category.AUXILIARY,
                                "work",
                                true,
                                1))
                : Optional.empty();
    }

    private static Optional<Agent> agent(String externalId) {
        return switch (externalId) {
            case "berlin" -> Optional.of(agent(1, externalId, "Europe/Berlin"));
            case "apia" -> Optional.of(agent(2, externalId, "Pacific/Apia"));
            default -> Optional.empty();
        };
    }

    private static Agent agent(long id, String externalId, String zone) {
        return new Agent(
                new AgentId(id),
                externalId,
                externalId,
                null,
                new UnitId(1),
                Set.of(),
                Set.of(),
                null,
                ZoneId.of(zone),
                null,
                1);
    }
}
