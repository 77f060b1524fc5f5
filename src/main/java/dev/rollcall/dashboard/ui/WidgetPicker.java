package dev.rollcall.dashboard.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.dashboard.Layout;
import dev.rollcall.dashboard.Widget;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.SearchField;
import dev.rollcall.kit.SearchText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The widgets somebody may put on their board, each with what it shows, a look at it with their
/// own people's figures, and a box to tick.
final class WidgetPicker extends Drawer {

    private record Entry(ListItem item, Checkbox chosen, String text) {}

    private final Map<Widget, Entry> entries = new LinkedHashMap<>();
    private final Paragraph none = new Paragraph();

    WidgetPicker(List<Widget> offered, Arranging arranging, Runnable onClose) {
        super(onClose);
        addClassName("widget-picker");
        setTitle(getTranslation("dashboard.picker"), "");
        var search = new SearchField(this::narrow);
        search.describe(getTranslation("dashboard.picker.search"));
        var list = new UnorderedList();
        list.addClassName("widget-list");
        for (var widget : offered) {
            var entry = entry(widget, arranging);
            entries.put(widget, entry);
            list.add(entry.item());
        }
        none.setText(getTranslation("dashboard.picker.none"));
        none.getElement().setAttribute("role", "status");
        none.setVisible(offered.isEmpty());
        add(search, list, none);
        show(arranging.shown());
    }

    private Entry entry(Widget widget, Arranging arranging) {
        var name = getTranslation(widget.words());
        var what = getTranslation(widget.words() + ".what");
        var chosen = new Checkbox(name);
        chosen.addValueChangeListener(e -> {
            if (!e.isFromClient()) {
                return;
            }
            if (e.getValue()) {
                arranging.add(widget);
            } else {
                arranging.remove(widget.key());
            }
        });
        var explained = new Paragraph(what);
        explained.addClassName("record-note");
        return new Entry(
                new ListItem(chosen, explained, preview(widget, arranging)),
                chosen,
                name + " " + what);
    }

    /// Made when somebody opens it, and gone when they close it.
    private Details preview(Widget widget, Arranging arranging) {
        var place = new Div();
        var preview = new Details(getTranslation("dashboard.picker.preview"), place);
        preview.addOpenedChangeListener(e -> {
            place.removeAll();
            if (e.isOpened()) {
                var tile = arranging.tile(widget.key());
                tile.edit(false);
                tile.fold(false);
                tile.addClassName("widget-preview");
                place.add(tile);
                tile.see(true);
            }
        });
        return preview;
    }

    /// Ticks what is on the board.
    void show(Layout layout) {
        entries.forEach((widget, entry) -> entry.chosen().setValue(layout.has(widget.key())));
    }

    private void narrow(String text) {
        var wanted = new SearchText(text);
        entries.values().forEach(each -> each.item().setVisible(wanted.isIn(each.text())));
        none.setVisible(entries.values().stream().noneMatch(each -> each.item().isVisible()));
    }
}
