package dev.rollcall.dashboard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import dev.rollcall.kit.DurationWords;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a board says beside its widgets: each step for those who hear it, a way back from what
/// takes something away, and that the board was changed elsewhere.
final class Notices extends Div {

    private static final int UNDO_MILLIS = 8000;
    private static final int MESSAGE_MILLIS = 5000;

    private final Span spoken = new Span();
    private final Paragraph conflict = new Paragraph();
    private final Div conflictBar = new Div();
    private @Nullable Notification undo;

    /// @param takeSaved shows what is saved
    /// @param keepMine saves what is shown
    Notices(Runnable takeSaved, Runnable keepMine) {
        spoken.addClassName("rollcall-visually-hidden");
        spoken.getElement().setAttribute("aria-live", "polite");
        spoken.getElement().setAttribute("role", "status");
        conflictBar.addClassNames("record-conflict", "dashboard-conflict");
        conflictBar.getElement().setAttribute("role", "alert");
        var buttons =
                new Div(
                        new Button(getTranslation("dashboard.conflict.take"), _ -> takeSaved.run()),
                        new Button(getTranslation("dashboard.conflict.keep"), _ -> keepMine.run()));
        buttons.addClassName("record-buttons");
        conflictBar.add(conflict, buttons);
        conflictBar.setVisible(false);
        add(spoken, conflictBar);
    }

    /// Says something to those who hear the page.
    void announce(String sentence) {
        spoken.setText(sentence);
    }

    /// @param changedAt when it was changed elsewhere
    void showConflict(@Nullable Instant changedAt, Instant now) {
        if (changedAt == null) {
            conflict.setText(getTranslation("dashboard.conflict"));
        } else {
            var since = Duration.between(changedAt, now);
            conflict.setText(
                    getTranslation(
                            "dashboard.conflict.ago",
                            new DurationWords(this::getTranslation)
                                    .of(since.isNegative() ? Duration.ZERO : since)));
        }
        conflictBar.setVisible(true);
    }

    void hideConflict() {
        conflictBar.setVisible(false);
    }

    /// Says what was done, and offers to take it back for some seconds.
    void offerUndo(String sentence, Runnable onUndo) {
        if (undo != null) {
            undo.close();
        }
        var bar = new Notification();
        var button = new Button(getTranslation("dashboard.undo"));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClickListener(_ -> {
            bar.close();
            onUndo.run();
        });
        var line = new HorizontalLayout(new Span(sentence), button);
        line.setAlignItems(Alignment.CENTER);
        bar.add(line);
        bar.setDuration(UNDO_MILLIS);
        bar.setPosition(Notification.Position.BOTTOM_CENTER);
        bar.open();
        undo = bar;
    }

    void tell(String sentence) {
        Notification.show(sentence, MESSAGE_MILLIS, Notification.Position.BOTTOM_CENTER);
    }
}
