package dev.rollcall.work.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.Words;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.work.WorkItem;
import dev.rollcall.work.WorkStep;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How items and what happens to them are said.
record ItemWords(Words words, Directory directory) {

    String say(String key, Object... values) {
        return words.get("work." + key, values);
    }

    String channel(Channel channel) {
        return say("channel." + channel);
    }

    String state(WorkItem.State state) {
        return say("state." + state);
    }

    String group(GroupId group) {
        return directory.group(group).map(Group::name).orElse("");
    }

    String agent(@Nullable AgentId agent) {
        return agent == null ? "" : directory.agent(agent).map(Agent::name).orElse("");
    }

    /// `chat-4711 · Ada Lovelace · North billing`.
    String second(WorkItem item) {
        return Stream.of(item.reference(), item.customer(), group(item.group()))
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// `Handed to Robin Keller by Kim Sørensen`.
    String step(WorkStep step) {
        var to = agent(step.agent());
        var by = step.by().name();
        return switch (step.kind()) {
            case ASSIGNED, RETURNED, ARRIVED ->
                    say("step." + step.kind(), to.isEmpty() ? group(step.group()) : to);
            case TRANSFERRED ->
                    say("step.TRANSFERRED", to.isEmpty() ? group(step.group()) : to, by);
            case TAKEN -> say("step.TAKEN", by);
            case STARTED, PAUSED, COMPLETED ->
                    by.equals(to) || to.isEmpty()
                            ? say("step." + step.kind(), by)
                            : say("step." + step.kind() + ".for", to, by);
        };
    }

    static VaadinIcon icon(Channel channel) {
        return switch (channel) {
            case TICKET -> VaadinIcon.TICKET;
            case CHAT -> VaadinIcon.CHAT;
            case CALL -> VaadinIcon.PHONE;
            case TEAM -> VaadinIcon.USERS;
        };
    }
}
