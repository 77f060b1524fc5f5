package dev.rollcall.usage.ui;

import com.vaadin.flow.component.Component;
import dev.rollcall.mydata.OwnDataChoice;
import dev.rollcall.usage.UsageConsent;
import dev.rollcall.usage.UsageConsentNote;

/// Consent on the page about one's own data.
@org.springframework.stereotype.Component
final class UsageChoice implements OwnDataChoice {

    private final UsageConsent consent;

    UsageChoice(UsageConsent consent) {
        this.consent = consent;
    }

    @Override
    public Component open() {
        return UsageConsentNote.settled(consent);
    }
}
