package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.Recalculation;
import dev.rollcall.adherence.RulePreview;
import dev.rollcall.adherence.RulePreviews;
import dev.rollcall.adherence.settings.Origin;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.kit.Onlooker;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/// Has days that are over judged anew: choose whose and from when, see whose score would move, then
/// do it. It goes on when the page is left.
@PartOfWorkforceManagement
@Route("settings/recalculation")
@Menu(title = "adherence.recalculation.menu", order = 71.5, icon = "vaadin:refresh")
@Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
final class RecalculationView extends Div implements HasDynamicTitle {

    private static final int DAYS_BACK = 7;
    private static final int LONGEST_REASON = 500;

    private final SettingsSources sources;
    private final RuleWords words;
    private final LevelChoice levels = new LevelChoice(this::choose);
    private final DatePicker from = new DatePicker();
    private final TextField reason = new TextField();
    private final ReplayPanel replay;
    private final Button look;
    private final Button go;
    private final Paragraph trouble = new Paragraph();
    private final Section standing = new Section();
    private String unit;
    private @Nullable RulePreview found;
    private @Nullable Coalescer<String, List<Recalculation>> incoming;
    private Runnable following = () -> {};

    RecalculationView(SettingsSources sources) {
        this.sources = sources;
        words =
                new RuleWords(
                        this::getTranslation,
                        Names.of(this::getTranslation, sources.activities(), sources.reasons()),
                        sources.reasons(),
                        sources.directory(),
                        getLocale());
        unit = LevelChoice.first(sources.scope(), units());
        addClassNames("settings-view", "recalculation");
        replay =
                new ReplayPanel(
                        words,
                        sources.previews(),
                        sources.directory(),
                        false,
                        _ ->
                                sources.previews()
                                        .startRecalculation(
                                                chosen(), from.getValue(), sources.scope()),
                        this::ended);
        look = new Button(getTranslation("adherence.recalculation.look"), _ -> look());
        look.addThemeVariants(ButtonVariant.PRIMARY);
        go = new Button(getTranslation("adherence.recalculation.go"), _ -> go());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        from.setLabel(getTranslation("adherence.recalculation.from"));
        from.setHelperText(getTranslation("adherence.recalculation.fromHelp"));
        from.setLocale(getLocale());
        from.setRequiredIndicatorVisible(true);
        from.addValueChangeListener(_ -> forget());
        from.setI18n(
                new DatePicker.DatePickerI18n()
                        .setMinErrorMessage(getTranslation("adherence.recalculation.fromBad"))
                        .setMaxErrorMessage(getTranslation("adherence.recalculation.fromBad"))
                        .setRequiredErrorMessage(getTranslation("adherence.settings.fromBad"))
                        .setBadInputErrorMessage(getTranslation("adherence.settings.fromBad")));
        reason.setLabel(getTranslation("adherence.settings.review.reason"));
        reason.setHelperText(getTranslation("adherence.settings.review.reasonHelp"));
        reason.setMaxLength(LONGEST_REASON);
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        var choices = new Div(levels, from);
        choices.addClassName("settings-choices");
        var buttons = new Div(look, go);
        buttons.addClassName("recalculation-buttons");
        var intro = new Paragraph(getTranslation("adherence.recalculation.intro"));
        intro.addClassName("settings-intro");
        var head = new Div(new H1(getTranslation("adherence.recalculation.title")), intro, choices);
        head.addClassName("settings-head");
        standing.addClassName("settings-history");
        standing.getElement().setAttribute("aria-labelledby", "recalculations-title");
        add(head, replay, reason, buttons, trouble, standing);
        choose(unit);
        from.setValue(today().minusDays(DAYS_BACK));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("adherence.recalculation.title") + " – Rollcall";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var reader = Onlooker.current();
        Coalescer<String, List<Recalculation>> sink =
                Coalescer.to(event.getUI(), news -> news.forEach(this::showStanding));
        incoming = sink;
        // Read where it is told, not while the page is locked.
        following =
                sources.recalculations().follow(() -> reader.does(() -> sink.add("", latest())));
        showStanding(latest());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        following.run();
        if (incoming != null) {
            incoming.close();
            incoming = null;
        }
    }

