package dev.rollcall.work.ui;

import dev.rollcall.work.WorkItem;
import dev.rollcall.work.WorkItemId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which of the items on a page the keys are about. When it goes away, the one in its place is.
final class Selection {

    private final Function<WorkItem, Optional<ItemRow>> rowOf;
    private List<WorkItem> items = List.of();
    private int place = -1;
    private @Nullable WorkItemId selected;

    /// @param rowOf where an item stands
    Selection(Function<WorkItem, Optional<ItemRow>> rowOf) {
        this.rowOf = rowOf;
    }

    /// @param nowShown in the order in which they stand on the page
    void among(List<WorkItem> nowShown) {
        items = List.copyOf(nowShown);
        int found = placeOf(selected);
        if (found >= 0) {
            place = found;
        } else if (selected != null) {
            place = Math.min(place, items.size() - 1);
            selected = place < 0 ? null : items.get(place).id();
        }
        mark();
    }

    void select(WorkItemId id) {
        selected = id;
        place = placeOf(id);
        mark();
    }

    /// Goes to the next or the previous one, and takes the focus along.
    void move(int step) {
        if (items.isEmpty()) {
            return;
        }
        place = Math.clamp((long) place + step, 0, items.size() - 1);
        selected = items.get(place).id();
        mark();
        focus();
    }

    void focus() {
        item().flatMap(rowOf).ifPresent(ItemRow::focus);
    }

    Optional<WorkItem> item() {
        return place < 0 || place >= items.size()
                ? Optional.empty()
                : Optional.of(items.get(place));
    }

    private int placeOf(@Nullable WorkItemId id) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void mark() {
        for (var item : items) {
            rowOf.apply(item).ifPresent(row -> row.select(item.id().equals(selected)));
        }
    }
}
