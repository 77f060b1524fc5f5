package dev.rollcall.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;
import java.util.Map;

/// What the single keys of a page do, and the switch that turns them off.
public final class KeyHelp extends Dialog {

    /// @param meanings what each key does, in order; several that belong together are parted by a
    ///   space
    public KeyHelp(PageKeys pageKeys, Map<String, String> meanings) {
        setHeaderTitle(getTranslation("kit.keys.title"));
        addClassName("board-help");
        var list = new DescriptionList();
        meanings.forEach((keys, meaning) -> list.add(caps(keys), new Description(meaning)));
        var enabled = new Checkbox(getTranslation("kit.keys.enabled"), pageKeys.isEnabled());
        enabled.addValueChangeListener(e -> pageKeys.setEnabled(e.getValue()));
        add(list, enabled);
        getFooter().add(new Button(getTranslation("kit.form.close"), _ -> close()));
    }

    private static Term caps(String keys) {
        var term = new Term();
        for (var each : keys.split(" ")) {
            var cap = new Span(each);
            cap.addClassName("key");
            term.add(cap);
        }
        return term;
    }
}
