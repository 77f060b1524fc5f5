package dev.rollcall.requests.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Unit;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.Allowance;
import dev.rollcall.requests.Allowances;
import dev.rollcall.requests.Balance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the people of a unit may take in a year, and what is left of it; set for several at once.
final class AllowancesPanel extends Section {

    private static final int MESSAGE_MILLIS = 5000;

    private final Allowances allowances;
    private final RequestWords words;
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final IntegerField year = new IntegerField();
    private final Select<AbsenceType> type = new Select<>();
    private final Grid<Allowances.Line> grid = new Grid<>();
    private final Button set = new Button();

    AllowancesPanel(
            Allowances allowances,
            List<Unit> units,
            List<AbsenceType> types,
            int thisYear,
            RequestWords words) {
        this.allowances = allowances;
        this.words = words;
        addClassName("request-panel");
        unit.setLabel(words.say("allowances.unit"));
        unit.setItems(units);
        unit.setItemLabelGenerator(Unit::name);
        year.setLabel(words.say("allowances.year"));
        year.setStepButtonsVisible(true);
        year.setMin(2000);
        year.setMax(2199);
        year.setValue(thisYear);
        type.setLabel(words.say("ask.type"));
        var limited =
                types.stream().filter(each -> each.limit() != AbsenceType.Limit.NONE).toList();
        type.setItems(limited);
        type.setItemLabelGenerator(words::type);
        grid.addColumn(line -> line.person().name())
                .setHeader(words.say("allowances.name"))
                .setAutoWidth(true)
                .setFlexGrow(1);
        column("granted", balance -> balance.allowance().granted());
        column("carried", balance -> balance.allowance().carried());
        column("taken", Balance::taken);
        column("waiting", Balance::waiting);
        column("left", Balance::left);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.setAllRowsVisible(true);
        grid.setEmptyStateText(words.say("allowances.nobody"));
        grid.getElement().setAttribute("aria-label", words.say("inbox.part.ALLOWANCES"));
        grid.addSelectionListener(e -> choose(e.getAllSelectedItems().size()));
        set.addClickListener(_ -> open());
        var tools = new Div(unit, year, type, set);
        tools.addClassName("request-tools");
        add(new Paragraph(words.say("allowances.what")), tools, grid);
        units.stream().findFirst().ifPresent(unit::setValue);
        limited.stream()
                .filter(each -> each.code().equals(AbsenceType.ANNUAL_LEAVE))
                .findFirst()
                .or(() -> limited.stream().findFirst())
                .ifPresent(type::setValue);
        unit.addValueChangeListener(_ -> show());
        year.addValueChangeListener(_ -> show());
        type.addValueChangeListener(_ -> show());
        show();
    }

    private void column(String key, Function<Balance, BigDecimal> what) {
        grid.addColumn(line ->
                        balance(line)
                                .filter(each -> each.allowance().isSet() || !key.equals("left"))
                                .map(what)
                                .map(amount -> words.number(amount))
                                .orElse("–"))
                .setHeader(words.say("allowances." + key))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private Optional<Balance> balance(Allowances.Line line) {
        var chosen = type.getValue();
        return line.balances().stream().filter(each -> each.type().equals(chosen)).findFirst();
    }

    private void choose(int number) {
        set.setText(words.say("allowances.set", number));
        set.setEnabled(number > 0);
    }

    private void show() {
        grid.deselectAll();
        choose(0);
        var chosen = unit.getValue();
        grid.setItems(
                chosen == null || year.getValue() == null || type.getValue() == null
                        ? List.of()
                        : allowances.of(chosen.id(), year.getValue()));
    }

    private void open() {
        var chosen = new ArrayList<>(grid.getSelectedItems());
        chosen.sort(Comparator.comparing(line -> line.person().name()));
        var first = balance(chosen.getFirst()).map(Balance::allowance);
        new AllowanceDialog(
                        words,
                        chosen.size() == 1
                                ? chosen.getFirst().person().name()
                                : words.say("allowances.people", chosen.size()),
                        first.map(Allowance::granted).orElse(BigDecimal.ZERO),
                        first.map(Allowance::carried).orElse(BigDecimal.ZERO),
                        (granted, carried) -> save(chosen, granted, carried))
                .open();
    }

    /// Each by itself: who was changed meanwhile is named, and the others are saved.
    private void save(List<Allowances.Line> chosen, BigDecimal granted, BigDecimal carried) {
        int saved = 0;
        var trouble = "";
        for (var line : chosen) {
            var allowance = balance(line).map(Balance::allowance);
            if (allowance.isEmpty()) {
                continue;
            }
            var known = allowance.get();
            try {
                allowances.set(
                        new Allowance(
                                known.agent(),
                                known.type(),
                                known.year(),
                                granted,
                                carried,
                                known.version()));
                saved++;
            } catch (RuntimeException e) {
                trouble =
                        words.say(
                                "allowances.notSet",
                                line.person().name(),
                                Refusals.ofDeed(this::getTranslation).say(e));
            }
        }
        Notification.show(
                trouble.isEmpty() ? words.say("allowances.done", saved) : trouble,
                MESSAGE_MILLIS,
                Notification.Position.BOTTOM_START);
        show();
    }
}
