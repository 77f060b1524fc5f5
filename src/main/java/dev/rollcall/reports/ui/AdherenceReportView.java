package dev.rollcall.reports.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.rollcall.adherence.Names;
import dev.rollcall.kit.BrowsePage;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FactList;
import dev.rollcall.kit.FilterChoice;
import dev.rollcall.kit.KeyNumbers;
import dev.rollcall.kit.SearchField;
import dev.rollcall.kit.Segments;
import dev.rollcall.kit.Severity;
import dev.rollcall.kit.Words;
import dev.rollcall.kit.WordsElsewhere;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.presence.Reasons;
import dev.rollcall.reports.AdherenceReport;
import dev.rollcall.reports.AdherenceReports;
import dev.rollcall.reports.ReportLine;
import dev.rollcall.reports.ReportQuery.By;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The adherence report: how far plans were kept, by whom, where and when, against target and
/// against the period before. Whoever sees nobody else sees their own.
@PartOfWorkforceManagement
@Route("reports/adherence")
@RouteAlias("reports/adherence/:record")
@Menu(title = "reports.title", order = 20.1, icon = "vaadin:chart")
@Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
final class AdherenceReportView extends BrowseView<ReportLine> {

    private static final List<Integer> SPANS = List.of(7, ReportAddress.USUAL_DAYS, 91);

    private final AdherenceReports reports;
    private final BackgroundFiles background;
    private final Directory directory;
    private final Activities activities;
    private final Reasons reasons;
    private final Access access;
    private final ApplicationClock clock;
    private final ReportWords words;
    private final Segments<Integer> spans;
    private final Segments<By> by;
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final FilterChoice<Unit> units;
    private final FilterChoice<Group> groups;
    private final SearchField person;
    private final Div numbers = new Div();
    private final Span waiting = new Span();
    private final Div files = new Div();
    private final FilePanel panel;
    private @Nullable AdherenceReport report;

    AdherenceReportView(
            AdherenceReports reports,
            BackgroundFiles background,
            Directory directory,
            Activities activities,
            Reasons reasons,
            Access access,
            ApplicationClock clock) {
        super("reports", grid(activities, reasons));
        this.reports = reports;
        this.background = background;
        this.directory = directory;
        this.activities = activities;
        this.reasons = reasons;
        this.access = access;
        this.clock = clock;
        this.words = words(WordsElsewhere.in(getLocale()), getLocale());
        spans =
                new Segments<>(
                        words.say("span"),
                        SPANS,
                        days -> words.say("span." + days),
                        this::chooseSpan);
        by =
                new Segments<>(
                        words.say("by"),
                        Arrays.asList(By.values()),
                        each -> words.say("by." + each),
                        each ->
                                choose(
                                        query().opening(null)
                                                .with(
                                                        ReportAddress.BY,
                                                        each == By.AGENT ? null : each.token())));
        person = new SearchField(text -> narrow(ReportAddress.PERSON, text));
        person.describe(words.say("person"));
        units = choice(ReportAddress.UNIT, Unit::name, Unit::code);
        groups = choice(ReportAddress.GROUP, Group::name, Group::code);
        day(from, ReportAddress.FROM);
        day(to, ReportAddress.TO);
        panel = new FilePanel(words, background);
        numbers.addClassName("report-numbers");
        waiting.addClassName("report-waiting");
        waiting.getElement().setAttribute("role", "status");
        files.addClassNames("records-actions", "attendance-files");
        page().addTool(spans, from, to, units, groups, person, by, files);
        page().addComponentAtIndex(2, numbers);
        page().addComponentAtIndex(3, waiting);
        page().addComponentAtIndex(4, panel);
        waiting.setVisible(false);
    }

    private static ReportGrid grid(Activities activities, Reasons reasons) {
        var ui = UI.getCurrentOrThrow();
        return new ReportGrid(
                new ReportWords(
                        ui::getTranslation,
                        ui.getLocale(),
                        Names.of(ui::getTranslation, activities, reasons)));
    }

    private ReportWords words(Words said, Locale locale) {
        return new ReportWords(said, locale, Names.of(said, activities, reasons));
    }

