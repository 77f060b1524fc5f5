package dev.rollcall.alerts;

import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param every how often what is due is looked for, in memory; zero: never by itself
/// @param keep how long alerts are kept
/// @param mailFrom who e-mail comes from; empty: none is sent
/// @param mailLanguage the language of e-mail to whoever has not opened Rollcall yet
@ConfigurationProperties("rollcall.alerts")
record AlertProperties(
        @DefaultValue("1s") Duration every,
        @DefaultValue("90d") Duration keep,
        @DefaultValue("") String mailFrom,
        @DefaultValue("en") Locale mailLanguage) {}
