package dev.rollcall.notifications;

import java.util.Set;

/// People were told something. Published inside the telling transaction, one event however many
/// people; listen after the commit.
public record NoticesTold(Set<Recipient> recipients) {

    public NoticesTold {
        recipients = Set.copyOf(recipients);
    }
}
