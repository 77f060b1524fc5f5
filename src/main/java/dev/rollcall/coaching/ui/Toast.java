package dev.rollcall.coaching.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.kit.Refusals;
import java.util.Optional;

/// Does something at the press of a button and says what came of it.
final class Toast {

    private static final int MILLIS = 5_000;

    private Toast() {}

    /// @param done what is said when it was done; empty: the page shows it
    static void attempt(Component page, Runnable deed, Optional<String> done) {
        try {
            deed.run();
            done.ifPresent(Toast::say);
        } catch (RuntimeException e) {
            say(Refusals.ofDeed(page::getTranslation).say(e));
        }
    }

    static void say(String sentence) {
        Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START);
    }
}
