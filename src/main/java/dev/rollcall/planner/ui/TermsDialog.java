package dev.rollcall.planner.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Agent;
import dev.rollcall.planner.Terms;
import dev.rollcall.planner.Terms.Available;
import dev.rollcall.planner.Terms.Contract;
import dev.rollcall.shared.InvalidInput;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is agreed with one person: how much they work, from a date on, and when they can.
final class TermsDialog extends Dialog {

    /// Saves what is agreed; throws what the services refuse.
    interface Saver {
        void agree(Contract contract, List<Available> availability);
    }

    private final PlannerWords words;
    private final Refusals refusals = Refusals.ofForm(this::getTranslation);
    private final @Nullable Contract known;
    private final DatePicker from = new DatePicker();
    private final NumberField weekly = new NumberField();
    private final IntegerField days = new IntegerField();
    private final NumberField rest = new NumberField();
    private final Div hours = new Div();
    private final List<Row> rows = new ArrayList<>();
    private final Paragraph trouble = new Paragraph();
    private final Saver saver;

    /// @param date the first day of what is planned: a new contract begins there unless said
    ///   otherwise
    TermsDialog(PlannerWords words, Agent person, Terms terms, LocalDate date, Saver saver) {
        this.words = words;
        this.saver = saver;
        this.known = terms.contract();
        setHeaderTitle(words.say("terms.title", person.name()));
        setWidth("34rem");
        addClassName("planner-terms");
        from.setLabel(words.say("terms.from"));
        from.setLocale(words.locale());
        weekly.setLabel(words.say("terms.weekly"));
        weekly.setStep(0.25);
        weekly.setStepButtonsVisible(true);
        days.setLabel(words.say("terms.days"));
        days.setStepButtonsVisible(true);
        rest.setLabel(words.say("terms.rest"));
        rest.setStep(0.25);
        rest.setStepButtonsVisible(true);
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var contract = terms.contract();
        from.setValue(contract == null ? date : contract.from());
        weekly.setValue(contract == null ? 40.0 : hoursOf(contract.weekly()));
        days.setValue(contract == null ? 5 : contract.daysAWeek());
        rest.setValue(hoursOf(terms.rest()));
        var fields = new Div(from, weekly, days, rest);
        fields.addClassName("record-fields");
        var add = new Button(words.say("terms.add"), VaadinIcon.PLUS.create(), _ -> row(null));
        add.addThemeVariants(ButtonVariant.TERTIARY);
        terms.availability().forEach(this::row);
        add(
                fields,
                new H3(words.say("terms.availability")),
                new Paragraph(words.say("terms.availabilityWhat", person.zone().getId())),
                hours,
                add,
                trouble);
        var save = new Button(words.say("day.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.words().get("kit.form.cancel"), _ -> close()), save);
        weekly.focus();
    }

    private static double hoursOf(Duration duration) {
        return duration.toMinutes() / 60.0;
    }

    private static Duration of(double hours) {
        return Duration.ofMinutes(Math.round(hours * 60));
    }

    private void row(@Nullable Available available) {
        var row = new Row(available);
        rows.add(row);
        hours.add(row);
    }

    private void save() {
        trouble.setVisible(false);
        if (from.getValue() == null
                || weekly.getValue() == null
                || days.getValue() == null
                || rest.getValue() == null
                || rows.stream().anyMatch(row -> row.available() == null)) {
            tell(words.say("template.incomplete"));
            return;
        }
        // Another date begins another contract and leaves the one before as it was.
        long version = known != null && known.from().equals(from.getValue()) ? known.version() : 0;
        try {
            saver.agree(
                    new Contract(
                            from.getValue(),
                            of(weekly.getValue()),
                            days.getValue(),
                            of(rest.getValue()),
                            version),
                    rows.stream().map(Row::available).map(Objects::requireNonNull).toList());
            close();
        } catch (InvalidInput e) {
            reject(e);
        } catch (RuntimeException e) {
            tell(refusals.say(e));
        }
    }

    private void reject(InvalidInput input) {
        Map<String, Component> fields =
                Map.of("/weekly", weekly, "/daysAWeek", days, "/rest", rest);
        for (var problem : input.problems()) {
            var text = refusals.say(problem);
            if (fields.get(problem.pointer()) instanceof HasValidation field) {
                field.setErrorMessage(text);
                field.setInvalid(true);
            } else {
                tell(text);
            }
        }
    }

    private void tell(String text) {
        trouble.setText(text);
        trouble.setVisible(true);
    }

    /// Hours of one weekday.
    private final class Row extends Div {
        private final Select<DayOfWeek> weekday = new Select<>();
        private final TimePicker start = new TimePicker(words.say("day.from"));
        private final TimePicker end = new TimePicker(words.say("day.to"));

        Row(@Nullable Available available) {
            addClassName("planner-entry");
            weekday.setLabel(words.say("terms.weekday"));
            weekday.setItems(DayOfWeek.values());
            weekday.setItemLabelGenerator(
                    each -> each.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()));
            start.setLocale(words.locale());
            end.setLocale(words.locale());
            if (available != null) {
                weekday.setValue(available.weekday());
                start.setValue(available.start());
                end.setValue(available.end());
            }
            var remove =
                    new Button(
                            VaadinIcon.CLOSE_SMALL.create(),
                            _ -> {
                                rows.remove(this);
                                hours.remove(this);
                            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel(words.say("day.remove"));
            remove.setTooltipText(words.say("day.remove"));
            add(weekday, start, end, remove);
        }

        @Nullable Available available() {
            return weekday.getValue() == null || start.getValue() == null || end.getValue() == null
                    ? null
                    : new Available(weekday.getValue(), start.getValue(), end.getValue());
        }
    }
}
