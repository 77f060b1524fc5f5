package dev.rollcall.notifications.ui;

import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Followers;
import dev.rollcall.notifications.NoticesRead;
import dev.rollcall.notifications.NoticesTold;
import dev.rollcall.notifications.Recipient;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells the open pages of people that there is something new in their inbox, or something less.
/// Runs on the thread of whoever told it: touches no component and no database.
@Component
class NoticePulse {

    private final Followers<Recipient, Runnable> followers = new Followers<>();

    @TransactionalEventListener(fallbackExecution = true)
    void on(NoticesTold told) {
        wake(told.recipients());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(NoticesRead read) {
        wake(read.recipients());
    }

    /// A page follows somebody both as a user and as an agent, and is woken once.
    private void wake(Set<Recipient> recipients) {
        var woken = new HashSet<Runnable>();
        for (var recipient : recipients) {
            woken.addAll(followers.of(recipient));
        }
        woken.forEach(Runnable::run);
    }

    Registration follow(Collection<Recipient> recipients, Runnable follower) {
        var all = recipients.stream().map(recipient -> followers.add(recipient, follower)).toList();
        return () -> all.forEach(Registration::remove);
    }
}
