package dev.rollcall.security;

import dev.rollcall.people.Scope;
import java.util.function.Supplier;

/// The way to the [Viewer] of the current call.
public interface Access {

    /// Whoever is asking now.
    ///
    /// @throws
    ///   org.springframework.security.authentication.AuthenticationCredentialsNotFoundException
    ///   when nobody is signed in
    Viewer viewer();

    /// Short for `viewer().scope(permission)`.
    default Scope scope(Permission permission) {
        return viewer().scope(permission);
    }

    /// Runs work of the house itself (a job, the demo) with every permission, in the name of a job.
    <T> T asSystem(String job, Supplier<T> work);
}
