package dev.rollcall.notifications;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param keep how long messages are kept
@ConfigurationProperties("rollcall.notifications")
record NoticeProperties(@DefaultValue("90d") Duration keep) {}
