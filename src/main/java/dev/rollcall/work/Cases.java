package dev.rollcall.work;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.work.GroupRules.SeenBy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/// Finds items, done or not, and tells what happened to them. Agents find those of their groups,
/// those their unit sees, and their own; whoever manages others, those of their units.
@Service
public class Cases {

    private final CaseTable table;
    private final WorkTable items;
    private final Handling handling;
    private final Directory directory;
    private final Access access;

    Cases(CaseTable table, WorkTable items, Handling handling, Directory directory, Access access) {
        this.table = table;
        this.items = items;
        this.handling = handling;
        this.directory = directory;
        this.access = access;
    }

    /// One page of a list, what arrived last first unless the filter says otherwise.
    ///
    /// @param after the number of the last item of the page before; [Long#MAX_VALUE] for the first
    @Requires({Permission.WORK_OWN, Permission.WORK_VIEW})
    public List<WorkItem> page(CaseFilter filter, long after, int limit) {
        return table.page(filter, scope(), after, limit);
    }

    /// An item, and what happened to it in order; empty when there is none the asker may see.
    @Requires({Permission.WORK_OWN, Permission.WORK_VIEW})
    public Optional<Case> read(WorkItemId id) {
        return items.find(id)
                .filter(scope()::includes)
                .map(item -> new Case(item, items.history(id)));
    }

    /// The groups whose items the asker sees, by name.
    @Requires({Permission.WORK_OWN, Permission.WORK_VIEW})
    public List<Group> groups() {
        var scope = scope();
        return directory.groups(Scope.everyone()).stream()
                .filter(group -> group.channel() != Channel.TEAM)
                .filter(group -> scope.everything() || scope.groups().contains(group.id()))
                .toList();
    }

    private CaseScope scope() {
        var viewer = access.viewer();
        var managed = viewer.scope(Permission.WORK_VIEW);
        var self = viewer.agent().flatMap(directory::agent);
        if (managed.everybody()) {
            return new CaseScope(true, Set.of(), null);
        }
        var groups = new HashSet<GroupId>();
        directory.groups(managed).forEach(group -> groups.add(group.id()));
        if (viewer.may(Permission.WORK_OWN)) {
            self.ifPresent(person ->
                    directory.groups(Scope.everyone()).stream()
                            .filter(group -> sees(person, group))
                            .forEach(group -> groups.add(group.id())));
        }
        return new CaseScope(false, groups, self.map(Agent::id).orElse(null));
    }

    private boolean sees(Agent person, Group group) {
        return person.groups().contains(group.id())
                || (person.unit().equals(group.unit())
                        && handling.rules(group.id()).seenBy() == SeenBy.UNIT);
    }

    /// An item and its history.
    public record Case(WorkItem item, List<WorkStep> history) {}
}
