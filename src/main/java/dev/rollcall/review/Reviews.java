package dev.rollcall.review;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.kit.Reader;
import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Prepares talks: for whoever looks after people, and for the people themselves. A pack says to
/// each what they may see, so two packs of the same days may differ.
@Service
public class Reviews {

    /// With one of these somebody looks after people.
    private static final List<Permission> LOOKING_AFTER =
            List.of(Permission.ADHERENCE_VIEW, Permission.QUALITY_VIEW, Permission.KPI_VIEW);

    private final ObjectProvider<PackChapter> chapters;
    private final Story story;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    Reviews(
            ObjectProvider<PackChapter> chapters,
            Story story,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.chapters = chapters;
        this.story = story;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whom the caller may prepare a talk with, by name; not themselves.
    ///
    /// @param text part of a name or an id; empty for everybody
    @Requires({Permission.ADHERENCE_VIEW, Permission.QUALITY_VIEW, Permission.KPI_VIEW})
    @Transactional(readOnly = true)
    public List<Agent> people(String text) {
        var search = new SearchText(text);
        var self = access.viewer().agent();
        return directory.agents(lookedAfter()).stream()
                .filter(agent -> !self.equals(Optional.of(agent.id())))
                .filter(agent -> search.isIn(agent.name(), agent.externalId()))
                .toList();
    }

    /// What there is to talk about. A look at somebody's detail, and written down as one unless it
    /// is their own.
    ///
    /// @param code the person's external id
    /// @return empty when the caller neither looks after them nor is them
    @Requires({
        Permission.ADHERENCE_VIEW,
        Permission.QUALITY_VIEW,
        Permission.KPI_VIEW,
        Permission.KPI_OWN
    })
    @Transactional
    public Optional<Pack> pack(String code, Period period, Reader reader) {
        var viewer = access.viewer();
        return directory
                .agent(code)
                .filter(agent -> isOwn(agent.id()) || lookedAfter().includes(agent, null))
                .map(agent -> {
                    if (!isOwn(agent.id())) {
                        audit.looked(
                                viewer.actor(),
                                agent.externalId(),
                                "review pack " + period.from() + " to " + period.to());
                    }
                    return read(agent, period, reader);
                });
    }

    private Pack read(Agent agent, Period period, Reader reader) {
        var own = new Reader(reader.words(), reader.locale(), agent.zone());
        var parts =
                chapters.orderedStream()
                        .filter(chapter -> story.may(chapter.permissions(), agent))
                        .flatMap(chapter ->
                                chapter
                                        .chapter(agent.id(), period.from(), period.to(), own)
                                        .map(found -> new Pack.Part(chapter.words(), found))
                                        .stream())
                        .toList();
        var moments =
                story.of(
                        agent,
                        period.from().atStartOfDay(agent.zone()).toInstant(),
                        period.to().plusDays(1).atStartOfDay(agent.zone()).toInstant(),
                        own);
        return new Pack(agent, period, clock.instant(), parts, moments);
    }

    private boolean isOwn(AgentId agent) {
        return access.viewer().agent().filter(agent::equals).isPresent();
    }

    private Scope lookedAfter() {
        var viewer = access.viewer();
        return LOOKING_AFTER.stream().map(viewer::scope).reduce(Scope.nobody(), Scope::plus);
    }
}
