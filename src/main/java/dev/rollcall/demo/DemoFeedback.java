package dev.rollcall.demo;

import dev.rollcall.feedback.FeedbackDraft;
import dev.rollcall.feedback.GiveFeedback;
import dev.rollcall.feedback.Kind;
import dev.rollcall.feedback.OwnFeedback;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.UserId;
import dev.rollcall.security.Users;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// What was said to Robin Keller and some colleagues in the last weeks, what was answered, and what
/// the team may read. Told with the clock standing at each moment it is told of.
@Component
@Profile("demo")
class DemoFeedback {

    private final GiveFeedback give;
    private final OwnFeedback own;
    private final Users users;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    DemoFeedback(
            GiveFeedback give,
            OwnFeedback own,
            Users users,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.give = give;
        this.own = own;
        this.users = users;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// Once. Leaves the clock standing; whoever calls lets it run again.
    void settleIn(Instant now) {
        if (!as("supervisor", give::given).isEmpty()) {
            return;
        }
        said(
                now.minus(Duration.ofDays(25)),
                Roster.DEMO_AGENT,
                Kind.NOTE,
                "The second caller this morning asked three times when the refund comes. You said it was being looked at, which is true, and no date.",
                "Name a day, even when it is a late one.");
        said(
                now.minus(Duration.ofDays(19)),
                "agent-002",
                Kind.PRAISE,
                "You took the long complaint over without being asked and kept the customer on the line until it was solved.",
                "");
        said(
                now.minus(Duration.ofDays(9)),
                Roster.DEMO_AGENT,
                Kind.PRAISE,
                "You summed up the tariff change in two sentences, and the customer repeated them back. That is how it should sound.",
                "Show Anna how you do it.");
        said(
                now.minus(Duration.ofDays(4)),
                "agent-003",
                Kind.NOTE,
                "In two chats the greeting came after four minutes.",
                "Say that you are there first, and look into the matter then.");
        clock.setTo(now.minus(Duration.ofDays(8)));
        var praise =
                as("agent", own::open).stream()
                        .filter(each -> each.kind() == Kind.PRAISE)
                        .findFirst()
                        .orElseThrow();
        as(
                "agent",
                () -> {
                    own.answer(
                            praise.number(),
                            "Thank you, that helps. I will sit with her on Friday.");
                    own.show(praise.number(), true);
                    return praise.number();
                });
        clock.setTo(now.minus(Duration.ofDays(2)));
        as(
                "agent",
                () ->
                        give.colleagues().stream()
                                .findFirst()
                                .map(colleague ->
                                        give.toColleague(
                                                new FeedbackDraft(
                                                        colleague.id(),
                                                        Kind.PRAISE,
                                                        "Thanks for taking my chat when the line went down.",
                                                        "",
                                                        Set.of(),
                                                        null)))
                                .orElse(0L));
        clock.setTo(now);
    }

    private void said(Instant at, String to, Kind kind, String said, String next) {
        clock.setTo(at);
        AgentId person = directory.agent(to).orElseThrow().id();
        as(
                "supervisor",
                () ->
                        give.toPerson(new FeedbackDraft(person, kind, said, next, Set.of(), null))
                                .number());
    }

    private <T> T as(String who, Supplier<T> work) {
        UserId account =
                users.list().stream()
                        .filter(user -> (who + "@rollcall.demo").equals(user.email()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        return access.inNameOf(account, work);
    }
}
