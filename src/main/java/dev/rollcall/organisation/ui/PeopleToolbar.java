package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import dev.rollcall.kit.SearchField;
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
    private final SearchField search;
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
        search = new SearchField(text -> choices.refine(query.withText(text)));
        search.addClassName("records-search");
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

    void show(PeopleQuery newQuery, Chart chart) {
        query = newQuery;
        kinds.show(query.kind());
        search.describe(getTranslation(query.kind().key("search")));
        search.show(query.text());
        units.setItems(chart.units());
        units.setValue(
                chart.units().stream()
                        .filter(unit -> unit.code().equals(query.unit()))
                        .findFirst()
                        .orElse(null));
    }
}
