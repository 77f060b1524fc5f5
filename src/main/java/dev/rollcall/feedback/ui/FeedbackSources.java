package dev.rollcall.feedback.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.feedback.Cadences;
import dev.rollcall.feedback.FeedbackOfPeople;
import dev.rollcall.feedback.FeedbackTags;
import dev.rollcall.feedback.GiveFeedback;
import dev.rollcall.feedback.OwnFeedback;
import dev.rollcall.feedback.OwnRounds;
import dev.rollcall.feedback.ReportedFeedback;
import dev.rollcall.feedback.Rounds;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;

/// Where the pages of feedback get everything from.
@SpringComponent
record FeedbackSources(
        GiveFeedback give,
        OwnFeedback own,
        FeedbackOfPeople people,
        ReportedFeedback reported,
        FeedbackTags tags,
        Cadences cadences,
        Rounds rounds,
        OwnRounds ownRounds,
        Deeds deeds,
        Directory directory,
        Access access,
        ApplicationClock clock) {

    String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("–");
    }

    boolean may(Permission permission) {
        return access.viewer().may(permission);
    }

    /// Whose feedback the viewer may see.
    Scope scope() {
        return access.scope(Permission.FEEDBACK_VIEW, Permission.FEEDBACK_GIVE);
    }
}
