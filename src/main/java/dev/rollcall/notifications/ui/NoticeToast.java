package dev.rollcall.notifications.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.Notice;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Says that something came. There is one at a time: what comes while it stands is counted on it,
/// so that a busy minute does not fill the screen.
final class NoticeToast {

    private static final int MILLIS = 10_000;

    private final Consumer<Notice> one;
    private final Runnable many;
    private @Nullable Notification open;
    private int told;

    /// @param one goes where the only new message leads
    /// @param many shows all of them
    NoticeToast(Consumer<Notice> one, Runnable many) {
        this.one = one;
        this.many = many;
    }

    /// @param arrived the newest first
    void tell(List<Notice> arrived, Reader reader) {
        var toast = open;
        if (toast == null || !toast.isOpened()) {
            toast = new Notification();
            toast.setPosition(Notification.Position.BOTTOM_START);
            toast.setDuration(MILLIS);
            toast.addClassName("notice-toast");
            told = 0;
            open = toast;
        }
        told += arrived.size();
        toast.removeAll();
        var only = told == 1 ? arrived.getFirst() : null;
        toast.add(
                new Span(
                        only == null
                                ? reader.say("notifications.arrived", told)
                                : only.word(reader).title()),
                show(reader, only));
        toast.open();
    }

    private Button show(Reader reader, @Nullable Notice only) {
        var show =
                new Button(
                        reader.say("notifications.show"),
                        _ -> {
                            close();
                            if (only == null) {
                                many.run();
                            } else {
                                one.accept(only);
                            }
                        });
        show.addThemeVariants(ButtonVariant.TERTIARY);
        return show;
    }

    void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
