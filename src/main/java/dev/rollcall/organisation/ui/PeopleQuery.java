package dev.rollcall.organisation.ui;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody looks at, as the address says it: `people/groups/billing?unit=north&q=bill`. What
/// cannot be understood is taken for the default.
///
/// @param opened the code of the record shown in full, null: none
/// @param adding whether a new record is being made; then nothing is opened
/// @param unit the code of the unit whose records are listed, null: all
/// @param text part of a name, a code or an address; empty: all
record PeopleQuery(
        Kind kind, @Nullable String opened, boolean adding, @Nullable String unit, String text) {

    static final String KIND = "kind";
    static final String CODE = "code";

    static final PeopleQuery DEFAULT = new PeopleQuery(Kind.AGENTS, null, false, null, "");

    static PeopleQuery of(RouteParameters path, QueryParameters query) {
        var opened = path.get(CODE).orElse(null);
        return new PeopleQuery(
                path.get(KIND).flatMap(Kind::of).orElse(DEFAULT.kind),
                opened,
                opened == null && query.getParameters().containsKey("add"),
                query.getSingleParameter("unit").filter(unit -> !unit.isBlank()).orElse(null),
                query.getSingleParameter("q").orElse(""));
    }

    RouteParameters path() {
        if (kind == DEFAULT.kind && opened == null) {
            return RouteParameters.empty();
        }
        return opened == null
                ? new RouteParameters(KIND, kind.token())
                : new RouteParameters(Map.of(KIND, kind.token(), CODE, opened));
    }

    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (unit != null) {
            parameters.put("unit", List.of(unit));
        }
        if (!text.isEmpty()) {
            parameters.put("q", List.of(text));
        }
        if (adding) {
            parameters.put("add", List.of(""));
        }
        return new QueryParameters(parameters);
    }

    /// Whether another query shows the same record beside the list.
    boolean hasSamePanelAs(PeopleQuery other) {
        return kind == other.kind
                && adding == other.adding
                && (opened == null ? other.opened == null : opened.equals(other.opened));
    }

    boolean hasPanel() {
        return adding || opened != null;
    }

    /// Another kind begins with everything of the unit.
    PeopleQuery listing(Kind newKind) {
        return new PeopleQuery(newKind, null, false, unit, "");
    }

    PeopleQuery opening(Kind newKind, String code) {
        return new PeopleQuery(newKind, code, false, unit, newKind == kind ? text : "");
    }

    PeopleQuery adding(Kind newKind) {
        return new PeopleQuery(newKind, null, true, unit, newKind == kind ? text : "");
    }

    PeopleQuery closed() {
        return new PeopleQuery(kind, null, false, unit, text);
    }

    PeopleQuery withUnit(@Nullable String newUnit) {
        return new PeopleQuery(kind, opened, adding, newUnit, text);
    }

    PeopleQuery withText(String newText) {
        return new PeopleQuery(kind, opened, adding, unit, newText);
    }
}
