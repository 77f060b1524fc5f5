package dev.rollcall.security;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Directory;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Who can sign in, and as what. Only those who manage users of the whole organisation get in.
@Component
@Requires(Permission.SECURITY_ADMIN)
public class Users {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 200;

    private final UserTable table;
    private final Grants grants;
    private final Passwords passwords;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final OpenSessions sessions;
    private final JsonMapper json;

    Users(
            UserTable table,
            Grants grants,
            Passwords passwords,
            Directory directory,
            Access access,
            AuditLog audit,
            Retries retries,
            OpenSessions sessions,
            JsonMapper json) {
        this.table = table;
        this.grants = grants;
        this.passwords = passwords;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.sessions = sessions;
        this.json = json;
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

    /// Makes somebody a user.
    ///
    /// @throws InvalidInput naming every bad field
    public User create(NewUser user) {
        demandWholeOrganisation();
        var draft =
                new UserDraft(user.email(), user.name(), user.agent(), true, user.assignments());
        var found = new InvalidInput.Collector();
        var clean = checked(draft, found);
        passwords.check(user.password(), "/password", found);
        found.throwIfAny();
        var hash = passwords.hash(user.password());
        var by = access.viewer().actor();
        var id =
                retries.inTransaction(() -> {
                    demandFree(clean, null);
                    var created = table.insert(clean, hash);
                    table.assign(created, clean.assignments());
                    audit.changed(by, "user", which(created), null, json(clean));
                    grants.changing(created);
                    return created;
                });
        return new User(
                id, clean.email(), clean.name(), clean.agent(), true, clean.assignments(), 1);
    }

    /// Changes everything but the password.
    ///
    /// @param expectedVersion the version the writer saw
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when there is no such user
    /// @throws org.springframework.dao.OptimisticLockingFailureException when somebody was first
    public void change(UserId id, UserDraft draft, long expectedVersion) {
        demandWholeOrganisation();
        var before = known(id);
        var found = new InvalidInput.Collector();
        var clean = checked(draft, found);
        found.check(
                stillManagesUsers(clean) || grants.somebodyElseManagesUsers(id),
                "/assignments",
                "Nobody else manages users. Give somebody else the role Admin first.");
        found.throwIfAny();
        var by = access.viewer().actor();
        retries.inTransaction(() -> {
            demandFree(clean, id);
            table.update(id, clean, expectedVersion);
            table.assign(id, clean.assignments());
            audit.changed(by, "user", which(id), json(before.asDraft()), json(clean));
            grants.changing(id);
        });
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
                known.version());
    }

    private UserDraft checked(UserDraft draft, InvalidInput.Collector found) {
        var email = draft.email().strip();
        var name = draft.name().strip();
        found.check(
                EMAIL.matcher(email).matches() && email.length() <= LONGEST_EMAIL,
                "/email",
                "Enter an e-mail address such as name@example.com.");
        found.check(
                !name.isEmpty()
                        && name.codePointCount(0, name.length()) <= LONGEST_NAME
                        && !CONTROL.matcher(name).find(),
                "/name",
                "Enter a name of at most %d characters.".formatted(LONGEST_NAME));
        found.check(
                draft.agent() == null || directory.agent(draft.agent()).isPresent(),
                "/agent",
                "There is no such agent.");
        for (var assignment : draft.assignments()) {
            found.check(
                    grants.role(assignment.role()).isPresent(),
                    "/assignments",
                    "There is no role \"%s\".".formatted(assignment.role()));
            found.check(
                    (assignment.unit() == null || directory.unit(assignment.unit()).isPresent())
                            && (assignment.group() == null
                                    || directory.group(assignment.group()).isPresent()),
                    "/assignments",
                    "There is no such unit or group.");
        }
        return new UserDraft(
                email, name, draft.agent(), draft.enabled(), Set.copyOf(draft.assignments()));
    }

    private void demandFree(UserDraft draft, @Nullable UserId id) {
        var found = new InvalidInput.Collector();
        found.check(
                !table.isTaken(draft.email(), id),
                "/email",
                "Somebody else signs in with this address. Choose another.");
        found.check(
                draft.agent() == null || !table.isTaken(draft.agent().value(), id),
                "/agent",
                "This agent already has a user.");
        found.throwIfAny();
    }

    private boolean stillManagesUsers(UserDraft draft) {
        return draft.enabled()
                && draft.assignments().stream()
                        .filter(given -> given.unit() == null && given.group() == null)
                        .flatMap(given -> grants.role(given.role()).stream())
                        .anyMatch(role -> role.permissions().contains(Permission.SECURITY_ADMIN));
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

    private String json(UserDraft draft) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("email", draft.email());
        fields.put("name", draft.name());
        fields.put(
                "agent",
                Optional.ofNullable(draft.agent())
                        .flatMap(directory::agent)
                        .map(agent -> agent.externalId())
                        .orElse(null));
        fields.put("enabled", draft.enabled());
        fields.put("roles", draft.assignments().stream().map(this::inWords).sorted().toList());
        return json.writeValueAsString(fields);
    }

    private String inWords(Assignment given) {
        if (given.unit() != null) {
            return given.role()
                    + " in unit "
                    + directory.unit(given.unit()).map(unit -> unit.code()).orElse("?");
        }
        if (given.group() != null) {
            return given.role()
                    + " in group "
                    + directory.group(given.group()).map(group -> group.code()).orElse("?");
        }
        return given.role();
    }
}