    private void day(DatePicker picker, String filter) {
        picker.setAriaLabel(words.say(filter));
        picker.setLocale(getLocale());
        picker.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                narrow(filter, e.getValue() == null ? "" : e.getValue().toString());
            }
        });
    }

    private <T> FilterChoice<T> choice(
            String filter, ItemLabelGenerator<T> name, Function<T, String> code) {
        return new FilterChoice<>(
                words.say(filter),
                words.say(filter + ".all"),
                name,
                code,
                chosen -> narrow(filter, chosen));
    }

    private void narrow(String filter, String value) {
        choose(query().with(filter, value));
    }

    private void chooseSpan(int days) {
        choose(
                query().with(ReportAddress.TO, null)
                        .with(
                                ReportAddress.FROM,
                                days == ReportAddress.USUAL_DAYS
                                        ? null
                                        : today().minusDays(days).toString()));
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

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ReportAddress address(BrowseQuery wanted) {
        return new ReportAddress(wanted, today());
    }

    // ------------------------------------------------------------------ the list

    @Override
    protected void showList(BrowseQuery wanted) {
        var address = address(wanted);
        showChoices(address);
        numbers.removeAll();
        waiting.setVisible(false);
        if (!address.isAnswerable()) {
            report = null;
            page().showTrouble(words.say("period.wrong", AdherenceReports.MOST_DAYS), null);
            return;
        }
        var read = reports.report(address.asked(directory), scope());
        report = read;
        waiting.setText(read.waiting() == 0 ? "" : words.say("waiting", read.waiting()));
        waiting.setVisible(read.waiting() > 0);
        numbers.add(numbers(read));
        offerFiles(read);
        page().show(
                        read.lines(),
                        words.say("count." + address.by(), read.lines().size()),
                        wanted.opened(),
                        read.lines().isEmpty() && !wanted.isNarrowed()
                                ? BrowsePage.empty(new Paragraph(words.say("none")))
                                : nothing(new Paragraph(words.say("none"))));
    }

    private void showChoices(ReportAddress address) {
        boolean others = access.viewer().may(Permission.ADHERENCE_VIEW);
        var scope = scope();
        from.setValue(address.from());
        to.setValue(address.to());
        long days = address.to().toEpochDay() - address.from().toEpochDay() + 1;
        spans.show(
                address.to().equals(address.today().minusDays(1))
                        ? SPANS.stream().filter(each -> each == days).findFirst().orElse(null)
                        : null);
        by.show(address.by());
        by.offer(By.UNIT, others);
        by.offer(By.GROUP, others);
        var knownUnits = directory.units(scope);
        units.offer(knownUnits, address.unit(directory));
        units.setVisible(knownUnits.size() > 1);
        var knownGroups = directory.groups(scope);
        groups.offer(knownGroups, address.group(directory));
        groups.setVisible(others && !knownGroups.isEmpty());
        person.show(address.text());
        person.setVisible(others);
    }

    private KeyNumbers numbers(AdherenceReport read) {
        var shown = new KeyNumbers();
        var total = read.total();
        var figures = total.figures();
        var target = read.target();
        boolean below =
                target != null
                        && figures.score()
                                .percent()
                                .filter(score -> score.rounded(2).compareTo(target) < 0)
                                .isPresent();
        shown.number(words.say("score"), "")
                .show(
                        words.percent(figures.score()),
                        target == null
                                ? words.say("targets")
                                : words.say("targetIs", words.percent(target)),
                        below ? Severity.OUT : null);
        shown.number(words.say("gain.long"), "")
                .show(
                        words.points(read.gain()),
                        words.say("wasBefore", words.percent(read.before().figures().score())),
                        null);
        shown.number(words.say("others"), "")
                .show(
                        words.say(
                                "otherFigures",
                                words.percent(figures.tolerated()),
                                words.percent(figures.raw())),
                        figures.afterwards().changed().isZero()
                                ? words.say("unchanged")
                                : words.say(
                                        "changedAfterwards",
                                        words.duration(figures.afterwards().changed())),
                        null);
        shown.number(words.say("out"), "")
                .show(
                        words.duration(figures.score().out()),
                        words.say(
                                "edges",
                                total.edges().late(),
                                total.edges().early(),
                                total.edges().absent()),
                        null);
        shown.number(words.say("conformance"), "")
                .show(words.percent(figures.conformance()), words.say("conformance.how"), null);
        return shown;
    }

    // ------------------------------------------------------------------ what stands behind a line

    @Override
    protected Optional<Drawer> drawer(String record) {
        var read = report;
        return read == null
                ? Optional.empty()
                : read.lines().stream()
                        .filter(line -> line.key().equals(record))
                        .findFirst()
                        .map(line -> drawer(read, line));
    }

    private Drawer drawer(AdherenceReport read, ReportLine line) {
        var drawer = new Drawer(this::close);
        drawer.setTitle(words.name(line), words.period(read.query().from(), read.query().to()));
        drawer.add(facts(line));
        var agent = line.agent();
        if (agent != null) {
            var link = new Anchor("reports/person/" + agent.externalId(), words.say("toPerson"));
            link.addClassName("report-to-person");
            drawer.add(link);
        } else if (line.activity() == null) {
            drawer.add(new Button(words.say("showPeople"), _ -> choose(people(line))));
        }
        return drawer;
    }

    private FactList facts(ReportLine line) {
        var totals = line.totals();
        var figures = totals.figures();
        var facts = new FactList();
        facts.fact(words.say("score"), words.percent(figures.score()));
        facts.fact(words.say("tolerated"), words.percent(figures.tolerated()));
        facts.fact(words.say("raw"), words.percent(figures.raw()));
        facts.fact(words.say("target"), words.points(line.aboveTarget()));
        facts.fact(words.say("gain"), words.points(line.gain()));
        facts.fact(words.say("conformance"), words.percent(figures.conformance()));
        facts.fact(words.say("scheduled"), words.duration(figures.scheduled()));
        facts.fact(words.say("out"), words.duration(figures.score().out()));
        facts.fact(words.say("late"), words.count(totals.edges().late()));
        facts.fact(words.say("early"), words.count(totals.edges().early()));
        facts.fact(words.say("absent"), words.count(totals.edges().absent()));
        facts.fact(words.say("middle"), words.count(totals.edges().middle()));
        facts.fact(words.say("changed"), words.duration(figures.afterwards().changed()));
        facts.fact(words.say("missedBreaks"), words.count(totals.missedBreaks()));
        facts.fact(words.say("overrun"), words.duration(totals.overrun()));
        return facts;
    }

    /// The people a unit, a group, a day or a week is made of.
    private BrowseQuery people(ReportLine line) {
        var people = query().opening(null).with(ReportAddress.BY, null);
        var unit = line.unit();
        var group = line.group();
        if (unit != null) {
            return people.with(ReportAddress.UNIT, unit.code());
        }
        if (group != null) {
            return people.with(ReportAddress.GROUP, group.code());
        }
        var first = Objects.requireNonNull(line.date());
        boolean week = address(query()).by() == By.WEEK;
        return people.with(ReportAddress.FROM, first.toString())
                .with(ReportAddress.TO, first.plusDays(week ? 6 : 0).toString());
    }

    // ------------------------------------------------------------------ files

    private void offerFiles(AdherenceReport read) {
        files.removeAll();
        for (var kind : ReportFile.Kind.values()) {
            if (ReportFile.isLong(kind, read)) {
                var button =
                        new Button(
                                words.say("file." + kind.ending()),
                                VaadinIcon.DOWNLOAD_ALT.create(),
                                _ -> begin(kind, read));
                button.setAriaLabel(words.say("file.prepare", words.say("file." + kind.ending())));
                files.add(button);
            } else {
                files.add(link(kind));
            }
        }
    }

    private static String fileName(AdherenceReport read, ReportFile.Kind kind) {
        return "adherence-" + read.query().from() + "-" + read.query().to() + "." + kind.ending();
    }

    /// Its words need no page: the file is written while its reader is elsewhere.
    private ReportFile elsewhere() {
        return new ReportFile(reports, directory, words);
    }

    private void begin(ReportFile.Kind kind, AdherenceReport read) {
        var file = elsewhere();
        var scope = scope();
        var zone = zone();
        panel.show(
                background.start(
                        fileName(read, kind),
                        kind.type(),
                        (out, progress) ->
                                file.write(kind, read.query(), scope, zone, out, progress)));
    }

    private Anchor link(ReportFile.Kind kind) {
        DownloadHandler handler =
                event -> {
                    var asked = new AtomicReference<@Nullable AdherenceReport>();
                    event.getUI().accessSynchronously(() -> asked.set(report));
                    var read = asked.get();
                    if (read == null) {
                        event.getResponse().setStatus(400);
                        return;
                    }
                    event.setFileName(fileName(read, kind));
                    event.setContentType(kind.type());
                    try (var out = event.getOutputStream()) {
                        new ReportFile(reports, directory, words)
                                .write(kind, read.query(), scope(), zone(), out, (_, _) -> {});
                    }
                };
        var link = new Anchor(handler, AttachmentType.DOWNLOAD, "");
        link.setText(words.say("file." + kind.ending()));
        link.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        link.setAriaLabel(words.say("download", words.say("file." + kind.ending())));
        link.addClassName("audit-export");
        return link;
    }
}
