package dev.rollcall.presence.ui;

import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.ScopeWords;
import dev.rollcall.kit.Words;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.StatusTopics;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import java.time.Instant;
import java.util.List;

/// Where the widget of the agents' statuses gets everything from: memory, all of it.
@SpringComponent
record AgentsStatusSource(
        LivePresence live,
        StatusTopics topics,
        Directory directory,
        Reasons reasons,
        StatusPulse pulse,
        ApplicationClock clock) {

    /// Those somebody may watch now; asked each time, as roles come and go.
    List<AgentStatus> now(Audience audience) {
        var work = audience.viewer().scope(Permission.WORK_VIEW);
        return AgentStatus.among(
                directory.everybody(),
                live::of,
                agent -> topics.of(agent, work),
                scope(audience),
                audience.locale());
    }

    /// Those they may watch when they begin to, and whoever may come to work for them.
    Registration follow(Audience audience, Runnable watcher) {
        var scope = scope(audience);
        return pulse.followMany(
                agent -> directory.agent(agent).filter(scope::mayInclude).isPresent(), watcher);
    }

    private static Scope scope(Audience audience) {
        return audience.viewer().scope(Permission.UNIT_STATUS_VIEW);
    }

    String scopeWords(Audience audience, Words words) {
        return words.get(
                "presence.widget.agents.scope", ScopeWords.of(scope(audience), directory, words));
    }

    Instant instant() {
        return clock.instant();
    }
}
