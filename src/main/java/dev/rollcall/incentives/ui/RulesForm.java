package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.incentives.Floor;
import dev.rollcall.incentives.Measure;
import dev.rollcall.incentives.Rate;
import dev.rollcall.incentives.Rhythm;
import dev.rollcall.incentives.Rules;
import dev.rollcall.incentives.Threshold;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Permission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a scheme pays for, to fill in.
final class RulesForm extends Div {

    private final IncentivesSources sources;
    private final RewardWords words;
    private final TextField name = new TextField();
    private final TextArea about = new TextArea();
    private final Select<Measure> measure = new Select<>();
    private final TextField currency = new TextField();
    private final Select<Rhythm> rhythm = new Select<>();
    private final DatePicker starts = new DatePicker();
    private final IntegerField cap = new IntegerField();
    private final IntegerField leastDays = new IntegerField();
    private final IntegerField settleDays = new IntegerField();
    private final MultiSelectComboBox<Unit> units = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<Group> groups = new MultiSelectComboBox<>();
    private final Lines<Threshold> thresholds;
    private final Lines<Rate> rates;
    private final Lines<Floor> floors;

    RulesForm(IncentivesSources sources, RewardWords words) {
        this.sources = sources;
        this.words = words;
        addClassName("incentives-form");
        name.setLabel(words.say("rules.name"));
        about.setLabel(words.say("rules.about"));
        measure.setLabel(words.say("rules.measure"));
        measure.setItems(Measure.values());
        measure.setItemLabelGenerator(words::measure);
        currency.setLabel(words.say("rules.currency"));
        currency.setHelperText(words.say("rules.currencyWhat"));
        currency.setMaxLength(3);
        rhythm.setLabel(words.say("rules.rhythm"));
        rhythm.setItems(Rhythm.values());
        rhythm.setItemLabelGenerator(each -> words.say("rhythm." + each));
        starts.setLabel(words.say("rules.starts"));
        starts.setLocale(getLocale());
        cap.setLabel(words.say("rules.cap"));
        cap.setHelperText(words.say("rules.capWhat"));
        leastDays.setLabel(words.say("rules.leastDays"));
        settleDays.setLabel(words.say("rules.settleDays"));
        settleDays.setHelperText(words.say("rules.settleWhat"));
        var scope = sources.access().scope(Permission.INCENTIVES_WRITE);
        units.setLabel(words.say("rules.units"));
        units.setItems(sources.directory().units(scope));
        units.setItemLabelGenerator(Unit::name);
        units.setHelperText(words.say("rules.unitsWhat"));
        groups.setLabel(words.say("rules.groups"));
        groups.setItems(sources.directory().groups(scope));
        groups.setItemLabelGenerator(Group::name);
        thresholds =
                new Lines<>(
                        words.say("rules.thresholds"),
                        words.say("rules.addThreshold"),
                        words.say("rules.removeLine"),
                        ThresholdLine::new);
        rates =
                new Lines<>(
                        words.say("rules.rates"),
                        words.say("rules.addRate"),
                        words.say("rules.removeLine"),
                        RateLine::new);
        floors =
                new Lines<>(
                        words.say("rules.floors"),
                        words.say("rules.addFloor"),
                        words.say("rules.removeLine"),
                        FloorLine::new);
        measure.addValueChangeListener(_ -> fit());
        for (var each :
                new HasSize[] {
                    name,
                    about,
                    measure,
                    currency,
                    rhythm,
                    starts,
                    cap,
                    leastDays,
                    settleDays,
                    units,
                    groups
                }) {
            each.setWidthFull();
        }
        add(
                fields(name, about, measure, currency, rhythm, starts),
                thresholds,
                rates,
                floors,
                new H2(words.say("rules.limits")),
                fields(cap, leastDays, settleDays, units, groups));
        begin();
    }

    private static Div fields(Component... all) {
        var fields = new Div(all);
        fields.addClassName("incentives-fields");
        return fields;
    }

    /// What there is to fill in depends on what is measured.
    private void fit() {
        var chosen = measure.getValue();
        currency.setVisible(chosen != null && chosen.isMoney());
        rates.setVisible(chosen == Measure.SALES);
    }

    private void begin() {
        measure.setValue(Measure.ADHERENCE);
        rhythm.setValue(Rhythm.MONTH);
        starts.setValue(Rhythm.MONTH.of(sources.today()).to().plusDays(1));
        leastDays.setValue(0);
        settleDays.setValue(5);
        thresholds.fill(
                List.of(
                        new Threshold(BigDecimal.valueOf(90), 50),
                        new Threshold(BigDecimal.valueOf(95), 100)));
        fit();
    }

