package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Unit;
import java.util.Arrays;

/// Chooses what is listed: the kind, a text, and, where there is no room for the tree, the unit. It
/// keeps nothing but the query it shows.
final class PeopleToolbar extends Div {

    /// Where choices go.
    interface Choices {
        /// A choice of its own in the browser's history.
        void choose(PeopleQuery query);

        /// One of many while somebody types: the last one counts.
        void refine(PeopleQuery query);
    }

    private final Segments<Kind> kinds;
    private final TextField search = new TextField();
    private final ComboBox<Unit> units = new ComboBox<>();
    private PeopleQuery query = PeopleQuery.DEFAULT;

    PeopleToolbar(Choices choices) {
        addClassName("records-toolbar");
        kinds =
                new Segments<>(
                        getTranslation("organisation.kinds"),
                        Arrays.asList(Kind.values()),
                        kind -> getTranslation(kind.key("title")),
                        kind -> choices.choose(query.listing(kind)));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(200);
        search.addClassName("records-search");
        search.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                choices.refine(query.withText(e.getValue().strip()));
            }
        });
        units.setAriaLabel(getTranslation("organisation.field.unit"));
        units.setPlaceholder(getTranslation("organisation.allUnits"));
        units.setItemLabelGenerator(Unit::name);
        units.setClearButtonVisible(true);
        units.addClassName("people-unit-choice");
        units.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                choices.choose(query.withUnit(e.getValue() == null ? null : e.getValue().code()));
            }
        });
        add(kinds, search, units);
    }

    void focusSearch() {
        search.focus();
    }

    void show(PeopleQuery newQuery, Chart chart) {
        query = newQuery;
        kinds.show(query.kind());
        var label = getTranslation(query.kind().key("search"));
        search.setAriaLabel(label);
        search.setPlaceholder(label);
        // Whoever is typing is ahead of the address.
        if (!search.getValue().strip().equals(query.text())) {
            search.setValue(query.text());
        }
        units.setItems(chart.units());
        units.setValue(
                chart.units().stream()
                        .filter(unit -> unit.code().equals(query.unit()))
                        .findFirst()
                        .orElse(null));
    }
}
