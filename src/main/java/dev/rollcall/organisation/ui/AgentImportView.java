package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.ImportPage;
import dev.rollcall.organisation.AgentImport;
import dev.rollcall.organisation.AgentImport.BadCell;
import dev.rollcall.organisation.AgentImport.Line;
import dev.rollcall.organisation.AgentImport.Outcome;
import dev.rollcall.organisation.AgentImport.Report;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataAccessException;

/// Takes agents from a file: shows first what it would bring and what is wrong with it, cell by
/// cell, and writes nothing before somebody says so.
@Route("people/import")
@Requires(Permission.PEOPLE_WRITE)
final class AgentImportView extends ImportPage {

    private static final long serialVersionUID = 1L;

    private static final String EXAMPLE =
            """
            agent,name,unit,email,groups,zone
            agent-017,Dana Petrova,north,dana@example.com,billing|chat,
            agent-018,Kenji Watanabe,north,,billing,Asia/Tokyo\
            """;

    private final transient AgentImport agents;

    AgentImportView(AgentImport agents) {
        super("organisation.import", AgentImport.LARGEST_FILE, EXAMPLE);
        this.agents = agents;
    }

    @Override
    protected List<Paragraph> explain() {
        return List.of(
                new Paragraph(say("explanation")),
                new Paragraph(say("columns", AgentImport.HEADER.replace(",", ", "))));
    }

    @Override
    public void look(String text) {
        run(text, true);
    }

    private void run(String text, boolean dryRun) {
        Report report;
        try {
            report = agents.importCsv(text, dryRun);
        } catch (DataAccessException e) {
            fail(say("away"));
            return;
        }
        if (report.written()) {
            forgetFile();
            showResult(
                    "doneTitle",
                    new Paragraph(summary("done", report)),
                    new Anchor("people", say("toPeople")));
            return;
        }
        if (report.bad().isEmpty()) {
            showResult("previewTitle", new Paragraph(summary("preview", report)));
        } else {
            showResult(
                    "previewTitle",
                    new Paragraph(say("bad", report.bad().size())),
                    badCells(report.bad()));
        }
        boolean changes = report.count(Outcome.UNCHANGED) < report.lines().size();
        addResult(actions(say("all"), report.bad().isEmpty() && changes, () -> run(text, false)));
        if (!report.lines().isEmpty()) {
            addResult(lines(report.lines()));
        }
    }

    private String summary(String what, Report report) {
        return say(
                what,
                report.count(Outcome.CREATED),
                report.count(Outcome.CHANGED),
                report.count(Outcome.UNCHANGED));
    }

    private Grid<BadCell> badCells(List<BadCell> cells) {
        var grid = new Grid<BadCell>();
        grid.addColumn(BadCell::line).setHeader(say("line")).setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(cell -> Objects.requireNonNullElse(cell.column(), "–"))
                .setHeader(say("column"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(this::sentence).setHeader(say("problem")).setFlexGrow(1);
        return wrapped(list(grid, cells, "badCells"));
    }

    private String sentence(BadCell cell) {
        return getTranslation(cell.sentence().key(), cell.sentence().values().toArray());
    }

    private Grid<Line> lines(List<Line> lines) {
        var grid = new Grid<Line>();
        grid.addColumn(Line::agent).setHeader(say("agent")).setAutoWidth(true);
        grid.addColumn(Line::name).setHeader(say("name")).setAutoWidth(true);
        grid.addColumn(Line::unit).setHeader(say("unit")).setAutoWidth(true);
        grid.addColumn(line -> say("outcome." + line.outcome()))
                .setHeader(say("outcome"))
                .setAutoWidth(true);
        grid.getColumns().forEach(column -> column.setSortable(true));
        return list(grid, lines, "lines");
    }
}
