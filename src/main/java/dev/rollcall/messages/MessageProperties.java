package dev.rollcall.messages;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param keep how long messages and what became of them are kept
@ConfigurationProperties("rollcall.messages")
record MessageProperties(@DefaultValue("90d") Duration keep) {}
