package dev.rollcall.attendance.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.rollcall.attendance.Attendance;
import dev.rollcall.attendance.AttendanceLine;
import dev.rollcall.attendance.AttendanceQuery;
import dev.rollcall.attendance.AttendanceQuery.GroupBy;
import dev.rollcall.attendance.AttendanceReport;
import dev.rollcall.attendance.Corrections;
import dev.rollcall.attendance.PersonAttendance;
import dev.rollcall.kit.BrowsePage;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FilterChoice;
import dev.rollcall.kit.SearchField;
import dev.rollcall.kit.Segments;
import dev.rollcall.kit.WordsElsewhere;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.presence.Reasons;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The attendance report: who was there, when, and what every total is made of. Whoever sees nobody
/// else sees their own.
@Route("reports/attendance")
@RouteAlias("reports/attendance/:record")
@Menu(title = "attendance.report.title", order = 20, icon = "vaadin:calendar-clock")
@Requires({Permission.PRESENCE_VIEW, Permission.ADHERENCE_OWN})
final class AttendanceView extends BrowseView<AttendanceLine> {

    private static final List<Integer> SPANS = List.of(1, 7, 31);

    private final Attendance attendance;
    private final Corrections corrections;
    private final Reasons reasons;
    private final RouterLink toCorrections = new RouterLink("", CorrectionsView.class);
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;
    private final AttendanceWords words;
    private final Segments<Integer> spans;
    private final Segments<GroupBy> by;
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final FilterChoice<Unit> units;
    private final FilterChoice<Group> groups;
    private final SearchField person;
    private @Nullable AttendanceReport report;

    AttendanceView(
            Attendance attendance,
            Corrections corrections,
            Directory directory,
            Reasons reasons,
            Access access,
            ApplicationClock clock) {
        super("attendance.report", grid(reasons));
        this.attendance = attendance;
        this.corrections = corrections;
        this.reasons = reasons;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
        this.words = new AttendanceWords(WordsElsewhere.in(getLocale()), getLocale(), reasons);
        spans =
                new Segments<>(
                        words.say("span"),
                        SPANS,
                        days -> words.say("span." + days),
                        this::chooseSpan);
        by =
                new Segments<>(
                        words.say("by"),
                        Arrays.asList(GroupBy.values()),
                        each -> words.say("by." + each),
                        each ->
                                choose(
                                        query().opening(null)
                                                .with(
                                                        AttendanceAddress.BY,
                                                        each == GroupBy.AGENT
                                                                ? null
                                                                : each.token())));
        person = new SearchField(text -> narrow(AttendanceAddress.PERSON, text));
        person.describe(words.say("person"));
        units = choice(AttendanceAddress.UNIT, Unit::name, Unit::code);
        groups = choice(AttendanceAddress.GROUP, Group::name, Group::code);
        prepareFields();
        page().addBeside(toCorrections);
        page().addTool(spans, from, to, units, groups, person, by, files());
    }

    private static AttendanceGrid grid(Reasons reasons) {
        var ui = com.vaadin.flow.component.UI.getCurrentOrThrow();
        return new AttendanceGrid(new AttendanceWords(ui::getTranslation, ui.getLocale(), reasons));
    }

    private void prepareFields() {
        day(from, AttendanceAddress.FROM);
        day(to, AttendanceAddress.TO);
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
        var today = today();
        choose(
                query().with(AttendanceAddress.TO, null)
                        .with(
                                AttendanceAddress.FROM,
                                days == 7 ? null : today.minusDays(days - 1L).toString()));
    }

    // ------------------------------------------------------------------ whose

