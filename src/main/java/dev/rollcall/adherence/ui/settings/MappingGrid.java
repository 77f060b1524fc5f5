package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.rollcall.adherence.engine.Mapping;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.adherence.settings.Pair;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What each presence counts as during each activity: a row for each presence, a column for each
/// activity, in each cell the verdict to choose.
final class MappingGrid extends Grid<String> {

    private static final String PRESENCE =
            """
            <div class="board-lines"><span class="record-name">${item.name}</span><span
              class="board-second mapping-code">${item.code}</span></div>\
            """;

    private static final String CELL =
            """
            <select class="mapping-cell" data-verdict=${item.counts} ?data-changed=${item.changed}
              ?disabled=${item.locked} aria-label=${item.label} .value=${item.chosen}
              @change=${e => decide(e.target.value)}>
              <option value="UNMAPPED">${item.none}</option><option value="IN">${item.in}</option
              ><option value="OUT">${item.out}</option><option value="NEUTRAL">${item.neutral}</option>
            </select>\
            """;

    private final RuleWords words;
    private final BiConsumer<Pair, Verdict> onDecide;
    private List<String> activities = List.of();
    private @Nullable Draft draft;
    private @Nullable Mapping mapping;
    private boolean mayChange;

    /// @param onDecide told what somebody chose
    MappingGrid(RuleWords words, BiConsumer<Pair, Verdict> onDecide) {
        this.words = words;
        this.onDecide = onDecide;
        addClassNames("mapping-grid");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.COLUMN_BORDERS);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        setAriaLabel(getTranslation("adherence.settings.mapping.title"));
        setEmptyStateText(getTranslation("adherence.settings.mapping.noneFound"));
    }

    /// Shows what a draft says.
    ///
    /// @param nowActivities the columns: activities' codes, or `*`
    /// @param presences the rows: presences, or `*`
    void show(
            Draft nowDraft,
            List<String> nowActivities,
            List<String> presences,
            boolean nowMayChange) {
        draft = nowDraft;
        mapping = nowDraft.holds().toRules().mapping();
        mayChange = nowMayChange;
        if (!nowActivities.equals(activities)) {
            activities = List.copyOf(nowActivities);
            removeAllColumns();
            addPresenceColumn();
            activities.forEach(this::addActivityColumn);
        }
        if (getListDataView().getItems().toList().equals(presences)) {
            // The same rows: whoever stands in a cell stays there.
            getDataProvider().refreshAll();
        } else {
            setItems(presences);
        }
    }

    private void addPresenceColumn() {
        addColumn(
                        LitRenderer.<String>of(PRESENCE)
                                .withProperty("name", words::presence)
                                .withProperty("code", this::below))
                .setKey("presence")
                .setHeader(getTranslation("adherence.settings.mapping.presence"))
                .setRowHeader(true)
                .setFrozen(true)
                .setAutoWidth(false)
                .setFlexGrow(1)
                .setWidth("9.5rem");
    }

    /// Below a known reason its status; below a code somebody made up, how it is written.
    private String below(String presence) {
        if (presence.equals(MappingRule.ANY) || !presence.contains("/")) {
            return "";
        }
        return words.isReason(presence)
                ? words.presence(presence.substring(0, presence.indexOf('/')))
                : presence;
    }

    private void addActivityColumn(String activity) {
        addColumn(
                        LitRenderer.<String>of(CELL)
                                .withProperty("chosen", row -> chosen(row, activity).name())
                                .withProperty("counts", row -> counts(row, activity).name())
                                .withProperty("changed", row -> isChanged(row, activity))
                                .withProperty("locked", _ -> !mayChange)
                                .withProperty("label", row -> label(row, activity))
                                .withProperty("none", row -> undecided(row, activity))
                                .withProperty("in", _ -> words.verdict(Verdict.IN))
                                .withProperty("out", _ -> words.verdict(Verdict.OUT))
                                .withProperty("neutral", _ -> words.verdict(Verdict.NEUTRAL))
                                .withFunction(
                                        "decide",
                                        (row, arguments) ->
                                                decide(row, activity, arguments.get(0).asString())))
                .setKey(activity)
                .setHeader(words.activity(activity))
                .setFlexGrow(1)
                .setWidth("7.25rem");
    }

    private void decide(String presence, String activity, String verdict) {
        if (mayChange) {
            onDecide.accept(new Pair(activity, presence), Verdict.valueOf(verdict));
        }
    }

    private Verdict chosen(String presence, String activity) {
        return Optional.ofNullable(draft)
                .map(each -> each.verdict(new Pair(activity, presence)))
                .orElse(Verdict.UNMAPPED);
    }

    /// What it comes to, a rule for any activity or presence included.
    private Verdict counts(String presence, String activity) {
        return mapping == null ? Verdict.UNMAPPED : mapping.verdict(activity, presence);
    }

    private boolean isChanged(String presence, String activity) {
        return draft != null && draft.isChanged(new Pair(activity, presence));
    }

    private String label(String presence, String activity) {
        return getTranslation(
                "adherence.settings.pair", words.presence(presence), words.activity(activity));
    }

    private String undecided(String presence, String activity) {
        var counts = counts(presence, activity);
        return chosen(presence, activity) != Verdict.UNMAPPED || counts == Verdict.UNMAPPED
                ? words.verdict(Verdict.UNMAPPED)
                : getTranslation("adherence.settings.mapping.byAny", words.verdict(counts));
    }
}
