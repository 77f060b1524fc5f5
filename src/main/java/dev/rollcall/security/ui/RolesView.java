package dev.rollcall.security.ui;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.rollcall.kit.ListView;
import dev.rollcall.kit.RecordForm;
import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Role;
import dev.rollcall.security.Roles;
import dev.rollcall.security.User;
import dev.rollcall.security.Users;
import dev.rollcall.shared.ApplicationClock;
import java.util.List;
import java.util.Optional;

/// What people may do: the roles Rollcall comes with, to be read, and those of one's own.
@Route("settings/roles")
@RouteAlias("settings/roles/:record")
@Menu(title = "security.roles.title", order = 81, icon = "vaadin:shield")
@Requires(Permission.SECURITY_ADMIN)
final class RolesView extends ListView<RoleRow> implements RoleForm.Host {

    private final Roles roles;
    private final Users users;
    private final Directory directory;

    RolesView(Roles roles, Users users, Directory directory, ApplicationClock clock) {
        super("security.roles", clock, new RoleGrid());
        this.roles = roles;
        this.users = users;
        this.directory = directory;
    }

    @Override
    protected List<RoleRow> rows(SearchText text) {
        var people = users.list();
        return roles.list().stream()
                .map(role -> row(role, people))
                .filter(row -> text.isIn(row.name(), row.role().code(), row.kind()))
                .toList();
    }

    private RoleRow row(Role role, List<User> people) {
        return new RoleRow(
                role,
                RoleNames.of(role, this::getTranslation),
                getTranslation(role.builtIn() ? "security.roles.builtIn" : "security.roles.custom"),
                (int) people.stream().filter(user -> RoleForm.has(user, role)).count());
    }

    @Override
    protected Optional<RecordForm<?>> form(String record) {
        return role(record).map(role -> new RoleForm(this, role, null));
    }

    private Optional<Role> role(String code) {
        return roles.list().stream().filter(role -> role.code().equals(code)).findFirst();
    }

    @Override
    protected RecordForm<?> newForm(String like) {
        return new RoleForm(this, null, role(like).orElse(null));
    }

    // ------------------------------------------------------------------ for the form

    @Override
    public Roles roles() {
        return roles;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public void startLike(Role role) {
        startLike(role.code());
    }

    @Override
    public void removed(String name) {
        changed(false);
        done(getTranslation("security.roles.removed", name));
    }
}
