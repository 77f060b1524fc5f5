package dev.rollcall.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Group;
import dev.rollcall.security.Access;
import dev.rollcall.shared.AfterCommit;
import dev.rollcall.support.ModuleTest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Memory agrees with the database, whoever comes to it last.
@ModuleTest
class HandlingTests {

    @Autowired private ChatTeam team;
    @Autowired private Handling handling;
    @Autowired private Access access;
    @Autowired private TransactionTemplate transaction;

    private Group chats;
    private Agent ann;

    @BeforeEach
    void annHandlesChats() {
        chats = team.byHand("chats");
        ann = team.member("ann", chats);
    }

    @Test
    void holdsTheLastSwitchWhenAnEarlierOneIsHeardOfLater() {
        overtaken(() -> switchTo(false), () -> switchTo(true));
        assertThat(handling.isActive(ann.id(), chats.id())).isTrue();

        switchTo(false);
        overtaken(() -> switchTo(true), () -> switchTo(false));
        assertThat(handling.isActive(ann.id(), chats.id())).isFalse();
    }

    @Test
    void holdsTheLastLimitWhenAnEarlierOneIsHeardOfLater() {
        overtaken(() -> limit(2), () -> limit(7));

        assertThat(handling.limit(ann.id(), Channel.CHAT)).isEqualTo(7);
    }

    private void switchTo(boolean active) {
        access.asSystem(
                "test", () -> handling.switchTo(ann.id(), chats.id(), active, "Needed elsewhere"));
    }

    private void limit(int items) {
        access.asSystem("test", () -> handling.limit(ann.id(), Channel.CHAT, items));
    }

    /// Commits one change, then another one whole, and only then lets memory hear of the first.
    private void overtaken(Runnable first, Runnable second) {
        transaction.executeWithoutResult(_ -> {
            AfterCommit.run(() -> CompletableFuture.runAsync(second).join());
            first.run();
        });
    }
}
