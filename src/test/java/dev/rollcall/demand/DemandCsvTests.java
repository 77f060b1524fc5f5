package dev.rollcall.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.Channel;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of half hours, good lines and bad ones.
class DemandCsvTests {

    private static final Group CALLS = group("calls", Channel.CALL);
    private static final Group TEAM = group("team", Channel.TEAM);

    private static Group group(String code, Channel channel) {
        return new Group(
                new GroupId(channel.ordinal() + 1), code, code, new UnitId(1), null, channel, 1);
    }

    private static DemandCsv.Content<Volume> read(String lines, String zone) {
        return DemandCsv.volumes(
                DemandCsv.VOLUMES + "\n" + lines,
                code ->
                        code.equals("calls")
                                ? Optional.of(CALLS)
                                : code.equals("team") ? Optional.of(TEAM) : Optional.empty(),
                _ -> ZoneId.of(zone));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Test
    void readsLocalTimesInTheZoneOfTheUnit() {
        var content = read("calls,2026-07-01T08:30,96.5,240", "Europe/Berlin");

        assertThat(content.bad()).isEmpty();
        assertThat(content.found().get(CALLS))
                .isNotNull()
                .containsExactly(
                        Map.entry(
                                at("2026-07-01T06:30:00Z"),
                                new Volume(
                                        at("2026-07-01T06:30:00Z"),
                                        96.5,
                                        Duration.ofSeconds(240))));
    }

    @Test
    void takesTheHourThatComesTwiceInTheOrderOfTheFile() {
        var content =
                read("calls,2026-10-25 02:00,1,60\ncalls,2026-10-25 02:00,2,60", "Europe/Berlin");

        assertThat(content.bad()).isEmpty();
        assertThat(content.found().get(CALLS))
                .isNotNull()
                .containsOnlyKeys(at("2026-10-25T00:00:00Z"), at("2026-10-25T01:00:00Z"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ,2026-03-02T08:00,1,60                  | Europe/Berlin | NO_GROUP        | The group is missing.
                    sales,2026-03-02T08:00,1,60             | Europe/Berlin | UNKNOWN_GROUP   | Unknown group "sales".
                    team,2026-03-02T08:00,1,60              | Europe/Berlin | PLAIN_TEAM      | "team" is a plain team without a channel: nothing comes to it.
                    calls,,1,60                             | Europe/Berlin | NO_START        | The start is missing.
                    calls,2026-02-30T08:00,1,60             | Europe/Berlin | BAD_START       | The start "2026-02-30T08:00" is not a local time such as 2026-03-02T08:30.
                    calls,2026-03-29T02:30,1,60             | Europe/Berlin | START_SKIPPED   | The start 2026-03-29T02:30 does not exist in Europe/Berlin: the clocks go forward over it.
                    calls,2026-03-02T08:10,1,60             | Europe/Berlin | NOT_A_HALF_HOUR | The start 2026-03-02T08:10 is not the start of a half hour; in Europe/Berlin they start at 00 and 30 past the hour.
                    calls,2026-03-02T08:00,1,60             | Asia/Kathmandu | NOT_A_HALF_HOUR | The start 2026-03-02T08:00 is not the start of a half hour; in Asia/Kathmandu they start at 15 and 45 past the hour.
                    calls,2026-03-02T08:00,many,60          | Europe/Berlin | BAD_VOLUME      | The volume "many" is not a number from 0 to 100000, with a point for decimals.
                    calls,2026-03-02T08:00,-1,60            | Europe/Berlin | BAD_VOLUME      | The volume "-1" is not a number from 0 to 100000, with a point for decimals.
                    calls,2026-03-02T08:00,1,0              | Europe/Berlin | BAD_HANDLING    | The handling time "0" is not a whole number of seconds from 1 to 86400.
                    calls,2026-03-02T08:00,100000,240       | Europe/Berlin | TOO_MUCH        | This would keep more than 5000 people busy. Is the handling time in seconds?
                    calls,2026-03-02T08:00,1                | Europe/Berlin | FIELDS          | The number of fields on this line is 3; the header has 4.
                    calls,"2026-03-02T08:00,1,60            | Europe/Berlin | OPEN_QUOTE      | A quote is opened and not closed on this line.
                    """)
    void namesWhatIsWrongWithALine(String line, String zone, LineProblem problem, String sentence) {
        var content = read("calls,2026-03-03T08:00,1,60\n" + line, zone.strip());

        var bad = content.bad().getLast();
        assertThat(bad.line()).isEqualTo(3);
        assertThat(bad.problem()).isEqualTo(problem);
        assertThat(bad.detail()).isEqualTo(sentence);
    }

    @Test
    void readsNoHalfHourTwice() {
        var content =
                read("calls,2026-03-02T08:00,1,60\ncalls,2026-03-02 08:00,2,60", "Europe/Berlin");

        assertThat(content.good()).isEqualTo(1);
        assertThat(content.bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.problem()).isEqualTo(LineProblem.TWICE));
    }

    @Test
    void readsHeadsWithColumnsInAnyOrder() {
        var content =
                DemandCsv.heads(
                        "\uFEFFHeads,Start,Group\n12,2026-03-02T08:00,calls\n1.5,2026-03-02T08:30,calls",
                        _ -> Optional.of(CALLS),
                        _ -> ZoneId.of("UTC"));

        assertThat(content.found().get(CALLS))
                .isNotNull()
                .containsEntry(at("2026-03-02T08:00:00Z"), 12);
        assertThat(content.bad())
                .singleElement()
                .satisfies(bad -> {
                    assertThat(bad.line()).isEqualTo(3);
                    assertThat(bad.problem()).isEqualTo(LineProblem.BAD_HEADS);
                });
    }
}
