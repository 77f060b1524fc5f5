package dev.rollcall.quality.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.quality.Scorecard;
import java.util.List;
import java.util.function.BiConsumer;

/// Asks by which scorecard, and where it is wanted for a name.
final class CardDialog extends FormDialog {

    private static final int LONGEST = 120;

    private final Select<Scorecard> card = new Select<>();
    private final TextField name = new TextField();
    private final QualityWords words;
    private final BiConsumer<String, String> go;

    /// @param go told the code of the card and the name
    CardDialog(
            QualityWords words,
            List<Scorecard> cards,
            String title,
            boolean asksName,
            BiConsumer<String, String> go) {
        super(title);
        this.words = words;
        this.go = go;
        card.setLabel(words.say("card.label"));
        card.setItems(cards);
        card.setItemLabelGenerator(Scorecard::name);
        card.setValue(cards.getFirst());
        card.setWidthFull();
        name.setLabel(words.say("calibration.name"));
        name.setMaxLength(LONGEST);
        name.setWidthFull();
        name.setVisible(asksName);
        field("/card", card);
        field("/name", name);
        ask(title, card, name);
    }

    @Override
    protected boolean isComplete() {
        if (card.getValue() == null) {
            reject("/card", words.say("problem.planCard"));
        }
        return card.getValue() != null;
    }

    @Override
    protected void save() {
        go.accept(card.getValue().code(), name.getValue());
    }
}
