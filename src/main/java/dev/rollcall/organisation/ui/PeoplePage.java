package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.RecordPanel;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tree of units, and the list of what one of them holds.
final class PeoplePage extends Div {

    private final PeopleToolbar.Choices choices;
    private final Span count = new Span();
    private final Anchor upload = new Anchor();
    private final Button add = new Button(VaadinIcon.PLUS.create());
    private final UnitTree tree;
    private final Button editUnit = new Button(VaadinIcon.PENCIL.create());
    private final Button addUnit = new Button(VaadinIcon.PLUS.create());
    private final PeopleToolbar toolbar;
    private final Map<Kind, PeopleGrid<?>> grids = new EnumMap<>(Kind.class);
    private final RecordPanel panel;
    private PeopleQuery query = PeopleQuery.DEFAULT;

    PeoplePage(PeopleToolbar.Choices choices) {
        this.choices = choices;
        addClassName("records-page");
        toolbar = new PeopleToolbar(choices);
        tree = new UnitTree(unit -> choices.choose(query.withUnit(unit)));
        panel = new RecordPanel(grid(Kind.AGENTS), this::open);
        var list = new Div(toolbar, panel);
        list.addClassName("records-list");
        var body = new Div(units(), list);
        body.addClassName("people-body");
        add(head(), body);
    }

    private Component head() {
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClickListener(_ -> choices.choose(query.adding(query.kind())));
        count.addClassName("records-count");
        count.getElement().setAttribute("role", "status");
        upload.setHref("people/import");
        upload.setText(getTranslation("organisation.import.title"));
        var actions = new Div(upload, add);
        actions.addClassName("records-head-actions");
        var head = new Div(new H1(getTranslation("organisation.title")), count, actions);
        head.addClassName("records-head");
        return head;
    }

    private Component units() {
        prepare(editUnit, "organisation.tree.edit");
        editUnit.addClickListener(_ -> {
            if (query.unit() != null) {
                choices.choose(query.opening(Kind.UNITS, query.unit()));
            }
        });
        prepare(addUnit, "organisation.tree.add");
        addUnit.addClickListener(_ -> choices.choose(query.adding(Kind.UNITS)));
        var buttons = new Div(editUnit, addUnit);
        buttons.addClassName("people-tree-buttons");
        var units = new Aside(tree, buttons);
        units.addClassName("people-units");
        units.getElement().setAttribute("aria-label", getTranslation("organisation.tree"));
        return units;
    }

    private void prepare(Button button, String key) {
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setText(getTranslation(key));
    }

    private PeopleGrid<?> grid(Kind kind) {
        return grids.computeIfAbsent(
                kind,
                _ -> {
                    var grid =
                            switch (kind) {
                                case AGENTS -> new AgentGrid();
                                case GROUPS -> new GroupGrid();
                                case DEPARTMENTS -> new DepartmentGrid();
                                case UNITS -> new UnitGrid();
                            };
                    grid.onClick(this::open);
                    return grid;
                });
    }

    private void open(String code) {
        choices.choose(query.opening(query.kind(), code));
    }

    void show(PeopleQuery newQuery, Chart chart) {
        query = newQuery;
        var kind = query.kind();
        var grid = grid(kind);
        panel.show(grid);
        grid.showWhenEmpty(empty(chart));
        count.setText(getTranslation(kind.key("count"), grid.show(chart, query)));
        toolbar.show(query, chart);
        tree.show(chart, query.unit());
        add.setText(getTranslation(kind.key("add")));
        add.setVisible(chart.mayAdd());
        upload.setVisible(chart.mayAdd() && kind == Kind.AGENTS);
        addUnit.setVisible(chart.mayAdd());
        editUnit.setVisible(chart.mayAdd());
        editUnit.setEnabled(query.unit() != null);
    }

    /// What to do next where there is nothing to see.
    private Component empty(Chart chart) {
        var empty = new Div();
        empty.addClassName("board-empty");
        var kind = query.kind();
        if (!query.text().isEmpty()) {
            empty.add(
                    new Paragraph(getTranslation(kind.key("noneFound"), query.text())),
                    new Button(
                            getTranslation("kit.clearSearch"),
                            _ -> choices.choose(query.withText(""))));
        } else if (chart.mayAdd()) {
            empty.add(
                    new Paragraph(getTranslation(kind.key("none"))),
                    new Button(
                            getTranslation(kind.key("add")),
                            _ -> choices.choose(query.adding(kind))));
            if (kind == Kind.AGENTS) {
                empty.add(new Anchor("people/import", getTranslation("organisation.import.title")));
            }
        } else {
            empty.add(new Paragraph(getTranslation(kind.key("noneToSee"))));
        }
        return empty;
    }

    /// Moves the focus to the row of a record, or to the first.
    void focusRow(@Nullable String code) {
        panel.focusRow(code);
    }
}
