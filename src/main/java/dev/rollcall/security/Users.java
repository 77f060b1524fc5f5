package dev.rollcall.security;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Who can sign in, and as what. Only those who manage users of the whole organisation get in.
@Component
@Requires(Permission.SECURITY_ADMIN)
public class Users {

    private final UserTable table;
    private final UserCheck check;
    private final UserWords words;
    private final SignInLinks links;
    private final Grants grants;
    private final Passwords passwords;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final OpenSessions sessions;

    Users(
            UserTable table,
            UserCheck check,
            UserWords words,
            SignInLinks links,
            Grants grants,
            Passwords passwords,
            Access access,
            AuditLog audit,
            Retries retries,
            OpenSessions sessions) {
        this.table = table;
        this.check = check;
        this.words = words;
        this.links = links;
        this.grants = grants;
        this.passwords = passwords;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.sessions = sessions;
    }

    /// Everybody who can sign in or once could, by name.
    public List<User> list() {
        demandWholeOrganisation();
        return grants.everyUser().stream()
                .map(this::user)
                .sorted(Comparator.comparing(User::name).thenComparing(User::id))
                .toList();
    }

    public Optional<User> find(UserId id) {
        demandWholeOrganisation();
        return grants.user(id).map(this::user);
    }

    /// Until when the sign-in link of each user works, for those who have one.
    public Map<UserId, Instant> openLinks() {
        demandWholeOrganisation();
        return links.open();
    }

    /// Makes somebody a user whose password is known: the first admin, the demo. Others are invited
    /// ([#invite]).
    ///
    /// @throws InvalidInput naming every bad field
    public User create(NewUser user) {
        demandWholeOrganisation();
        var found = new InvalidInput.Collector();
        var clean =
                check.clean(
                        new UserDraft(
                                user.email(), user.name(), user.agent(), true, user.assignments()),
                        found);
        passwords.check(user.password(), "/password", found);
        found.throwIfAny();
        var hash = passwords.hash(user.password());
        return retries.inTransaction(() -> insert(clean, hash));
    }

    /// Makes somebody a user who chooses their password behind the link; until then they cannot
    /// sign in.
    ///
    /// @throws InvalidInput naming every bad field
    public IssuedLink invite(UserDraft draft) {
        demandWholeOrganisation();
        var found = new InvalidInput.Collector();
        var clean = check.clean(draft, found);
        found.check(draft.enabled(), "/enabled", Complaint.DISABLED.with());
        found.throwIfAny();
        return retries.inTransaction(() -> link(insert(clean, null)));
    }

    /// Makes a link behind which a user chooses a new password; an older link no longer works, the
    /// present password does until then.
    ///
    /// @throws InvalidInput when the user is disabled
    /// @throws NotFound when there is no such user
    public IssuedLink newLink(UserId id) {
        demandWholeOrganisation();
        var user = known(id);
        if (!user.enabled()) {
            throw InvalidInput.of("/enabled", Complaint.DISABLED.with());
        }
        return retries.inTransaction(() -> link(user));
    }

    /// Changes everything but the password. Whoever is disabled is out at once, and a link they
    /// have ends.
    ///
    /// @param expectedVersion the version the writer saw
    /// @return the user after the change
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when there is no such user
    /// @throws EditConflict when somebody was first
    public User change(UserId id, UserDraft draft, long expectedVersion) {
        demandWholeOrganisation();
        var before = known(id);
        var found = new InvalidInput.Collector();
        var clean = check.clean(draft, found);
        check.somebodyManages(id, clean, found);
        found.throwIfAny();
        var by = access.viewer().actor();
        retries.inTransactionOfItsOwn(() -> {
            table.lockAdministration();
            boolean managed = table.somebodyManagesUsers();
            check.demandFree(clean, id);
            if (!table.update(id, clean, expectedVersion)) {
                throw conflict(before);
            }
            table.assign(id, clean.assignments());
            if (managed) {
                check.demandSomebodyManages(clean);
            }
            if (!clean.enabled()) {
                links.end(id);
            }
            audit.changed(by, "user", which(id), words.json(before.asDraft()), words.json(clean));
            grants.changing(id);
            return id;
        });
        return new User(
                id,
                clean.email(),
                clean.name(),
                clean.agent(),
                clean.enabled(),
                clean.assignments(),
                before.hasPassword(),
                expectedVersion + 1);
    }

    /// Sets a new password; whoever is signed in with the old one no longer is.
    ///
    /// @throws InvalidInput when the password will not do
    /// @throws NotFound when there is no such user
    public void setPassword(UserId id, String password) {
        demandWholeOrganisation();
        known(id);
        var found = new InvalidInput.Collector();
        passwords.check(password, "/password", found);
        found.throwIfAny();
        var hash = passwords.hash(password);
        var by = access.viewer().actor();
        retries.inTransaction(() -> {
            table.setPasswordHash(id, hash);
            audit.changed(by, "user", which(id), null, "a new password");
            grants.changing(id);
        });
        sessions.end(id);
    }

    /// Ends everything a user has open, everywhere; they may sign in again.
    public void endSessions(UserId id) {
        demandWholeOrganisation();
        known(id);
        var by = access.viewer().actor();
        retries.inTransaction(() -> audit.changed(by, "user", which(id), null, "sessions ended"));
        sessions.end(id);
    }

    private User insert(UserDraft clean, @Nullable String passwordHash) {
        check.demandFree(clean, null);
        var id = table.insert(clean, passwordHash);
        table.assign(id, clean.assignments());
        audit.changed(access.viewer().actor(), "user", which(id), null, words.json(clean));
        grants.changing(id);
        return new User(
                id,
                clean.email(),
                clean.name(),
                clean.agent(),
                true,
                clean.assignments(),
                passwordHash != null,
                1);
    }

    private IssuedLink link(User user) {
        var issued = links.issue(user);
        audit.changed(
                access.viewer().actor(),
                "user",
                which(user.id()),
                null,
                "a sign-in link until " + issued.until());
        return issued;
    }

    private EditConflict conflict(User user) {
        return audit.conflict("user", which(user.id()), user.name());
    }

    private User known(UserId id) {
        return grants.user(id).map(this::user).orElseThrow(() -> new NotFound("user", which(id)));
    }

    private User user(Grants.KnownUser known) {
        Set<Assignment> assignments = new HashSet<>();
        for (var grant : known.grants()) {
            grants.role(grant.role())
                    .ifPresent(role ->
                            assignments.add(
                                    new Assignment(role.code(), grant.unit(), grant.group())));
        }
        return new User(
                known.id(),
                known.email(),
                known.name(),
                known.agent(),
                known.enabled(),
                assignments,
                known.hasPassword(),
                known.version());
    }

    private void demandWholeOrganisation() {
        if (!access.scope(Permission.SECURITY_ADMIN).everybody()) {
            throw new AccessDeniedException(
                    "Users are managed for the whole organisation, not for a part of it");
        }
    }

    private static String which(UserId id) {
        return Long.toString(id.value());
    }
}
