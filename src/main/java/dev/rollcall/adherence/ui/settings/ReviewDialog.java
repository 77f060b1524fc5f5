package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.adherence.settings.LevelRules;
import java.util.Optional;
import java.util.function.Consumer;

/// What is about to be saved, whose score it moves and by how much, and why.
final class ReviewDialog extends Dialog {

    private static final int LONGEST_REASON = 500;

    private final RuleWords words;
    private final Consumer<String> onSave;
    private final TextField reason = new TextField();
    private final Paragraph trouble = new Paragraph();

    /// @param replay tries it
    /// @param onSave told the reason
    ReviewDialog(RuleWords words, Draft draft, ReplayPanel replay, Consumer<String> onSave) {
        this.words = words;
        this.onSave = onSave;
        addClassName("settings-review");
        var base = draft.base();
        var changes = draft.changes();
        setHeaderTitle(
                getTranslation(
                        "adherence.settings.review.title",
                        draft.count(),
                        words.level(base.level()),
                        words.from(base.date(), base.today())));
        setWidth("36rem");
        var list = HistoryPanel.changes(changes, base.level(), words);
        list.addClassName("review-changes");
        add(list);
        add(replay);
        add(note(sinceWhen(base)));
        until(base).ifPresent(each -> add(note(each)));
        reason.setLabel(getTranslation("adherence.settings.review.reason"));
        reason.setHelperText(getTranslation("adherence.settings.review.reasonHelp"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        add(reason, trouble);
        var save = new Button(getTranslation("kit.form.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        var back = new Button(getTranslation("adherence.settings.review.back"), _ -> close());
        getFooter().add(back, save);
        addOpenedChangeListener(e -> {
            if (e.isOpened()) {
                reason.focus();
            }
        });
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S, KeyModifier.CONTROL)
                .listenOn(this)
                .resetFocusOnActiveElement();
    }

    private void save() {
        trouble.setText("");
        onSave.accept(reason.getValue());
    }

    /// Says why it could not be saved.
    void say(String sentence) {
        trouble.setText(sentence);
    }

    private static Paragraph note(String text) {
        var note = new Paragraph(text);
        note.addClassName("record-note");
        return note;
    }

    private String sinceWhen(LevelRules base) {
        return base.date().equals(base.today())
                ? getTranslation("adherence.settings.review.today")
                : getTranslation(
                        base.date().isBefore(base.today())
                                ? "adherence.settings.review.past"
                                : "adherence.settings.review.later",
                        words.day(base.date()));
    }

    /// What was written down for a later day takes over then.
    private Optional<String> until(LevelRules base) {
        return base.waiting().stream()
                .filter(each -> each.level().equals(base.level()))
                .findFirst()
                .map(each ->
                        getTranslation("adherence.settings.waitingOwn", words.day(each.from())));
    }
}
