package dev.rollcall.kit;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody looks at in a list that is read and not written, as the address says it:
/// `settings/audit/71?kind=agent&before=900`.
///
/// @param opened what the address calls the record shown in full, null: none
/// @param filters what the list is narrowed to, by name; none is empty
public record BrowseQuery(@Nullable String opened, Map<String, String> filters) {

    /// What the path calls the record that stands open.
    public static final String RECORD = "record";

    /// The filter that pages: only what is older than this.
    public static final String BEFORE = "before";

    /// Everything, and nothing open.
    public static final BrowseQuery DEFAULT = new BrowseQuery(null, Map.of());

    static BrowseQuery of(RouteParameters path, QueryParameters query) {
        var filters = new LinkedHashMap<String, String>();
        query.getParameters()
                .forEach((name, values) -> {
                    var value = values.isEmpty() ? "" : values.getFirst();
                    if (!value.isBlank()) {
                        filters.put(name, value);
                    }
                });
        return new BrowseQuery(path.get(RECORD).orElse(null), filters);
    }

    public Optional<String> get(String filter) {
        return Optional.ofNullable(filters.get(filter));
    }

    /// The number a list goes on below; [Long#MAX_VALUE] for its first page and for nonsense.
    public long before() {
        return get(BEFORE)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
    }

    /// Narrowed to another value, from the first page on; null or empty: not narrowed so.
    public BrowseQuery with(String filter, @Nullable String value) {
        var changed = new LinkedHashMap<>(filters);
        changed.remove(BEFORE);
        if (value == null || value.isBlank()) {
            changed.remove(filter);
        } else {
            changed.put(filter, value);
        }
        return new BrowseQuery(opened, changed);
    }

    public BrowseQuery opening(@Nullable String record) {
        return new BrowseQuery(record, filters);
    }

    /// Whether the list is narrowed at all, other than by its page.
    public boolean isNarrowed() {
        return filters.keySet().stream().anyMatch(name -> !name.equals(BEFORE));
    }

    RouteParameters path() {
        return opened == null ? RouteParameters.empty() : new RouteParameters(RECORD, opened);
    }

    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        filters.forEach((name, value) -> parameters.put(name, List.of(value)));
        return new QueryParameters(parameters);
    }
}
