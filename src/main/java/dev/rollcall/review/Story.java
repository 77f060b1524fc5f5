package dev.rollcall.review;

import dev.rollcall.kit.Reader;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What happened in somebody's work, told by every feature that knows of it, on one line.
@Service
public class Story {

    private static final Comparator<Told> LATEST_FIRST =
            Comparator.comparing((Told told) -> told.moment().at()).reversed();

    private final ObjectProvider<MomentSource> sources;
    private final Directory directory;
    private final Access access;

    Story(ObjectProvider<MomentSource> sources, Directory directory, Access access) {
        this.sources = sources;
        this.directory = directory;
        this.access = access;
    }

    /// One's own, the latest first; nothing for whoever is no agent.
    @Requires(Permission.KPI_OWN)
    @Transactional
    public List<Told> own(Instant from, Instant until, Reader reader) {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .map(agent ->
                        of(
                                agent,
                                from,
                                until,
                                new Reader(reader.words(), reader.locale(), agent.zone())))
                .orElse(List.of());
    }

    /// Somebody's, as far as the caller may see it, the latest first.
    List<Told> of(Agent agent, Instant from, Instant until, Reader reader) {
        return sources.orderedStream()
                .filter(source -> may(source.permissions(), agent))
                .flatMap(source ->
                        source.moments(agent.id(), from, until, reader).stream()
                                .map(each -> new Told(source.words(), source.icon(), each)))
                .sorted(LATEST_FIRST)
                .toList();
    }

    /// Whether the caller has one of some permissions for somebody.
    boolean may(Set<Permission> permissions, Agent agent) {
        var viewer = access.viewer();
        boolean own = viewer.agent().filter(agent.id()::equals).isPresent();
        return permissions.stream()
                .anyMatch(each ->
                        each.isAboutOneself()
                                ? own && viewer.may(each)
                                : viewer.scope(each).includes(agent, null));
    }
}
