package dev.rollcall.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.kpi.FactColumns.Field;
import dev.rollcall.security.Access;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Dana works in UTC, Noa in Auckland. It is 2 March 2026.
@ModuleTest
class FactImportTests {

    @Autowired private FactImport imports;
    @Autowired private FactTable table;
    @Autowired private Floor floor;
    @Autowired private Access access;

    @BeforeEach
    void twoPeople() {
        floor.agent("dana");
        floor.unit("south", "Pacific/Auckland");
        floor.agent("noa", "south");
    }

    private static FactSheet csv(String text) {
        return FactSheet.read("calls.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private FactImport.Report take(
            FactSheet sheet, FactColumns columns, boolean partial, boolean dryRun) {
        return access.asSystem(
                "test", () -> imports.take(sheet, columns, "/import/calls", partial, dryRun));
    }

    private static final String CALLS =
            """
            Call Id,Agent,Date,Time,Topic,Answered (Y/N),AvgTalkDuration
            1,Dana,2026-02-01,23:30:00,Contract,Y,00:02:23
            2,noa,2026-02-01,23:30:00,Contract,Y,90
            3,Dana,2026-02-02,08:00:00,Contract,N,
            """;

    /// As somebody would choose who has such a file of calls.
    private static FactColumns answeredCalls(FactSheet sheet) {
        var guessed = FactColumns.guess(sheet.header());
        return new FactColumns(guessed.columns(), Map.of(Field.KIND, "CALL"), 5, "Y");
    }

    @Test
    void guessesWhatStandsWhere() {
        assertThat(FactColumns.guess(csv(CALLS).header()).columns())
                .isEqualTo(
                        Map.of(
                                Field.ID,
                                0,
                                Field.AGENT,
                                1,
                                Field.DATE,
                                2,
                                Field.TIME,
                                3,
                                Field.CATEGORY,
                                4,
                                Field.DURATION,
                                6));
    }

    @Test
    void saysWhatAFileWouldBringAndKeepsNothingBeforeItIsTold() {
        var sheet = csv(CALLS);

        var looked = take(sheet, answeredCalls(sheet), false, true);
        assertThat(looked.written()).isFalse();
        assertThat(looked.good()).isEqualTo(2);
        assertThat(looked.left()).isEqualTo(1);
        assertThat(looked.sums())
                .extracting(sum -> sum.agent() + " " + sum.month() + " " + sum.facts())
                .containsExactly("dana 2026-02 1", "noa 2026-02 1");
        assertThat(table.counts(floor("dana"))).isEmpty();

        assertThat(take(sheet, answeredCalls(sheet), false, false).fresh()).isEqualTo(2);
        assertThat(take(sheet, answeredCalls(sheet), false, false).fresh()).isZero();
        var counted = table.counts(floor("dana"));
        // Local to Dana it was still the first.
        assertThat(counted.firstKey().date()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(counted.values().iterator().next().duration())
                .isEqualTo(Duration.ofSeconds(143));
    }

    private dev.rollcall.people.AgentId floor(String externalId) {
        return floor.agent(externalId).agent().id();
    }

    @Test
    void readsAWorkbookAsItReadsATable() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Test", "1.0")) {
            var sheet = book.newWorksheet("Calls");
            var header = List.of("id", "agent", "at", "kind", "amount", "currency", "duration");
            for (int i = 0; i < header.size(); i++) {
                sheet.inlineString(0, i, header.get(i));
            }
            sheet.value(1, 0, 4711);
            sheet.inlineString(1, 1, "dana");
            sheet.value(1, 2, java.time.LocalDateTime.of(2026, 2, 3, 9, 30));
            sheet.style(1, 2).format("yyyy-mm-dd hh:mm").set();
            sheet.inlineString(1, 3, "payment");
            sheet.value(1, 4, 152.4);
            sheet.inlineString(1, 5, "usd");
            sheet.value(1, 6, 143 / 86_400.0);
            sheet.style(1, 6).format("hh:mm:ss").set();
        }

        var sheet = FactSheet.read("Payments.XLSX", bytes.toByteArray());
        assertThat(sheet.lines().getFirst().cells())
                .containsExactly(
                        "4711", "dana", "2026-02-03T09:30", "payment", "152.4", "usd", "00:02:23");
        var report = take(sheet, FactColumns.guess(sheet.header()), false, false);
        assertThat(report.bad()).isEmpty();
        assertThat(table.counts(floor("dana")).values().iterator().next().amount())
                .isEqualByComparingTo("152.4");
    }

    @Test
    void keepsEverythingOutWhileALineIsBadUnlessTheGoodOnesAreWanted() {
        var sheet =
                csv(
                        """
                        id;agent;at;kind;amount;currency
                        1;dana;2026-02-01T08:00;PAYMENT;10.50;USD
                        2;nobody;2026-02-01T08:00;PAYMENT;10.50;USD
                        3;dana;yesterday;PAYMENT;10.50;USD
                        4;dana;2026-02-01T08:00;PAYMENT;much;USD
                        5;dana;2027-02-01T08:00;PAYMENT;1;USD
                        """);
        var columns = FactColumns.guess(sheet.header());

        var all = take(sheet, columns, false, false);
        assertThat(all.written()).isFalse();
        assertThat(all.bad())
                .extracting(FactImport.BadLine::number)
                .containsExactly(3L, 4L, 5L, 6L);
        assertThat(all.bad().getFirst().problems().getFirst().detail())
                .contains("no agent \"nobody\"");
        assertThat(take(sheet, columns, true, false).fresh()).isEqualTo(1);
    }

    @Test
    void saysWhichColumnIsMissingAndWhatIsNoFile() {
        var sheet = csv("a,b\n1,2\n");
        assertThatThrownBy(() -> take(sheet, FactColumns.guess(sheet.header()), false, true))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong ->
                                assertThat(wrong.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactly("/ID", "/AGENT", "/AT", "/KIND"));
        assertThatThrownBy(() -> csv("")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FactSheet.read("x.xlsx", new byte[] {1, 2, 3}))
                .isInstanceOf(InvalidInput.class);
    }
}
