package dev.rollcall.requests.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.rollcall.requests.Preference;
import dev.rollcall.requests.Preference.Weight;
import dev.rollcall.requests.PreferredTime;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What one would like of each weekday, and what one would rather not have.
final class WishesPanel extends Section {

    private final RequestWords words;
    private final Map<DayOfWeek, Map<Weight, Select<PreferredTime>>> choices =
            new EnumMap<>(DayOfWeek.class);

    WishesPanel(RequestWords words, List<Preference> wishes, Consumer<List<Preference>> onSave) {
        this.words = words;
        addClassName("request-wishes");
        add(
                new Paragraph(words.say("wishes.what")),
                new Paragraph(
                        words.say(
                                "wishes.times",
                                hours(PreferredTime.EARLY),
                                hours(PreferredTime.LATE),
                                hours(PreferredTime.NIGHT))));
        var days = new Div();
        days.addClassName("request-days");
        for (var day : DayOfWeek.values()) {
            var name = new Span(day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()));
            name.addClassName("request-weekday");
            var row = new Div(name);
            row.addClassName("request-day");
            Map<Weight, Select<PreferredTime>> own = new EnumMap<>(Weight.class);
            for (var weight : Weight.values()) {
                var choice = choice(name.getText(), weight);
                wishes.stream()
                        .filter(wish -> wish.weekday() == day && wish.weight() == weight)
                        .findFirst()
                        .ifPresent(wish -> choice.setValue(wish.time()));
                own.put(weight, choice);
                row.add(choice);
            }
            choices.put(day, own);
            days.add(row);
        }
        var save = new Button(words.say("wishes.save"), _ -> onSave.accept(chosen()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(days, save);
    }

    private Select<PreferredTime> choice(String day, Weight weight) {
        var choice = new Select<PreferredTime>();
        choice.setLabel(words.say("wishes." + weight));
        choice.setAriaLabel(words.say("wishes.of", day, words.say("wishes." + weight)));
        choice.setItems(PreferredTime.values());
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(words.say("wishes.none"));
        choice.setItemLabelGenerator(time -> time == null ? words.say("wishes.none") : time(time));
        return choice;
    }

    private String hours(PreferredTime time) {
        return words.time(time.from()) + "–" + words.time(time.to());
    }

    private String time(PreferredTime time) {
        return words.say("wishes.time." + time);
    }

    private List<Preference> chosen() {
        var wishes = new ArrayList<Preference>();
        choices.forEach((day, own) ->
                own.forEach((weight, choice) -> {
                    if (choice.getValue() != null) {
                        wishes.add(new Preference(day, choice.getValue(), weight));
                    }
                }));
        return wishes;
    }
}
