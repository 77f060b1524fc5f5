package dev.rollcall.adherence.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.kit.Frontend;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BoardColumnsTests {

    private static final List<String> COLUMNS =
            List.of(
                    "person",
                    "person-and-status",
                    "status",
                    "shouldBe",
                    "is",
                    "shift",
                    "impact",
                    "score",
                    "others",
                    "inWords",
                    "timeline",
                    "choose");

    private static List<String> shown(String layout, boolean past, boolean table) {
        return shown(layout, Map.of("past", past, "table", table));
    }

    private static List<String> shown(String layout, Map<String, Object> look) {
        return Frontend.evaluate(
                        "rollcall-board-layout.ts",
                        "argument.columns.filter(key => module.fits(key, argument.layout, argument.look))",
                        Map.of("columns", COLUMNS, "layout", layout, "look", look))
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void tellsTheSameAsATable() {
        assertThat(shown("wide", false, true))
                .containsExactly(
                        "person",
                        "status",
                        "shouldBe",
                        "is",
                        "impact",
                        "score",
                        "others",
                        "inWords");
    }

    @Test
    void drawsTimelinesInsteadOfTheirWords() {
        assertThat(shown("wide", false, false))
                .containsExactly(
                        "person", "status", "shouldBe", "is", "impact", "score", "timeline");
    }

    @Test
    void tellsShiftsInsteadOfThePresentOnADayThatIsOver() {
        assertThat(shown("wide", true, false))
                .containsExactly("person", "status", "shift", "score", "timeline");
    }

    @Test
    void keepsWhatMattersMostWhereThereIsLittleRoom() {
        assertThat(shown("medium", false, false))
                .containsExactly("person", "status", "score", "timeline");
        assertThat(shown("narrow", false, false)).containsExactly("person-and-status", "timeline");
        assertThat(shown("narrow", false, true)).containsExactly("person-and-status", "inWords");
    }

    @Test
    void offersWhatCanBeDoneWhereThereIsRoomAndSomethingToDo() {
        Map<String, Object> look = Map.of("past", false, "table", false, "acts", List.of("excuse"));
        assertThat(shown("wide", look)).contains("choose");
        assertThat(shown("medium", look)).doesNotContain("choose");
    }
}
