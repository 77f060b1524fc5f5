package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.CsvUpload;
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
final class AgentImportView extends VerticalLayout implements HasDynamicTitle {

    private static final int FEW = 10;

    private static final String EXAMPLE =
            """
            agent,name,unit,email,groups,zone
            agent-017,Dana Petrova,north,dana@example.com,billing|chat,
            agent-018,Kenji Watanabe,north,,billing,Asia/Tokyo\
            """;

    private final AgentImport agents;
    private final CsvUpload upload;
    private final Section result = new Section();

    AgentImportView(AgentImport agents) {
        this.agents = agents;
        upload = new CsvUpload(AgentImport.LARGEST_FILE, this::look, this::fail, result::removeAll);
        result.setWidthFull();
        // Screen readers hear what became of the file.
        result.getElement().setAttribute("aria-live", "polite");
        addClassName("schedule-import");
        add(new H1(say("title")), explanation(), upload, result);
    }

    @Override
    public String getPageTitle() {
        return say("title") + " – Rollcall";
    }

    private Section explanation() {
        var example = new Pre(EXAMPLE);
        example.getElement().setAttribute("tabindex", "0");
        example.getElement().setAttribute("aria-label", say("example"));
        var explanation =
                new Section(
                        new Paragraph(say("explanation")),
                        new Paragraph(
                                getTranslation(
                                        "organisation.import.columns",
                                        AgentImport.HEADER.replace(",", ", "))),
                        example);
        explanation.setWidthFull();
        return explanation;
    }

    /// Shows what a file would bring; the start of everything here.
    void look(String text) {
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
        result.removeAll();
        if (report.written()) {
            upload.clearFileList();
            result.add(
                    new H2(say("doneTitle")),
                    new Paragraph(summary("done", report)),
                    new Anchor("people", say("toPeople")));
            return;
        }
        result.add(new H2(say("previewTitle")));
        if (report.bad().isEmpty()) {
            result.add(new Paragraph(summary("preview", report)));
        } else {
            result.add(
                    new Paragraph(getTranslation("organisation.import.bad", report.bad().size())),
                    badCells(report.bad()));
        }
        result.add(actions(text, report));
        if (!report.lines().isEmpty()) {
            result.add(lines(report.lines()));
        }
    }

    private String summary(String what, Report report) {
        return getTranslation(
                "organisation.import." + what,
                report.count(Outcome.CREATED),
                report.count(Outcome.CHANGED),
                report.count(Outcome.UNCHANGED));
    }

    private HorizontalLayout actions(String text, Report report) {
        var carryOn = new Button(say("all"), click -> run(text, false));
        carryOn.addThemeVariants(ButtonVariant.PRIMARY);
        carryOn.setDisableOnClick(true);
        carryOn.setVisible(
                report.bad().isEmpty() && report.count(Outcome.UNCHANGED) < report.lines().size());
        var discard =
                new Button(
                        say("discard"),
                        click -> {
                            result.removeAll();
                            upload.clearFileList();
                        });
        var actions = new HorizontalLayout(carryOn, discard);
        actions.setWrap(true);
        return actions;
    }

    private Grid<BadCell> badCells(List<BadCell> cells) {
        var grid = new Grid<BadCell>();
        grid.addColumn(BadCell::line).setHeader(say("line")).setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(cell -> Objects.requireNonNullElse(cell.column(), "–"))
                .setHeader(say("column"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(this::sentence).setHeader(say("problem")).setFlexGrow(1);
        grid.setItems(cells);
        grid.getElement().setAttribute("theme", "wrap-cell-content");
        grid.getElement().setAttribute("aria-label", say("badCells"));
        return ready(grid, cells.size());
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
        grid.setItems(lines);
        grid.getElement().setAttribute("aria-label", say("lines"));
        return ready(grid, lines.size());
    }

    private static <T> Grid<T> ready(Grid<T> grid, int rows) {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(rows <= FEW);
        return grid;
    }

    private void fail(String sentence) {
        result.removeAll();
        var paragraph = new Paragraph(sentence);
        paragraph.getElement().setAttribute("role", "alert");
        result.add(paragraph);
    }

    private String say(String key) {
        return getTranslation("organisation.import." + key);
    }
}
