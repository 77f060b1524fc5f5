package dev.rollcall.demand.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import dev.rollcall.demand.VolumeImport;
import dev.rollcall.demand.VolumeImport.BadLine;
import dev.rollcall.demand.VolumeImport.OfGroup;
import dev.rollcall.demand.Volumes.Kind;
import dev.rollcall.kit.ImportPage;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Unit;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// Takes volumes or heads from a file: shows first what it would bring and which lines are bad, and
/// writes nothing before somebody says so.
@PartOfWorkforceManagement
@Route("demand/import")
@Requires(Permission.SCHEDULE_WRITE)
class DemandImportView extends ImportPage {

    private static final long serialVersionUID = 1L;

    private static final String EXAMPLE =
            VolumeImport.VOLUMES
                    + """

                    billing-calls,2026-03-02T08:00,96,240
                    billing-calls,2026-03-02T08:30,104.5,236

                    """
                    + VolumeImport.HEADS
                    + """

                    billing-calls,2026-03-02T08:00,18\
                    """;

    private final transient VolumeImport imports;
    private final transient Directory directory;
    private final RadioButtonGroup<What> what = new RadioButtonGroup<>();

    /// What stands in the file that is looked at; null: none is.
    private @Nullable String looked;

    /// What a file has.
    private enum What {
        EXPECTED,
        ARRIVED,
        HEADS
    }

    DemandImportView(VolumeImport imports, Directory directory) {
        super("demand.import", VolumeImport.LARGEST_FILE, EXAMPLE);
        this.imports = imports;
        this.directory = directory;
        what.setLabel(say("what"));
        what.setItems(What.values());
        what.setItemLabelGenerator(each -> say("what." + each));
        what.setValue(What.EXPECTED);
        what.addValueChangeListener(_ -> lookAgain());
        addBeforeExplanation(what);
    }

    /// What is shown of a file is always of the kind that is chosen.
    private void lookAgain() {
        var text = looked;
        if (text != null) {
            look(text);
        }
    }

    @Override
    protected void forgotten() {
        looked = null;
    }

    @Override
    public void look(String text) {
        looked = text;
        run(text, what.getValue(), false, true);
    }

    private void run(String text, What kind, boolean partial, boolean dryRun) {
        VolumeImport.Report report;
        try {
            report =
                    switch (kind) {
                        case EXPECTED ->
                                imports.importVolumes(text, Kind.EXPECTED, partial, dryRun);
                        case ARRIVED -> imports.importVolumes(text, Kind.ARRIVED, partial, dryRun);
                        case HEADS -> imports.importHeads(text, partial, dryRun);
                    };
        } catch (DataAccessException e) {
            fail(say("away"));
            return;
        }
        if (report.written()) {
            forgetFile();
            showResult("doneTitle", new Paragraph(say("done", report.imported())));
        } else {
            showResult(
                    "previewTitle",
                    new Paragraph(say("as", say("what." + kind)) + " " + summary(report)));
        }
        if (!report.rejected().isEmpty()) {
            addResult(badLines(report.rejected()));
        }
        if (!report.written()) {
            boolean clean = report.rejected().isEmpty();
            addResult(
                    actions(
                            say(clean ? "all" : "goodOnly"),
                            report.imported() > 0,
                            () -> run(text, kind, !clean, false)));
            if (!report.groups().isEmpty()) {
                addResult(groups(report.groups(), kind));
            }
        }
    }

    private String summary(VolumeImport.Report report) {
        var good = say("good", report.imported());
        return report.rejected().isEmpty()
                ? good
                : good + " " + say("bad", report.rejected().size());
    }

    private Grid<BadLine> badLines(List<BadLine> lines) {
        var grid = new Grid<BadLine>();
        grid.addColumn(BadLine::line).setHeader(say("line")).setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(line ->
                        getTranslation("demand.line." + line.problem(), line.values().toArray()))
                .setHeader(say("problem"))
                .setFlexGrow(1);
        return wrapped(list(grid, lines, "badLines"));
    }

    private Grid<OfGroup> groups(List<OfGroup> groups, What kind) {
        var grid = new Grid<OfGroup>();
        grid.addColumn(each -> directory.group(each.group()).map(Group::name).orElse(""))
                .setHeader(say("group"));
        grid.addColumn(OfGroup::halfHours).setHeader(say("halfHours"));
        grid.addColumn(each -> local(each.first(), each.group())).setHeader(say("first"));
        grid.addColumn(each -> local(each.last(), each.group())).setHeader(say("last"));
        grid.addColumn(each -> NumberFormat.getInstance(getLocale()).format(each.total()))
                .setHeader(say(kind == What.HEADS ? "mostHeads" : "contacts"));
        grid.getColumns().forEach(column -> column.setAutoWidth(true));
        return list(grid, groups, "groups");
    }

    private String local(Instant instant, GroupId group) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(zone(group))
                .format(instant);
    }

    private ZoneId zone(GroupId group) {
        return directory
                .group(group)
                .flatMap(known -> directory.unit(known.unit()))
                .map(Unit::zone)
                .orElse(ZoneOffset.UTC);
    }
}
