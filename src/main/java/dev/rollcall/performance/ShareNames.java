package dev.rollcall.performance;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Holders;
import dev.rollcall.security.Permission;
import dev.rollcall.security.UserId;
import dev.rollcall.security.UserNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// With whom somebody may share, and what they are called.
@Component
class ShareNames {

    private final Holders holders;
    private final UserNames names;
    private final Directory directory;
    private final Access access;

    ShareNames(Holders holders, UserNames names, Directory directory, Access access) {
        this.holders = holders;
        this.names = names;
        this.directory = directory;
        this.access = access;
    }

    /// Whoever looks after how somebody performs, by name.
    List<ShareReader> of(Agent agent) {
        return named(
                holders.of(
                        Permission.KPI_VIEW,
                        Set.of(agent.id()),
                        scope -> scope.includes(agent, null)));
    }

    List<ShareReader> named(Collection<UserId> users) {
        return access.asSystem(
                "sharing",
                () ->
                        users.stream()
                                .flatMap(user ->
                                        names.of(user).stream()
                                                .map(name -> new ShareReader(user, name)))
                                .sorted(
                                        Comparator.comparing(ShareReader::name)
                                                .thenComparing(reader -> reader.user().value()))
                                .toList());
    }

    /// What is kept, with names; empty when the person is gone.
    Optional<Share> share(ShareTable.Row row) {
        return directory
                .agent(row.agent())
                .map(agent ->
                        new Share(
                                row.id(),
                                row.agent(),
                                agent.name(),
                                row.month(),
                                row.metrics(),
                                row.days(),
                                named(row.readers()),
                                row.until(),
                                row.sharedAt()));
    }
}
