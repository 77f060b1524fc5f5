package dev.rollcall.feedback;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Holders;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.NotFound;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the caller was told about their own work, and what they do with it: thank, answer once,
/// show praise to the team, or report what hurts.
@Service
public class OwnFeedback {

    static final int LONGEST_REPLY = 500;
    private static final int MOST = 500;
    private static final int ON_THE_WALL = 20;

    private final FeedbackTable table;
    private final FeedbackNews news;
    private final Directory directory;
    private final Holders holders;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    OwnFeedback(
            FeedbackTable table,
            FeedbackNews news,
            Directory directory,
            Holders holders,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.table = table;
        this.news = news;
        this.directory = directory;
        this.holders = holders;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// All there is to read, the latest first. From now on it counts as seen.
    @Requires(Permission.FEEDBACK_OWN)
    @Transactional
    public List<Feedback> open() {
        var self = self();
        var found = table.of(self, Instant.EPOCH, clock.instant().plusSeconds(1), MOST);
        if (found.stream().anyMatch(each -> each.seenAt() == null)) {
            table.seen(self, clock.instant());
        }
        news.read();
        return found;
    }

    /// Praise of people the caller works with that these show the team, their own too, the latest
    /// first.
    @Requires(Permission.FEEDBACK_OWN)
    @Transactional(readOnly = true)
    public List<Feedback> shownToTheTeam() {
        var self = directory.agent(self()).orElseThrow();
        var people = new HashSet<Long>(Set.of(self.id().value()));
        directory.everybody().stream()
                .filter(each -> GiveFeedback.workTogether(self, each))
                .map(each -> each.id().value())
                .forEach(people::add);
        return table.readable(people, true, Long.MAX_VALUE, ON_THE_WALL);
    }

    /// Thanks for it.
    ///
    /// @throws EditConflict when something was said to it already
    /// @throws NotFound when there is none to the caller
    @Requires(Permission.FEEDBACK_OWN)
    @Transactional
    public void thank(long number) {
        reply(number, null);
    }

    /// Says something to it, once.
    ///
    /// @throws InvalidInput when it is empty or too long
    /// @throws EditConflict when something was said to it already
    /// @throws NotFound when there is none to the caller
    @Requires(Permission.FEEDBACK_OWN)
    @Transactional
    public void answer(long number, String text) {
        reply(number, FeedbackCheck.text(text, "/text", LONGEST_REPLY));
    }

    private void reply(long number, @Nullable String text) {
        var known = known(number);
        if (!table.reply(number, text, clock.instant())) {
            throw audit.conflict(GiveFeedback.WHAT, "" + number);
        }
        news.replied(known, directory.agent(known.agent()).map(Agent::name).orElse(""));
    }

    /// Shows praise to the team, or does not any more.
    ///
    /// @throws NotFound when there is no such praise to the caller
    @Requires(Permission.FEEDBACK_OWN)
    @Transactional
    public void show(long number, boolean toTheTeam) {
        var known = known(number);
        if (known.kind() != Kind.PRAISE) {
            throw new NotFound("praise", "" + number);
        }
        table.share(number, toTheTeam ? clock.instant() : null);
        audit.changed(
                access.viewer().actor(),
                GiveFeedback.WHAT,
                "" + number,
                known.sharedAt() == null ? "between two" : "shown to the team",
                toTheTeam ? "shown to the team" : "between two");
    }

    /// Says that something hurts: it is hidden until somebody has decided.
    ///
    /// @param reason for whoever decides
    /// @throws InvalidInput when the reason is empty or too long
    /// @throws EditConflict when it was reported and decided before
    /// @throws NotFound when there is none to the caller
    @Requires(Permission.FEEDBACK_OWN)
    @Transactional
    public void report(long number, String reason) {
        known(number);
        var why = FeedbackCheck.text(reason, "/reason", LONGEST_REPLY);
        if (!table.report(number, why, clock.instant())) {
            throw audit.conflict(GiveFeedback.WHAT, "" + number);
        }
        audit.changed(access.viewer().actor(), GiveFeedback.WHAT, "" + number, "open", "reported");
        news.reported(
                holders.of(Permission.FEEDBACK_ADMIN, Set.of(self()), scope -> scope.everybody()));
    }

    private Feedback known(long number) {
        var self = self();
        return table.find(number)
                .filter(each -> each.agent().equals(self) && each.isOpen())
                .orElseThrow(() -> new NotFound(GiveFeedback.WHAT, "" + number));
    }

    private AgentId self() {
        return access.viewer()
                .agent()
                .orElseThrow(() -> new AccessDeniedException("Only agents are given feedback"));
    }
}
