package dev.rollcall.kpi.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kpi.FactColumns;
import dev.rollcall.kpi.FactColumns.Field;
import dev.rollcall.kpi.FactImport;
import dev.rollcall.kpi.FactKind;
import dev.rollcall.kpi.FactSheet;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands where in a file, and what it would bring. Nothing is kept before somebody says so.
final class FactFilePanel extends Div {

    private static final int NONE = -1;

    private final FactImport imports;
    private final FactSheet sheet;
    private final Runnable done;
    private final Map<Field, Select<Integer>> columns = new EnumMap<>(Field.class);
    private final Map<Field, ComboBox<String>> always = new EnumMap<>(Field.class);
    private final Select<Integer> only = new Select<>();
    private final TextField onlyValue = new TextField();
    private final TextField source = new TextField();
    private final Div result = new Div();

    /// @param done told when the facts are kept
    FactFilePanel(FactImport imports, FactSheet sheet, String name, Runnable done) {
        this.imports = imports;
        this.sheet = sheet;
        this.done = done;
        addClassName("fact-file");
        var guessed = FactColumns.guess(sheet.header());
        source.setLabel(say("source"));
        source.setHelperText(say("sourceWhat"));
        source.setValue("/import/" + name.replaceAll("\\.[^.]*$", ""));
        source.setMaxLength(200);
        var fields = new Div();
        fields.addClassName("fact-columns");
        for (var field : Field.values()) {
            var column = columns(say("field." + field));
            column.setValue(guessed.columns().getOrDefault(field, NONE));
            columns.put(field, column);
            fields.add(column);
            if (field.canBeAlways()) {
                fields.add(always(field));
            }
        }
        only.setLabel(say("only"));
        fill(only);
        only.setValue(NONE);
        onlyValue.setLabel(say("onlyValue"));
        onlyValue.setValue("Y");
        fields.add(only, onlyValue);
        var look = new Button(say("look"), _ -> take(false, true));
        result.getElement().setAttribute("aria-live", "polite");
        result.addClassName("fact-list");
        add(
                new H3(say("columns", sheet.lines().size())),
                new Paragraph(say("columnsWhat")),
                source,
                fields,
                look,
                result);
    }

    private String say(String key, Object... values) {
        return getTranslation("kpi.file." + key, values);
    }

    private Select<Integer> columns(String label) {
        var select = new Select<Integer>();
        select.setLabel(label);
        fill(select);
        return select;
    }

    private void fill(Select<Integer> select) {
        var numbers = new ArrayList<Integer>(List.of(NONE));
        for (int i = 0; i < sheet.header().size(); i++) {
            numbers.add(i);
        }
        select.setItems(numbers);
        select.setItemLabelGenerator(
                number -> number == NONE ? say("noColumn") : sheet.header().get(number));
    }

    private ComboBox<String> always(Field field) {
        var box = new ComboBox<String>(say("always." + field));
        box.setItems(
                switch (field) {
                    case KIND -> Arrays.stream(FactKind.values()).map(Enum::name).toList();
                    case CURRENCY ->
                            Currency.getAvailableCurrencies().stream()
                                    .map(Currency::getCurrencyCode)
                                    .sorted()
                                    .toList();
                    default -> List.of("OPEN", "RESOLVED", "COMPLETED");
                });
        box.setClearButtonVisible(true);
        always.put(field, box);
        return box;
    }

    private FactColumns chosen() {
        var where = new EnumMap<Field, Integer>(Field.class);
        columns.forEach((field, select) -> {
            if (select.getValue() != null && select.getValue() != NONE) {
                where.put(field, select.getValue());
            }
        });
        var fixed = new EnumMap<Field, String>(Field.class);
        always.forEach((field, box) -> {
            if (box.getValue() != null) {
                fixed.put(field, box.getValue());
            }
        });
        @Nullable Integer column =
                only.getValue() == null || only.getValue() == NONE ? null : only.getValue();
        return new FactColumns(where, fixed, column, onlyValue.getValue());
    }

    private void take(boolean partial, boolean dryRun) {
        result.removeAll();
        try {
            show(imports.take(sheet, chosen(), source.getValue().strip(), partial, dryRun));
        } catch (RuntimeException e) {
            var trouble = new Paragraph(Refusals.ofDeed(this::getTranslation).say(e));
            trouble.getElement().setAttribute("role", "alert");
            result.add(trouble);
        }
    }

    private void show(FactImport.Report report) {
        if (report.written()) {
            removeAll();
            add(new Paragraph(say("done", report.good(), report.fresh())));
            done.run();
            return;
        }
        result.add(new Paragraph(say("would", report.good(), report.left(), report.bad().size())));
        if (!report.bad().isEmpty()) {
            result.add(bad(report.bad()));
        }
        if (report.good() > 0) {
            boolean clean = report.bad().isEmpty();
            var go = new Button(say(clean ? "all" : "goodOnly"), _ -> take(!clean, false));
            go.addThemeVariants(ButtonVariant.PRIMARY);
            go.setDisableOnClick(true);
            result.add(go, sums(report.sums()));
        }
    }

    private Grid<FactImport.BadLine> bad(List<FactImport.BadLine> lines) {
        var grid = new Grid<FactImport.BadLine>();
        grid.setItems(lines);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(lines.size() <= 10);
        grid.getElement().setAttribute("aria-label", say("bad"));
        grid.getElement().setAttribute("theme", "wrap-cell-content");
        grid.addColumn(FactImport.BadLine::number)
                .setHeader(say("line"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(this::said).setHeader(say("problem")).setFlexGrow(1);
        return grid;
    }

    private String said(FactImport.BadLine line) {
        var refusals = Refusals.ofDeed(this::getTranslation);
        return line.problems().stream().map(refusals::say).collect(Collectors.joining(" "));
    }

    private Grid<FactImport.Sum> sums(List<FactImport.Sum> sums) {
        var months = DateTimeFormatter.ofLocalizedPattern("yMMM").withLocale(getLocale());
        var grid = new Grid<FactImport.Sum>();
        grid.setItems(sums);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(sums.size() <= 10);
        grid.getElement().setAttribute("aria-label", say("sums"));
        grid.addColumn(FactImport.Sum::agent).setHeader(say("agent"));
        grid.addColumn(sum -> months.format(sum.month())).setHeader(say("month"));
        grid.addColumn(sum -> say("kind." + sum.kind())).setHeader(say("kindHeader"));
        grid.addColumn(FactImport.Sum::facts).setHeader(say("facts"));
        return grid;
    }
}
