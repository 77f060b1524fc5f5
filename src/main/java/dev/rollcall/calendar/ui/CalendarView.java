package dev.rollcall.calendar.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.calendar.CalendarDay;
import dev.rollcall.calendar.MonthDay;
import dev.rollcall.calendar.OwnCalendar;
import dev.rollcall.calendar.ui.CalendarAddress.View;
import dev.rollcall.kit.PageKeys;
import dev.rollcall.kit.Refresher;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Agent;
import dev.rollcall.presence.ClockInGate;
import dev.rollcall.presence.Reasons;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.CalendarFeeds;
import dev.rollcall.schedule.PlanVersions;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// One's own shifts, a month, a week or a day at a time, and beside the plan what was done and how
/// far it was kept to. `[` and `]` go back and on, `m`, `w` and `d` look from farther or nearer.
/// Behind the gate.
@Route("calendar")
@Menu(title = "calendar.title", order = 15, icon = "vaadin:calendar")
@Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
final class CalendarView extends Div
        implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarView.class);

    private static final Duration LOOKS_AT_THE_DATE = Duration.ofSeconds(10);

    private final OwnCalendar calendar;
    private final PlanVersions versions;
    private final CalendarFeeds feeds;
    private final Activities activities;
    private final Reasons reasons;
    private final ApplicationClock clock;
    private final H2 period = new H2();
    private final Paragraph totals = new Paragraph();
    private final Paragraph off = new Paragraph();
    private final Paragraph adherence = new Paragraph();
    private final Div grid = new Div();
    private final Div page = new Div();
    private final Segments<View> views;
    private volatile QueryParameters query = QueryParameters.empty();
    private volatile Locale locale = Locale.ROOT;

    /// The date that is shown as today; null: nothing is shown yet.
    private volatile @Nullable LocalDate shownToday;

    private boolean arrived;
    private @Nullable Refresher turning;

    CalendarView(
            ClockInGate gate,
            OwnCalendar calendar,
            PlanVersions versions,
            CalendarFeeds feeds,
            Activities activities,
            Reasons reasons,
            ApplicationClock clock) {
        this.calendar = calendar;
        this.versions = versions;
        this.feeds = feeds;
        this.activities = activities;
        this.reasons = reasons;
        this.clock = clock;
        addClassName("calendar-view");
        views =
                new Segments<>(
                        getTranslation("calendar.view"),
                        Arrays.asList(View.values()),
                        view -> getTranslation("calendar.view." + view),
                        view -> go(address -> address.as(view)));
        period.getElement().setAttribute("role", "status");
        page.addClassName("calendar-page");
        page.add(
                new H1(getTranslation("calendar.title")),
                new PageKeys()
                        .on("[", () -> go(CalendarAddress::previous))
                        .on("]", () -> go(CalendarAddress::next))
                        .on("t", this::goToday)
                        .on("m", () -> go(address -> address.as(View.MONTH)))
                        .on("w", () -> go(address -> address.as(View.WEEK)))
                        .on("d", () -> go(address -> address.as(View.DAY))),
                toolbar(),
                off,
                totals,
                adherence,
                grid);
        off.setText(getTranslation("calendar.off"));
        off.addClassName("calendar-sum");
        adherence.addClassName("calendar-sum");
        totals.addClassName("calendar-sum");
        add(gate.before(getTranslation("calendar.title"), this::opened));
    }

    /// Up to date, whenever the gate opens; before the first address is known there is nothing to
    /// read.
    private Component opened() {
        if (arrived) {
            show();
        }
        return page;
    }

    private Component toolbar() {
        var toolbar =
                new Div(
                        step(VaadinIcon.ANGLE_LEFT, "previous", "[", CalendarAddress::previous),
                        new Button(getTranslation("calendar.today"), _ -> goToday()),
                        step(VaadinIcon.ANGLE_RIGHT, "next", "]", CalendarAddress::next),
                        period,
                        subscribe(),
                        views);
        toolbar.addClassName("calendar-toolbar");
        return toolbar;
    }

    private Button subscribe() {
        var subscribe =
                new Button(
                        getTranslation("calendar.subscribe"),
                        VaadinIcon.RSS.create(),
                        _ ->
                                calendar.owner()
                                        .ifPresent(owner ->
                                                new SubscribeDialog(feeds, owner.zone()).open()));
        subscribe.addThemeVariants(ButtonVariant.TERTIARY);
        return subscribe;
    }

    private Button step(
            VaadinIcon icon, String name, String key, UnaryOperator<CalendarAddress> where) {
        var button = new Button(icon.create(), _ -> go(where));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation("calendar." + name));
        button.setTooltipText(getTranslation("calendar." + name) + " (" + key + ")");
        return button;
    }

    // ------------------------------------------------------------------ the address

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = event.getLocation().getQueryParameters();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        arrived = true;
        // Behind a gate that is shut it is nowhere.
        if (page.getParent().isPresent()) {
            show();
        }
    }

    private void show() {
        locale = getLocale();
        try {
            read().ifPresent(this::show);
        } catch (DataAccessException e) {
            LOG.warn("A calendar cannot be shown: {}", e.getClass().getSimpleName());
            showTrouble();
        }
    }

    /// What there is to show of an address on a date; nothing of it is on the page yet.
    ///
    /// @param days of a week or a day; empty for a month
    /// @param month of a month; empty for a week or a day
    private record Model(
            Agent owner,
            LocalDate today,
            CalendarAddress address,
            LocalDate first,
            LocalDate last,
            List<CalendarDay> days,
            List<MonthDay> month,
            Beside beside) {}

    private Optional<Model> read() {
        return calendar.owner().map(owner -> read(owner, today(owner)));
    }

    private Model read(Agent owner, LocalDate today) {
        var address = CalendarAddress.of(query, today);
        var first = address.first(locale);
        int number = address.days(locale);
        var last = first.plusDays(number - 1L);
        boolean isMonth = address.view() == View.MONTH;
        return new Model(
                owner,
                today,
                address,
                first,
                last,
                isMonth ? List.of() : calendar.days(first, number),
                isMonth ? calendar.month(first, number) : List.of(),
                new Beside(calendar.figures(first, last), calendar.holidays(first, last)));
    }

    // ------------------------------------------------------------------ midnight

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        turning = Refresher.start(event.getUI(), LOOKS_AT_THE_DATE, this::readAnew, this::turn);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (turning != null) {
            turning.close();
            turning = null;
        }
    }

    /// On another date than the one that is shown as today, everything is read again, off the page;
    /// empty while it is still the same.
    Optional<Model> readAnew() {
        return calendar.owner()
                .filter(owner -> !today(owner).equals(shownToday))
                .filter(_ -> shownToday != null)
                .map(owner -> read(owner, today(owner)));
    }

    /// Shows what was read, unless one has gone elsewhere meanwhile.
    void turn(Optional<Model> read) {
        read.filter(model -> model.address().equals(CalendarAddress.of(query, model.today())))
                .ifPresent(this::show);
    }

    private void go(UnaryOperator<CalendarAddress> where) {
        calendar.owner()
                .map(this::today)
                .ifPresent(today ->
                        UI.getCurrentOrThrow()
                                .navigate(
                                        CalendarView.class,
                                        where.apply(CalendarAddress.of(query, today))
                                                .parameters(today)));
    }

    private void goToday() {
        calendar.owner().map(this::today).ifPresent(today -> go(address -> address.on(today)));
    }

    private LocalDate today(Agent owner) {
        return LocalDate.ofInstant(clock.instant(), owner.zone());
    }

    // ------------------------------------------------------------------ showing

    private void show(Model model) {
        var words =
                new CalendarWords(
                        this::getTranslation,
                        getLocale(),
                        model.owner().zone(),
                        activities,
                        reasons);
        shownToday = model.today();
        views.show(model.address().view());
        off.setVisible(!calendar.showsPlans());
        grid.removeAll();
        if (model.address().view() == View.MONTH) {
            showMonth(model, words);
        } else {
            showDays(model, words);
        }
    }

    private void showDays(Model model, CalendarWords words) {
        period.setText(words.period(model.first(), model.last()));
        showAdherence(model.beside(), model.first(), model.last(), words);
        totals.setText(
                words.say(
                        "sum",
                        words.duration(sum(model.days(), CalendarDay::paid)),
                        words.duration(sum(model.days(), CalendarDay::worked)),
                        words.zoneName()));
        grid.add(
                new CalendarGrid(
                        model.days(),
                        model.beside(),
                        clock.instant(),
                        words,
                        day -> go(here -> here.on(day).as(View.DAY))));
        if (model.address().view() == View.DAY) {
            versions.address(model.owner(), model.address().date())
                    .ifPresent(link -> grid.add(link(link, words.say("versions"))));
        }
    }

    private void showMonth(Model model, CalendarWords words) {
        var month = model.address().month();
        period.setText(words.month(month));
        totals.setText(
                words.say(
                        "sumMonth",
                        words.duration(
                                model.month().stream()
                                        .filter(day -> YearMonth.from(day.date()).equals(month))
                                        .map(MonthDay::paid)
                                        .reduce(Duration.ZERO, Duration::plus)),
                        words.zoneName()));
        showAdherence(model.beside(), month.atDay(1), month.atEndOfMonth(), words);
        grid.add(
                new MonthGrid(
                        model.month(),
                        month,
                        model.today(),
                        model.beside(),
                        words,
                        day -> go(here -> here.on(day).as(View.DAY))));
    }

    private void showAdherence(Beside beside, LocalDate from, LocalDate to, CalendarWords words) {
        adherence.removeAll();
        var total = beside.total(from, to);
        adherence.setVisible(total.isPresent());
        total.ifPresent(figures ->
                adherence.add(
                        new Span(words.figures(figures)),
                        new Text(" "),
                        link("definitions", words.say("adherence.what"))));
    }

    private static Anchor link(String address, String text) {
        var link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private static Duration sum(List<CalendarDay> days, Function<CalendarDay, Duration> which) {
        return days.stream().map(which).reduce(Duration.ZERO, Duration::plus);
    }

    private void showTrouble() {
        var trouble = new Paragraph(getTranslation("kit.browse.away"));
        trouble.addClassName("board-empty");
        grid.removeAll();
        adherence.setVisible(false);
        grid.add(trouble);
    }
}
