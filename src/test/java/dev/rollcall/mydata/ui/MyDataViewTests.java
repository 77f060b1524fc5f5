package dev.rollcall.mydata.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.kit.Words;
import dev.rollcall.mydata.Look;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ViewTest;
import dev.rollcall.usage.UsageConsentNote;
import dev.rollcall.usage.UsageSwitch;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The page about one's own data.
@ViewPackages(packages = "dev.rollcall.mydata.ui")
class MyDataViewTests extends ViewTest {

    private static final Actor KIM = new Actor(Actor.Kind.USER, "901", "Kim Meyer");

    @Autowired private AuditLog audit;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private UsageSwitch usage;

    private void signInAsDana() {
        var dana = floor.agent("dana").agent();
        signIn(signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)));
    }

    @Test
    void saysWhoLookedPageByPageTheLatestFirst() {
        IntStream.range(10, 40)
                .forEach(i -> audit.looked(KIM, "dana", "weekly report 2026-01-" + (i % 30 + 1)));
        audit.looked(KIM, "dana", "timeline 2026-03-02");
        audit.looked(KIM, "kim", "signs of strain");
        signInAsDana();

        open("my-data");

        assertThat(find(ListItem.class).all()).hasSize(25);
        assertThat(textOf(find(ListItem.class).all().getFirst()))
                .startsWith("Your timeline of Mar 2, 2026Kim Meyer");
        assertThat(page()).doesNotContain("strain");
        var older = find(Anchor.class).withText("Older").single().getHref();
        open(older);
        assertThat(find(ListItem.class).all()).hasSize(6);
        assertThat(find(Anchor.class).withText("Older").exists()).isFalse();
        assertThat(find(Anchor.class).withText("Newest").exists()).isTrue();
    }

    @Test
    void saysSoWhenNobodyLookedAndOffersToTakeItAlong() {
        signInAsDana();
        open("my-data?before=nonsense");
        assertThat(page()).contains("Nobody has looked", "Download all my data");
        assertThat(find(UsageConsentNote.class).exists()).isFalse();
    }

    @Test
    void asksForConsentHereWhereTheOrganisationAsks() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        usage.switchTo(true, usage.standing().version());
        signInAsDana();
        open("my-data");
        press("Take part");
        assertThat(page()).contains("You take part since");
    }

    @Test
    void doesNotOpenForWhoeverIsNoAgent() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
        UI.getCurrent().navigate("my-data");
        assertThat(find(MyDataView.class).exists()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    timeline 2026-03-02                                   | Your timeline of Mar 2, 2026
                    minute of 2026-03-02 as known at 2026-03-02T09:00:00Z | A minute of your day, Mar 2, 2026
                    adherence 2026-03-02 to 2026-03-02                    | Your adherence of Mar 2, 2026
                    attendance 2026-03-02 to 2026-03-08                   | Your attendance, Mar 2, 2026 to Mar 8, 2026
                    audit log, entry 4711                                 | An entry about you in the audit log
                    coaching 8                                            | One of your coaching sessions
                    answers of customers                                  | What customers said about your work
                    appeal 3                                              | An appeal of yours about points
                    something new                                         | something new
                    """)
    void looksAreInWords(String screen, String said) {
        Words say = (key, values) -> UI.getCurrent().getTranslation(key, values);
        var look = new Look(1, FreshStart.NOW, KIM, List.of(), screen);
        assertThat(new LookWords(say, Locale.US).what(look)).isEqualTo(said);
    }

    private static String page() {
        return textOf(
                (Component)
                        UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst());
    }
}
