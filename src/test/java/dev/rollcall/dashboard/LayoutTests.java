package dev.rollcall.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where widgets come to rest. Layouts are written as `a@0,0 6x4`: widget, column, row, size.
class LayoutTests {

    @ParameterizedTest(name = "{0} {1} of {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # step    | widget | before                        | after
                    RIGHT     | a | a@0,0 6x4                          | a@1,0 6x4
                    LEFT      | a | a@0,0 6x4                          | a@0,0 6x4
                    RIGHT     | a | a@6,0 6x4                          | a@6,0 6x4
                    LEFT      | b | a@0,0 6x4; b@6,0 6x4               | b@5,0 6x4; a@0,4 6x4
                    DOWN      | a | a@0,0 6x4; b@0,4 6x3               | b@0,0 6x3; a@0,3 6x4
                    UP        | b | a@0,0 6x4; b@0,4 6x3               | b@0,0 6x3; a@0,3 6x4
                    DOWN      | b | a@0,0 6x4; b@0,4 6x3               | a@0,0 6x4; b@0,4 6x3
                    UP        | a | a@0,0 6x4; b@0,4 6x3               | a@0,0 6x4; b@0,4 6x3
                    WIDER     | a | a@0,0 6x4; b@6,0 6x4               | a@0,0 7x4; b@6,4 6x4
                    WIDER     | a | a@0,0 12x4                         | a@0,0 12x4
                    NARROWER  | a | a@0,0 3x4                          | a@0,0 3x4
                    TALLER    | a | a@0,0 6x4; b@0,4 6x3               | a@0,0 6x5; b@0,5 6x3
                    SHORTER   | a | a@0,0 6x2                          | a@0,0 6x2
                    EARLIER   | b | a@0,0 4x4; b@4,0 8x4               | b@0,0 8x4; a@8,0 4x4
                    LATER     | a | a@0,0 6x4; b@0,4 6x3               | b@0,0 6x3; a@0,3 6x4
                    EARLIER   | a | a@0,0 6x4; b@0,4 6x3               | a@0,0 6x4; b@0,4 6x3
                    """)
    void goesOneStepAtATime(Gesture step, String widget, String before, String after) {
        var moved = layout(before).after(new WidgetKey("test." + widget), step);

        assertThat(text(moved)).isEqualTo(after);
    }

    @Test
    void addsWhereThereIsRoomFirst() {
        var added = layout("a@0,0 6x4; b@0,4 12x2").add(new WidgetKey("test.c"), size(6, 4));

        assertThat(text(added)).isEqualTo("a@0,0 6x4; c@6,0 6x4; b@0,4 12x2");
    }

    @Test
    void addsNothingTwice() {
        var before = layout("a@0,0 6x4");

        assertThat(before.add(new WidgetKey("test.a"), size(6, 4))).isEqualTo(before);
    }

    @Test
    void givesTheRoomOfAFoldedWidgetToThoseBelow() {
        var before = layout("a@0,0 6x4; b@0,4 6x3");

        var folded = before.fold(new WidgetKey("test.a"), true);

        assertThat(folded.find(new WidgetKey("test.b")).orElseThrow().y()).isEqualTo(1);
        assertThat(folded.fold(new WidgetKey("test.a"), false)).isEqualTo(before);
    }

    @Test
    void takesPlacesFromADragAndLeavesOthersAlone() {
        var before = layout("a@0,0 6x4; b@6,0 6x4");

        var after =
                before.arranged(
                        List.of(
                                new Placed(new WidgetKey("test.a"), 6, 0, 6, 5, false),
                                new Placed(new WidgetKey("test.b"), 0, 0, 6, 4, false),
                                new Placed(new WidgetKey("test.stranger"), 0, 9, 6, 4, false)));

        assertThat(text(after)).isEqualTo("b@0,0 6x4; a@6,0 6x5");
    }

    @Test
    void standsInOneColumnInReadingOrder() {
        var narrow = layout("a@0,0 6x4; b@6,0 6x2; c@6,2 6x3").in(1);

        assertThat(text(narrow)).isEqualTo("a@0,0 1x4; b@0,4 1x2; c@0,6 1x3");
    }

    @Test
    void understandsWhatItWroteAndNothingElse() {
        var layout = layout("a@0,0 6x4; b@6,0 6x2");

        assertThat(LayoutText.read(LayoutText.write(layout))).isEqualTo(layout);
        for (var nonsense : List.of("", "{", "7", "[7]", "[{\"widget\":\"../x\"}]", "null")) {
            assertThat(LayoutText.read(nonsense)).as(nonsense).isEqualTo(Layout.EMPTY);
        }
    }

    private static WidgetSize size(int width, int height) {
        return new WidgetSize(width, height);
    }

    private static Layout layout(String text) {
        var widgets = new ArrayList<Placed>();
        for (var each : text.split("; ")) {
            var parts = each.split("[@, x]");
            var numbers = Arrays.stream(parts).skip(1).mapToInt(Integer::parseInt).toArray();
            widgets.add(
                    new Placed(
                            new WidgetKey("test." + parts[0]),
                            numbers[0],
                            numbers[1],
                            numbers[2],
                            numbers[3],
                            false));
        }
        return new Layout(widgets);
    }

    private static String text(Layout layout) {
        return text(layout.widgets());
    }

    private static String text(List<Placed> widgets) {
        return widgets.stream()
                .map(each ->
                        "%s@%d,%d %dx%d"
                                .formatted(
                                        each.widget().value().substring("test.".length()),
                                        each.x(),
                                        each.y(),
                                        each.width(),
                                        each.height()))
                .collect(Collectors.joining("; "));
    }
}
