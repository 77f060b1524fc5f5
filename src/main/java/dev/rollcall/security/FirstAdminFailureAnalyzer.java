package dev.rollcall.security;

import dev.rollcall.security.FirstAdmin.FirstAdminRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in one sentence why the first admin could not be made.
class FirstAdminFailureAnalyzer extends AbstractFailureAnalyzer<FirstAdminRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FirstAdminRefused cause) {
        return new FailureAnalysis(
                "The first admin cannot be made. " + cause.getMessage(),
                "Change the value and start again, or leave both out to get a set-up link in the"
                        + " log.",
                cause);
    }
}
