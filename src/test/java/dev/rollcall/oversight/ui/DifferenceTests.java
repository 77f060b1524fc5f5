package dev.rollcall.oversight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.oversight.ui.Difference.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTests {

    @Test
    void leavesOutWhatStayedTheSame() {
        assertThat(
                        Difference.of(
                                        "{\"name\":\"Kim\",\"unit\":\"north\"}",
                                        "{\"name\":\"Kim\",\"unit\":\"south\"}")
                                .fields())
                .containsExactly(new Field("unit", List.of("north"), List.of("south")));
    }

    @Test
    void tellsWhatWasPutInAListAndWhatWasTakenOut() {
        assertThat(
                        Difference.of(
                                        "{\"groups\":[\"billing\",\"chat\"]}",
                                        "{\"groups\":[\"billing\",\"calls\"]}")
                                .fields())
                .containsExactly(new Field("groups", List.of("chat"), List.of("calls")));
    }

    @Test
    void tellsOfEverythingThatIsNewAndOfEverythingThatIsGone() {
        assertThat(Difference.of(null, "{\"name\":\"Kim\",\"email\":null}").fields())
                .containsExactly(new Field("name", List.of(), List.of("Kim")));
        assertThat(Difference.of("{\"name\":\"Kim\"}", null).fields())
                .containsExactly(new Field("name", List.of("Kim"), List.of()));
    }

    @Test
    void namesWhatLiesDeepByItsPathAndRulesOnOneLine() {
        assertThat(
                        Difference.of(
                                        "{\"grace\":{\"default\":{\"seconds\":120}},\"mapping\":[]}",
                                        """
                                        {"grace":{"default":{"seconds":60}},"mapping":
                                        [{"activity":"WORK","presence":"*","verdict":"OUT"}]}\
                                        """)
                                .fields())
                .containsExactly(
                        new Field("grace.default.seconds", List.of("120"), List.of("60")),
                        new Field(
                                "mapping",
                                List.of(),
                                List.of("activity WORK, presence *, verdict OUT")));
    }

    @Test
    void readsWordsAndWrittenRecordsToo() {
        assertThat(Difference.of("waiting", "accepted").fields())
                .containsExactly(new Field("", List.of("waiting"), List.of("accepted")));
        assertThat(
                        Difference.of(
                                        "Activity[code=WORK, name=Work, paid=true]",
                                        "Activity[code=WORK, name=Work, inside, paid=true]")
                                .fields())
                .containsExactly(new Field("name", List.of("Work"), List.of("Work, inside")));
    }

    @Test
    void hasNothingToTellWhenNothingDiffers() {
        assertThat(Difference.of("{\"a\":1}", "{\"a\":1}").fields()).isEmpty();
        assertThat(Difference.of(null, null).fields()).isEmpty();
    }
}
