package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A list that is read and not written: its title and what it is, what narrows it, its rows, and
/// the way to older ones.
///
/// @param <T> a row
public final class BrowsePage<T> extends Div {

    private final RecordGrid<T> grid;
    private final RecordPanel panel;
    private final Span count = new Span();
    private final Div head = new Div();
    private final Div toolbar = new Div();
    private final Div trouble = new Div();
    private final Nav pages = new Nav();
    private final Button newest = new Button();
    private final Button older = new Button();
    private Runnable goNewest = () -> {};
    private Runnable goOlder = () -> {};

    /// @param title of the page and the list
    /// @param what a sentence on what is listed
    /// @param onOpen told what addresses call a row that is opened
    public BrowsePage(String title, String what, RecordGrid<T> grid, Consumer<String> onOpen) {
        this.grid = grid;
        addClassName("records-page");
        grid.setAriaLabel(title);
        grid.onClick(onOpen);
        panel = new RecordPanel(grid, onOpen);
        count.addClassName("records-count");
        count.getElement().setAttribute("role", "status");
        head.addClassName("records-head");
        head.add(new H1(title), count);
        var explained = new Paragraph(what);
        explained.addClassName("records-what");
        toolbar.addClassName("records-toolbar");
        toolbar.setVisible(false);
        trouble.setVisible(false);
        var list = new Div(toolbar, panel, trouble, pages());
        list.addClassNames("records-list", "records-list-alone");
        add(head, explained, list);
    }

    private Component pages() {
        newest.setText(getTranslation("kit.browse.newest"));
        newest.addClickListener(_ -> goNewest.run());
        newest.addThemeVariants(ButtonVariant.TERTIARY);
        older.setText(getTranslation("kit.browse.older"));
        older.addClickListener(_ -> goOlder.run());
        older.addThemeVariants(ButtonVariant.TERTIARY);
        pages.add(newest, older);
        pages.addClassName("records-pages");
        pages.getElement().setAttribute("aria-label", getTranslation("kit.browse.pages"));
        pages.setVisible(false);
        return pages;
    }

    public RecordGrid<T> grid() {
        return grid;
    }

    /// Adds something beside the title: what the page is for, or how live it is.
    public void addBeside(Component component) {
        head.add(component);
    }

    /// Adds something that narrows the list or does something to it.
    public void addTool(Component... components) {
        toolbar.add(components);
        toolbar.setVisible(true);
    }

    /// Shows rows.
    ///
    /// @param counted how many there are, in words
    /// @param opened what addresses call the one that stands open, null: none does
    /// @param empty what is shown instead of no rows
    public void show(List<T> rows, String counted, @Nullable String opened, Component empty) {
        trouble.setVisible(false);
        panel.setVisible(true);
        grid.showWhenEmpty(empty);
        grid.show(rows, opened);
        count.setText(counted);
    }

    /// Shows the rows as they are a moment later, and disturbs nobody who is among them.
    public void update(List<T> rows, String counted) {
        grid.update(rows);
        count.setText(counted);
    }

    /// Shows where the page lies among others.
    ///
    /// @param onNewest the way to the first page, null on the first
    /// @param onOlder the way to the next page, null on the last
    public void showPages(@Nullable Runnable onNewest, @Nullable Runnable onOlder) {
        goNewest = onNewest == null ? () -> {} : onNewest;
        goOlder = onOlder == null ? () -> {} : onOlder;
        newest.setVisible(onNewest != null);
        older.setVisible(onOlder != null);
        pages.setVisible(onNewest != null || onOlder != null);
    }

    /// Says why there is nothing to see.
    ///
    /// @param again tries once more, null where that is no use
    public void showTrouble(String sentence, @Nullable Runnable again) {
        trouble.removeAll();
        trouble.addClassName("board-empty");
        var paragraph = new Paragraph(sentence);
        paragraph.getElement().setAttribute("role", "alert");
        trouble.add(paragraph);
        if (again != null) {
            trouble.add(new Button(getTranslation("kit.browse.again"), _ -> again.run()));
        }
        trouble.setVisible(true);
        panel.setVisible(false);
        pages.setVisible(false);
        count.setText("");
    }

    /// Says that nothing is there, and what to do next.
    public static Component empty(Component... components) {
        var empty = new Div(components);
        empty.addClassName("board-empty");
        return empty;
    }

    void focusRow(@Nullable String record) {
        panel.focusRow(record);
    }
}
