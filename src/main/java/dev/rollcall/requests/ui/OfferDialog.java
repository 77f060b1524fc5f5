package dev.rollcall.requests.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Agent;
import dev.rollcall.requests.Swaps;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Offers one of one's shifts to a colleague, or to all of them.
final class OfferDialog extends Dialog {

    OfferDialog(Swaps swaps, RequestWords words, ZoneId zone, Runnable onDone) {
        setHeaderTitle(words.say("offer"));
        setWidth("28rem");
        var shifts = swaps.ownShifts();
        var shift = new Select<LocalDate>();
        shift.setLabel(words.say("offer.shift"));
        shift.setItems(shifts.keySet());
        shift.setItemLabelGenerator(
                date -> words.shift(date, shifts.getOrDefault(date, List.of()), zone));
        shift.setWidthFull();
        var to = new ComboBox<Agent>(words.say("offer.to"));
        to.setPlaceholder(words.say("offer.everybody"));
        to.setClearButtonVisible(true);
        to.setItems(swaps.colleagues());
        to.setItemLabelGenerator(Agent::name);
        to.setWidthFull();
        var trouble = new Paragraph();
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var form =
                new Div(
                        new Paragraph(
                                words.say(shifts.isEmpty() ? "offer.noShifts" : "offer.what")),
                        shift,
                        to,
                        trouble);
        form.addClassName("request-form");
        add(form);
        var offer =
                new Button(
                        words.say("offer.confirm"),
                        _ -> {
                            if (shift.getValue() == null) {
                                shift.setErrorMessage(words.say("offer.choose"));
                                shift.setInvalid(true);
                                return;
                            }
                            try {
                                swaps.offer(
                                        shift.getValue(),
                                        to.getValue() == null ? null : to.getValue().id());
                                close();
                                onDone.run();
                            } catch (RuntimeException e) {
                                trouble.setText(Refusals.ofForm(this::getTranslation).say(e));
                                trouble.setVisible(true);
                            }
                        });
        offer.addThemeVariants(ButtonVariant.PRIMARY);
        offer.setEnabled(!shifts.isEmpty());
        getFooter().add(new Button(getTranslation("kit.form.cancel"), _ -> close()), offer);
    }
}
