package dev.rollcall.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.kit.ApexChart;
import dev.rollcall.kit.ApexChart.Form;
import dev.rollcall.kit.ApexChart.Series;
import dev.rollcall.kit.ApexChart.Tone;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.Reasons;
import dev.rollcall.reports.PersonReport;
import dev.rollcall.reports.PersonReports;
import dev.rollcall.reports.Recurrence;
import dev.rollcall.reports.Totals;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One person's thirteen weeks: what recurs and what is isolated, how it went week by week, and
/// what may be too much. People see their own as whoever looks after them does.
@PartOfWorkforceManagement
@Route("reports/person/:agent")
@Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
final class PersonReportView extends ReportPage {

    private final PersonReports reports;
    private final Directory directory;
    private final Access access;
    private final ReportWords words;
    private final PatternWords patterns;
    private @Nullable String agent;

    PersonReportView(
            PersonReports reports,
            Directory directory,
            Activities activities,
            Reasons reasons,
            Access access) {
        this.reports = reports;
        this.directory = directory;
        this.access = access;
        this.words =
                new ReportWords(
                        this::getTranslation,
                        getLocale(),
                        Names.of(this::getTranslation, activities, reasons));
        this.patterns = new PatternWords(words);
        noTools();
    }

    @Override
    void ask(BeforeEnterEvent event) {
        agent = event.getRouteParameters().get("agent").orElse(null);
        head(words.say("person.title"), "");
    }

    @Override
    void show(Div into) {
        var scope = access.scope(Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN);
        var found =
                Optional.ofNullable(agent)
                        .flatMap(directory::agent)
                        .map(Agent::id)
                        .flatMap(id -> reports.person(id, scope));
        if (found.isEmpty()) {
            into.add(trouble(words.say("person.gone")));
            return;
        }
        var report = found.get();
        boolean own = access.viewer().agent().equals(Optional.of(report.agent().id()));
        head(
                own ? words.say("person.own") : report.agent().name(),
                words.say(
                        own ? "person.what.own" : "person.what",
                        words.period(report.from(), report.to())));
        into.add(recurrence(report), strain(report, own), trend(report));
        if (!own) {
            into.add(
                    new Anchor(
                            "adherence/agent/" + report.agent().externalId(),
                            words.say("person.today")));
        }
    }

    // ------------------------------------------------------------------ what recurs

    private Component recurrence(PersonReport report) {
        var judgement = new Paragraph(patterns.judgement(report.recurrence()));
        judgement.addClassName("report-judgement");
        judgement.getElement().setAttribute("data-verdict", report.recurrence().verdict().name());
        var section = section(words.say("recurrence.title"), patterns.rule(), judgement);
        if (report.recurrence().verdict() != Recurrence.Verdict.NOTHING) {
            section.add(new HeatMap(report.recurrence(), patterns, words));
            var legend = new Paragraph(words.say("heat.legend"));
            legend.addClassName("board-second");
            section.add(legend);
        }
        return section;
    }

    // ------------------------------------------------------------------ strain

    private Component strain(PersonReport report, boolean own) {
        var period = words.period(report.strainFrom(), report.to());
        return section(
                words.say("strain.title"),
                words.say(own ? "strain.what.own" : "strain.what", period),
                report.strains().isEmpty()
                        ? new Paragraph(words.say("strain.none"))
                        : new StrainList(report.strains(), patterns));
    }

    // ------------------------------------------------------------------ trend

    private Component trend(PersonReport report) {
        var labels = new ArrayList<String>();
        var ticks = new ArrayList<String>();
        var score = new ArrayList<@Nullable Double>();
        var raw = new ArrayList<@Nullable Double>();
        var target = new ArrayList<@Nullable Double>();
        var table =
                new PlainTable(
                        "reports.by.WEEK",
                        "reports.score",
                        "reports.tolerated",
                        "reports.raw",
                        "reports.out",
                        "reports.late",
                        "reports.early",
                        "reports.absent");
        report.weeks()
                .forEach((monday, totals) -> {
                    labels.add(words.say("week", words.shortDay(monday)));
                    ticks.add(labels.size() % 2 == 1 ? words.shortDay(monday) : "");
                    score.add(value(totals.figures().score()));
                    raw.add(value(totals.figures().raw()));
                    target.add(report.target().doubleValue());
                    table.line(cells(monday, totals));
                });
        var chart = new ApexChart(words.say("trend.described"));
        chart.show(
                labels,
                ticks,
                List.of(
                        new Series(words.say("raw"), Form.LINE, Tone.QUIET, raw),
                        new Series(words.say("goal"), Form.DASHES, Tone.SECOND, target),
                        new Series(words.say("score"), Form.LINE, Tone.MAIN, score)));
        var scrolling = new Div(table);
        scrolling.addClassName("report-table");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", words.say("trend.title"));
        return section(
                words.say("trend.title"),
                words.say(
                        "trend.what",
                        words.percent(report.total().figures().score()),
                        words.percent(report.target())),
                chart,
                scrolling);
    }

    private static @Nullable Double value(Tally tally) {
        return tally.percent().map(each -> each.rounded(1).doubleValue()).orElse(null);
    }

    private List<String> cells(LocalDate monday, Totals totals) {
        var figures = totals.figures();
        return List.of(
                words.shortDay(monday),
                words.percent(figures.score()),
                words.percent(figures.tolerated()),
                words.percent(figures.raw()),
                words.duration(figures.score().out()),
                words.count(totals.edges().late()),
                words.count(totals.edges().early()),
                words.count(totals.edges().absent()));
    }
}