    void show(Rules rules, LocalDate from) {
        name.setValue(rules.name());
        about.setValue(rules.about());
        measure.setValue(rules.measure());
        currency.setValue(rules.currency() == null ? "" : rules.currency());
        rhythm.setValue(rules.rhythm());
        starts.setValue(from);
        thresholds.fill(rules.thresholds());
        rates.fill(rules.rates());
        floors.fill(rules.floors());
        var most = rules.cap();
        cap.setValue(most == null ? null : Math.toIntExact(most));
        leastDays.setValue(rules.leastDays());
        settleDays.setValue(rules.settleDays());
        units.setValue(
                rules.units().stream()
                        .flatMap(code -> sources.directory().unit(code).stream())
                        .collect(Collectors.toSet()));
        groups.setValue(
                rules.groups().stream()
                        .flatMap(code -> sources.directory().group(code).stream())
                        .collect(Collectors.toSet()));
        fit();
    }

    /// The first day of the first period; today where none was chosen.
    LocalDate starts() {
        return Optional.ofNullable(starts.getValue()).orElse(sources.today());
    }

    Rules rules() {
        var chosen = Optional.ofNullable(measure.getValue()).orElse(Measure.ADHERENCE);
        var most = cap.getValue();
        return new Rules(
                name.getValue().strip(),
                about.getValue().strip(),
                chosen,
                chosen.isMoney() && !currency.getValue().isBlank()
                        ? currency.getValue().strip().toUpperCase(Locale.ROOT)
                        : null,
                Optional.ofNullable(rhythm.getValue()).orElse(Rhythm.MONTH),
                thresholds.values(),
                chosen == Measure.SALES ? rates.values() : List.of(),
                floors.values(),
                most == null ? null : most.longValue(),
                number(leastDays, 0),
                units.getValue().stream().map(Unit::code).sorted().toList(),
                groups.getValue().stream().map(Group::code).sorted().toList(),
                number(settleDays, 0));
    }

    private static int number(IntegerField field, int otherwise) {
        return Optional.ofNullable(field.getValue()).orElse(otherwise);
    }

    private BigDecimalField figure(String key) {
        var field = new BigDecimalField(words.say(key));
        field.setLocale(getLocale());
        return field;
    }

    private static <T> Optional<T> present(@Nullable T value) {
        return Optional.ofNullable(value);
    }

    private final class ThresholdLine implements Lines.Line<Threshold> {
        private final BigDecimalField at = figure("rules.at");
        private final IntegerField points = new IntegerField(words.say("rules.points"));

        @Override
        public List<Component> fields() {
            return List.of(at, points);
        }

        @Override
        public void fill(Threshold value) {
            at.setValue(value.at());
            points.setValue(Math.toIntExact(value.points()));
        }

        @Override
        public Optional<Threshold> value() {
            return present(at.getValue())
                    .flatMap(figure ->
                            present(points.getValue())
                                    .map(number -> new Threshold(figure, number.longValue())));
        }
    }

    private final class RateLine implements Lines.Line<Rate> {
        private final TextField of = new TextField(words.say("rules.currency"));
        private final BigDecimalField points = figure("rules.rate");

        @Override
        public List<Component> fields() {
            return List.of(of, points);
        }

        @Override
        public void fill(Rate value) {
            of.setValue(value.currency());
            points.setValue(value.points());
        }

        @Override
        public Optional<Rate> value() {
            return present(points.getValue())
                    .map(rate -> new Rate(of.getValue().strip().toUpperCase(Locale.ROOT), rate));
        }
    }

    private final class FloorLine implements Lines.Line<Floor> {
        private final Select<Measure> of = new Select<>();
        private final BigDecimalField least = figure("rules.least");

        FloorLine() {
            of.setLabel(words.say("rules.measure"));
            of.setItems(Arrays.stream(Measure.values()).filter(each -> !each.isMoney()).toList());
            of.setItemLabelGenerator(words::measure);
            of.setValue(Measure.QUALITY);
        }

        @Override
        public List<Component> fields() {
            return List.of(of, least);
        }

        @Override
        public void fill(Floor value) {
            of.setValue(value.measure());
            least.setValue(value.least());
        }

        @Override
        public Optional<Floor> value() {
            return present(least.getValue())
                    .flatMap(figure -> present(of.getValue()).map(it -> new Floor(it, figure)));
        }
    }
}
