package dev.rollcall.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for every layout, whatever it was made from.
class LayoutProperties {

    @Property(tries = 500)
    void isSettled(@ForAll("places") List<Placed> places) {
        var layout = new Layout(places);

        assertSettled(layout.widgets(), Layout.COLUMNS);
        assertSettled(layout.in(6), 6);
        assertSettled(layout.in(1), 1);
        assertThat(new Layout(layout.widgets())).isEqualTo(layout);
        assertThat(layout.in(1)).hasSameSizeAs(layout.widgets());
        assertThat(layout.widgets()).extracting(Placed::widget).doesNotHaveDuplicates();
    }

    @Property(tries = 500)
    void losesNobodyOnAnyStep(
            @ForAll("places") List<Placed> places,
            @ForAll("widgets") WidgetKey widget,
            @ForAll Gesture step) {
        var before = new Layout(places);

        var after = before.after(widget, step);

        assertSettled(after.widgets(), Layout.COLUMNS);
        assertThat(after.widgets())
                .extracting(Placed::widget)
                .containsExactlyInAnyOrderElementsOf(
                        before.widgets().stream().map(Placed::widget).toList());
    }

    @Property(tries = 500)
    void movesNobodyForOneThatIsAddedAndRemoved(
            @ForAll("places") List<Placed> places, @ForAll("widgets") WidgetKey widget) {
        var before = new Layout(places).remove(widget);

        var added = before.add(widget, new WidgetSize(6, 4));

        assertThat(added.widgets()).containsAll(before.widgets());
        assertThat(added.remove(widget)).isEqualTo(before);
    }

    private static void assertSettled(List<Placed> widgets, int columns) {
        for (int i = 0; i < widgets.size(); i++) {
            var each = widgets.get(i);
            assertThat(each.x()).isNotNegative();
            assertThat(each.end()).isLessThanOrEqualTo(columns);
            boolean rests = each.y() == 0;
            for (int j = 0; j < widgets.size(); j++) {
                var other = widgets.get(j);
                if (i != j) {
                    assertThat(each.overlaps(other)).as("%s over %s", each, other).isFalse();
                    rests |= each.sharesColumns(other) && other.bottom() == each.y();
                }
            }
            assertThat(rests).as("%s rests on something", each).isTrue();
        }
    }

    @Provide
    Arbitrary<WidgetKey> widgets() {
        return Arbitraries.integers().between(0, 9).map(number -> new WidgetKey("test.w" + number));
    }

    @Provide
    Arbitrary<List<Placed>> places() {
        var numbers = Arbitraries.integers().between(-2, 14);
        return Combinators.combine(
                        widgets(), numbers, numbers, numbers, numbers, Arbitraries.of(true, false))
                .as(Placed::new)
                .list()
                .ofMaxSize(12)
                .map(List::copyOf);
    }
}
