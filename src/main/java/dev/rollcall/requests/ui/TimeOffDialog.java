package dev.rollcall.requests.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.rollcall.kit.Refusals;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.Hours;
import dev.rollcall.requests.TimeOff;
import dev.rollcall.requests.TimeOffDraft;
import dev.rollcall.requests.TimeOffs;
import dev.rollcall.shared.InvalidInput;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks for time off, and says while one chooses what it takes, what would be left and who decides.
final class TimeOffDialog extends Dialog {

    private final TimeOffs timeOffs;
    private final RequestWords words;
    private final Consumer<TimeOff> onDone;
    private final Refusals refusals = Refusals.ofForm(this::getTranslation);
    private final Select<AbsenceType> type = new Select<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Checkbox part = new Checkbox();
    private final TimePicker start = new TimePicker();
    private final TimePicker end = new TimePicker();
    private final Div hours = new Div(start, end);
    private final TextField note = new TextField();
    private final Div preview = new Div();
    private final Paragraph trouble = new Paragraph();
    private final Map<String, HasValidation> fields =
            Map.of("/type", type, "/from", from, "/to", to, "/part", end, "/note", note);

    TimeOffDialog(
            TimeOffs timeOffs,
            List<AbsenceType> types,
            RequestWords words,
            LocalDate today,
            Consumer<TimeOff> onDone) {
        this.timeOffs = timeOffs;
        this.words = words;
        this.onDone = onDone;
        setHeaderTitle(words.say("ask.title"));
        setWidth("30rem");
        addClassName("request-dialog");
        type.setLabel(words.say("ask.type"));
        type.setItems(types);
        type.setItemLabelGenerator(words::type);
        type.setWidthFull();
        date(from, "from", today);
        date(to, "to", today);
        part.setLabel(words.say("ask.part"));
        time(start, "start");
        time(end, "end");
        hours.addClassName("request-row");
        hours.setVisible(false);
        note.setLabel(words.say("ask.note"));
        note.setHelperText(words.say("ask.noteHelp"));
        note.setMaxLength(TimeOffs.LONGEST_TEXT);
        note.setWidthFull();
        preview.addClassName("request-preview");
        preview.getElement().setAttribute("role", "status");
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var dates = new Div(from, to);
        dates.addClassName("request-row");
        var content = new Div(type, dates, part, hours, note, preview, trouble);
        content.addClassName("request-form");
        add(content);
        types.stream().findFirst().ifPresent(type::setValue);
        from.addValueChangeListener(e -> {
            if (e.getValue() != null
                    && (to.getValue() == null
                            || part.getValue()
                            || to.getValue().isBefore(e.getValue()))) {
                to.setValue(e.getValue());
            }
            look();
        });
        to.addValueChangeListener(_ -> look());
        type.addValueChangeListener(_ -> look());
        start.addValueChangeListener(_ -> look());
        end.addValueChangeListener(_ -> look());
        part.addValueChangeListener(e -> {
            hours.setVisible(e.getValue());
            to.setVisible(!e.getValue());
            if (e.getValue()) {
                to.setValue(from.getValue());
            }
            look();
        });
        var ask = new Button(words.say("ask.confirm"), _ -> ask());
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("kit.form.cancel"), _ -> close()), ask);
        look();
    }

    private void date(DatePicker picker, String key, LocalDate today) {
        picker.setLabel(words.say("ask." + key));
        picker.setLocale(words.locale());
        picker.setMin(today);
        picker.setRequiredIndicatorVisible(true);
    }

    private void time(TimePicker picker, String key) {
        picker.setLabel(words.say("ask." + key));
        picker.setLocale(words.locale());
        picker.setStep(Duration.ofMinutes(15));
        picker.setValue(key.equals("start") ? LocalTime.of(8, 0) : LocalTime.of(12, 0));
    }

    private Optional<TimeOffDraft> draft() {
        if (type.getValue() == null || from.getValue() == null || to.getValue() == null) {
            return Optional.empty();
        }
        if (!part.getValue()) {
            return Optional.of(
                    new TimeOffDraft(
                            type.getValue().code(),
                            from.getValue(),
                            to.getValue(),
                            null,
                            note.getValue()));
        }
        return start.getValue() == null || end.getValue() == null
                ? Optional.empty()
                : Optional.of(
                        new TimeOffDraft(
                                type.getValue().code(),
                                from.getValue(),
                                from.getValue(),
                                new Hours(start.getValue(), end.getValue()),
                                note.getValue()));
    }

    /// Says what it would come to, or what is wrong with it.
    private void look() {
        forgive();
        preview.removeAll();
        var draft = draft();
        if (draft.isEmpty()) {
            preview.add(new Paragraph(words.say("ask.choose")));
            return;
        }
        try {
            var found = timeOffs.preview(draft.get());
            var measure = found.type().measure();
            preview.add(
                    new Paragraph(words.say("ask.takes", words.amount(found.amount(), measure))));
            for (var left : found.allowances()) {
                if (left.type().limit() != AbsenceType.Limit.NONE && left.isSet()) {
                    preview.add(
                            new Paragraph(
                                    words.say(
                                            "ask.left",
                                            left.year(),
                                            words.amount(left.after(), measure))));
                }
            }
            preview.add(new Paragraph(words.say(found.atOnce() ? "ask.atOnce" : "ask.byPerson")));
        } catch (InvalidInput e) {
            reject(e);
        } catch (RuntimeException e) {
            tell(refusals.say(e));
        }
    }

    private void ask() {
        var draft = draft();
        if (draft.isEmpty()) {
            tell(words.say("ask.choose"));
            return;
        }
        forgive();
        try {
            var asked = timeOffs.ask(draft.get());
            close();
            onDone.accept(asked);
        } catch (InvalidInput e) {
            reject(e);
        } catch (RuntimeException e) {
            tell(refusals.say(e));
        }
    }

    private void forgive() {
        fields.values().forEach(field -> field.setInvalid(false));
        trouble.setVisible(false);
    }

    private void reject(InvalidInput input) {
        for (var problem : input.problems()) {
            var field = fields.get(problem.pointer());
            // A field that is not shown cannot say anything.
            if (field == null || field == to && part.getValue()) {
                tell(refusals.say(problem));
            } else {
                field.setErrorMessage(refusals.say(problem));
                field.setInvalid(true);
            }
        }
    }

    private void tell(String sentence) {
        trouble.setText(sentence);
        trouble.setVisible(true);
    }
}
