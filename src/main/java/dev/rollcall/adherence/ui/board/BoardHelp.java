package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.adherence.acting.PeopleAction;
import dev.rollcall.kit.PageKeys;
import java.util.List;
import java.util.Locale;

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
                    new Key("B", "lookBack"),
                    new Key("R", "sort"),
                    new Key("T", "table"),
                    new Key("\u2423", "pause"),
                    new Key("← →", "step"),
                    new Key("Enter", "explain"),
                    new Key("?", "help"));

    /// @param actions what can be done about people
    BoardHelp(PageKeys pageKeys, List<PeopleAction> actions) {
        setHeaderTitle(getTranslation("adherence.help.title"));
        addClassName("board-help");
        var list = new DescriptionList();
        for (var key : KEYS) {
            list.add(
                    term(key.keys()),
                    new Description(getTranslation("adherence.help." + key.meaning())));
        }
        if (!actions.isEmpty()) {
            list.add(term("X"), new Description(getTranslation("adherence.help.choose")));
            list.add(term("O"), new Description(getTranslation("adherence.help.chooseOut")));
        }
        for (var action : actions) {
            list.add(
                    term(action.key().toUpperCase(Locale.ROOT)),
                    new Description(getTranslation(action.help())));
        }
        var enabled = new Checkbox(getTranslation("adherence.help.enabled"), pageKeys.isEnabled());
        enabled.addValueChangeListener(e -> pageKeys.setEnabled(e.getValue()));
        add(list, enabled);
        getFooter().add(new Button(getTranslation("adherence.help.done"), _ -> close()));
    }

    private static Term term(String keys) {
        var term = new Term();
        for (var each : keys.split(" ")) {
            var cap = new Span(each);
            cap.addClassName("key");
            term.add(cap);
        }
        return term;
    }
}
