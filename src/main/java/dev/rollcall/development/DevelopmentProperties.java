package dev.rollcall.development;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param keep how long plans are kept after their end
/// @param keepCheckIns how long people find how their weeks were, and units what they came to
@ConfigurationProperties("rollcall.development")
record DevelopmentProperties(
        @DefaultValue("1095d") Duration keep, @DefaultValue("365d") Duration keepCheckIns) {}
