package dev.rollcall.organisation.ui;

import dev.rollcall.kit.RecordGrid;
import dev.rollcall.kit.SearchText;
import dev.rollcall.people.UnitId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The records of one kind.
///
/// @param <T> a record
abstract class PeopleGrid<T> extends RecordGrid<T> {

    private @Nullable Chart chart;

    /// @param code what addresses call a record
    PeopleGrid(Kind kind, Function<T, String> code) {
        super(code);
        setAriaLabel(getTranslation(kind.key("title")));
    }

    /// The records of some units in which a text occurs.
    ///
    /// @param within null: all
    abstract List<T> records(Chart chart, @Nullable Set<UnitId> within, SearchText text);

    void nameColumn(Function<T, String> name, Function<T, String> second) {
        nameColumn(header("name"), name, second);
    }

    void textColumn(String key, Layout from, String width, Function<T, String> text) {
        textColumn(key, header(key), from, width, text);
    }

    void numberColumn(String key, ToIntFunction<T> number) {
        numberColumn(key, header(key), number);
    }

    private String header(String key) {
        return getTranslation("organisation.field." + key);
    }

    /// Shows what a query asks for.
    ///
    /// @return how many there are
    int show(Chart newChart, PeopleQuery query) {
        chart = newChart;
        var records =
                records(newChart, newChart.within(query.unit()), new SearchText(query.text()));
        show(records, query.opened());
        return records.size();
    }

    /// What the last query was answered from.
    Chart chart() {
        if (chart == null) {
            throw new IllegalStateException("Nothing has been shown yet");
        }
        return chart;
    }
}
