package dev.rollcall.requests.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.rollcall.kit.Refusals;
import dev.rollcall.requests.Swap;
import dev.rollcall.requests.Swaps;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/// Takes a colleague's shift, for one of one's own or for nothing, and says before what it means.
final class TakeDialog extends Dialog {

    private final Swaps swaps;
    private final Swaps.Offer offer;
    private final RequestWords words;
    private final Select<LocalDate> inReturn = new Select<>();
    private final Div preview = new Div();
    private final Button take = new Button();

    TakeDialog(
            Swaps swaps,
            Swaps.Offer offer,
            RequestWords words,
            ZoneId zone,
            Consumer<Swap> onDone) {
        this.swaps = swaps;
        this.offer = offer;
        this.words = words;
        setHeaderTitle(words.shift(offer.swap().date(), offer.shift(), zone));
        setWidth("28rem");
        var shifts = swaps.ownShifts();
        inReturn.setLabel(words.say("take.inReturn"));
        inReturn.setItems(shifts.keySet());
        inReturn.setEmptySelectionAllowed(true);
        inReturn.setEmptySelectionCaption(words.say("take.nothing"));
        inReturn.setItemLabelGenerator(date ->
                date == null
                        ? words.say("take.nothing")
                        : words.shift(date, shifts.getOrDefault(date, List.of()), zone));
        inReturn.setWidthFull();
        inReturn.addValueChangeListener(_ -> look());
        preview.addClassName("request-preview");
        preview.getElement().setAttribute("role", "status");
        var form =
                new Div(
                        new Paragraph(words.say("offered.by", words.name(offer.swap().from()))),
                        inReturn,
                        preview);
        form.addClassName("request-form");
        add(form);
        take.setText(words.say("take.confirm"));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.addClickListener(_ -> {
            try {
                var taken =
                        swaps.take(
                                offer.swap().number(), offer.swap().version(), inReturn.getValue());
                close();
                onDone.accept(taken);
            } catch (RuntimeException e) {
                preview.removeAll();
                preview.add(new Paragraph(Refusals.ofForm(this::getTranslation).say(e)));
            }
        });
        getFooter().add(new Button(getTranslation("kit.form.cancel"), _ -> close()), take);
        look();
    }

    private void look() {
        preview.removeAll();
        try {
            var found = swaps.preview(offer.swap().number(), inReturn.getValue());
            found.own().forEach(each -> preview.add(new Paragraph(words.warning(each))));
            if (found.own().isEmpty()) {
                preview.add(new Paragraph(words.say("take.fine")));
            }
            if (!found.isFineForOther()) {
                preview.add(new Paragraph(words.say("take.otherNotFine")));
            }
            preview.add(
                    new Paragraph(
                            inReturn.getValue() != null
                                    ? words.say("take.asks", words.name(offer.swap().from()))
                                    : words.say(found.atOnce() ? "take.atOnce" : "ask.byPerson")));
            take.setEnabled(true);
        } catch (RuntimeException e) {
            preview.add(new Paragraph(Refusals.ofForm(this::getTranslation).say(e)));
            take.setEnabled(false);
        }
    }
}
