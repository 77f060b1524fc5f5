package dev.rollcall.security;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// What users are called, for those who read what users did.
@Component
@Requires({Permission.AUDIT_VIEW, Permission.SECURITY_ADMIN})
public class UserNames {

    private final Grants grants;
    private final Access access;

    UserNames(Grants grants, Access access) {
        this.grants = grants;
        this.access = access;
    }

    /// The name of a user; empty when there is none of this number.
    public Optional<String> of(UserId user) {
        access.demandWholeOrganisation(Permission.AUDIT_VIEW, Permission.SECURITY_ADMIN);
        return grants.user(user).map(Grants.KnownUser::name);
    }
}
