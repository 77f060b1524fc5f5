package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list with its title, a button that adds to it, and a search.
///
/// @param <R> a row
public final class ListPage<R> extends Div {

    /// Where choices go.
    interface Choices {
        /// A choice of its own in the browser's history.
        void choose(ListQuery query);

        /// One of many while somebody types: the last one counts.
        void refine(ListQuery query);
    }

    private final String words;
    private final RecordGrid<R> grid;
    private final Choices choices;
    private final Span count = new Span();
    private final SearchField search;
    private final RecordPanel panel;
    private ListQuery query = ListQuery.DEFAULT;

    /// @param words what the translations begin with, for example `security.users`
    ListPage(String words, RecordGrid<R> grid, Choices choices) {
        this.words = words;
        this.grid = grid;
        this.choices = choices;
        search = new SearchField(text -> choices.refine(query.withText(text)));
        addClassName("records-page");
        grid.setAriaLabel(say("title"));
        grid.onClick(this::open);
        panel = new RecordPanel(grid, this::open);
        var list = new Div(toolbar(), panel);
        list.addClassNames("records-list", "records-list-alone");
        add(head(), list);
    }

    private Component head() {
        var add = new Button(say("add"), VaadinIcon.PLUS.create());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClickListener(_ -> choices.choose(query.starting()));
        count.addClassName("records-count");
        count.getElement().setAttribute("role", "status");
        var head = new Div(new H1(say("title")), count, add);
        head.addClassName("records-head");
        return head;
    }

    private Component toolbar() {
        search.describe(say("search"));
        search.addClassName("records-search");
        var toolbar = new Div(search);
        toolbar.addClassName("records-toolbar");
        return toolbar;
    }

    private void open(String record) {
        choices.choose(query.opening(record));
    }

    void show(ListQuery newQuery, List<R> rows) {
        query = newQuery;
        search.show(query.text());
        grid.showWhenEmpty(empty());
        grid.show(rows, query.opened());
        count.setText(getTranslation(words + ".count", rows.size()));
    }

    /// What to do next where there is nothing to see.
    private Component empty() {
        var empty = new Div();
        empty.addClassName("board-empty");
        if (query.text().isEmpty()) {
            empty.add(new Paragraph(say("none")));
        } else {
            empty.add(
                    new Paragraph(getTranslation(words + ".noneFound", query.text())),
                    new Button(
                            getTranslation("kit.clearSearch"),
                            _ -> choices.choose(query.withText(""))));
        }
        return empty;
    }

    private String say(String what) {
        return getTranslation(words + "." + what);
    }

    /// Moves the focus to the row of a record, or to the first.
    void focusRow(@Nullable String record) {
        panel.focusRow(record);
    }
}
