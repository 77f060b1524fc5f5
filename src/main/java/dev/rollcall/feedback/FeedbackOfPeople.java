package dev.rollcall.feedback;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Viewer;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What those who look after people may know of the feedback these were given: what leads said,
/// praise its receivers show, who had none for long, and what it is about. What colleagues say to
/// each other is theirs.
@Service
public class FeedbackOfPeople {

    private static final int PAGE = 100;

    private final FeedbackTable table;
    private final Cadences cadences;
    private final FeedbackNews news;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    FeedbackOfPeople(
            FeedbackTable table,
            Cadences cadences,
            FeedbackNews news,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.table = table;
        this.cadences = cadences;
        this.news = news;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Somebody who is to hear something.
    ///
    /// @param last when somebody who looks after them last said something; null: never
    /// @param days after how many without feedback they are due
    /// @param overdue how many days they have waited longer than that; null: since ever
    public record Due(Agent agent, @Nullable Instant last, int days, @Nullable Long overdue) {}

    /// One thing feedback is about, see [Themes].
    ///
    /// @param unit null: all units
    public record Theme(String tag, @Nullable UnitId unit, int praise, int notes) {}

    /// One page of what the caller's people were given, the latest first. Looking at it is written
    /// down.
    ///
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param scope whose the caller may see
    @Requires({Permission.FEEDBACK_VIEW, Permission.FEEDBACK_GIVE})
    @Transactional
    public List<Feedback> page(long before, Scope scope) {
        var viewer = access.viewer();
        var found =
                table.readable(Rows.people(scope, directory), false, before, PAGE).stream()
                        .filter(each -> !isSelf(each.agent(), viewer))
                        .toList();
        found.stream()
                .map(Feedback::agent)
                .distinct()
                .flatMap(each -> directory.agent(each).stream())
                .forEach(each -> audit.looked(viewer.actor(), each.externalId(), "feedback"));
        return found;
    }

    /// What one person was given in a span, as far as the caller may know it: all of one's own, of
    /// others what leads said and what is shown. Nothing about somebody out of scope.
    @Requires({Permission.FEEDBACK_VIEW, Permission.FEEDBACK_OWN})
    @Transactional(readOnly = true)
    public List<Feedback> of(AgentId agent, Instant from, Instant until) {
        var viewer = access.viewer();
        boolean own = isSelf(agent, viewer) && viewer.may(Permission.FEEDBACK_OWN);
        boolean looksAfter =
                directory
                        .agent(agent)
                        .filter(one -> viewer.scope(Permission.FEEDBACK_VIEW).includes(one, null))
                        .isPresent();
        if (!own && !looksAfter) {
            return List.of();
        }
        return table.of(agent, from, until, PAGE).stream()
                .filter(each -> own || each.fromLead() || each.sharedAt() != null)
                .toList();
    }

    /// Who of the caller's people is due, those first who waited longest. The notice about it
    /// counts as read.
    @Requires({Permission.FEEDBACK_VIEW, Permission.FEEDBACK_GIVE})
    @Transactional
    public List<Due> due(Scope scope) {
        news.dueSeen();
        var viewer = access.viewer();
        return due(
                directory.agents(scope).stream()
                        .filter(each -> !isSelf(each.id(), viewer))
                        .toList());
    }

    /// Who among some people is due. For the house itself.
    List<Due> due(List<Agent> people) {
        var last = table.lastFromLeads();
        var own = cadences.own();
        var now = clock.instant();
        return people.stream()
                .map(each ->
                        standing(each, last.get(each.id()), cadences.days(each.unit(), own), now))
                .filter(each -> each.overdue() == null || each.overdue() >= 0)
                .sorted(
                        Comparator.comparing((Due each) ->
                                        Objects.requireNonNullElse(each.last(), Instant.EPOCH))
                                .thenComparing(each -> each.agent().name()))
                .toList();
    }

    /// Pure.
    static Due standing(Agent agent, @Nullable Instant last, int days, Instant now) {
        return new Due(
                agent,
                last,
                days,
                last == null ? null : Duration.between(last, now).toDays() - days);
    }

    /// What feedback in a span was about, in sums of five people or more.
    ///
    /// @param scope whose the caller may see
    @Requires({Permission.FEEDBACK_VIEW, Permission.FEEDBACK_GIVE})
    @Transactional(readOnly = true)
    public List<Theme> themes(Instant from, Instant until, Scope scope) {
        var mentions =
                table.mentions(from, until).stream()
                        .filter(each ->
                                directory
                                        .agent(each.agent())
                                        .filter(one -> scope.includes(one, null))
                                        .isPresent())
                        .toList();
        return Themes.of(mentions, agent -> directory.agent(agent).map(Agent::unit).orElseThrow())
                .stream()
                .map(each -> new Theme(each.tag(), each.unit(), each.praise(), each.notes()))
                .toList();
    }

    private static boolean isSelf(AgentId agent, Viewer viewer) {
        return viewer.agent().filter(agent::equals).isPresent();
    }
}
