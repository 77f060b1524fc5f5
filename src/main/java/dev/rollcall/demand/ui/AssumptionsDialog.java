package dev.rollcall.demand.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import dev.rollcall.demand.AssumptionBook;
import dev.rollcall.demand.Assumptions;
import dev.rollcall.demand.DemandWeek;
import dev.rollcall.demand.Share;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Channel;
import dev.rollcall.shared.InvalidInput;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a group promises its customers and reckons with, and from when on.
final class AssumptionsDialog extends Dialog {

    private final AssumptionBook book;
    private final DemandWeek week;
    private final Assumptions known;
    private final DemandWords words;
    private final Runnable onSaved;
    private final Refusals refusals = Refusals.ofForm(this::getTranslation);
    private final DatePicker validFrom = new DatePicker();
    private final NumberField target = new NumberField();
    private final IntegerField within = new IntegerField();
    private final NumberField shrinkage = new NumberField();
    private final NumberField occupancy = new NumberField();
    private final IntegerField concurrency = new IntegerField();
    private final NumberField backlog = new NumberField();
    private final Paragraph trouble = new Paragraph();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /// @param today from which day on a change holds unless somebody says otherwise
    AssumptionsDialog(
            AssumptionBook book,
            DemandWeek week,
            LocalDate today,
            boolean mayWrite,
            DemandWords words,
            Runnable onSaved) {
        this.book = book;
        this.week = week;
        this.words = words;
        this.onSaved = onSaved;
        var day = week.monday().isBefore(today) ? today : week.monday();
        this.known = week.assumptions().on(day);
        setHeaderTitle(words.say("assumptions.title", week.group().name()));
        setWidth("36rem");
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        add(fields(day, mayWrite), history(), trouble);
        var cancel = new Button(getTranslation("kit.form.cancel"), _ -> close());
        if (mayWrite) {
            var save = new Button(getTranslation("kit.form.save"), _ -> save());
            save.addThemeVariants(ButtonVariant.PRIMARY);
            getFooter().add(cancel, save);
        } else {
            getFooter().add(cancel);
        }
    }

    private Div fields(LocalDate day, boolean mayWrite) {
        var channel = week.group().channel();
        validFrom.setLocale(getLocale());
        validFrom.setValue(day);
        target.setValue(rounded(known.target()));
        within.setValue((int) known.within().toSeconds());
        shrinkage.setValue(rounded(known.shrinkage()));
        occupancy.setValue(rounded(known.maxOccupancy()));
        concurrency.setValue(known.concurrency());
        backlog.setValue(known.backlog().toMinutes() / 60.0);
        fields.put("/validFrom", validFrom);
        fields.put("/targetPercent", target);
        fields.put("/withinSeconds", within);
        fields.put("/shrinkagePercent", shrinkage);
        fields.put("/maxOccupancyPercent", occupancy);
        fields.put("/concurrency", concurrency);
        fields.put("/backlogSeconds", backlog);
        label(validFrom::setLabel, validFrom::setHelperText, "validFrom");
        label(target::setLabel, target::setHelperText, "target");
        label(within::setLabel, within::setHelperText, "within");
        label(shrinkage::setLabel, shrinkage::setHelperText, "shrinkage");
        label(occupancy::setLabel, occupancy::setHelperText, "occupancy");
        label(concurrency::setLabel, concurrency::setHelperText, "concurrency");
        label(backlog::setLabel, backlog::setHelperText, "backlog");
        target.setVisible(channel != Channel.TICKET);
        within.setVisible(channel != Channel.TICKET);
        concurrency.setVisible(channel == Channel.CHAT);
        backlog.setVisible(channel == Channel.TICKET);
        backlog.setStep(0.5);
        var form = new Div(validFrom, target, within, shrinkage, occupancy, concurrency, backlog);
        form.addClassName("demand-form");
        fields.values().forEach(field -> field.setManualValidation(true));
        List.of(target, shrinkage, occupancy, backlog)
                .forEach(field -> field.setReadOnly(!mayWrite));
        List.of(within, concurrency).forEach(field -> field.setReadOnly(!mayWrite));
        validFrom.setReadOnly(!mayWrite);
        return form;
    }

    private interface Text {
        void set(String text);
    }

    private void label(Text label, Text help, String name) {
        label.set(words.say("assumptions." + name));
        help.set(words.say("assumptions." + name + ".help"));
    }

    private static double rounded(Share share) {
        return Math.rint(share.percent() * 10) / 10;
    }

    /// What held before, and what will hold.
    private Div history() {
        var table =
                new PlainTable(
                        "demand.assumptions.validFrom",
                        "demand.assumptions.promise",
                        "demand.assumptions.shrinkage",
                        "demand.assumptions.occupancy");
        for (var each : week.assumptions().all()) {
            table.line(
                    List.of(
                            each.validFrom().equals(LocalDate.EPOCH)
                                    ? words.say("assumptions.shipped")
                                    : words.shortDate(each.validFrom()),
                            promise(each),
                            words.say("percent", words.number(rounded(each.shrinkage()))),
                            words.say("percent", words.number(rounded(each.maxOccupancy())))));
        }
        var history = new Div(table);
        history.addClassName("demand-history");
        return history;
    }

    private String promise(Assumptions each) {
        return switch (week.group().channel()) {
            case TICKET -> words.hours(each.backlog());
            case CHAT ->
                    words.say(
                            "assumptions.promise.chats",
                            words.number(rounded(each.target())),
                            words.seconds(each.within()),
                            each.concurrency());
            case CALL, TEAM ->
                    words.say(
                            "assumptions.promise.calls",
                            words.number(rounded(each.target())),
                            words.seconds(each.within()));
        };
    }

    private void save() {
        fields.values().forEach(field -> field.setInvalid(false));
        trouble.setVisible(false);
        for (var entry : fields.entrySet()) {
            if (entry.getValue() instanceof HasValue<?, ?> field && field.isEmpty()) {
                reject(entry.getKey(), words.say("assumptions.empty"));
                return;
            }
        }
        try {
            book.decide(week.group().id(), typed(), week.version());
        } catch (InvalidInput e) {
            e.problems().forEach(each -> reject(each.pointer(), refusals.say(each)));
            return;
        } catch (RuntimeException e) {
            trouble.setText(refusals.say(e));
            trouble.setVisible(true);
            return;
        }
        close();
        onSaved.run();
    }

    private Assumptions typed() {
        return new Assumptions(
                validFrom.getValue(),
                share("/targetPercent", target),
                Duration.ofSeconds(within.getValue()),
                share("/shrinkagePercent", shrinkage),
                share("/maxOccupancyPercent", occupancy),
                concurrency.getValue(),
                Duration.ofSeconds(Math.round(backlog.getValue() * 3_600)));
    }

    private Share share(String pointer, NumberField field) {
        double percent = field.getValue();
        if (!(percent >= 0 && percent <= 100)) {
            throw InvalidInput.of(pointer, words.say("assumptions.noShare"));
        }
        return Share.ofPercent(percent);
    }

    private void reject(String pointer, String sentence) {
        @Nullable HasValidation field = fields.get(pointer);
        if (field == null) {
            trouble.setText(sentence);
            trouble.setVisible(true);
        } else {
            field.setErrorMessage(sentence);
            field.setInvalid(true);
        }
    }
}
