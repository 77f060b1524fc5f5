package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.rollcall.people.UnitId;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The records of one kind. Cells are text or templates that show text: what stands in a name never
/// runs.
///
/// @param <T> a record
abstract class RecordGrid<T> extends Grid<T> {

    /// How wide the list is, as the browser finds it.
    enum Layout {
        NARROW,
        MEDIUM,
        WIDE
    }

    private static final String TWO_LINES =
            """
            <div class="board-lines"><span class="people-name">${item.name}</span><span
              class="board-second people-narrow">${item.second}</span></div>\
            """;

    private record Sized<T>(Column<T> column, Layout from) {}

    private final Function<T, String> code;
    private final List<Sized<T>> columns = new ArrayList<>();
    private @Nullable Chart chart;
    private @Nullable String opened;

    /// @param code what addresses call a record
    RecordGrid(Kind kind, Function<T, String> code) {
        this.code = code;
        addClassNames("board-grid", "people-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        setAriaLabel(getTranslation(kind.key("title")));
        setPartNameGenerator(record -> code.apply(record).equals(opened) ? "opened" : null);
    }

    /// The records of some units in which a text occurs.
    ///
    /// @param within null: all
    abstract List<T> records(Chart chart, @Nullable Set<UnitId> within, SearchText text);

    // ------------------------------------------------------------------ columns

    /// The name; where there is no room for more columns, with the most important of them below it.
    void nameColumn(Function<T, String> name, Function<T, String> second) {
        addColumn(
                        LitRenderer.<T>of(TWO_LINES)
                                .withProperty("name", name::apply)
                                .withProperty("second", second::apply))
                .setKey("name")
                .setHeader(getTranslation("organisation.field.name"))
                .setComparator(byText(name))
                .setRowHeader(true)
                .setFlexGrow(3)
                .setWidth("11rem");
    }

    /// @param from the least width the column is shown at
    void textColumn(String key, Layout from, String width, Function<T, String> text) {
        var column =
                addColumn(text::apply)
                        .setKey(key)
                        .setHeader(getTranslation("organisation.field." + key))
                        .setComparator(byText(text))
                        .setTooltipGenerator(text::apply)
                        .setFlexGrow(1)
                        .setWidth(width);
        columns.add(new Sized<>(column, from));
    }

    void numberColumn(String key, ToIntFunction<T> number) {
        var column =
                addColumn(number::applyAsInt)
                        .setKey(key)
                        .setHeader(getTranslation("organisation.field." + key))
                        .setComparator(Comparator.comparingInt(number))
                        .setTextAlign(ColumnTextAlign.END)
                        .setFlexGrow(0)
                        .setWidth("7rem");
        columns.add(new Sized<>(column, Layout.MEDIUM));
    }

    private Comparator<T> byText(Function<T, String> text) {
        var collator = Collator.getInstance(getLocale());
        return (one, other) -> collator.compare(text.apply(one), text.apply(other));
    }

    // ------------------------------------------------------------------ contents

    /// Shows what a query asks for.
    ///
    /// @return how many there are
    int show(Chart newChart, PeopleQuery query) {
        chart = newChart;
        opened = query.opened();
        var records =
                records(newChart, newChart.within(query.unit()), new SearchText(query.text()));
        setItems(records);
        return records.size();
    }

    /// What is shown instead of no rows.
    void showWhenEmpty(Component component) {
        setEmptyStateComponent(component);
    }

    void lay(Layout layout) {
        columns.forEach(each -> each.column().setVisible(layout.compareTo(each.from()) >= 0));
    }

    /// What the last query was answered from.
    Chart chart() {
        if (chart == null) {
            throw new IllegalStateException("Nothing has been shown yet");
        }
        return chart;
    }

    /// Where a record stands as the list is sorted now, 0 when it is not there.
    int rowOf(@Nullable String wanted) {
        var codes = getListDataView().getItems().map(code).toList();
        return Math.max(0, codes.indexOf(wanted));
    }

    /// @param onOpen told the code of a row that is clicked
    void onClick(Consumer<String> onOpen) {
        addItemClickListener(e -> onOpen.accept(code.apply(e.getItem())));
    }

    /// The code of the row a browser's key stands for; null when it is gone.
    @Nullable String codeOfKey(String key) {
        var record = getDataCommunicator().getKeyMapper().get(key);
        return record == null ? null : code.apply(record);
    }
}
