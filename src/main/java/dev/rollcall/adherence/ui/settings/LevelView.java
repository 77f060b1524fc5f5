package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLink;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.RulePreviews;
import dev.rollcall.adherence.SettingsForm;
import dev.rollcall.adherence.settings.Edition;
import dev.rollcall.adherence.settings.LevelRules;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.LeaveGuard;
import dev.rollcall.kit.PageKeys;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/// The settings of one level, from a day on: chosen above, changed in the middle, reviewed and
/// saved below. Changes are kept apart from what is saved until then, so that another day or
/// somebody else's change slides in underneath them.
abstract class LevelView extends Div
        implements BeforeEnterObserver,
                AfterNavigationObserver,
                BeforeLeaveObserver,
                HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(LevelView.class);
    private static final int CONFIRMATION_MILLIS = 4000;

    private final String title;
    private final SettingsSources sources;
    private final RuleWords words;
    private final LevelChoice levels = new LevelChoice(this::choose);
    private final DatePicker from = new DatePicker();
    private final Div conflict = new Div();
    private final Div notices = new Div();
    private final Div body = new Div();
    private final HistoryPanel history;
    private final Div saveBar = new Div();
    private final Span unsaved = new Span();
    private final PageKeys keys = new PageKeys();
    private final LeaveGuard guard = new LeaveGuard();
    private LevelQuery query = new LevelQuery("", null, "");
    private @Nullable Draft draft;
    private @Nullable ReviewDialog review;

    /// @param title what the translations of the page begin with
    LevelView(String title, SettingsSources sources) {
        this.title = title;
        this.sources = sources;
        words =
                new RuleWords(
                        this::getTranslation,
                        Names.of(this::getTranslation, sources.activities(), sources.reasons()),
                        sources.reasons(),
                        sources.directory(),
                        getLocale());
        history = new HistoryPanel(words);
        addClassName("settings-view");
        body.addClassName("settings-body");
        conflict.addClassName("record-conflict");
        conflict.getElement().setAttribute("role", "alert");
        conflict.setVisible(false);
        notices.addClassName("settings-notices");
        add(keys, guard, head(), conflict, notices, body, history, saveBar());
        Shortcuts.addShortcutListener(this, this::review, Key.KEY_S, KeyModifier.CONTROL)
                .resetFocusOnActiveElement();
    }

    // ------------------------------------------------------------------ for each page

    /// Shows what a draft says.
    abstract void show(Draft shown, boolean mayChange);

    /// Whether everything typed can be saved; otherwise the focus goes where it cannot.
    abstract boolean isFine();

    /// Whether a unit says something itself that this page shows.
    abstract boolean concerns(OwnRules own);

    final void body(Component... parts) {
        body.add(parts);
    }

    final SettingsSources sources() {
        return sources;
    }

    final RuleWords words() {
        return words;
    }

    final PageKeys keys() {
        return keys;
    }

    final LevelQuery query() {
        return query;
    }

    // ------------------------------------------------------------------ building

    private Component head() {
        var intro = new Paragraph(getTranslation(title + ".intro"));
        intro.addClassName("settings-intro");
        from.setLabel(getTranslation("adherence.settings.from"));
        from.setHelperText(getTranslation("adherence.settings.fromHelp"));
        from.setLocale(getLocale());
        from.addClassName("settings-from");
        from.setI18n(
                new DatePicker.DatePickerI18n()
                        .setMinErrorMessage(getTranslation("adherence.settings.fromPast"))
                        .setBadInputErrorMessage(getTranslation("adherence.settings.fromBad")));
        from.addValueChangeListener(e -> {
            if (e.isFromClient() && !from.isInvalid()) {
                showFrom(e.getValue());
            }
        });
        var choices = new Div(levels, from);
        choices.addClassName("settings-choices");
        var head = new Div(new H1(getTranslation(title + ".title")), intro, choices);
        head.addClassName("settings-head");
        return head;
    }

    private Component saveBar() {
        var save = new Button(getTranslation("adherence.settings.review"), _ -> review());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setTooltipText(getTranslation("adherence.settings.reviewKey"));
        var discard = new Button(getTranslation("kit.form.leave.discard"), _ -> discard());
        unsaved.getElement().setAttribute("role", "status");
        saveBar.add(unsaved, discard, save);
        saveBar.addClassName("settings-save");
        saveBar.setVisible(false);
        return saveBar;
    }

    // ------------------------------------------------------------------ the address

    @Override
    public String getPageTitle() {
        return getTranslation(title + ".title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = LevelQuery.of(event.getLocation().getQueryParameters());
        if (query.unit().isEmpty()) {
            query = query.ofUnit(LevelChoice.first(sources.scope(), units())).from(query.from());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        draft = null;
        conflict.setVisible(false);
        load();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (draft != null && draft.isDirty()) {
            guard.ask(event);
        }
    }

    private void choose(String unit) {
        UI.getCurrentOrThrow().navigate(getClass(), query.ofUnit(unit).parameters());
    }

    /// Another day, with what is changed on top of it.
    final void showFrom(@Nullable LocalDate day) {
        refine(query.from(day));
        load();
    }

    final void refine(LevelQuery newQuery) {
        query = newQuery;
        var ui = UI.getCurrentOrThrow();
        var path = ui.getInternals().getActiveViewLocation().getPath();
        ui.getPage().getHistory().replaceState(null, new Location(path, newQuery.parameters()));
    }

    // ------------------------------------------------------------------ showing

    private List<Unit> units() {
        return sources.directory().units(sources.scope());
    }

    private void load() {
        levels.show(units(), query.unit());
        var unit = units().stream().filter(each -> each.code().equals(query.unit())).findFirst();
        boolean known = query.unit().isEmpty() || unit.isPresent();
        body.setVisible(known);
        history.setVisible(known);
        from.setVisible(known);
        if (!known) {
            notices.removeAll();
            notices.add(
                    new Paragraph(getTranslation("adherence.settings.unknownUnit", query.unit())));
            saveBar.setVisible(false);
            return;
        }
        var level = read(unit.map(Unit::id).orElse(null));
        if (draft == null) {
            draft = new Draft(level);
        } else {
            draft.rebase(level);
        }
        from.setMin(level.today().minusDays(RulePreviews.MOST_DAYS));
        from.setValue(level.date());
        history.show(
                sources.settings().history(level.unit(), sources.scope()),
                level.level(),
                level.today(),
                sources.zone(level.unit()));
        refresh();
    }

    private LevelRules read(@Nullable UnitId unit) {
        var scope = sources.scope();
        var today = sources.settings().level(unit, null, scope);
        var day = query.from();
        return day == null
                        || day.equals(today.today())
                        || day.isBefore(today.today().minusDays(RulePreviews.MOST_DAYS))
                ? today
                : sources.settings().level(unit, day, scope);
    }

    /// Draws what the draft says now.
    final void refresh() {
        var shown = draft;
        if (shown == null) {
            return;
        }
        boolean mayChange = sources.mayChange(shown.base().unit());
        show(shown, mayChange);
        showNotices(shown.base(), mayChange);
        boolean dirty = shown.isDirty();
        saveBar.setVisible(dirty);
        unsaved.setText(
                dirty
                        ? getTranslation(
                                "adherence.settings.unsaved",
                                shown.count(),
                                words.level(shown.base().level()),
                                words.from(shown.base().date(), shown.base().today()))
                        : "");
        guard.changed(dirty);
    }

    private void showNotices(LevelRules base, boolean mayChange) {
        notices.removeAll();
        if (!mayChange) {
            notices.add(new Paragraph(getTranslation("adherence.settings.readOnly")));
        }
        for (var waiting : base.waiting()) {
            boolean own = waiting.level().equals(base.level());
            var notice =
                    new Paragraph(
                            getTranslation(
                                    own
                                            ? "adherence.settings.waitingOwn"
                                            : "adherence.settings.waiting",
                                    words.day(waiting.from()),
                                    words.level(waiting.level())));
            var go =
                    new Button(
                            getTranslation("adherence.settings.showDay"),
                            _ -> showFrom(waiting.from()));
            go.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            notice.add(new Span(" "), go);
            notices.add(notice);
        }
        var below =
                base.below().entrySet().stream()
                        .filter(each -> concerns(each.getValue()))
                        .flatMap(each -> sources.directory().unit(each.getKey()).stream())
                        .sorted(Comparator.comparing(Unit::name))
                        .toList();
        if (!below.isEmpty()) {
            var notice = new Paragraph(getTranslation(title + ".below"));
            below.forEach(unit -> notice.add(new Span(" "), link(unit)));
            notices.add(notice);
        }
        notices.setVisible(notices.getChildren().findAny().isPresent());
    }

    private RouterLink link(Unit unit) {
        var link = new RouterLink(unit.name(), getClass());
        link.setQueryParameters(query.ofUnit(unit.code()).parameters());
        return link;
    }

    // ------------------------------------------------------------------ saving

    private void discard() {
        if (draft != null) {
            draft.discard();
            conflict.setVisible(false);
            refresh();
        }
    }

    private void review() {
        var reviewed = draft;
        if (reviewed == null
                || !reviewed.isDirty()
                || !sources.mayChange(reviewed.base().unit())
                || (review != null && review.isOpened())
                || !isFine()) {
            return;
        }
        var base = reviewed.base();
        var form = SettingsForm.of(reviewed.own(), base.date());
        var replay =
                new ReplayPanel(
                        words,
                        sources.previews(),
                        sources.directory(),
                        !base.date().isBefore(base.today()),
                        days -> sources.previews().start(base.unit(), form, days, sources.scope()),
                        _ -> {});
        review = new ReviewDialog(words, reviewed, replay, this::save);
        review.open();
    }

    private void save(String reason) {
        var saved = Objects.requireNonNull(draft);
        var dialog = Objects.requireNonNull(review);
        var base = saved.base();
        // Left out where it is today: after midnight it is another day, and never yesterday.
        var day = base.date().equals(base.today()) ? null : base.date();
        int changes = saved.count();
        try {
            sources.settings()
                    .save(
                            base.unit(),
                            SettingsForm.of(saved.own(), day),
                            base.edition(),
                            reason,
                            sources.scope(),
                            sources.access().viewer().actor());
        } catch (InvalidInput e) {
            dialog.say(
                    e.problems().stream()
                            .map(InvalidInput.Problem::detail)
                            .collect(Collectors.joining(" ")));
            return;
        } catch (OptimisticLockingFailureException e) {
            dialog.close();
            meet(saved);
            return;
        } catch (NotFound | AccessDeniedException e) {
            LOG.info("Refused to save settings: {}", e.getClass().getSimpleName());
            dialog.say(getTranslation("kit.form.refused"));
            return;
        } catch (DataAccessException e) {
            LOG.warn("Could not save settings", e);
            dialog.say(getTranslation("kit.form.away"));
            return;
        }
        dialog.close();
        saved.discard();
        conflict.setVisible(false);
        load();
        Notification.show(
                getTranslation(
                        "adherence.settings.saved",
                        changes,
                        words.level(base.level()),
                        words.from(base.date(), base.today())),
                CONFIRMATION_MILLIS,
                Notification.Position.BOTTOM_START);
    }

    /// Somebody else was first: what they saved slides in underneath.
    private void meet(Draft kept) {
        load();
        var last = lastEdition(kept.base());
        conflict.removeAll();
        var who =
                last.map(edition ->
                                getTranslation(
                                        "kit.form.conflict.byAt", edition.by(), ago(edition)))
                        .orElseGet(() -> getTranslation("kit.form.conflict.somebody"));
        conflict.add(
                new Paragraph(who),
                new Paragraph(
                        getTranslation(
                                kept.isDirty()
                                        ? "adherence.settings.conflict.next"
                                        : "adherence.settings.conflict.same")));
        conflict.setVisible(true);
        conflict.scrollIntoView();
    }

    private String ago(Edition edition) {
        var since = Duration.between(edition.at(), sources.clock().instant());
        return new DurationWords(this::getTranslation)
                .of(since.isNegative() ? Duration.ZERO : since);
    }

    /// The latest change of a level or one above it, as far as the viewer may look.
    private Optional<Edition> lastEdition(LevelRules base) {
        var scope = sources.scope();
        var all = new ArrayList<>(sources.settings().history(null, scope));
        var unit = Optional.ofNullable(base.unit()).flatMap(sources.directory()::unit);
        while (unit.isPresent() && scope.includes(unit.get().id())) {
            all.addAll(sources.settings().history(unit.get().id(), scope));
            unit = Optional.ofNullable(unit.get().parent()).flatMap(sources.directory()::unit);
        }
        return all.stream().max(Comparator.comparing(Edition::id));
    }
}
