package dev.rollcall.development.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.kit.FormDialog;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a plan is for, and when both look at it first.
final class BeginDialog extends FormDialog {

    private static final int LONGEST = 500;
    private static final int FIRST_LOOK = 4;

    /// Begins it.
    @FunctionalInterface
    interface Begin {
        void begin(String aim, @Nullable LocalDate review);
    }

    private final Begin begin;
    private final TextArea aim = new TextArea();
    private final DatePicker review = new DatePicker();

    BeginDialog(DevelopmentWords words, LocalDate today, Begin begin) {
        super(words.say("begin"));
        this.begin = begin;
        aim.setLabel(words.say("aim.text"));
        aim.setHelperText(words.say("aim.what"));
        aim.setMaxLength(LONGEST);
        aim.setMinRows(3);
        aim.setWidthFull();
        review.setLabel(words.say("review.on"));
        review.setHelperText(words.say("review.what"));
        review.setLocale(getLocale());
        review.setClearButtonVisible(true);
        review.setValue(today.plusWeeks(FIRST_LOOK));
        review.setWidthFull();
        field("/text", aim);
        field("/due", review);
        ask(words.say("begin.do"), aim, review);
    }

    @Override
    protected boolean isComplete() {
        return true;
    }

    @Override
    protected void save() {
        begin.begin(aim.getValue(), review.getValue());
    }
}