    private Scope scope() {
        return access.scope(Permission.PRESENCE_VIEW, Permission.ADHERENCE_OWN);
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

    private AttendanceAddress address(BrowseQuery wanted) {
        return new AttendanceAddress(wanted, today());
    }

    // ------------------------------------------------------------------ the list

    @Override
    protected void showList(BrowseQuery wanted) {
        var address = address(wanted);
        showChoices(address);
        toCorrections.setText(words.say("corrections", corrections.waiting(scope())));
        if (!address.isAnswerable()) {
            report = null;
            page().showTrouble(words.say("period.wrong", Attendance.MOST_DAYS), null);
            return;
        }
        var read = attendance.report(address.asked(directory), scope());
        report = read;
        if (page().grid() instanceof AttendanceGrid grid) {
            grid.showInAndOut(address.by() == GroupBy.AGENT && address.from().equals(address.to()));
        }
        page().show(
                        read.lines(),
                        words.say("count." + address.by(), read.lines().size()),
                        wanted.opened(),
                        read.lines().isEmpty() && !wanted.isNarrowed()
                                ? BrowsePage.empty(new Paragraph(words.say("none")))
                                : nothing(new Paragraph(words.say("none"))));
    }

    private void showChoices(AttendanceAddress address) {
        boolean others = access.viewer().may(Permission.PRESENCE_VIEW);
        var scope = scope();
        from.setValue(address.from());
        to.setValue(address.to());
        long days = address.to().toEpochDay() - address.from().toEpochDay() + 1;
        spans.show(
                address.to().equals(address.today())
                        ? SPANS.stream().filter(each -> each == days).findFirst().orElse(null)
                        : null);
        by.show(address.by());
        by.offer(GroupBy.UNIT, others);
        var knownUnits = directory.units(scope);
        units.offer(knownUnits, address.unit(directory));
        units.setVisible(knownUnits.size() > 1);
        var knownGroups = directory.groups(scope);
        groups.offer(knownGroups, address.group(directory));
        groups.setVisible(!knownGroups.isEmpty());
        person.show(address.text());
        person.setVisible(others);
    }

    // ------------------------------------------------------------------ what stands behind a line

    @Override
    protected Optional<Drawer> drawer(String record) {
        var address = address(query());
        if (!address.isAnswerable()) {
            return Optional.empty();
        }
        if (address.by() == GroupBy.AGENT) {
            return directory
                    .agent(record)
                    .flatMap(agent ->
                            attendance.person(agent.id(), address.from(), address.to(), scope()))
                    .map(found ->
                            AttendanceDrawer.of(
                                    found,
                                    address.from(),
                                    address.to(),
                                    words,
                                    isOwn(found) ? this::askAbout : null,
                                    this::close));
        }
        return Optional.ofNullable(report).stream()
                .flatMap(read -> read.lines().stream())
                .filter(line -> AttendanceGrid.key(line).equals(record))
                .findFirst()
                .map(line ->
                        AttendanceDrawer.of(
                                line,
                                words.period(address.from(), address.to()),
                                words,
                                () -> choose(people(line)),
                                this::close));
    }

    private boolean isOwn(PersonAttendance found) {
        var viewer = access.viewer();
        return viewer.may(Permission.PRESENCE_OWN)
                && viewer.agent().equals(Optional.of(found.agent().id()));
    }

    private void askAbout(PersonAttendance.Day day) {
        new CorrectionDialog(
                        corrections,
                        reasons,
                        words,
                        day,
                        zone(),
                        clock.instant(),
                        () -> {
                            tell(getTranslation("attendance.correction.done.asked"));
                            refresh();
                        })
                .open();
    }

    /// The people a unit or a day is made of.
    private BrowseQuery people(AttendanceLine line) {
        var people = query().opening(null).with(AttendanceAddress.BY, null);
        var unit = line.unit();
        var date = line.date();
        if (unit != null) {
            return people.with(AttendanceAddress.UNIT, unit.code());
        }
        return people.with(AttendanceAddress.FROM, Objects.toString(date))
                .with(AttendanceAddress.TO, Objects.toString(date));
    }

    // ------------------------------------------------------------------ files

    private Div files() {
        var files =
                new Div(
                        file("csv", "text/csv;charset=UTF-8", this::csv),
                        file(
                                "xlsx",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                this::xlsx),
                        file("pdf", "application/pdf", this::pdf));
        files.addClassNames("records-actions", "attendance-files");
        return files;
    }

    private interface File {
        void write(AttendanceQuery asked, Scope scope, OutputStream out) throws IOException;
    }

    private Anchor file(String kind, String type, File file) {
        DownloadHandler handler =
                event -> {
                    var asked = new AtomicReference<@Nullable AttendanceQuery>();
                    event.getUI()
                            .accessSynchronously(() -> {
                                var address = address(query());
                                asked.set(address.isAnswerable() ? address.asked(directory) : null);
                            });
                    var wanted = asked.get();
                    if (wanted == null) {
                        event.getResponse().setStatus(400);
                        return;
                    }
                    event.setFileName(
                            "attendance-" + wanted.from() + "-" + wanted.to() + "." + kind);
                    event.setContentType(type);
                    try (var out = event.getOutputStream()) {
                        file.write(wanted, scope(), out);
                    }
                };
        var link = new Anchor(handler, AttachmentType.DOWNLOAD, "");
        link.setText(words.say("file." + kind));
        link.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        link.setAriaLabel(words.say("download", words.say("file." + kind)));
        link.addClassName("audit-export");
        return link;
    }

    private void csv(AttendanceQuery asked, Scope scope, OutputStream out) throws IOException {
        var text =
                AttendanceCsv.of(
                        attendance.days(asked, scope),
                        unit -> directory.unit(unit).map(Unit::code).orElse(""));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void xlsx(AttendanceQuery asked, Scope scope, OutputStream out) throws IOException {
        new AttendanceXlsx(words)
                .write(attendance.report(asked, scope), attendance.days(asked, scope), out);
    }

    private void pdf(AttendanceQuery asked, Scope scope, OutputStream out) {
        new AttendancePdf(words).write(attendance.report(asked, scope), zone(), out);
    }
}
