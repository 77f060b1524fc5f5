package dev.rollcall.notifications.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.popover.Popover;
import dev.rollcall.database.Retries;
import dev.rollcall.notifications.Greeting;
import dev.rollcall.notifications.Notifications;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = BellTests.class)
class BellTests extends ViewTest {

    @Autowired private BellItem item;
    @Autowired private Notifications notifications;
    @Autowired private Greeting greeting;
    @Autowired private SignIns signIns;
    @Autowired private Retries retries;

    private User dana;

    @BeforeEach
    void signIn() {
        dana = signIns.user(Assignment.everywhere(Role.AGENT));
        signIn(dana);
    }

    @Test
    void countsWhatWaitsAndSaysWhatArrives() {
        tell("Alex");
        UI.getCurrent().add(item.create().orElseThrow());
        assertThat(count()).isEqualTo("1");
        assertThat(find(Notification.class).exists()).isFalse();

        tell("Bo");
        soon(() -> assertThat(count()).isEqualTo("2"));
        assertThat(toast()).contains("Greetings from Bo");
        assertThat(textOf(find(Bell.class).single())).contains("2 unread messages");

        retries.inTransaction(() -> {
            for (int i = 0; i < 8; i++) {
                tell("Cleo " + i);
            }
        });
        soon(() -> assertThat(count()).isEqualTo("9+"));
        assertThat(toast()).contains("9 new messages");
    }

    @Test
    void leadsToWhatAMessageIsAboutAndCountsItAsRead() {
        tell("Alex");
        tell("Bo");
        UI.getCurrent().add(item.create().orElseThrow());
        find(Popover.class).single().open();
        var messages = find(NativeButton.class).withClassName("notice").all();
        assertThat(messages).hasSize(2);

        test(messages.getFirst()).click();

        soon(() -> assertThat(count()).isEqualTo("1"));
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("notifications?show=unread");
        assertThat(textOf(find(NoticesView.class).single()))
                .contains("Greetings from Alex")
                .doesNotContain("Greetings from Bo");
    }

    @Test
    void keepsAllOfThemOnAPage() {
        open("notifications");
        assertThat(textOf(find(NoticesView.class).single())).contains("No messages");
        for (int i = 1; i <= 60; i++) {
            tell("guest " + i);
        }
        open("notifications?show=unread");
        assertThat(shown()).isEqualTo(50);
        press("Older ones");
        assertThat(shown()).isEqualTo(60);

        tell("somebody new");
        soon(() -> assertThat(shown()).isEqualTo(61));
        press("Mark all as read");
        assertThat(textOf(find(NoticesView.class).single())).contains("You have read everything");
    }

    /// What the only one says.
    private String toast() {
        return textOf(find(Notification.class).single());
    }

    private int shown() {
        return find(NativeButton.class).withClassName("notice").all().size();
    }

    private void tell(String from) {
        notifications.tell(dana.id(), greeting, Greeting.from(from));
    }

    private String count() {
        return find(com.vaadin.flow.component.html.Span.class)
                .withClassName("bell-count")
                .single()
                .getText();
    }
}
