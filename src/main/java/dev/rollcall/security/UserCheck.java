package dev.rollcall.security;

import dev.rollcall.people.Directory;
import dev.rollcall.shared.InvalidInput;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What has to hold for a user.
@Component
class UserCheck {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 200;

    private final UserTable table;
    private final Grants grants;
    private final Directory directory;

    UserCheck(UserTable table, Grants grants, Directory directory) {
        this.table = table;
        this.grants = grants;
        this.directory = directory;
    }

    /// Notes what is wrong with a draft, and cleans it.
    UserDraft clean(UserDraft draft, InvalidInput.Collector found) {
        var email = draft.email().strip();
        var name = draft.name().strip();
        found.check(
                EMAIL.matcher(email).matches() && email.length() <= LONGEST_EMAIL,
                "/email",
                Complaint.BAD_EMAIL.with());
        found.check(
                !name.isEmpty()
                        && name.codePointCount(0, name.length()) <= LONGEST_NAME
                        && !CONTROL.matcher(name).find(),
                "/name",
                Complaint.BAD_NAME.with(LONGEST_NAME));
        found.check(
                draft.agent() == null || directory.agent(draft.agent()).isPresent(),
                "/agent",
                Complaint.UNKNOWN_AGENT.with());
        for (var assignment : draft.assignments()) {
            found.check(
                    grants.role(assignment.role()).isPresent(),
                    "/assignments",
                    Complaint.UNKNOWN_ROLE.with(assignment.role()));
            found.check(isKnownPlace(assignment), "/assignments", Complaint.UNKNOWN_PLACE.with());
        }
        return new UserDraft(
                email, name, draft.agent(), draft.enabled(), Set.copyOf(draft.assignments()));
    }

    private boolean isKnownPlace(Assignment assignment) {
        return (assignment.unit() == null || directory.unit(assignment.unit()).isPresent())
                && (assignment.group() == null || directory.group(assignment.group()).isPresent());
    }

    /// @param id who may have the address and the agent, null for somebody new
    /// @throws InvalidInput when somebody else has the address or the agent
    void demandFree(UserDraft draft, @Nullable UserId id) {
        var found = new InvalidInput.Collector();
        found.check(!table.isTaken(draft.email(), id), "/email", Complaint.EMAIL_TAKEN.with());
        if (draft.agent() != null) {
            table.nameOfUserOf(draft.agent().value(), id)
                    .ifPresent(name -> found.add("/agent", Complaint.AGENT_TAKEN.with(name)));
        }
        found.throwIfAny();
    }

    /// Notes it when nobody would manage users any more.
    void somebodyManages(UserId id, UserDraft after, InvalidInput.Collector found) {
        found.check(
                !grants.managesUsers(id)
                        || managesUsers(after)
                        || grants.somebodyElseManagesUsers(id),
                placeOfLastAdmin(after),
                Complaint.LAST_ADMIN.with());
    }

    /// As [#somebodyManages], asking the database after the change and in its transaction: two
    /// admins may take each other's role away at the same moment.
    void demandSomebodyManages(UserDraft after) {
        if (!table.somebodyManagesUsers()) {
            throw InvalidInput.of(placeOfLastAdmin(after), Complaint.LAST_ADMIN.with());
        }
    }

    private static String placeOfLastAdmin(UserDraft after) {
        return after.enabled() ? "/assignments" : "/enabled";
    }

    private boolean managesUsers(UserDraft draft) {
        return draft.enabled()
                && draft.assignments().stream()
                        .filter(given -> given.unit() == null && given.group() == null)
                        .flatMap(given -> grants.role(given.role()).stream())
                        .anyMatch(role -> role.permissions().contains(Permission.SECURITY_ADMIN));
    }
}
