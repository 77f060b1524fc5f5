package dev.rollcall.presence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param silenceCheck how often sources are looked after, in real time; zero: never by itself
@ConfigurationProperties("rollcall.presence")
record PresenceProperties(@DefaultValue("1s") Duration silenceCheck) {}
