package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.adherence.settings.LevelRules;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.adherence.settings.Pair;
import dev.rollcall.adherence.settings.SeenPair;
import dev.rollcall.kit.SearchField;
import dev.rollcall.kit.SearchText;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which presence fits which activity: a matrix, and above it what really happened and nobody has
/// decided on.
@PartOfWorkforceManagement
@Route("settings/mapping")
@Menu(title = "adherence.settings.mapping.menu", order = 70, icon = "vaadin:grid-small")
@Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
final class MappingView extends LevelView {

    private final UndecidedPanel undecided;
    private final MappingGrid grid;
    private final Div source = new Div();
    private final Span undecidedMeans = new Span();
    private final SearchField search =
            new SearchField(text -> {
                refine(query().withText(text));
                refresh();
            });
    private final Button add = new Button();
    private final Set<String> added = new LinkedHashSet<>();
    private @Nullable Draft shown;
    private @Nullable LevelRules seenFor;
    private List<SeenPair> seen = List.of();

    MappingView(SettingsSources sources) {
        super("adherence.settings.mapping", sources);
        undecided = new UndecidedPanel(words(), this::decide, this::showFrom);
        grid = new MappingGrid(words(), (pair, verdict) -> decide(Map.of(pair, verdict)));
        source.addClassName("mapping-source");
        body(undecided, source, toolbar(), grid, legend());
    }

    private Component toolbar() {
        search.describe(getTranslation("adherence.settings.mapping.search"));
        search.addClassName("records-search");
        add.setText(getTranslation("adherence.settings.mapping.add"));
        add.setIcon(VaadinIcon.PLUS.create());
        add.addClickListener(_ -> new PresenceDialog(words(), this::addPresence).open());
        var toolbar = new Div(search, add);
        toolbar.addClassName("records-toolbar");
        return toolbar;
    }

    private Component legend() {
        var list = new DescriptionList();
        list.addClassName("mapping-legend");
        for (var verdict : List.of(Verdict.IN, Verdict.OUT, Verdict.NEUTRAL)) {
            var means = getTranslation("adherence.settings.verdict." + verdict + ".what");
            list.getElement().appendChild(meaning(verdict, new Span(means)).getElement());
        }
        list.getElement().appendChild(meaning(Verdict.UNMAPPED, undecidedMeans).getElement());
        return list;
    }

    /// A term with its description, kept together.
    private Component meaning(Verdict verdict, Component means) {
        return new Div(
                new DescriptionList.Term(words().verdict(verdict)),
                new DescriptionList.Description(means));
    }

    private void addPresence(String presence) {
        added.add(presence);
        search.setValue("");
        refine(query().withText(""));
        refresh();
    }

    private void decide(Map<Pair, Verdict> verdicts) {
        var draft = shown;
        if (draft != null) {
            verdicts.forEach(draft::decide);
            refresh();
        }
    }

    @Override
    void show(Draft draft, boolean mayChange) {
        shown = draft;
        var base = draft.base();
        if (base != seenFor) {
            seenFor = base;
            seen = sources().evidence().unmapped(base.unit(), sources().scope());
        }
        search.show(query().text());
        var text = new SearchText(query().text());
        undecided.show(
                seen.stream()
                        .filter(each ->
                                base.holds()
                                                .toRules()
                                                .mapping()
                                                .verdict(each.activity(), each.presence())
                                        == Verdict.UNMAPPED)
                        .toList(),
                draft,
                sources().zone(base.unit()),
                mayChange);
        showSource(draft, mayChange);
        var known = new HashSet<>(added);
        seen.forEach(each -> known.add(each.presence()));
        var layout =
                MatrixLayout.of(
                        sources().planned(),
                        sources().reasons().all(),
                        draft.holds().mapping().value(),
                        known);
        grid.show(
                draft,
                layout.activities(),
                layout.presences().stream()
                        .filter(each -> text.isIn(each, words().presence(each)))
                        .toList(),
                mayChange);
        add.setVisible(mayChange);
        undecidedMeans.setText(
                getTranslation(
                        draft.holds().unmapped().value() == Rules.Unmapped.OUT
                                ? "adherence.settings.verdict.UNMAPPED.whatOut"
                                : "adherence.settings.verdict.UNMAPPED.what"));
    }

    /// Whose mapping it is; a level has all of it or none.
    private void showSource(Draft draft, boolean mayChange) {
        source.removeAll();
        var base = draft.base();
        var above = base.above().mapping().origin();
        var self = words().level(base.level());
        if (!draft.hasOwnMapping() && above.shipped() && base.unit() == null) {
            source.add(new Span(getTranslation("adherence.settings.mapping.shipped")));
            return;
        }
        if (!draft.hasOwnMapping()) {
            source.add(
                    new Span(
                            getTranslation(
                                    mayChange
                                            ? "adherence.settings.mapping.inherits"
                                            : "adherence.settings.mapping.follows",
                                    self,
                                    words().followed(above, base.level()))));
            return;
        }
        source.add(new Span(getTranslation("adherence.settings.mapping.own", self)));
        if (mayChange && base.own().mapping() != null) {
            var follow =
                    new Button(
                            getTranslation(
                                    "adherence.settings.mapping.follow",
                                    words().followed(above, base.level())),
                            _ -> {
                                draft.inheritMapping();
                                refresh();
                            });
            follow.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            source.add(follow);
        }
    }

    @Override
    boolean isFine() {
        return true;
    }

    @Override
    boolean concerns(OwnRules own) {
        return own.mapping() != null;
    }
}
