package dev.rollcall.adherence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Grace for all activities, and by activity, as it is written down.
///
/// @param forAll the grace of activities that are not named, written `default`
public record GraceSettings(
        @JsonProperty("default") @Nullable GraceForm forAll,
        @Nullable Map<String, @Nullable GraceForm> activities) {}
