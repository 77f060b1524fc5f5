package dev.rollcall.kit;

import com.vaadin.flow.shared.Registration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Open pages by what they follow, for example a person. Pages come and go on any thread while
/// others are told.
///
/// @param <K> what is followed
/// @param <F> how a follower is told
public final class Followers<K, F> {

    private final Map<K, Set<F>> all = new ConcurrentHashMap<>();

    /// @return to be removed when the page is detached
    public Registration add(K key, F follower) {
        all.compute(
                key,
                (_, known) -> {
                    Set<F> own = known == null ? ConcurrentHashMap.newKeySet() : known;
                    own.add(follower);
                    return own;
                });
        return () -> remove(key, follower);
    }

    private void remove(K key, F follower) {
        all.computeIfPresent(
                key,
                (_, own) -> {
                    own.remove(follower);
                    return own.isEmpty() ? null : own;
                });
    }

    /// Who follows something now.
    public Set<F> of(K key) {
        return all.getOrDefault(key, Set.of());
    }

    /// What somebody follows now.
    public Set<K> followed() {
        return Set.copyOf(all.keySet());
    }

    /// Everybody who follows something now.
    public Stream<F> everybody() {
        return all.values().stream().flatMap(Set::stream);
    }
}
