package dev.rollcall.kit;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What somebody looks at in a list, as the address says it: `settings/users/12?q=berg`.
///
/// @param opened what the address calls the record shown in full, null: none
/// @param adding whether a new record is being made; then nothing is opened
/// @param like what the address calls the record a new one begins as, empty: none
/// @param text what is searched for; empty: all
public record ListQuery(@Nullable String opened, boolean adding, String like, String text) {

    /// What the path calls the record that stands open.
    public static final String RECORD = "record";

    static final ListQuery DEFAULT = new ListQuery(null, false, "", "");

    static ListQuery of(RouteParameters path, QueryParameters query) {
        var opened = path.get(RECORD).orElse(null);
        return new ListQuery(
                opened,
                opened == null && query.getParameters().containsKey("add"),
                opened == null ? query.getSingleParameter("add").orElse("") : "",
                query.getSingleParameter("q").orElse(""));
    }

    RouteParameters path() {
        return opened == null ? RouteParameters.empty() : new RouteParameters(RECORD, opened);
    }

    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (!text.isEmpty()) {
            parameters.put("q", List.of(text));
        }
        if (adding) {
            parameters.put("add", List.of(like));
        }
        return new QueryParameters(parameters);
    }

    /// Whether another query shows the same record beside the list.
    boolean hasSamePanelAs(ListQuery other) {
        return adding == other.adding
                && like.equals(other.like)
                && Objects.equals(opened, other.opened);
    }

    boolean hasPanel() {
        return adding || opened != null;
    }

    ListQuery opening(String record) {
        return new ListQuery(record, false, "", text);
    }

    ListQuery starting() {
        return startingLike("");
    }

    ListQuery startingLike(String record) {
        return new ListQuery(null, true, record, text);
    }

    ListQuery closed() {
        return new ListQuery(null, false, "", text);
    }

    ListQuery withText(String newText) {
        return new ListQuery(opened, adding, like, newText);
    }
}
