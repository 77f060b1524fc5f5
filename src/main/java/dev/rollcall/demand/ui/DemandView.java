package dev.rollcall.demand.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.rollcall.demand.AssumptionBook;
import dev.rollcall.demand.Demand;
import dev.rollcall.demand.DemandWeek;
import dev.rollcall.demand.Forecasting;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.PageKeys;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// The demand of a group in a week: what is expected, what came, what the weeks before say, and how
/// many heads that takes. `[` and `]` go a week back and on.
@PartOfWorkforceManagement
@Route("demand")
@Menu(title = "demand.title", order = 29, icon = "vaadin:chart-line")
@Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
final class DemandView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(DemandView.class);
    private static final int WHOLE_WEEK = -1;

    private final Demand demand;
    private final Forecasting forecasting;
    private final AssumptionBook book;
    private final Directory directory;
    private final ApplicationClock clock;
    private final Refusals refusals = Refusals.ofDeed(this::getTranslation);
    private final ComboBox<Group> groups = new ComboBox<>();
    private final H2 period = new H2();
    private final Segments<Integer> days;
    private final Button take = new Button();
    private final Button assume = new Button();
    private final RouterLink toImport = new RouterLink("", DemandImportView.class);
    private final Div content = new Div();
    private QueryParameters query = QueryParameters.empty();
    private @Nullable DemandWeek shown;

    DemandView(
            Demand demand,
            Forecasting forecasting,
            AssumptionBook book,
            Directory directory,
            ApplicationClock clock) {
        this.demand = demand;
        this.forecasting = forecasting;
        this.book = book;
        this.directory = directory;
        this.clock = clock;
        addClassName("demand-view");
        groups.setAriaLabel(say("group"));
        groups.setItemLabelGenerator(this::name);
        groups.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                go(address -> address.of(e.getValue().code()));
            }
        });
        days =
                new Segments<>(
                        say("days"),
                        IntStream.rangeClosed(WHOLE_WEEK, 6).boxed().toList(),
                        day -> day == WHOLE_WEEK ? say("week") : "" + day,
                        day ->
                                go(address ->
                                        address.on(
                                                day == WHOLE_WEEK
                                                        ? null
                                                        : address.monday().plusDays(day))));
        period.getElement().setAttribute("role", "status");
        take.setText(say("take"));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.setDisableOnClick(true);
        take.addClickListener(_ -> takeForecast());
        assume.setText(say("assumptions"));
        assume.addClickListener(_ -> openAssumptions());
        toImport.setText(say("import.title"));
        add(
                new H1(say("title")),
                new PageKeys()
                        .on("[", () -> go(address -> address.weeksOn(-1)))
                        .on("]", () -> go(address -> address.weeksOn(1)))
                        .on("t", () -> go(address -> address.inWeekOf(today()))),
                toolbar(),
                content);
        content.addClassName("demand-content");
    }

    private String say(String key, Object... values) {
        return getTranslation("demand." + key, values);
    }

    private Component toolbar() {
        var where =
                new Div(
                        groups,
                        step(VaadinIcon.ANGLE_LEFT, "previous", "[", -1),
                        new Button(say("thisWeek"), _ -> go(address -> address.inWeekOf(today()))),
                        step(VaadinIcon.ANGLE_RIGHT, "next", "]", 1),
                        period);
        where.addClassName("demand-toolbar");
        var what = new Div(days, assume, take, toImport);
        what.addClassName("demand-toolbar");
        return new Div(where, what);
    }

    private Button step(VaadinIcon icon, String name, String key, int weeks) {
        var button = new Button(icon.create(), _ -> go(address -> address.weeksOn(weeks)));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(say(name));
        button.setTooltipText(say(name) + " (" + key + ")");
        return button;
    }

    /// A group's name, and its unit where that is not in it.
    private String name(Group group) {
        var unit = directory.unit(group.unit()).map(Unit::name).orElse("");
        return group.name().contains(unit) ? group.name() : group.name() + " · " + unit;
    }

    // ------------------------------------------------------------------ the address

    @Override
    public String getPageTitle() {
        return say("title") + " – Rollcall";
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query = event.getLocation().getQueryParameters();
        show();
    }

    private DemandAddress address() {
        return DemandAddress.of(query, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return shown == null ? Days.zone() : shown.zone();
    }

    private void go(UnaryOperator<DemandAddress> where) {
        UI.getCurrentOrThrow().navigate(DemandView.class, where.apply(address()).parameters());
    }

    // ------------------------------------------------------------------ showing

    private void show() {
        try {
            showWeek();
        } catch (DataAccessException e) {
            LOG.warn("Demand cannot be shown: {}", e.getClass().getSimpleName());
            showOnly(getTranslation("kit.browse.away"));
        }
    }

    private void showOnly(String sentence) {
        var paragraph = new Paragraph(sentence);
        paragraph.addClassName("board-empty");
        content.removeAll();
        content.add(paragraph);
    }

    private void showWeek() {
        var known = demand.groups();
        groups.setItems(known);
        var address = address();
        var group =
                known.stream()
                        .filter(each -> each.code().equals(address.group()))
                        .findFirst()
                        .or(() ->
                                address.group() == null
                                        ? known.stream().findFirst()
                                        : Optional.empty());
        groups.setValue(group.orElse(null));
        if (group.isEmpty()) {
            shown = null;
            take.setVisible(false);
            assume.setVisible(false);
            period.setText("");
            showOnly(say(known.isEmpty() ? "noGroups" : "unknownGroup"));
            return;
        }
        var week = forecasting.week(group.get().id(), address.monday());
        shown = week;
        var words = new DemandWords(this::getTranslation, getLocale(), week.zone());
        period.setText(words.period(week.monday(), week.monday().plusDays(6)));
        for (int day = 0; day < 7; day++) {
            days.rename(day, words.day(week.monday().plusDays(day)));
        }
        var day = address.day();
        days.show(day == null ? WHOLE_WEEK : (int) (day.toEpochDay() - week.monday().toEpochDay()));
        boolean mayWrite = demand.mayWrite(week.group());
        toImport.setVisible(mayWrite);
        assume.setVisible(true);
        take.setVisible(
                mayWrite && week.monday().plusDays(6).compareTo(today()) >= 0 && week.isForecast());
        take.setEnabled(true);
        content.removeAll();
        content.add(new WeekPanel(week, day, words, date -> go(here -> here.on(date))));
    }

    // ------------------------------------------------------------------ deeds

    private void takeForecast() {
        var week = shown;
        if (week == null) {
            return;
        }
        try {
            int halfHours = forecasting.take(week.group().id(), week.monday(), week.version());
            tell(say("taken", halfHours));
        } catch (RuntimeException e) {
            tell(refusals.say(e));
        }
        show();
    }

    private void openAssumptions() {
        var week = shown;
        if (week != null) {
            new AssumptionsDialog(
                            book,
                            week,
                            today(),
                            demand.mayWrite(week.group()),
                            new DemandWords(this::getTranslation, getLocale(), week.zone()),
                            () -> {
                                tell(say("assumptions.saved"));
                                show();
                            })
                    .open();
        }
    }

    private static void tell(String sentence) {
        var toast = Notification.show(sentence);
        toast.setAssertive(false);
    }
}
