package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitDraft;
import dev.rollcall.people.UnitId;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A unit: where it stands in the organisation, its zone and its working week.
final class UnitForm extends PeopleForm<Unit> {

    private static final Set<DayOfWeek> USUAL =
            Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    private final FormContext context;
    private final Choices choices;
    private final TextField name;
    private final TextField code;
    private final ComboBox<@Nullable UnitId> parent;
    private final ComboBox<@Nullable ZoneId> zone;
    private final CheckboxGroup<DayOfWeek> workingDays = new CheckboxGroup<>();

    /// @param above the unit a new one is offered as parent, null: none
    UnitForm(FormContext context, @Nullable Unit known, @Nullable UnitId above) {
        super(Kind.UNITS, context, known);
        this.context = context;
        var chart = context.chart();
        choices = new Choices(chart, this::getTranslation);
        name = choices.required("name");
        code = choices.text("code");
        parent = choices.unit("parent", known == null ? null : known.parent());
        parent.setRequiredIndicatorVisible(!chart.mayChangeTop());
        parent.setClearButtonVisible(true);
        parent.setHelperText(getTranslation("organisation.help.parent"));
        zone = choices.zone("zone", known == null ? null : known.zone());
        zone.setRequiredIndicatorVisible(true);
        zone.setHelperText(getTranslation("organisation.help.zone"));
        workingDays.setLabel(getTranslation("organisation.field.workingDays"));
        workingDays.setItems(DayOfWeek.values());
        workingDays.setItemLabelGenerator(day -> Weekdays.name(day, getLocale()));
        workingDays.addClassName("people-weekdays");

        textField("/name", name, Unit::name);
        codeField("/code", code);
        field("/parent", parent, above, Unit::parent, choices::name);
        field("/zone", zone, zoneOf(above), Unit::zone, Choices::zoneName);
        field(
                "/workingDays",
                workingDays,
                USUAL,
                Unit::workingDays,
                days -> Weekdays.inShort(days, getLocale()));
        finish(known == null ? chart.mayAdd() : chart.mayChange(known.id()));
    }

    private @Nullable ZoneId zoneOf(@Nullable UnitId id) {
        var unit = id == null ? null : context.chart().unit(id);
        return unit == null ? null : unit.zone();
    }

    @Override
    protected String name(Unit unit) {
        return unit.name();
    }

    @Override
    String code(Unit unit) {
        return unit.code();
    }

    @Override
    protected long version(Unit unit) {
        return unit.version();
    }

    @Override
    Unit read(String unitCode) {
        return context.people().unit(unitCode);
    }

    @Override
    protected Unit write(long expectedVersion) {
        var chosen = zone.getValue();
        return context.people()
                .putUnit(
                        code.getValue(),
                        new UnitDraft(
                                name.getValue(),
                                chosen == null ? null : chosen.getId(),
                                choices.code(parent.getValue()),
                                workingDays.getValue()),
                        expectedVersion);
    }
}
