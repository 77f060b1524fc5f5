package dev.rollcall.security.ui;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.ListView;
import dev.rollcall.kit.RecordForm;
import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.IssuedLink;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Roles;
import dev.rollcall.security.User;
import dev.rollcall.security.UserId;
import dev.rollcall.security.Users;
import dev.rollcall.shared.ApplicationClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who can sign in, and as what: look them up, let them in, change what they may do.
@Route("settings/users")
@RouteAlias("settings/users/:record")
@Menu(title = "security.users.title", order = 80, icon = "vaadin:user-card")
@Requires(Permission.SECURITY_ADMIN)
final class UsersView extends ListView<UserRow> implements UserForm.Host {

    private final Users users;
    private final Roles roles;
    private final Directory directory;
    private @Nullable IssuedLink toHandOver;

    UsersView(Users users, Roles roles, Directory directory, ApplicationClock clock) {
        super("security.users", clock, new UserGrid());
        this.users = users;
        this.roles = roles;
        this.directory = directory;
    }

    @Override
    protected List<UserRow> rows(SearchText text) {
        var links = users.openLinks();
        var names = new RoleNames(roles.list(), directory, this::getTranslation);
        return users.list().stream()
                .map(user -> row(user, names, links))
                .filter(row ->
                        text.isIn(
                                row.user().name(),
                                row.user().email(),
                                row.roles(),
                                row.agent(),
                                row.standing()))
                .toList();
    }

    private UserRow row(User user, RoleNames names, Map<UserId, Instant> links) {
        var until = links.get(user.id());
        var state = UserState.of(user, until);
        return new UserRow(
                user,
                names.of(user.assignments()),
                Optional.ofNullable(user.agent())
                        .flatMap(directory::agent)
                        .map(Agent::name)
                        .orElse(""),
                state,
                getTranslation("security.users.state." + state, Days.of(until, getLocale())));
    }

    @Override
    protected Optional<RecordForm<?>> form(String record) {
        return Optional.of(record)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> users.find(new UserId(Long.parseLong(text))))
                .map(user -> new UserForm(this, user));
    }

    @Override
    protected RecordForm<?> newForm(String like) {
        return new UserForm(this, null);
    }

    // ------------------------------------------------------------------ for the form

    @Override
    public Users users() {
        return users;
    }

    @Override
    public Roles roles() {
        return roles;
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public void handOver(IssuedLink link) {
        toHandOver = link;
    }

    @Override
    public void saved(String name) {
        super.saved(name);
        showLink();
    }

    @Override
    public void showLink() {
        var link = toHandOver;
        toHandOver = null;
        if (link != null) {
            new LinkDialog(link).open();
            showList();
        }
    }

    @Override
    public void sessionsEnded(String name) {
        tell(getTranslation("security.users.sessionsEnded", name));
    }
}
