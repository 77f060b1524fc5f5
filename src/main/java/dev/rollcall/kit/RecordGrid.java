package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// A list of records, each of which opens beside it. Cells are text or templates that show text:
/// what stands in a name never runs.
///
/// @param <T> a record
public abstract class RecordGrid<T> extends Grid<T> {

    /// How wide the list is, as the browser finds it.
    public enum Layout {
        NARROW,
        MEDIUM,
        WIDE
    }

    private static final String TWO_LINES =
            """
            <div class="board-lines"><span class="record-name">${item.name}</span><span
              class="board-second record-narrow">${item.second}</span></div>\
            """;

    private static final String MARKED =
            "<span class=\"record-mark\" data-mark=${item.mark}>${item.text}</span>";

    private record Sized<T>(Column<T> column, Layout from) {}

    private final Function<T, String> key;
    private final List<Sized<T>> columns = new ArrayList<>();
    private @Nullable String opened;
    private @Nullable List<T> shown;

    /// @param key what addresses call a record
    protected RecordGrid(Function<T, String> key) {
        this.key = key;
        addClassNames("board-grid", "record-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        setPartNameGenerator(record -> key.apply(record).equals(opened) ? "opened" : null);
    }

    // ------------------------------------------------------------------ columns

    /// The name; where there is no room for more columns, with the most important of them below it.
    protected final void nameColumn(
            String header, Function<T, String> name, Function<T, String> second) {
        addColumn(
                        LitRenderer.<T>of(TWO_LINES)
                                .withProperty("name", name::apply)
                                .withProperty("second", second::apply))
                .setKey("name")
                .setHeader(header)
                .setComparator(byText(name))
                .setRowHeader(true)
                .setFlexGrow(3)
                .setWidth("11rem");
    }

    /// @param from the least width the column is shown at
    protected final void textColumn(
            String column, String header, Layout from, String width, Function<T, String> text) {
        var added =
                addColumn(text::apply)
                        .setKey(column)
                        .setHeader(header)
                        .setComparator(byText(text))
                        .setTooltipGenerator(text::apply)
                        .setFlexGrow(1)
                        .setWidth(width);
        columns.add(new Sized<>(added, from));
    }

    /// A word with a mark before it, so that the eye finds it.
    ///
    /// @param mark what styles call the mark; the word says the same
    protected final void markedColumn(
            String column,
            String header,
            Layout from,
            String width,
            Function<T, String> text,
            Function<T, String> mark) {
        var added =
                addColumn(
                                LitRenderer.<T>of(MARKED)
                                        .withProperty("text", text::apply)
                                        .withProperty("mark", mark::apply))
                        .setKey(column)
                        .setHeader(header)
                        .setComparator(byText(text))
                        .setTooltipGenerator(text::apply)
                        .setFlexGrow(1)
                        .setWidth(width);
        columns.add(new Sized<>(added, from));
    }

    protected final void numberColumn(String column, String header, ToIntFunction<T> number) {
        numberColumn(column, header, Layout.MEDIUM, number);
    }

    /// @param from the least width the column is shown at
    protected final void numberColumn(
            String column, String header, Layout from, ToIntFunction<T> number) {
        var added =
                addColumn(number::applyAsInt)
                        .setKey(column)
                        .setHeader(header)
                        .setComparator(Comparator.comparingInt(number))
                        .setTextAlign(ColumnTextAlign.END)
                        .setFlexGrow(0)
                        .setWidth("7rem");
        columns.add(new Sized<>(added, from));
    }

    /// Shows a column of the list's own only from a width on.
    protected final void from(String column, Layout from) {
        columns.add(new Sized<>(getColumnByKey(column), from));
    }

    private Comparator<T> byText(Function<T, String> text) {
        var collator = Collator.getInstance(getLocale());
        return (one, other) -> collator.compare(text.apply(one), text.apply(other));
    }

    // ------------------------------------------------------------------ contents

    /// Shows records, one of which may stand open.
    ///
    /// @param nowOpened what addresses call the open one, null: none is
    public final void show(List<T> records, @Nullable String nowOpened) {
        opened = nowOpened;
        var rows = new ArrayList<>(records);
        shown = rows;
        setItems(rows).setIdentifierProvider(key::apply);
    }

    /// Shows records as they are a moment later: while they are the same ones, in the same order,
    /// only the rows that say something else are drawn again.
    public final void update(List<T> records) {
        var before = shown;
        if (before == null || !keys(before).equals(keys(records))) {
            show(records, opened);
            return;
        }
        for (int i = 0; i < records.size(); i++) {
            var record = records.get(i);
            if (!record.equals(before.set(i, record))) {
                getDataProvider().refreshItem(record);
            }
        }
    }

    private List<String> keys(List<T> records) {
        return records.stream().map(key).toList();
    }

    /// What is shown instead of no rows.
    public final void showWhenEmpty(Component component) {
        setEmptyStateComponent(component);
    }

    final void lay(Layout layout) {
        columns.forEach(each -> each.column().setVisible(layout.compareTo(each.from()) >= 0));
    }

    /// @param onOpen told what addresses call a row that is clicked
    public final void onClick(Consumer<String> onOpen) {
        addItemClickListener(e -> onOpen.accept(key.apply(e.getItem())));
    }

    /// Where a record stands as the list is sorted now, 0 when it is not there.
    final int rowOf(@Nullable String wanted) {
        var keys = getListDataView().getItems().map(key).toList();
        return Math.max(0, keys.indexOf(wanted));
    }

    /// What addresses call the row a browser's key stands for; null when it is gone.
    final @Nullable String recordOf(String browserKey) {
        var record = getDataCommunicator().getKeyMapper().get(browserKey);
        return record == null ? null : key.apply(record);
    }
}
