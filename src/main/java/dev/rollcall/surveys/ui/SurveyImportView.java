package dev.rollcall.surveys.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.ImportPage;
import dev.rollcall.kit.Refusals;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.surveys.SurveyImport;
import dev.rollcall.surveys.SurveyImport.BadLine;
import java.util.List;

/// Takes answers of customers from a file: shows first what it would bring and which lines are bad.
@Route("customers/import")
@Requires(Permission.SURVEYS_WRITE)
class SurveyImportView extends ImportPage {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 200;

    private final transient SurveyImport imports;
    private final TextField source = new TextField();

    SurveyImportView(SurveyImport imports) {
        super("surveys.import", SurveyImport.LARGEST_FILE, SurveyImport.EXAMPLE);
        this.imports = imports;
        source.setLabel(say("source"));
        source.setHelperText(say("sourceWhat"));
        source.setValue("/import/surveys");
        source.setMaxLength(LONGEST);
        source.setWidth("min(24rem, 100%)");
        addBeforeFile(source);
    }

    @Override
    public void look(String text) {
        run(text, false, true);
    }

    private void run(String text, boolean partial, boolean dryRun) {
        SurveyImport.Report report;
        try {
            report = imports.take(text, source.getValue().strip(), partial, dryRun);
        } catch (RuntimeException e) {
            fail(Refusals.ofDeed(this::getTranslation).say(e));
            return;
        }
        if (report.written()) {
            forgetFile();
            showResult("doneTitle", new Paragraph(say("done", report.good(), report.fresh())));
        } else {
            showResult(
                    "previewTitle",
                    new Paragraph(
                            say("would", report.good(), report.people(), report.bad().size())));
        }
        if (!report.bad().isEmpty()) {
            addResult(bad(report.bad()));
        }
        if (!report.written()) {
            boolean clean = report.bad().isEmpty();
            addResult(
                    actions(
                            say(clean ? "all" : "goodOnly"),
                            report.good() > 0,
                            () -> run(text, !clean, false)));
        }
    }

    private Grid<BadLine> bad(List<BadLine> lines) {
        var grid = new Grid<BadLine>();
        grid.addColumn(BadLine::number).setHeader(say("line")).setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(line ->
                        Refusals.ofDeed(this::getTranslation)
                                .say(new InvalidInput(line.problems())))
                .setHeader(say("problem"))
                .setFlexGrow(1);
        return wrapped(list(grid, lines, "badLines"));
    }
}
