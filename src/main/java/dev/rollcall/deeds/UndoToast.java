package dev.rollcall.deeds;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.kit.Refusals;
import java.util.OptionalLong;

/// Says what was done just now, with the way back beside it.
public final class UndoToast {

    private static final int MILLIS = 12_000;

    private UndoToast() {}

    /// @param deed what can be taken back; empty: nothing
    /// @param onUndone told when it was
    public static void show(Deeds deeds, OptionalLong deed, String sentence, Runnable onUndone) {
        var toast = new Notification();
        toast.setPosition(Notification.Position.BOTTOM_START);
        toast.setDuration(MILLIS);
        var said = new Span(sentence);
        var content = new Div(said);
        content.addClassName("undo-toast");
        deed.ifPresent(number -> {
            var undo = new Button(toast.getTranslation("deeds.undo"));
            undo.addThemeVariants(ButtonVariant.SMALL);
            undo.setDisableOnClick(true);
            undo.addClickListener(_ -> {
                toast.close();
                try {
                    deeds.undo(number);
                    onUndone.run();
                    tell(toast.getTranslation("deeds.undone"));
                } catch (RuntimeException e) {
                    tell(Refusals.ofDeed(toast::getTranslation).say(e));
                }
            });
            content.add(undo);
        });
        toast.add(content);
        toast.open();
    }

    private static void tell(String sentence) {
        Notification.show(sentence, MILLIS / 2, Notification.Position.BOTTOM_START);
    }
}
