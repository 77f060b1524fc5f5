package dev.rollcall.performance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import dev.rollcall.kit.Refusals;
import dev.rollcall.performance.Goals;
import dev.rollcall.performance.Measures;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.Currency;
import java.util.Objects;

/// How performance is measured in a unit or the organisation. An empty field is as above.
final class MeasuresForm extends Section {

    private static final int TOAST_MILLIS = 5_000;

    private final Select<Month> yearBegins = new Select<>();
    private final ComboBox<Currency> currency = new ComboBox<>();
    private final Select<Boolean> milestones = new Select<>();

    /// Keeps what was settled.
    interface Save {
        void measures(Measures measures, long version);
    }

    MeasuresForm(PerformanceWords words, Goals.Settled settled, boolean organisation, Save save) {
        addClassName("performance-section");
        var own = settled.own();
        var above = settled.above();
        var where = organisation ? "measures.shipped" : "measures.above";
        yearBegins.setLabel(words.say("measures.yearBegins"));
        yearBegins.setItems(Month.values());
        yearBegins.setItemLabelGenerator(month ->
                month == null
                        ? ""
                        : month.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()));
        yearBegins.setEmptySelectionAllowed(true);
        var begins = Objects.requireNonNullElse(above.yearBegins(), Month.JANUARY);
        yearBegins.setEmptySelectionCaption(
                words.say(where, begins.getDisplayName(TextStyle.FULL_STANDALONE, words.locale())));
        yearBegins.setValue(own.yearBegins());
        currency.setLabel(words.say("measures.currency"));
        currency.setItems(
                Currency.getAvailableCurrencies().stream()
                        .sorted(Comparator.comparing(Currency::getCurrencyCode))
                        .toList());
        currency.setItemLabelGenerator(
                each -> each.getCurrencyCode() + " – " + each.getDisplayName(words.locale()));
        currency.setClearButtonVisible(true);
        var inherited = above.currency();
        currency.setPlaceholder(
                inherited == null
                        ? words.say("measures.noCurrency")
                        : words.say(where, inherited.getCurrencyCode()));
        currency.setValue(own.currency());
        currency.setWidth("18rem");
        milestones.setLabel(words.say("measures.milestones"));
        milestones.setItems(true, false);
        milestones.setItemLabelGenerator(
                on -> on == null ? "" : words.say(on ? "measures.on" : "measures.off"));
        milestones.setEmptySelectionAllowed(true);
        milestones.setEmptySelectionCaption(
                words.say(
                        where,
                        words.say(
                                Boolean.TRUE.equals(above.milestones())
                                        ? "measures.on"
                                        : "measures.off")));
        milestones.setValue(own.milestones());
        var row = new Div(yearBegins, currency, milestones);
        row.addClassName("goals-actions");
        var keep =
                new Button(
                        words.say("measures.save"),
                        _ -> {
                            try {
                                save.measures(
                                        new Measures(
                                                yearBegins.getValue(),
                                                currency.getValue(),
                                                milestones.getValue()),
                                        settled.version());
                            } catch (RuntimeException e) {
                                Notification.show(
                                        Refusals.ofDeed(this::getTranslation).say(e),
                                        TOAST_MILLIS,
                                        Notification.Position.BOTTOM_START);
                            }
                        });
        add(
                new H2(words.say("measures.title")),
                new Paragraph(words.say("measures.what")),
                row,
                new Div(keep));
    }
}
