package dev.rollcall.work.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetFrame;
import dev.rollcall.people.Agent;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import dev.rollcall.work.TeamOfChats;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The widget of the queues, with Joe, who is available for chats and tickets.
@ViewPackages(classes = QueuesTests.class)
class QueuesTests extends ViewTest {

    @Autowired private QueuesWidget widget;
    @Autowired private TeamOfChats team;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Access access;

    private Agent joe;
    private final Frame frame = new Frame();
    private @Nullable Registration following;

    @BeforeEach
    void aManagerOfCareWatches() {
        var care = floor.unit("care", "UTC");
        team.group("chats", "CHAT");
        team.group("tickets", "TICKET");
        joe = team.member("joe", "chats", "tickets");
        floor.of(joe).at("07:55", "AVAILABLE");
        signIn(signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, care.id())));
    }

    @AfterEach
    void stop() {
        if (following != null) {
            following.remove();
        }
    }

    private WidgetContent see() {
        var content = widget.create(new Audience(access.viewer(), Locale.ENGLISH, ZoneOffset.UTC));
        UI.getCurrent().add(content.component());
        following = content.follow(UI.getCurrent(), frame);
        return content;
    }

    @Test
    void tellsWhoIsThereForEachGroup() {
        var content = see();

        assertThat(frame.state).isEqualTo("shown");
        assertThat(content.scope()).isEqualTo("care · now");
        assertThat(content.table())
                .extracting(line -> line.getFirst())
                .containsExactly("Group", "chats", "tickets");
        assertThat(content.table().get(2)).containsExactly("tickets", "0", "", "0", "1", "1", "5");
        assertThat(textOf(content.component())).contains("1 of 1").doesNotContain("closed");
    }

    @Test
    void marksAGroupWhereSomebodyWaitsAndNobodyIsFreeAndPutsItFirst() {
        var content = see();
        assertThat(find(QueueLine.class).all())
                .noneMatch(line -> line.getElement().hasAttribute("data-stuck"));

        floor.of(joe).at("07:56", "UNAVAILABLE/LUNCH");
        team.arrives("ticket-1", "TICKET", "tickets");

        await().pollInSameThread()
                .untilAsserted(() -> {
                    MockVaadin.runUIQueue();
                    var first = find(QueueLine.class).all().getFirst();
                    assertThat(first.getElement().hasAttribute("data-stuck")).isTrue();
                    assertThat(textOf(first)).contains("tickets", "Nobody free", "0 of 1");
                });
        assertThat(content.table().get(1)).startsWith("tickets", "1");
    }

    @Test
    void saysThatThereAreNoGroups() {
        var elsewhere = floor.unit("elsewhere", "UTC");
        signIn(signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, elsewhere.id())));

        see();

        assertThat(frame.state).isEqualTo("No group in your units handles work yet.");
    }

    /// Remembers what it was told last.
    private static final class Frame implements WidgetFrame {

        private String state = "";

        @Override
        public void shows(Instant asOf) {
            state = "shown";
        }

        @Override
        public void isEmpty(String sentence, Instant asOf) {
            state = sentence;
        }

        @Override
        public void failed() {
            state = "failed";
        }
    }
}
