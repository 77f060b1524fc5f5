package dev.rollcall.reports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.rollcall.adherence.Names;
import dev.rollcall.kit.BrowsePage;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.SearchField;
import dev.rollcall.kit.WordsElsewhere;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.Reasons;
import dev.rollcall.reports.WeeklyReport;
import dev.rollcall.reports.WeeklyReports;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The weekly reports: of everybody in one's care, or one's own.
@PartOfWorkforceManagement
@Route("reports/weekly")
@RouteAlias("reports/weekly/:record")
@Menu(title = "reports.weekly.title", order = 20.3, icon = "vaadin:calendar-envelope")
@Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
final class WeeklyView extends BrowseView<WeeklyReport> {

    private static final String WEEK = "week";
    private static final String PERSON = "q";
    private static final int WEEKS = 26;

    private final WeeklyReports reports;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;
    private final ReportWords words;
    private final Select<LocalDate> weeks = new Select<>();
    private final SearchField person;

    WeeklyView(
            WeeklyReports reports,
            Directory directory,
            Activities activities,
            Reasons reasons,
            Access access,
            ApplicationClock clock) {
        super("reports.weekly", new WeeklyGrid(words(activities, reasons)));
        this.reports = reports;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
        // For the paper, too, which is written in a request of its own.
        var said = WordsElsewhere.in(getLocale());
        this.words = new ReportWords(said, getLocale(), Names.of(said, activities, reasons));
        weeks.setAriaLabel(words.say("by.WEEK"));
        weeks.setWidth("min(20rem, 100%)");
        weeks.setItemLabelGenerator(monday -> words.period(monday, monday.plusDays(6)));
        weeks.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                choose(query().opening(null).with(WEEK, e.getValue().toString()));
            }
        });
        person = new SearchField(text -> choose(query().with(PERSON, text)));
        person.describe(words.say("person"));
        page().addTool(weeks, person);
    }

    private static ReportWords words(Activities activities, Reasons reasons) {
        var ui = UI.getCurrentOrThrow();
        return new ReportWords(
                ui::getTranslation,
                ui.getLocale(),
                Names.of(ui::getTranslation, activities, reasons));
    }

    private Scope scope() {
        return access.scope(Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN);
    }

    private ZoneId zone() {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .map(Agent::zone)
                .orElseGet(Days::zone);
    }

    private LocalDate lastWeek() {
        return LocalDate.ofInstant(clock.instant(), zone())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(1);
    }

    private LocalDate week(BrowseQuery wanted) {
        return wanted.get(WEEK)
                .flatMap(ReportAddress::parse)
                .filter(date -> date.getYear() >= 1972 && date.getYear() <= 2198)
                .map(date -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .orElseGet(this::lastWeek);
    }

    @Override
    protected void showList(BrowseQuery wanted) {
        var monday = week(wanted);
        var offered =
                IntStream.range(0, WEEKS).mapToObj(back -> lastWeek().minusWeeks(back)).toList();
        weeks.setItems(
                offered.contains(monday)
                        ? offered
                        : Stream.concat(Stream.of(monday), offered.stream()).toList());
        weeks.setValue(monday);
        person.show(wanted.get(PERSON).orElse(""));
        person.setVisible(access.viewer().may(Permission.ADHERENCE_VIEW));
        var found =
                reports.week(
                        monday,
                        WeeklyReports.everybody(monday, wanted.get(PERSON).orElse("")),
                        scope());
        page().show(
                        found,
                        words.say("weekly.count", found.size()),
                        wanted.opened(),
                        wanted.get(PERSON).isEmpty()
                                ? BrowsePage.empty(new Paragraph(words.say("weekly.none")))
                                : nothing(new Paragraph(words.say("weekly.none"))));
    }

    @Override
    protected Optional<Drawer> drawer(String record) {
        return directory
                .agent(record)
                .flatMap(agent -> reports.open(agent.id(), week(query()), scope()))
                .map(detail ->
                        new WeeklyDrawer(
                                detail,
                                words,
                                reports,
                                access,
                                zone(),
                                () -> {
                                    tell(words.say("weekly.note.saved"));
                                    refresh();
                                },
                                this::close));
    }
}