    // ------------------------------------------------------------------ choosing

    private List<Unit> units() {
        return sources.directory().units(sources.scope());
    }

    private void choose(String code) {
        unit = code;
        levels.show(units(), code);
        var today = today();
        from.setMin(today.minusDays(RulePreviews.MOST_DAYS));
        from.setMax(today.minusDays(1));
        forget();
    }

    private @Nullable UnitId chosen() {
        return units().stream()
                .filter(each -> each.code().equals(unit))
                .findFirst()
                .map(Unit::id)
                .orElse(null);
    }

    private LocalDate today() {
        return sources.settings().level(chosen(), null, sources.scope()).today();
    }

    /// What was found is of another question.
    private void forget() {
        found = null;
        replay.clear();
        replay.setVisible(false);
        reason.setVisible(false);
        go.setVisible(false);
        look.setVisible(true);
        trouble.setText("");
    }

    private void look() {
        if (from.isEmpty() || from.isInvalid()) {
            from.focus();
            return;
        }
        trouble.setText("");
        replay.setVisible(true);
        replay.begin();
    }

    private void ended(RulePreview preview) {
        boolean done = preview.state() == RulePreview.State.DONE;
        found = done ? preview : null;
        boolean may = done && sources.mayChange(chosen());
        reason.setVisible(may);
        go.setVisible(may);
        look.setVisible(!done);
    }

    // ------------------------------------------------------------------ doing

    private void go() {
        var seen = found;
        if (seen == null) {
            return;
        }
        try {
            sources.recalculations()
                    .start(
                            seen.unit(),
                            seen.from(),
                            seen.edition(),
                            reason.getValue(),
                            sources.scope(),
                            sources.access().viewer().actor());
            reason.clear();
            forget();
            showStanding(latest());
        } catch (OptimisticLockingFailureException e) {
            trouble.setText(
                    getTranslation(
                            sources.recalculations().isRunning()
                                    ? "adherence.recalculation.busy"
                                    : "adherence.recalculation.changed"));
        } catch (RuntimeException e) {
            trouble.setText(Refusals.ofDeed(this::getTranslation).say(e));
        }
    }

    // ------------------------------------------------------------------ what goes on, and went on

    private List<Recalculation> latest() {
        return sources.recalculations().latest(sources.scope());
    }

    private void showStanding(List<Recalculation> latest) {
        standing.removeAll();
        var title = new H2(getTranslation("adherence.recalculation.latest"));
        title.setId("recalculations-title");
        standing.add(title);
        if (latest.isEmpty()) {
            var none = new Paragraph(getTranslation("adherence.recalculation.none"));
            none.addClassName("record-note");
            standing.add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("recalculations");
        latest.forEach(each -> list.add(item(each)));
        standing.add(list);
    }

    private ListItem item(Recalculation each) {
        var what =
                new Span(
                        getTranslation(
                                "adherence.recalculation.what",
                                words.level(Origin.of(each.unit())),
                                words.span(each.from(), each.to())));
        what.addClassName("history-who");
        var zone = sources.zone(each.unit());
        var who =
                new Span(
                        getTranslation(
                                "adherence.recalculation.who",
                                each.by(),
                                words.moment(each.asked(), zone)));
        who.addClassName("history-when");
        var head = new Div(what, who);
        head.addClassName("history-head");
        var item = new ListItem(head);
        item.getElement().setAttribute("data-state", each.state().name());
        var state =
                new Paragraph(
                        getTranslation(
                                "adherence.recalculation.state." + each.state(),
                                each.done(),
                                each.people()));
        item.add(state);
        if (each.state() == Recalculation.State.RUNNING) {
            var bar = new ProgressBar(0, Math.max(1, each.people()), each.done());
            bar.getElement().setAttribute("aria-label", state.getText());
            item.add(bar);
        }
        var said = each.reason();
        if (said != null) {
            var quote = new Paragraph(getTranslation("adherence.recalculation.reason", said));
            quote.addClassName("record-note");
            item.add(quote);
        }
        return item;
    }
}
