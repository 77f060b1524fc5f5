package dev.rollcall.quality;

import java.util.List;
import java.util.Optional;

/// A scorecard with all its versions.
///
/// @param code what addresses and other systems call it
/// @param retired whether it is offered no more
/// @param versions the newest first
public record Scorecard(String code, boolean retired, List<ScorecardVersion> versions) {

    public Scorecard {
        versions = List.copyOf(versions);
    }

    public String name() {
        return versions.getFirst().sheet().name();
    }

    /// What evaluations begin with; empty while nothing was published.
    public Optional<ScorecardVersion> published() {
        return versions.stream().filter(each -> !each.isDraft()).findFirst();
    }

    public Optional<ScorecardVersion> draft() {
        return versions.stream().filter(ScorecardVersion::isDraft).findFirst();
    }

    public Optional<ScorecardVersion> version(int number) {
        return versions.stream().filter(each -> each.number() == number).findFirst();
    }

    public boolean isOffered() {
        return !retired && published().isPresent();
    }
}
