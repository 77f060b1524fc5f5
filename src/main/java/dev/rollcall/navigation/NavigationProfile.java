package dev.rollcall.navigation;

import dev.rollcall.security.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A navigation for some roles and some people.
///
/// @param code names it, in addresses and in the public interface
/// @param name what people here call it; null: as shipped, in the reader's language
/// @param builtIn whether Rollcall came with it; such a one stays
/// @param roles codes of the roles that get it
/// @param people who gets it whatever their roles
/// @param version counts the changes; guards against overwriting another's edit
public record NavigationProfile(
        String code,
        @Nullable String name,
        boolean builtIn,
        Arrangement arrangement,
        Set<String> roles,
        Set<UserId> people,
        long version) {

    public NavigationProfile {
        roles = Set.copyOf(roles);
        people = Set.copyOf(people);
    }
}
