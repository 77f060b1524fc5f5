package dev.rollcall.database;

import java.util.TimeZone;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/// Puts the whole process into UTC before anything starts. MariaDB's driver writes and reads an
/// `Instant` in the machine's zone, whatever the connection says; and the log speaks UTC, too. The
/// zones of people and units are always explicit, so nothing else asks for the default.
final class UniversalTime implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }
}
