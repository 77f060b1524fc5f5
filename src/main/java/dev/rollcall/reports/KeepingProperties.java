package dev.rollcall.reports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param keepEvery how often days that are over are added up and weekly reports are looked after,
///   in real time; zero: never by itself
/// @param roundEvery how often everything reports look back on is gone through, and weeks that are
///   over are prepared, in real time
@ConfigurationProperties("rollcall.reports")
record KeepingProperties(
        @DefaultValue("10s") Duration keepEvery, @DefaultValue("10m") Duration roundEvery) {}
