package dev.rollcall.notifications;

import java.util.Set;

/// Somebody read some of their messages: their other pages have as many fewer unread. Published
/// inside the writing transaction; listen after the commit.
public record NoticesRead(Set<Recipient> recipients) {

    public NoticesRead {
        recipients = Set.copyOf(recipients);
    }
}
