package dev.rollcall.feedback;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Viewer;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.NotFound;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Saying something to somebody about their work: to a colleague, or to somebody one looks after.
/// Whoever is told is told at once, and by whom. It can be taken back for a day.
@Service
public class GiveFeedback {

    /// How long something can be taken back.
    public static final Duration TAKEN_BACK = Duration.ofHours(24);

    static final String WHAT = "feedback";
    private static final int LISTED = 200;

    private final FeedbackTable table;
    private final FeedbackTags tags;
    private final FeedbackNews news;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final Deeds deeds;
    private final ApplicationClock clock;

    GiveFeedback(
            FeedbackTable table,
            FeedbackTags tags,
            FeedbackNews news,
            Directory directory,
            Access access,
            AuditLog audit,
            Deeds deeds,
            ApplicationClock clock) {
        this.table = table;
        this.tags = tags;
        this.news = news;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.deeds = deeds;
        this.clock = clock;
    }

    /// Something that was said.
    ///
    /// @param deed what it can be taken back by; empty when no person said it
    public record Given(long number, OptionalLong deed) {}

    /// Whom the caller works with: the people of their unit and of their groups, by name. Nobody
    /// for whoever is no agent.
    @Requires(Permission.FEEDBACK_OWN)
    public List<Agent> colleagues() {
        return access.viewer().agent().flatMap(directory::agent).stream()
                .flatMap(self ->
                        directory.everybody().stream().filter(each -> workTogether(self, each)))
                .sorted(Comparator.comparing(Agent::name))
                .toList();
    }

    static boolean workTogether(Agent one, Agent other) {
        return !one.id().equals(other.id())
                && (one.unit().equals(other.unit())
                        || !Collections.disjoint(one.groups(), other.groups()));
    }

    /// Says something to a colleague.
    ///
    /// @return its number
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when they do not work together
    @Requires(Permission.FEEDBACK_OWN)
    @Transactional
    public long toColleague(FeedbackDraft draft) {
        if (colleagues().stream().noneMatch(each -> each.id().equals(draft.to()))) {
            throw new NotFound("agent", "" + draft.to().value());
        }
        return give(draft, false);
    }

    /// Says something to somebody one looks after.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when they are not in scope
    /// @throws AccessDeniedException to oneself
    @Requires(Permission.FEEDBACK_GIVE)
    @Transactional
    public Given toPerson(FeedbackDraft draft) {
        var viewer = access.viewer();
        var to =
                directory
                        .agent(draft.to())
                        .filter(each -> viewer.scope(Permission.FEEDBACK_GIVE).includes(each, null))
                        .orElseThrow(() -> new NotFound("agent", "" + draft.to().value()));
        if (isSelf(to.id(), viewer)) {
            throw new AccessDeniedException("Nobody gives themselves feedback");
        }
        long number = give(draft, true);
        return new Given(
                number,
                deeds.done(FeedbackDeeds.GIVEN, new FeedbackDeeds.Facts(number, to.name())));
    }

    private long give(FeedbackDraft draft, boolean fromLead) {
        var offered = tags.offered().stream().map(FeedbackTag::code).collect(Collectors.toSet());
        var clean = FeedbackCheck.clean(draft, offered);
        var viewer = access.viewer();
        long number =
                table.insert(
                        clean,
                        fromLead,
                        viewer.actor(),
                        viewer.agent().orElse(null),
                        clock.instant());
        // What two people say to each other is theirs: that it was said is written down, not what.
        audit.changed(viewer.actor(), WHAT, "" + number, null, clean.kind().name());
        news.came(number, clean, viewer.actor());
        return number;
    }

    private static boolean isSelf(AgentId agent, Viewer viewer) {
        return viewer.agent().filter(agent::equals).isPresent();
    }

    /// What the caller said, the latest first.
    @Requires({Permission.FEEDBACK_OWN, Permission.FEEDBACK_GIVE})
    @Transactional(readOnly = true)
    public List<Feedback> given() {
        var by = access.viewer().actor();
        return by.kind() == Actor.Kind.USER ? table.by(by.id(), LISTED) : List.of();
    }

    /// Whether the caller may still take something back.
    public boolean mayTakeBack(Feedback known) {
        var by = access.viewer().actor();
        return known.withdrawnAt() == null
                && known.report() == null
                && known.giver().kind() == by.kind()
                && known.giver().id().equals(by.id())
                && clock.instant().isBefore(known.givenAt().plus(TAKEN_BACK));
    }

    /// Takes back what the caller said within a day.
    ///
    /// @throws EditConflict when it was taken back already
    /// @throws NotFound when they said no such thing within a day, or it was reported
    @Requires({Permission.FEEDBACK_OWN, Permission.FEEDBACK_GIVE})
    @Transactional
    public void takeBack(long number) {
        var known =
                table.find(number)
                        .filter(each -> each.withdrawnAt() != null || mayTakeBack(each))
                        .filter(each -> each.giver().equals(access.viewer().actor()))
                        .orElseThrow(() -> new NotFound(WHAT, "" + number));
        if (known.withdrawnAt() != null || !table.withdraw(number, clock.instant())) {
            throw audit.conflict(WHAT, "" + number);
        }
        audit.changed(access.viewer().actor(), WHAT, "" + number, known.kind().name(), null);
        news.takenBack(known);
    }
}
