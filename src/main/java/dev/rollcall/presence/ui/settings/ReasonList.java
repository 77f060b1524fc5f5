package dev.rollcall.presence.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Reason;
import dev.rollcall.presence.ReasonDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The reasons of one kind, in the order in which they are offered.
final class ReasonList extends Div {

    private final Base base;
    private final Runnable onChange;
    private final OrderedList list = new OrderedList();
    private final List<ReasonRow> rows = new ArrayList<>();
    private final Set<String> taken;

    /// @param taken the codes of all reasons of either kind; new ones are added
    ReasonList(Base base, Set<String> taken, Runnable onChange) {
        this.base = base;
        this.taken = taken;
        this.onChange = onChange;
        addClassName("settings-section");
        list.addClassNames("setting-rows", "reason-rows");
        var key = "presence.settings." + base;
        var add = new Button(getTranslation(key + ".add"), VaadinIcon.PLUS.create(), _ -> add());
        add.addClassName("reason-add");
        add(
                new H2(getTranslation(key + ".title")),
                new Paragraph(getTranslation(key + ".what")),
                list,
                add);
    }

    void show(List<Reason> reasons) {
        rows.clear();
        list.removeAll();
        for (var reason : reasons) {
            if (reason.base() == base) {
                var row = new ReasonRow(reason.code(), base, reason, new Moves());
                rows.add(row);
                list.add(row);
            }
        }
        place();
    }

    private void add() {
        var row = new ReasonRow(newCode(), base, null, new Moves());
        rows.add(row);
        list.add(row);
        place();
        row.focus();
        onChange.run();
    }

    /// A code of its own; people see its name only.
    private String newCode() {
        int number = 1;
        while (!taken.add("CUSTOM_" + number)) {
            number++;
        }
        return "CUSTOM_" + number;
    }

    private void place() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).place(i == 0, i == rows.size() - 1);
        }
    }

    boolean isFine() {
        return rows.stream().allMatch(ReasonRow::isFine);
    }

    List<ReasonDraft> drafts() {
        return rows.stream().map(ReasonRow::draft).collect(Collectors.toList());
    }

    private final class Moves implements ReasonRow.Neighbours {

        @Override
        public void changed() {
            onChange.run();
        }

        @Override
        public void move(ReasonRow row, int by) {
            int from = rows.indexOf(row);
            int to = from + by;
            if (from < 0 || to < 0 || to >= rows.size()) {
                return;
            }
            rows.remove(from);
            rows.add(to, row);
            list.removeAll();
            rows.forEach(list::add);
            place();
            onChange.run();
        }

        @Override
        public void remove(ReasonRow row) {
            rows.remove(row);
            list.remove(row);
            taken.remove(row.code());
            place();
            onChange.run();
        }
    }
}
