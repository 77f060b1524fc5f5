package dev.rollcall.readiness;

import dev.rollcall.kit.Words;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// How ready workforce management is: every step with how it stands, in order.
@Service
public class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    private final List<SetupStep> steps;

    Readiness(List<SetupStep> steps) {
        this.steps = List.copyOf(steps);
    }

    /// A step and how it stands.
    ///
    /// @param standing null: that cannot be told at the moment
    public record Line(SetupStep step, @Nullable Standing standing) {

        public boolean isDone() {
            return standing != null && standing.state() == Standing.State.DONE;
        }
    }

    /// One that cannot be read does not hide the others.
    @Requires({Permission.SETTINGS_ADMIN, Permission.ADHERENCE_WRITE})
    public List<Line> lines(Words words, Locale locale) {
        return steps.stream().map(step -> new Line(step, standing(step, words, locale))).toList();
    }

    private static @Nullable Standing standing(SetupStep step, Words words, Locale locale) {
        try {
            return step.standing(words, locale);
        } catch (RuntimeException e) {
            LOG.warn("How {} stands cannot be told", step.words(), e);
            return null;
        }
    }
}
