package dev.rollcall.review;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// One kind of thing that happens in somebody's work, such as evaluations. A bean of this type is
/// enough. Kinds come in the order of Spring's `@Order`.
public interface MomentSource {

    /// Key of what the kind is called.
    String words();

    VaadinIcon icon();

    /// Of which one is enough to be told anything, for the person in question: of a permission
    /// about oneself the person is whoever asks, of any other they are in its scope.
    Set<Permission> permissions();

    /// What happened from one instant to before another, in any order: only what the caller may see
    /// on the feature's own pages. Never what somebody said without their name, and no private
    /// notes.
    List<Moment> moments(AgentId agent, Instant from, Instant until, Reader reader);
}
