package dev.rollcall.work.ui;

import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.work.WorkItem;
import dev.rollcall.work.WorkItemId;
import dev.rollcall.work.WorkRefused.Why;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Items below each other. A row that stays is the same row: what somebody is about to press is not
/// exchanged below their finger.
final class ItemList extends UnorderedList {

    private final ItemWords words;
    private final Deeds deeds;
    private final Consumer<WorkItemId> onSelect;
    private final Map<WorkItemId, ItemRow> rows = new HashMap<>();

    /// @param onSelect told which item somebody clicked
    ItemList(ItemWords words, Deeds deeds, Consumer<WorkItemId> onSelect) {
        this.words = words;
        this.deeds = deeds;
        this.onSelect = onSelect;
        addClassName("item-list");
        // A list without bullets is none to some screen readers.
        getElement().setAttribute("role", "list");
    }

    /// @param refusal why none of them can be taken; empty: they can
    void show(List<WorkItem> items, Optional<Why> refusal) {
        var ids = items.stream().map(WorkItem::id).toList();
        rows.entrySet()
                .removeIf(row -> {
                    boolean gone = !ids.contains(row.getKey());
                    if (gone) {
                        remove(row.getValue());
                    }
                    return gone;
                });
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var row = rows.computeIfAbsent(item.id(), this::row);
            row.show(item, refusal);
            if (row.getParent().isEmpty() || indexOf(row) != i) {
                addComponentAtIndex(i, row);
            }
        }
        setVisible(!items.isEmpty());
    }

    private ItemRow row(WorkItemId id) {
        var row = new ItemRow(words, deeds);
        row.addClickListener(_ -> onSelect.accept(id));
        return row;
    }

    Optional<ItemRow> row(WorkItem item) {
        return Optional.ofNullable(rows.get(item.id()));
    }
}
