package dev.rollcall.incentives;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A way to earn points, in versions: at most one draft, and for each period one that counts.
///
/// @param code unique
/// @param endedFrom the first day it does not count for any more; null while it goes on
/// @param versions by number
public record Scheme(String code, @Nullable LocalDate endedFrom, List<SchemeVersion> versions) {

    /// How it stands.
    public enum State {
        DRAFT,
        LIVE,
        ENDED
    }

    public Scheme {
        versions = List.copyOf(versions);
    }

    public Optional<SchemeVersion> draft() {
        return versions.stream().filter(SchemeVersion::isDraft).findFirst();
    }

    /// The one published last, whether it counts by now or from a period to come.
    public Optional<SchemeVersion> latest() {
        return versions.stream()
                .filter(each -> !each.isDraft())
                .max(Comparator.comparing(SchemeVersion::number));
    }

    /// The one that counts for a period; empty when none does.
    public Optional<SchemeVersion> on(Period period) {
        var ended = endedFrom;
        if (ended != null && !period.from().isBefore(ended)) {
            return Optional.empty();
        }
        return versions.stream()
                .filter(each -> !each.isDraft() && !each.starts().isAfter(period.from()))
                .max(Comparator.comparing(SchemeVersion::number));
    }

    /// What people see of it: what was published last, or the draft where nothing was.
    public Rules rules() {
        return latest().or(this::draft).orElseThrow().rules();
    }

    public State state(LocalDate today) {
        var ended = endedFrom;
        if (latest().isEmpty()) {
            return State.DRAFT;
        }
        return ended != null && !today.isBefore(ended) ? State.ENDED : State.LIVE;
    }
}
