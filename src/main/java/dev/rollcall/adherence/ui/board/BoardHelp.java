package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.kit.PageKeys;
import java.util.List;

/// What the keys of the board do, and the switch that turns them off.
final class BoardHelp extends Dialog {

    private record Key(String keys, String meaning) {}

    private static final List<Key> KEYS =
            List.of(
                    new Key("/", "search"),
                    new Key("J", "nextOut"),
                    new Key("K", "previousOut"),
                    new Key("Enter", "open"),
                    new Key("Esc", "close"),
                    new Key("1 2 3 4", "zoom"),
                    new Key("N", "now"),
                    new Key("R", "sort"),
                    new Key("T", "table"),
                    new Key("\u2423", "pause"),
                    new Key("← →", "step"),
                    new Key("Enter", "explain"),
                    new Key("?", "help"));

    BoardHelp(PageKeys pageKeys) {
        setHeaderTitle(getTranslation("adherence.help.title"));
        addClassName("board-help");
        var list = new DescriptionList();
        for (var key : KEYS) {
            var term = new Term();
            for (var each : key.keys().split(" ")) {
                var cap = new Span(each);
                cap.addClassName("key");
                term.add(cap);
            }
            list.add(term, new Description(getTranslation("adherence.help." + key.meaning())));
        }
        var enabled = new Checkbox(getTranslation("adherence.help.enabled"), pageKeys.isEnabled());
        enabled.addValueChangeListener(e -> pageKeys.setEnabled(e.getValue()));
        add(list, enabled);
        getFooter().add(new Button(getTranslation("adherence.help.done"), _ -> close()));
    }
}
