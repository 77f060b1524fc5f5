package dev.rollcall.kit;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Narrows a list to one of a few things the address names by their codes, or to none of them.
///
/// @param <T> what is chosen
public final class FilterChoice<T> extends ComboBox<T> {

    /// @param label what is chosen, for people who hear it
    /// @param all what is said while nothing is chosen
    /// @param onChoice told the code of what somebody chose, empty for none; not when [#offer] does
    public FilterChoice(
            String label,
            String all,
            ItemLabelGenerator<T> name,
            Function<T, String> code,
            Consumer<String> onChoice) {
        setAriaLabel(label);
        setPlaceholder(all);
        setClearButtonVisible(true);
        setItemLabelGenerator(name);
        addValueChangeListener(e -> {
            if (e.isFromClient()) {
                onChoice.accept(e.getValue() == null ? "" : code.apply(e.getValue()));
            }
        });
    }

    /// Offers choices and shows the one that is made.
    public void offer(List<T> choices, Optional<T> chosen) {
        setItems(choices);
        setValue(chosen.filter(choices::contains).orElse(null));
    }
}
