package dev.rollcall.presence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.presence.Reason;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Clocks a person out, after one look at what they worked today. With work in progress it names
/// the work, and offers to clock out when that is done.
class ClockOutDialog extends Dialog {

    /// What a person can decide here.
    interface Deeds {

        OwnStatus.Outcome clockOut(@Nullable Reason reason, String note);

        /// As soon as the work in progress is done.
        OwnStatus.Outcome clockOutWhenDone(@Nullable Reason reason, String note);

        /// Work began while they were deciding: asks again, with the work on show.
        void askAgain(@Nullable Reason reason, String note);
    }

    private static final int LONGEST_NOTE = 200;
    private static final int SHOWN_ITEMS = 8;

    private final ReasonChoice reasons;
    private final TextField note = new TextField();
    private final Deeds deeds;

    /// @param worked the time clocked in today
    /// @param openItems the work in progress that clocking out closes
    /// @param mustFinish whether it has to be done first
    ClockOutDialog(
            Duration worked,
            List<Reason> offered,
            List<String> openItems,
            boolean mustFinish,
            Deeds deeds) {
        this.deeds = deeds;
        setHeaderTitle(getTranslation("presence.clockOut.title"));
        reasons = new ReasonChoice(getTranslation("presence.clockOut.reason"), offered, note);
        var content =
                new Div(
                        new Paragraph(
                                getTranslation(
                                        "presence.clockOut.worked", StatusWords.duration(worked))));
        content.addClassName("presence-dialog");
        if (!openItems.isEmpty()) {
            content.add(work(openItems, mustFinish));
        }
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        content.add(reasons, note);
        add(content);
        reasons.focusWhenShown();
        getFooter().add(new Button(getTranslation("presence.dialog.cancel"), _ -> close()));
        if (!openItems.isEmpty()) {
            var later = button("presence.clockOut.whenDone", () -> decide(deeds::clockOutWhenDone));
            getFooter().add(later);
            if (mustFinish) {
                makeMain(later);
                return;
            }
        }
        var now =
                button(
                        openItems.isEmpty()
                                ? "presence.clockOut.confirm"
                                : "presence.clockOut.anyway",
                        () -> decide(deeds::clockOut));
        makeMain(now);
        getFooter().add(now);
    }

    private Component work(List<String> openItems, boolean mustFinish) {
        var list = new UnorderedList();
        openItems.stream().limit(SHOWN_ITEMS).forEach(item -> list.add(new ListItem(item)));
        if (openItems.size() > SHOWN_ITEMS) {
            list.add(
                    new ListItem(
                            getTranslation(
                                    "presence.clockOut.more", openItems.size() - SHOWN_ITEMS)));
        }
        var work =
                new Div(
                        new Paragraph(
                                getTranslation(
                                        mustFinish
                                                ? "presence.clockOut.finish"
                                                : "presence.clockOut.open",
                                        openItems.size())),
                        list);
        work.addClassName("presence-work");
        return work;
    }

    private Button button(String key, Runnable action) {
        return new Button(getTranslation(key), _ -> action.run());
    }

    private static void makeMain(Button button) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
    }

    private void decide(Decision decision) {
        if (!reasons.isComplete()) {
            return;
        }
        var outcome = decision.with(reasons.getValue(), note.getValue());
        if (outcome == OwnStatus.Outcome.DONE) {
            close();
        } else if (outcome == OwnStatus.Outcome.WORK_IN_PROGRESS) {
            close();
            deeds.askAgain(reasons.getValue(), note.getValue());
        }
    }

    /// What they had said already.
    void prefill(@Nullable Reason reason, String words) {
        reasons.setValue(reason);
        note.setValue(words);
    }

    private interface Decision {
        OwnStatus.Outcome with(@Nullable Reason reason, String note);
    }
}
