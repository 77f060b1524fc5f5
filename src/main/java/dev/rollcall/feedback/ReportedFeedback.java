package dev.rollcall.feedback;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.NotFound;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people found hurtful, for whoever decides what becomes of it: neither who said it nor to
/// whom it was said.
@Service
@Requires(Permission.FEEDBACK_ADMIN)
public class ReportedFeedback {

    private final FeedbackTable table;
    private final FeedbackNews news;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    ReportedFeedback(
            FeedbackTable table,
            FeedbackNews news,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.table = table;
        this.news = news;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// What waits, the oldest first. Looking at it is written down.
    @Transactional
    public List<Feedback> waiting() {
        demandWhole();
        var found = table.reported().stream().filter(this::isOthers).toList();
        found.stream()
                .flatMap(each -> directory.agent(each.agent()).stream())
                .map(Agent::externalId)
                .distinct()
                .forEach(each -> audit.looked(access.viewer().actor(), each, "reported feedback"));
        return found;
    }

    /// Lets it stand, or takes it away for good. Whoever reported it is told.
    ///
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when there is none, or it is the caller's own
    @Transactional
    public void decide(long number, boolean keep) {
        demandWhole();
        var known =
                table.find(number)
                        .filter(each -> each.report() != null)
                        .filter(this::isOthers)
                        .orElseThrow(() -> new NotFound(GiveFeedback.WHAT, "" + number));
        var by = access.viewer().actor();
        if (!table.decide(number, keep, by.name(), clock.instant())) {
            throw audit.conflict(GiveFeedback.WHAT, "" + number);
        }
        audit.changed(by, GiveFeedback.WHAT, "" + number, "reported", keep ? "kept" : "removed");
        news.decided(known.agent(), keep);
    }

    private boolean isOthers(Feedback each) {
        var viewer = access.viewer();
        return viewer.agent().filter(each.agent()::equals).isEmpty()
                && !each.giver().equals(viewer.actor());
    }

    private void demandWhole() throws AccessDeniedException {
        access.demandWholeOrganisation(Permission.FEEDBACK_ADMIN, Permission.FEEDBACK_ADMIN);
    }
}
