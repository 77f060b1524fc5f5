package dev.rollcall.usage;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Refusals;
import dev.rollcall.usage.UsageConsent.Answer;
import dev.rollcall.usage.UsageConsent.Standing;
import java.util.function.Consumer;

/// Asks an agent, once and calmly, whether it may be kept how they use their own page; and lets
/// them change their mind. Not there while the organisation does not ask.
public final class UsageConsentNote extends Section {

    private final UsageConsent consent;
    private final boolean always;
    private final H2 title = new H2();
    private final Paragraph text = new Paragraph();
    private final UnorderedList facts = new UnorderedList();
    private final Paragraph said = new Paragraph();
    private final Div buttons = new Div();

    private UsageConsentNote(UsageConsent consent, boolean always) {
        this.consent = consent;
        this.always = always;
        addClassName("usage-consent");
        title.setId("usage-consent");
        getElement().setAttribute("aria-labelledby", "usage-consent");
        for (int i = 1; i <= 4; i++) {
            facts.add(new ListItem(getTranslation("usage.consent.fact" + i)));
        }
        said.getElement().setAttribute("role", "status");
        said.addClassName("usage-said");
        buttons.addClassName("usage-buttons");
        add(title, text, facts, buttons, said);
        show(consent.own());
    }

    /// For the page itself: there until it is answered, and gone when the page is opened again.
    public static UsageConsentNote asking(UsageConsent consent) {
        return new UsageConsentNote(consent, false);
    }

    /// For the page about one’s own data: there whatever was answered.
    public static UsageConsentNote settled(UsageConsent consent) {
        return new UsageConsentNote(consent, true);
    }

    private void show(Standing standing) {
        var answer = standing.answer();
        setVisible(answer == Answer.NOT_ASKED || always && answer != Answer.OFF);
        title.setText(getTranslation("usage.consent.title"));
        var since = standing.since();
        text.setText(
                since == null || answer == Answer.DECLINED
                        ? getTranslation("usage.consent." + answer)
                        : getTranslation("usage.consent.GIVEN", Days.withTime(since, getLocale())));
        facts.setVisible(answer != Answer.DECLINED);
        buttons.removeAll();
        switch (answer) {
            case OFF -> {}
            case NOT_ASKED ->
                    buttons.add(
                            button("yes", UsageConsent::give),
                            button("no", UsageConsent::withdraw));
            case GIVEN -> buttons.add(button("withdraw", UsageConsent::withdraw));
            case DECLINED -> buttons.add(button("yes", UsageConsent::give));
        }
    }

    private Button button(String key, Consumer<UsageConsent> deed) {
        var button = new Button(getTranslation("usage.consent." + key));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.addClickListener(_ -> decide(key, deed));
        return button;
    }

    /// Stays and says what was answered, so that nothing moves below the pointer.
    private void decide(String key, Consumer<UsageConsent> deed) {
        try {
            deed.accept(consent);
            var now = consent.own();
            if (always) {
                show(now);
            } else {
                facts.setVisible(false);
                buttons.removeAll();
                text.setText("");
            }
            said.setText(getTranslation("usage.consent." + key + ".done"));
        } catch (RuntimeException e) {
            said.setText(Refusals.ofDeed(this::getTranslation).say(e));
        }
    }
}
