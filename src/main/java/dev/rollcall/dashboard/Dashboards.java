package dev.rollcall.dashboard;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.dashboard.Dashboard.Origin;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Viewer;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// The boards of the people who have one: their own arrangement, or what their team starts with.
///
/// A team is the unit somebody looks after with all below it; whoever looks after several, or the
/// whole organisation, starts with the organisation's default.
@Service
@Requires({Permission.ADHERENCE_VIEW, Permission.PRESENCE_VIEW, Permission.UNIT_STATUS_VIEW})
public class Dashboards {

    /// The only page with a board so far, as layouts name it.
    public static final String PAGE = "dashboard";

    private static final String WHAT = "dashboard";
    private static final String ORGANISATION = "organisation";

    private final LayoutTable table;
    private final WidgetCatalogue catalogue;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final ApplicationClock clock;

    Dashboards(
            LayoutTable table,
            WidgetCatalogue catalogue,
            Directory directory,
            Access access,
            AuditLog audit,
            Retries retries,
            ApplicationClock clock) {
        this.table = table;
        this.catalogue = catalogue;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.clock = clock;
    }

    /// The caller's board. It may name widgets they are not offered any more.
    public Dashboard open() {
        var viewer = access.viewer();
        var team = team(viewer);
        var teams = table.ofTeam(team == null ? null : team.id(), PAGE);
        var own = table.own(user(viewer), PAGE);
        var version = own.map(LayoutTable.Stored::version).orElse(0L);
        var teamVersion = teams.map(LayoutTable.Stored::version).orElse(0L);
        boolean mayShare = mayShare(viewer, team);
        var ownLayout = own.map(LayoutTable.Stored::layout);
        if (ownLayout.isPresent()) {
            return new Dashboard(ownLayout.get(), version, Origin.OWN, team, teamVersion, mayShare);
        }
        var inherited = inherited(team);
        return new Dashboard(
                inherited.orElseGet(() -> catalogue.shippedFor(viewer)),
                version,
                inherited.isPresent() ? Origin.TEAM : Origin.SHIPPED,
                team,
                teamVersion,
                mayShare);
    }

    /// The default of the nearest unit upwards that has one.
    private Optional<Layout> inherited(@Nullable Unit team) {
        for (var unit = team; unit != null; unit = parent(unit)) {
            var found = table.ofTeam(unit.id(), PAGE).map(LayoutTable.Stored::layout);
            if (found.isPresent()) {
                return found;
            }
        }
        return table.ofTeam(null, PAGE).map(LayoutTable.Stored::layout);
    }

    private @Nullable Unit parent(Unit unit) {
        UnitId parent = unit.parent();
        return parent == null ? null : directory.unit(parent).orElse(null);
    }

    /// Keeps the caller's own arrangement.
    ///
    /// @param expectedVersion of the board they arranged
    /// @throws EditConflict when they changed it elsewhere meanwhile
    public Dashboard save(Layout layout, long expectedVersion) {
        return write(layout, expectedVersion);
    }

    /// Lets the caller follow their team's default again.
    ///
    /// @param expectedVersion of the board they saw
    /// @throws EditConflict when they changed it elsewhere meanwhile
    public Dashboard reset(long expectedVersion) {
        return write(null, expectedVersion);
    }

    private Dashboard write(@Nullable Layout layout, long expectedVersion) {
        var viewer = access.viewer();
        long user = user(viewer);
        retries.inTransactionOfItsOwn(() -> {
            if (!table.putOwn(user, PAGE, layout, expectedVersion, clock.instant())) {
                throw new EditConflict(
                        WHAT,
                        PAGE,
                        null,
                        table.own(user, PAGE).map(LayoutTable.Stored::changedAt).orElse(null));
            }
            return null;
        });
        return open();
    }

    /// Sets what the caller's team starts with: everybody in it who did not arrange their own sees
    /// it when they come next.
    ///
    /// @param expectedTeamVersion of the default the caller saw
    /// @throws EditConflict when somebody else set it meanwhile
    /// @throws AccessDeniedException when the permission does not reach the whole team
    @Requires(Permission.DASHBOARD_SHARE)
    public Dashboard share(Layout layout, long expectedTeamVersion) {
        var viewer = access.viewer();
        var team = team(viewer);
        if (!mayShare(viewer, team)) {
            throw new AccessDeniedException(
                    "The dashboard of a team is set by whoever looks after all of it");
        }
        var unit = team == null ? null : team.id();
        var which = team == null ? ORGANISATION : team.code();
        retries.inTransactionOfItsOwn(() -> {
            var before = table.ofTeam(unit, PAGE).map(LayoutTable.Stored::layout);
            if (!table.putTeam(unit, PAGE, layout, expectedTeamVersion, clock.instant())) {
                throw audit.conflict(WHAT, which);
            }
            audit.changed(
                    viewer.actor(),
                    WHAT,
                    which,
                    before.map(LayoutText::write).orElse(null),
                    LayoutText.write(layout));
            return null;
        });
        return open();
    }

    private static boolean mayShare(Viewer viewer, @Nullable Unit team) {
        var scope = viewer.scope(Permission.DASHBOARD_SHARE);
        return team == null ? scope.everybody() : scope.includes(team.id());
    }

    /// The one unit that has all others in scope below it; null when there is no such one.
    private @Nullable Unit team(Viewer viewer) {
        var scope =
                viewer.scope(Permission.PRESENCE_VIEW)
                        .plus(viewer.scope(Permission.ADHERENCE_VIEW))
                        .plus(viewer.scope(Permission.UNIT_STATUS_VIEW));
        if (scope.everybody()) {
            return null;
        }
        var tops =
                directory.units(scope).stream()
                        .filter(unit -> unit.parent() == null || !scope.includes(unit.parent()))
                        .toList();
        return tops.size() == 1 ? tops.getFirst() : null;
    }

    private static long user(Viewer viewer) {
        var actor = viewer.actor();
        if (actor.kind() != dev.rollcall.audit.Actor.Kind.USER) {
            throw new AccessDeniedException("Only people have a dashboard");
        }
        return Long.parseLong(actor.id());
    }
}
