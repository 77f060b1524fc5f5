package dev.rollcall.development.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.development.CheckIn;
import dev.rollcall.development.CheckIns;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.RowList;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one's week was, in three marks and a word to oneself, and how the weeks before were.
final class CheckInPart extends Section {

    private static final int MILLIS = 5_000;
    private static final int LONGEST = 200;
    private static final int WEEKS = 8;

    private final CheckIns checkIns;
    private final DevelopmentWords words;

    CheckInPart(CheckIns checkIns, DevelopmentWords words) {
        this.checkIns = checkIns;
        this.words = words;
        addClassNames("development-part", "development-checkin");
        show();
    }

    private void show() {
        removeAll();
        var week = checkIns.asked().orElse(null);
        var mine = checkIns.mine(WEEKS);
        setVisible(week != null || !mine.isEmpty());
        add(new H2(words.say("checkin.title")));
        if (week != null) {
            var what = new Paragraph(words.say("checkin.what"));
            what.addClassName("records-what");
            add(what);
            form(mine.stream().filter(each -> each.week().equals(week)).findFirst().orElse(null));
        }
        past(mine, week);
    }

    private void form(@Nullable CheckIn known) {
        var mood = marks("mood", known == null ? null : known.mood());
        var pace = marks("pace", known == null ? null : known.pace());
        var support = marks("support", known == null ? null : known.support());
        var word = new TextField(words.say("checkin.word"));
        word.setHelperText(words.say("checkin.wordWhat"));
        word.setMaxLength(LONGEST);
        word.setWidthFull();
        word.setValue(known == null ? "" : known.word());
        var say = new Button(words.say(known == null ? "checkin.say" : "checkin.sayAnew"));
        say.addThemeVariants(ButtonVariant.PRIMARY);
        say.setDisableOnClick(true);
        say.addClickListener(_ -> {
            if (isComplete(List.of(mood, pace, support))) {
                attempt(
                        () ->
                                checkIns.say(
                                        mood.getValue(),
                                        pace.getValue(),
                                        support.getValue(),
                                        word.getValue()),
                        "checkin.said");
            } else {
                say.setEnabled(true);
            }
        });
        add(mood, pace, support, word, say);
    }

    private RadioButtonGroup<Integer> marks(String key, @Nullable Integer known) {
        var marks = new RadioButtonGroup<Integer>();
        marks.setLabel(words.say("checkin." + key));
        marks.setItems(1, 2, 3, 4, 5);
        marks.setItemLabelGenerator(each -> words.say("mark." + each));
        if (known != null) {
            marks.setValue(known);
        }
        return marks;
    }

    private boolean isComplete(List<RadioButtonGroup<Integer>> all) {
        boolean complete = true;
        for (var marks : all) {
            boolean open = marks.getValue() == null;
            marks.setInvalid(open);
            if (open) {
                marks.setErrorMessage(words.say("problem.mark"));
                complete = false;
            }
        }
        return complete;
    }

    private void past(List<CheckIn> mine, @Nullable LocalDate week) {
        var list = new RowList();
        for (var each : mine) {
            var forget =
                    new Button(
                            words.say("checkin.forget"),
                            _ -> attempt(() -> checkIns.forget(each.week()), "checkin.forgotten"));
            forget.setAriaLabel(words.say("checkin.forgetOf", words.day(each.week())));
            forget.addThemeVariants(ButtonVariant.TERTIARY);
            list.row(
                    each.week().equals(week)
                            ? words.say("checkin.thisWeek")
                            : words.say("checkin.week", words.day(each.week())),
                    words.say("checkin.line", each.mood(), each.pace(), each.support())
                            + (each.word().isEmpty() ? "" : " · “" + each.word() + "”"),
                    null,
                    "",
                    forget);
        }
        if (!mine.isEmpty()) {
            add(list);
        }
    }

    private void attempt(Runnable deed, String done) {
        String sentence;
        try {
            deed.run();
            sentence = words.say(done);
        } catch (RuntimeException e) {
            sentence = Refusals.ofDeed(this::getTranslation).say(e);
        }
        Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START);
        show();
    }
}
