package dev.rollcall.planner.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.demand.Demand;
import dev.rollcall.kit.FilterChoice;
import dev.rollcall.kit.KeyHelp;
import dev.rollcall.kit.PageKeys;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.DraftConflict;
import dev.rollcall.planner.Drafts;
import dev.rollcall.planner.GroupGap;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.ShiftTemplate;
import dev.rollcall.planner.ShiftTemplates;
import dev.rollcall.planner.Wants;
import dev.rollcall.planner.ui.PlannerAddress.View;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Holiday;
import dev.rollcall.schedule.Holidays;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a unit's working days are planned: people down, the days of a week or a month or the hours
/// of a day across. What is planned is a draft that all planners share, until somebody publishes
/// it.
@PartOfWorkforceManagement
@Route("planner")
@Menu(title = "planner.title", order = 28, icon = "vaadin:calendar-user")
@Requires(Permission.SCHEDULE_WRITE)
final class PlannerView extends Div
        implements BeforeEnterObserver,
                AfterNavigationObserver,
                HasDynamicTitle,
                PlannerPage,
                PlannerFollower.Page,
                PlannerPalette.Deeds {

    private static final int MESSAGE_MILLIS = 5_000;
    private static final int DAYS_A_WEEK = 7;

    private final Drafts drafts;
    private final ShiftTemplates templates;
    private final Demand demand;
    private final Holidays holidays;
    private final Activities activities;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;
    private final PlannerPulse pulse;
    private final WantsReader wants;
    private final PlannerWords words;
    private final PlannerDialogs dialogs;

    private final H2 period = new H2();
    private final Paragraph status = new Paragraph();
    private final Segments<View> views;
    private final FilterChoice<Unit> units;
    private final Select<Activity> brush = new Select<>();
    private final PlannerPalette palette;
    private final Div body = new Div();
    private final Button undo;
    private final Button redo;
    private final Button publish;
    private final Steps steps = new Steps();

    private QueryParameters query = QueryParameters.empty();

    /// The date that is marked as today, and the zone in which it is.
    private LocalDate marked = LocalDate.EPOCH;

    private volatile ZoneId zone = ZoneOffset.UTC;
    private @Nullable Sheet sheet;
    private @Nullable PlannerGrid grid;
    private List<ShiftTemplate> offered = List.of();
    private List<DayKey> chosen = List.of();
    private Copied copied = Copied.NOTHING;
    private @Nullable PlannerFollower follower;

    PlannerView(
            Drafts drafts,
            ShiftTemplates templates,
            Demand demand,
            Holidays holidays,
            Activities activities,
            Directory directory,
            Access access,
            ApplicationClock clock,
            PlannerPulse pulse,
            WantsReader wants,
            PlannerServices services) {
        this.drafts = drafts;
        this.templates = templates;
        this.demand = demand;
        this.holidays = holidays;
        this.activities = activities;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
        this.pulse = pulse;
        this.wants = wants;
        words = new PlannerWords(this::getTranslation, getLocale(), activities);
        dialogs = new PlannerDialogs(words, activities, services, this);
        addClassName("planner-view");
        views =
                new Segments<>(
                        words.say("view"),
                        Arrays.asList(View.values()),
                        view -> words.say("view." + view),
                        view -> go(address -> address.as(view)));
        units =
                new FilterChoice<>(
                        words.say("unit"),
                        words.say("unit.first"),
                        Unit::name,
                        Unit::code,
                        code -> go(address -> address.of(code)));
        undo = tool(VaadinIcon.ARROW_BACKWARD, "undo", "Ctrl+Z", this::undo);
        redo = tool(VaadinIcon.ARROW_FORWARD, "redo", "Ctrl+Y", this::redo);
        publish = new Button(words.say("publish"), _ -> dialogs.publish());
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        period.getElement().setAttribute("role", "status");
        status.addClassName("planner-status");
        status.getElement().setAttribute("role", "status");
        palette = new PlannerPalette(words, brush, this);
        body.addClassName("planner-body");
        brush.setAriaLabel(words.say("brush"));
        brush.setItems(activities.all());
        brush.setItemLabelGenerator(Activity::name);
        activities.of(ShiftTemplate.WORK).ifPresent(brush::setValue);
        add(new H1(words.say("title")), keys(), toolbar(), palette, status, body);
    }

    private PageKeys keys() {
        var keys = new PageKeys();
        return keys.on("[", () -> go(PlannerAddress::previous))
                .on("]", () -> go(PlannerAddress::next))
                .on("t", () -> go(address -> address.on(today())))
                .on("?", () -> new KeyHelp(keys, help()).open());
    }

    private LinkedHashMap<String, String> help() {
        var meanings = new LinkedHashMap<String, String>();
        for (var key :
                List.of(
                        "arrows",
                        "person",
                        "shift",
                        "copy",
                        "paste",
                        "move",
                        "template",
                        "clear",
                        "open",
                        "hours",
                        "undo",
                        "period")) {
            meanings.put(words.say("keys." + key + ".keys"), words.say("keys." + key));
        }
        return meanings;
    }

    private Div toolbar() {
        var toolbar =
                new Div(
                        tool(
                                VaadinIcon.ANGLE_LEFT,
                                "previous",
                                "[",
                                () -> go(PlannerAddress::previous)),
                        new Button(words.say("today"), _ -> go(address -> address.on(today()))),
                        tool(VaadinIcon.ANGLE_RIGHT, "next", "]", () -> go(PlannerAddress::next)),
                        period,
                        units,
                        views,
                        undo,
                        redo,
                        tool(
                                VaadinIcon.QUESTION,
                                "keys",
                                "?",
                                () -> new KeyHelp(new PageKeys(), help()).open()),
                        publish);
        toolbar.addClassName("planner-toolbar");
        return toolbar;
    }

    private Button tool(VaadinIcon icon, String name, String key, Runnable deed) {
        var button = new Button(icon.create(), _ -> deed.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words.say(name));
        button.setTooltipText(words.say(name) + " (" + key + ")");
        return button;
    }

    // ------------------------------------------------------------------ the address

    @Override
    public String getPageTitle() {
        return words.say("title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = event.getLocation().getQueryParameters();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void go(UnaryOperator<PlannerAddress> where) {
        var today = today();
        UI.getCurrentOrThrow()
                .navigate(
                        PlannerView.class,
                        where.apply(PlannerAddress.of(query, today)).parameters(today));
    }

    private LocalDate today() {
        return unit().map(unit -> LocalDate.ofInstant(clock.instant(), unit.zone()))
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Override
    public List<Unit> plannable() {
        return directory.units(access.viewer().scope(Permission.SCHEDULE_WRITE));
    }

    /// The unit of the address, else the first that has people of its own.
    @Override
    public Optional<Unit> unit() {
        var known = plannable();
        var wanted = query.getSingleParameter("unit").orElse("");
        return known.stream()
                .filter(unit -> unit.code().equals(wanted))
                .findFirst()
                .or(() -> known.stream().filter(this::hasPeople).findFirst())
                .or(() -> known.stream().findFirst());
    }

    private boolean hasPeople(Unit unit) {
        return directory.everybody().stream().anyMatch(agent -> agent.unit().equals(unit.id()));
    }

    // ------------------------------------------------------------------ showing

    private void show() {
        if (follower != null) {
            follower.stop();
        }
        var unit = unit();
        if (unit.isEmpty()) {
            showNothing(words.say("noUnit"));
            return;
        }
        var address = PlannerAddress.of(query, today());
        views.show(address.view());
        units.offer(plannable(), unit);
        period.setText(words.period(address.first(), address.last()));
        try {
            offered = templates.of(unit.get().id());
            showPalette();
            show(unit.get(), address);
        } catch (RuntimeException e) {
            showNothing(Refusals.ofDeed(this::getTranslation).say(e));
        }
    }

    private void show(Unit unit, PlannerAddress address) {
        var roster = drafts.roster(unit.id(), address.first(), address.last());
        if (roster.people().isEmpty()) {
            showNothing(words.say("nobody", unit.name()));
            return;
        }
        if (roster.people().size() > PlannerGrid.MOST_PEOPLE) {
            showNothing(words.say("tooMany", PlannerGrid.MOST_PEOPLE));
            return;
        }
        var shown =
                new Sheet(
                        roster,
                        wants.of(
                                roster.people().stream().map(Agent::id).collect(Collectors.toSet()),
                                roster.from(),
                                roster.to()));
        sheet = shown;
        chosen = List.of();
        zone = unit.zone();
        marked = today();
        var drawn = grid;
        if (drawn == null) {
            drawn = new PlannerGrid(words, activities, shown, unit.zone(), marked, this::act);
            grid = drawn;
        }
        drawn.show(shown, needs(unit, address), unit.zone(), marked, address.view() == View.DAY);
        brush.setVisible(address.view() == View.DAY);
        if (drawn.getParent().isEmpty()) {
            body.removeAll();
            body.add(drawn);
        }
        if (follower != null) {
            follower.follow(shown);
        }
        showState();
    }

    private Needs needs(Unit unit, PlannerAddress address) {
        // A night goes on after the last day.
        var last = address.last().plusDays(1);
        var groups = demand.requiredHeadsOfGroups(unit.id(), address.first(), last);
        return new Needs(
                demand.requiredHeads(unit.id(), null, address.first(), last),
                groups,
                groups.keySet().stream()
                        .map(directory::group)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toMap(Group::id, Group::name)),
                holidays.of(unit.id(), address.first(), address.last()).stream()
                        .collect(Collectors.toMap(Holiday::date, Holiday::name)));
    }

    private void showNothing(String why) {
        sheet = null;
        grid = null;
        body.removeAll();
        var note = new Paragraph(why);
        note.addClassName("board-empty");
        body.add(note);
        showState();
    }

    private void showPalette() {
        palette.show(offered, PlannerAddress.of(query, today()).view() == View.WEEK);
    }

    @Override
    public void manageTemplates() {
        new TemplatesDialog(
                        words,
                        templates,
                        activities,
                        plannable(),
                        () ->
                                unit().ifPresent(unit -> {
                                    offered = templates.of(unit.id());
                                    showPalette();
                                }))
                .open();
    }

    /// What can be done now, and how much is drafted.
    private void showState() {
        undo.setEnabled(steps.canUndo());
        redo.setEnabled(steps.canRedo());
        var shown = sheet;
        long days = 0;
        long people = 0;
        if (shown != null) {
            var drafted =
                    shown.days().stream()
                            .filter(RosterDay::isDraft)
                            .map(RosterDay::key)
                            .filter(key ->
                                    !key.date().isBefore(shown.first())
                                            && !key.date().isAfter(shown.last()))
                            .toList();
            days = drafted.size();
            people = drafted.stream().map(DayKey::agent).distinct().count();
        }
        publish.setEnabled(days > 0);
        status.setText(
                days == 0 ? words.say("status.none") : words.say("status.draft", days, people));
    }

    // ------------------------------------------------------------------ in step with others

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var joined =
                new PlannerFollower(
                        event.getUI(),
                        pulse,
                        this,
                        () -> LocalDate.ofInstant(clock.instant(), zone));
        follower = joined;
        if (sheet != null) {
            joined.follow(sheet);
        }
    }

    /// At midnight another column is today's. What is shown, and what is about to be done there,
    /// stays: only the mark moves, and nothing is read.
    @Override
    public void turnTo(LocalDate date) {
        var shown = sheet;
        var drawn = grid;
        if (date.equals(marked) || shown == null || drawn == null) {
            return;
        }
        query = PlannerAddress.of(query, marked).parameters(date);
        marked = date;
        drawn.mark(date);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (follower != null) {
            follower.close();
            follower = null;
        }
    }

    @Override
    public void hear(Collection<RosterDay> days) {
        var shown = sheet;
        if (shown != null) {
            redraw(shown.take(days));
        }
    }

    @Override
    public void hear(Sheet of, AgentId agent, Wants now) {
        var shown = sheet;
        // Read for other dates, before the page was turned, it says nothing about these.
        if (shown != null && shown == of && shown.row(agent) >= 0) {
            redraw(shown.take(agent, now));
        }
    }

    @Override
    public void redraw(Set<DayKey> touched) {
        if (grid != null) {
            grid.update(touched);
        }
        showState();
    }

    // ------------------------------------------------------------------ gestures

    private void act(Act act) {
        var shown = sheet;
        var drawn = grid;
        if (shown == null || drawn == null) {
            return;
        }
        chosen = act.days();
        var gestures = new Gestures(shown, activities::categoryOf);
        var first = act.days().isEmpty() ? null : act.days().getFirst();
        switch (act.kind()) {
            case "clear" -> edit(gestures.clear(act.days()));
            case "copied" -> {
                copied = gestures.copy(act.days());
                tell(words.say("copied", copied.pieces().size()));
            }
            case "paste" -> edit(gestures.paste(copied, act.days()));
            case "move" -> {
                var edits = dropped("move", act, gestures, drawn);
                if (edits.isEmpty()) {
                    tell(words.say("noRoom"));
                }
                edit(edits);
            }
            case "shift", "stretch", "create" -> edit(dropped(act.kind(), act, gestures, drawn));
            case "foresee" ->
                    drawn.foresee(
                            act.number("turn"),
                            dropped(act.detail().path("would").asString(""), act, gestures, drawn));
            case "template" -> {
                int number = act.number("number") - 1;
                if (number >= 0 && number < offered.size()) {
                    apply(offered.get(number));
                }
            }
            case "undo" -> undo();
            case "redo" -> redo();
            case "person" ->
                    personOf(act)
                            .flatMap(shown::person)
                            .ifPresent(person -> dialogs.openTerms(person, shown));
            default -> {
                if (first != null) {
                    onOneDay(act, first, gestures);
                }
            }
        }
    }

    private static Optional<AgentId> personOf(Act act) {
        var text = act.detail().path("agent").asString("");
        return text.matches("[0-9]{1,18}")
                ? Optional.of(new AgentId(Long.parseLong(text)))
                : Optional.empty();
    }

    /// What letting go of something means for the days it is about; nothing is saved.
    private List<DayEdit> dropped(String kind, Act act, Gestures gestures, PlannerGrid drawn) {
        if (act.days().isEmpty()) {
            return List.of();
        }
        var day = act.days().getFirst();
        int entry = act.number("entry");
        return switch (kind) {
            case "move" -> gestures.move(act.days(), act.by(0), act.by(1), act.copies());
            case "shift" -> gestures.shift(day, entry, Duration.ofMinutes(act.minutes("by")));
            case "stretch" ->
                    gestures.stretch(
                            day,
                            entry,
                            Duration.ofMinutes(act.minutes("start")),
                            Duration.ofMinutes(act.minutes("end")));
            case "create" -> {
                var activity = brush.getValue();
                yield gestures.create(
                        day,
                        activity == null ? ShiftTemplate.WORK : activity.code(),
                        drawn.at(act.minutes("from")),
                        drawn.at(act.minutes("to")));
            }
            default -> List.of();
        };
    }

    private void onOneDay(Act act, DayKey day, Gestures gestures) {
        switch (act.kind()) {
            case "open" -> dialogs.openDay(day);
            case "remove" -> edit(gestures.remove(day, act.number("entry")));
            default -> {
                // Chosen: nothing is to be done.
            }
        }
    }

    @Override
    public void apply(ShiftTemplate template) {
        var shown = sheet;
        if (shown == null || chosen.isEmpty()) {
            tell(words.say("palette.nothingChosen"));
            return;
        }
        edit(new Gestures(shown, activities::categoryOf).template(chosen, template));
    }

    @Override
    public void rotations() {
        dialogs.rotations();
    }

    @Override
    public void propose() {
        dialogs.propose();
    }

    /// Plans what is still free as the week before was.
    @Override
    public void takeOver() {
        var shown = sheet;
        var unit = unit();
        if (shown == null || unit.isEmpty()) {
            return;
        }
        try {
            var before =
                    drafts.roster(
                            unit.get().id(),
                            shown.first().minusDays(DAYS_A_WEEK),
                            shown.last().minusDays(DAYS_A_WEEK));
            var edits =
                    new Gestures(shown, activities::categoryOf)
                            .takeOver(new Sheet(before), DAYS_A_WEEK);
            if (edits.isEmpty()) {
                tell(words.say("takeOver.nothing"));
            }
            edit(edits);
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
    }

    /// Saves edits, so that they can be taken back.
    ///
    /// @return whether they were taken
    @Override
    public boolean edit(List<DayEdit> edits) {
        var shown = sheet;
        if (shown == null || edits.isEmpty()) {
            return false;
        }
        var step = Steps.step(shown, edits);
        var before = gaps();
        boolean done = attempt(shown, () -> drafts.apply(edits));
        if (done) {
            steps.did(step);
            tellOfNewGaps(before);
        }
        showState();
        return done;
    }

    private List<GroupGap> gaps() {
        return grid == null ? List.of() : grid.gaps();
    }

    /// Whoever takes the last one of a group away is told at once.
    private void tellOfNewGaps(List<GroupGap> before) {
        var drawn = grid;
        if (drawn != null) {
            drawn.gaps().stream()
                    .filter(gap -> before.stream().noneMatch(each -> each.covers(gap)))
                    .findFirst()
                    .ifPresent(gap -> tell(drawn.say(gap)));
        }
    }

    private void undo() {
        var shown = sheet;
        if (shown == null || !steps.canUndo()) {
            return;
        }
        var edits = steps.undo(shown);
        if (edits.isEmpty()) {
            tell(words.say("undo.changed"));
        } else if (attempt(shown, () -> drafts.apply(edits.get()))) {
            steps.undid();
        }
        showState();
    }

    private void redo() {
        var shown = sheet;
        if (shown == null || !steps.canRedo()) {
            return;
        }
        var edits = steps.redo(shown);
        if (edits.isEmpty()) {
            tell(words.say("undo.changed"));
        } else if (attempt(shown, () -> drafts.apply(edits.get()))) {
            steps.redid();
        }
        showState();
    }

    @Override
    public boolean attempt(Sheet shown, Supplier<List<RosterDay>> deed) {
        try {
            redraw(shown.take(deed.get()));
            return true;
        } catch (DraftConflict e) {
            redraw(shown.take(e.days()));
            tell(words.say("conflict", e.days().size()));
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
        return false;
    }

    // ------------------------------------------------------------------ what dialogs ask for

    @Override
    public Optional<Sheet> sheet() {
        return Optional.ofNullable(sheet);
    }

    @Override
    public Set<DayKey> chosen() {
        return Set.copyOf(chosen);
    }

    @Override
    public void forgetSteps() {
        steps.forget();
        showState();
    }

    @Override
    public void tell(String text) {
        Notification.show(text, MESSAGE_MILLIS, Notification.Position.BOTTOM_START);
    }
}
