package dev.rollcall.navigation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which pages a navigation has and in which order. Pages it says nothing of, such as those of a
/// newer Rollcall, are there and stand behind the page they are shipped behind. Pure.
///
/// @param items in order, each page once; empty: as shipped
public record Arrangement(List<Item> items) {

    public static final Arrangement AS_SHIPPED = new Arrangement(List.of());

    /// @param page its address, such as `adherence`
    public record Item(String page, boolean shown) {}

    public Arrangement {
        items = List.copyOf(items);
    }

    /// All pages in this order, those that are hidden among them.
    ///
    /// @param shipped all pages there are, in the order they are shipped in
    public List<Item> over(List<String> shipped) {
        var there = new HashSet<>(shipped);
        var all = new ArrayList<Item>();
        var placed = new HashMap<String, Boolean>();
        for (var item : items) {
            if (there.contains(item.page()) && placed.put(item.page(), true) == null) {
                all.add(item);
            }
        }
        @Nullable String before = null;
        for (var page : shipped) {
            if (placed.put(page, true) == null) {
                all.add(indexAfter(before, all), new Item(page, true));
            }
            before = page;
        }
        return all;
    }

    private static int indexAfter(@Nullable String page, List<Item> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).page().equals(page)) {
                return i + 1;
            }
        }
        return 0;
    }

    /// The page somebody's day begins on: the usual one of their role, unless another page was put
    /// on top, or the usual one is hidden; then the one on top.
    ///
    /// @param shipped the pages they may open, in the order they are shipped in
    /// @param usual null: the home page itself, which no navigation names
    /// @return empty for the home page
    public Optional<String> start(List<String> shipped, @Nullable String usual) {
        var shown = shown(shipped);
        var top = shown.stream().findFirst();
        boolean somethingWasPutOnTop =
                !top.equals(shipped.stream().filter(shown::contains).findFirst());
        boolean usualIsThere = usual == null || shown.contains(usual) || !shipped.contains(usual);
        return somethingWasPutOnTop || !usualIsThere ? top : Optional.ofNullable(usual);
    }

    /// The pages that are shown, in this order.
    public List<String> shown(List<String> shipped) {
        return over(shipped).stream().filter(Item::shown).map(Item::page).toList();
    }
}
