package dev.rollcall.kit;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/// The search of a page. It tells what is searched for while somebody types, and `/` moves the
/// focus to it on a page with [PageKeys].
public final class SearchField extends TextField {

    /// Long enough for the next letter, too short to be waited for.
    private static final int TYPING_MILLIS = 200;

    /// @param onSearch told what somebody typed, without spaces around it
    public SearchField(Consumer<String> onSearch) {
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(TYPING_MILLIS);
        PageKeys.focus("/", this);
        addValueChangeListener(e -> {
            if (e.isFromClient()) {
                onSearch.accept(e.getValue().strip());
            }
        });
    }

    /// What is searched here: read out as its name, and shown while it is empty.
    public void describe(String label) {
        setAriaLabel(label);
        setPlaceholder(label);
    }

    /// Shows what an address searches for, unless it is what somebody is typing: they are ahead of
    /// the address.
    public void show(String text) {
        if (!getValue().strip().equals(text)) {
            setValue(text);
        }
    }
}
