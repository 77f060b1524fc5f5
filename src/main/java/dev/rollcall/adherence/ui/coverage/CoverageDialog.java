package dev.rollcall.adherence.ui.coverage;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import dev.rollcall.adherence.floor.Coverage;
import dev.rollcall.adherence.floor.Coverage.Slot;
import dev.rollcall.adherence.ui.Percents;
import dev.rollcall.kit.PlainTable;
import java.util.List;

/// Coverage as a table, a line for each half hour, as it was when the dialog opened.
final class CoverageDialog extends Dialog {

    CoverageDialog(Coverage coverage, CoverageWords words) {
        setHeaderTitle(getTranslation("adherence.coverage.label"));
        addClassName("coverage-dialog");
        setWidth("min(34rem, 94vw)");
        var table =
                new PlainTable(
                        "adherence.coverage.column.time",
                        "adherence.coverage.column.planned",
                        "adherence.coverage.column.present",
                        "adherence.coverage.column.unknown",
                        "adherence.coverage.column.missing");
        for (var slot : coverage.slots()) {
            table.line(cells(slot, words));
        }
        add(new Paragraph(getTranslation("adherence.coverage.how")), table);
        getFooter().add(new Button(getTranslation("adherence.coverage.close"), _ -> close()));
    }

    private static List<String> cells(Slot slot, CoverageWords words) {
        boolean begun = slot.hasBegun();
        return List.of(
                words.range(slot),
                words.heads(slot.plannedHeads()),
                begun ? words.heads(slot.presentHeads()) : Percents.NONE,
                begun ? words.heads(slot.unknownHeads()) : Percents.NONE,
                slot.isBottleneck() ? words.heads(slot.missingHeads()) : "");
    }
}
