package dev.rollcall.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.navigation.Arrangement.Item;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

/// Which pages a navigation has, and in which order.
class ArrangementTests {

    private static final List<String> SHIPPED =
            List.of("dashboard", "adherence", "agents", "cases");

    @Test
    void isAsShippedWhereItSaysNothing() {
        assertThat(Arrangement.AS_SHIPPED.shown(SHIPPED)).isEqualTo(SHIPPED);
    }

    @Test
    void hidesAndOrders() {
        var arranged =
                new Arrangement(
                        List.of(
                                new Item("cases", true),
                                new Item("adherence", true),
                                new Item("dashboard", false),
                                new Item("agents", true)));

        assertThat(arranged.shown(SHIPPED)).containsExactly("cases", "adherence", "agents");
    }

    @Test
    void showsNewPagesBehindTheOneTheyAreShippedBehind() {
        var arranged =
                new Arrangement(List.of(new Item("cases", true), new Item("adherence", true)));

        assertThat(arranged.shown(SHIPPED))
                .containsExactly("dashboard", "cases", "adherence", "agents");
    }

    @Test
    void forgetsPagesThatAreGone() {
        var arranged = new Arrangement(List.of(new Item("gone", true), new Item("cases", false)));

        assertThat(arranged.shown(SHIPPED)).containsExactly("dashboard", "adherence", "agents");
    }

    @Test
    void theDayBeginsWhereItsRoleBeginsUnlessThatIsHiddenOrAnotherPageIsOnTop() {
        assertThat(Arrangement.AS_SHIPPED.start(SHIPPED, "adherence")).contains("adherence");
        assertThat(Arrangement.AS_SHIPPED.start(SHIPPED, null)).isEmpty();

        var hidesTop = new Arrangement(List.of(new Item("dashboard", false)));
        assertThat(hidesTop.start(SHIPPED, "agents")).contains("agents");
        assertThat(hidesTop.start(SHIPPED, "dashboard")).contains("adherence");
        assertThat(hidesTop.start(SHIPPED, null)).isEmpty();

        var casesOnTop =
                new Arrangement(List.of(new Item("cases", true), new Item("dashboard", true)));
        assertThat(casesOnTop.start(SHIPPED, "adherence")).contains("cases");
        assertThat(casesOnTop.start(SHIPPED, null)).contains("cases");
    }

    @Property
    void hasEachPageOnceWhateverItSays(
            @ForAll @UniqueElements @Size(max = 12) List<Byte> shipped,
            @ForAll @Size(max = 20) List<Byte> said) {
        var pages = shipped.stream().map(String::valueOf).toList();
        var arranged =
                new Arrangement(
                        said.stream().map(each -> new Item("" + each, each % 2 == 0)).toList());

        assertThat(arranged.over(pages))
                .extracting(Item::page)
                .containsExactlyInAnyOrderElementsOf(pages);
    }
}
