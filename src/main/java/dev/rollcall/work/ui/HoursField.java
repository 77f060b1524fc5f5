package dev.rollcall.work.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.rollcall.work.OpenHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The hours of a week in which a group handles work: stretches of weekdays, none for always.
final class HoursField extends CustomField<List<OpenHours>> {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    private final Div lines = new Div();
    private final List<Line> shown = new ArrayList<>();

    HoursField(String label) {
        super(List.of());
        setLabel(label);
        addClassName("hours-field");
        var addLine = new Button(getTranslation("work.handling.hours.add"), _ -> addNext());
        addLine.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        addLine.setIcon(VaadinIcon.PLUS.create());
        add(lines, addLine);
    }

    /// Whether every line is complete and ends after it begins.
    boolean isFine() {
        return shown.stream().allMatch(line -> line.hours().isPresent());
    }

    String inWords(List<OpenHours> hours) {
        return hours.stream()
                .map(each -> name(each.weekday()) + " " + each.opens() + "–" + each.closes())
                .collect(Collectors.joining(", "));
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, getLocale());
    }

    /// The weekday after the last, with the hours of the last.
    private void addNext() {
        var last = shown.isEmpty() ? Optional.<OpenHours>empty() : shown.getLast().hours();
        line(
                new OpenHours(
                        last.map(OpenHours::weekday).orElse(DayOfWeek.SUNDAY).plus(1),
                        last.map(OpenHours::opens).orElse(EIGHT),
                        last.map(OpenHours::closes).orElse(FIVE)));
        updateValue();
    }

    private void line(OpenHours hours) {
        var line = new Line(hours);
        shown.add(line);
        lines.add(line);
    }

    @Override
    protected List<OpenHours> generateModelValue() {
        return shown.stream().flatMap(line -> line.hours().stream()).toList();
    }

    @Override
    protected void setPresentationValue(List<OpenHours> hours) {
        shown.clear();
        lines.removeAll();
        hours.forEach(this::line);
    }

    /// One stretch.
    private final class Line extends Div {

        private final Select<DayOfWeek> day = new Select<>();
        private final TimePicker opens;
        private final TimePicker closes;

        Line(OpenHours hours) {
            addClassName("hours-line");
            day.setItems(DayOfWeek.values());
            day.setItemLabelGenerator(HoursField.this::name);
            day.setValue(hours.weekday());
            day.setAriaLabel(HoursField.this.getTranslation("work.handling.hours.day"));
            day.addValueChangeListener(_ -> updateValue());
            opens = time("opens", hours.opens());
            closes = time("closes", hours.closes());
            var remove = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> drop());
            remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            remove.setAriaLabel(HoursField.this.getTranslation("work.handling.hours.remove"));
            add(day, opens, closes, remove);
        }

        private TimePicker time(String name, LocalTime value) {
            var picker = new TimePicker(value);
            picker.setAriaLabel(HoursField.this.getTranslation("work.handling.hours." + name));
            picker.setStep(Duration.ofMinutes(30));
            picker.setLocale(HoursField.this.getLocale());
            picker.setManualValidation(true);
            picker.addValueChangeListener(_ -> {
                boolean fine = hours().isPresent();
                opens.setInvalid(!fine);
                closes.setInvalid(!fine);
                updateValue();
            });
            return picker;
        }

        private void drop() {
            shown.remove(this);
            lines.remove(this);
            updateValue();
        }

        Optional<OpenHours> hours() {
            var from = opens.getValue();
            var to = closes.getValue();
            boolean fine =
                    from != null
                            && to != null
                            && (to.equals(LocalTime.MIDNIGHT) || from.isBefore(to));
            return fine ? Optional.of(new OpenHours(day.getValue(), from, to)) : Optional.empty();
        }
    }
}
