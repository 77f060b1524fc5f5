package dev.rollcall.security;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// The way to the [Viewer] of the current call.
@Component
public class Access {

    /// Set while work of the house itself runs, for exactly that long and on that thread only.
    private static final ScopedValue<Viewer> JOB = ScopedValue.newInstance();

    private final Grants grants;
    private final Directory directory;

    Access(Grants grants, Directory directory) {
        this.grants = grants;
        this.directory = directory;
    }

    /// Whoever is asking now.
    ///
    /// @throws AuthenticationCredentialsNotFoundException when nobody is signed in
    public Viewer viewer() {
        return currentViewer()
                .orElseThrow(() ->
                        new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
    }

    /// Whoever is asking now; empty when nobody is signed in.
    public Optional<Viewer> currentViewer() {
        if (JOB.isBound()) {
            return Optional.of(JOB.get());
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        return switch (authentication.getPrincipal()) {
            case SignedIn user when grants.mayComeIn(user.id()) ->
                    Optional.of(new UserViewer(user.id(), grants, directory));
            case TokenCaller token when grants.mayComeIn(token.prefix()) ->
                    Optional.of(new TokenViewer(token.prefix(), grants, directory));
            case null, default -> Optional.empty();
        };
    }

    /// A user as a viewer, for what they left behind to speak for them, such as a secret address;
    /// empty when they may not come in any more.
    public Optional<Viewer> viewer(UserId user) {
        return grants.mayComeIn(user)
                ? Optional.of(new UserViewer(user, grants, directory))
                : Optional.empty();
    }

    /// Short for `viewer().scope(permission)`.
    public Scope scope(Permission permission) {
        return viewer().scope(permission);
    }

    /// Whom the viewer may see or act on with one permission or another.
    public Scope scope(Permission one, Permission other) {
        var viewer = viewer();
        return viewer.scope(one).plus(viewer.scope(other));
    }

    /// Demands one of two permissions for everybody, where what is asked for has no parts.
    ///
    /// @throws AccessDeniedException when the viewer has neither, or for a part of the organisation
    ///   only
    public void demandWholeOrganisation(Permission one, Permission other) {
        if (!scope(one, other).everybody()) {
            throw new AccessDeniedException(
                    "This is about the whole organisation, and the permission counts for a part of"
                            + " it.");
        }
    }

    /// Runs work of the house itself (a job, the demo) with every permission, in the name of a job.
    public <T extends @Nullable Object> T asSystem(String job, Supplier<T> work) {
        return ScopedValue.where(JOB, new System(job)).call(work::get);
    }

    /// As [#asSystem(String, Supplier)], for work without a result.
    public void asSystem(String job, Runnable work) {
        ScopedValue.where(JOB, new System(job)).run(work);
    }

    /// Runs work of the house itself in a user's name, with their rights and no more: the demo
    /// tells what its people did.
    ///
    /// @throws AuthenticationCredentialsNotFoundException when they may not come in
    public <T extends @Nullable Object> T inNameOf(UserId user, Supplier<T> work) {
        var viewer =
                viewer(user)
                        .orElseThrow(() ->
                                new AuthenticationCredentialsNotFoundException(
                                        "This user may not come in"));
        return ScopedValue.where(JOB, viewer).call(work::get);
    }

    /// Rollcall itself.
    private record System(String job) implements Viewer {

        @Override
        public Actor actor() {
            return Actor.system(job);
        }

        @Override
        public Optional<AgentId> agent() {
            return Optional.empty();
        }

        @Override
        public List<Role> roles() {
            return List.of();
        }

        @Override
        public boolean may(Permission permission) {
            return true;
        }

        @Override
        public Scope scope(Permission permission) {
            return Scope.everyone();
        }
    }
}
