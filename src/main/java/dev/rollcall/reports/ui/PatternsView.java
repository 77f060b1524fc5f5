package dev.rollcall.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.adherence.Names;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.FilterChoice;
import dev.rollcall.kit.KeyNumbers;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.Reasons;
import dev.rollcall.reports.ScheduleFault;
import dev.rollcall.reports.Shrinkage;
import dev.rollcall.reports.TeamPatterns;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What many people's days say about the plan and about how much is asked of them: places where the
/// plan is at fault, shrinkage, signs of strain.
@PartOfWorkforceManagement
@Route("reports/patterns")
@Menu(title = "reports.patterns.title", order = 20.2, icon = "vaadin:grid-big-o")
@Requires(Permission.ADHERENCE_VIEW)
final class PatternsView extends ReportPage {

    private static final String UNIT = "unit";
    private static final String DAYS = "days";
    private static final List<Integer> SPANS = List.of(7, 28, 91);
    private static final int USUAL = 28;

    private final TeamPatterns team;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;
    private final ReportWords words;
    private final PatternWords patterns;
    private final Segments<Integer> spans;
    private final FilterChoice<Unit> units;
    private @Nullable Unit unit;
    private int days = USUAL;

    PatternsView(
            TeamPatterns team,
            Directory directory,
            Activities activities,
            Reasons reasons,
            Access access,
            ApplicationClock clock) {
        this.team = team;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
        this.words =
                new ReportWords(
                        this::getTranslation,
                        getLocale(),
                        Names.of(this::getTranslation, activities, reasons));
        this.patterns = new PatternWords(words);
        spans =
                new Segments<>(
                        words.say("span"),
                        SPANS,
                        each -> words.say("span." + each),
                        this::chooseSpan);
        units =
                new FilterChoice<>(
                        words.say("unit"),
                        words.say("unit.all"),
                        Unit::name,
                        Unit::code,
                        this::chooseUnit);
        tools(spans, units);
        head(words.say("patterns.title"), words.say("patterns.what"));
    }

    // ------------------------------------------------------------------ the address

    private void chooseSpan(int chosen) {
        go(unit == null ? "" : unit.code(), chosen);
    }

    private void chooseUnit(String code) {
        go(code, days);
    }

    private void go(String code, int chosen) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (!code.isEmpty()) {
            parameters.put(UNIT, List.of(code));
        }
        if (chosen != USUAL) {
            parameters.put(DAYS, List.of("" + chosen));
        }
        UI.getCurrentOrThrow().navigate(PatternsView.class, new QueryParameters(parameters));
    }

    @Override
    void ask(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        unit =
                query.getSingleParameter(UNIT)
                        .flatMap(directory::unit)
                        .filter(each -> scope().includes(each.id()))
                        .orElse(null);
        days =
                query.getSingleParameter(DAYS)
                        .flatMap(text ->
                                SPANS.stream().filter(each -> text.equals("" + each)).findFirst())
                        .orElse(USUAL);
    }

    private Scope scope() {
        return access.scope(Permission.ADHERENCE_VIEW);
    }

    // ------------------------------------------------------------------ what is shown

    @Override
    void show(Div into) {
        spans.show(days);
        var known = directory.units(scope());
        units.offer(known, Optional.ofNullable(unit));
        units.setVisible(known.size() > 1);
        var to = LocalDate.ofInstant(clock.instant(), Days.zone()).minusDays(1);
        var from = to.minusDays(days - 1L);
        var id = unit == null ? null : unit.id();
        var shrinkage = team.shrinkage(from, to, id, scope());
        if (shrinkage.waiting() > 0) {
            // What is not added up yet is in none of the three: their "nothing" would be untrue.
            var waiting = new Paragraph(words.say("waiting", shrinkage.waiting()));
            waiting.addClassName("report-waiting");
            waiting.getElement().setAttribute("role", "status");
            into.add(waiting);
            return;
        }
        into.add(
                faults(team.faults(from, to, id, scope())),
                shrinkage(shrinkage),
                strained(team.strained(from, to, id, scope())));
    }

    private Component faults(List<ScheduleFault> faults) {
        var section =
                section(
                        words.say("fault.title"),
                        words.say("fault.what", ScheduleFault.PEOPLE, ScheduleFault.DATES));
        if (faults.isEmpty()) {
            section.add(new Paragraph(words.say("fault.none")));
            return section;
        }
        var list = new OrderedList();
        list.addClassName("fault-list");
        for (var fault : faults) {
            var said = new Span(patterns.fault(fault));
            var where = new Span(unitName(fault.unit()));
            where.addClassName("board-second");
            list.add(new ListItem(said, where));
        }
        section.add(list);
        return section;
    }

    private String unitName(UnitId id) {
        return directory.unit(id).map(Unit::name).orElse(ReportWords.NOTHING);
    }

    private Component shrinkage(Shrinkage shrinkage) {
        var section = section(words.say("shrinkage.title"), words.say("shrinkage.what"));
        if (shrinkage.scheduled().isZero()) {
            section.add(new Paragraph(words.say("shrinkage.none")));
            return section;
        }
        var numbers = new KeyNumbers();
        number(numbers, "total", shrinkage, shrinkage.total());
        number(numbers, "planned", shrinkage, shrinkage.planned());
        number(numbers, "unplanned", shrinkage, shrinkage.unplanned());
        var table =
                new PlainTable(
                        "reports.by.ACTIVITY",
                        "reports.shrinkage.kind",
                        "reports.shrinkage.time",
                        "reports.shrinkage.share");
        for (var part : shrinkage.parts()) {
            table.line(
                    List.of(
                            words.activity(part.activity()),
                            words.say(
                                    part.isPlanned()
                                            ? "shrinkage.category." + part.category()
                                            : "shrinkage.notDone"),
                            words.duration(part.time()),
                            words.percent(shrinkage.share(part.time()))));
        }
        section.add(numbers, table);
        if (!shrinkage.unplanned().isZero()) {
            var how = new H3(words.say("shrinkage.how"));
            section.add(how, notDone(shrinkage));
        }
        return section;
    }

    private PlainTable notDone(Shrinkage shrinkage) {
        var table =
                new PlainTable(
                        "reports.shrinkage.where",
                        "reports.shrinkage.time",
                        "reports.shrinkage.share");
        var away = shrinkage.notDone();
        var lines = new LinkedHashMap<String, Duration>();
        lines.put("late", away.late());
        lines.put("early", away.early());
        lines.put("absent", away.absent());
        lines.put("middle", away.middle());
        lines.forEach((name, time) ->
                table.line(
                        List.of(
                                words.say(name),
                                words.duration(time),
                                words.percent(shrinkage.share(time)))));
        return table;
    }

    private void number(KeyNumbers numbers, String name, Shrinkage shrinkage, Duration time) {
        numbers.number(words.say("shrinkage." + name), "")
                .show(
                        words.percent(shrinkage.share(time)),
                        words.say(
                                "shrinkage.of",
                                words.duration(time),
                                words.duration(shrinkage.scheduled())),
                        null);
    }

    private Component strained(List<TeamPatterns.Strained> found) {
        var section = section(words.say("strain.title"), words.say("strain.team"));
        if (found.isEmpty()) {
            section.add(new Paragraph(words.say("strain.nobody")));
        }
        for (var each : found) {
            var link =
                    new Anchor("reports/person/" + each.agent().externalId(), each.agent().name());
            var person = new Div(link, new StrainList(each.signs(), patterns));
            person.addClassName("strain-person");
            section.add(person);
        }
        return section;
    }
}
