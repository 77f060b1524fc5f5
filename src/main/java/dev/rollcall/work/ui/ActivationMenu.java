package dev.rollcall.work.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.work.ActivationChanged;
import dev.rollcall.work.Handling;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In how many of one's groups one is active, and the switch for each. Whoever is switched by
/// somebody else is told at once, with the reason.
final class ActivationMenu extends Div {

    private static final int TOAST_MILLIS = 10_000;

    private final AgentId agent;
    private final Directory directory;
    private final Handling handling;
    private final ActivationPulse pulse;
    private final AgentWords words;
    private final Button button = new Button(VaadinIcon.HEADSET.create());
    private final Popover popover = new Popover();
    private final Div lines = new Div();
    private final Map<GroupId, ActivationLine> byGroup = new LinkedHashMap<>();
    private @Nullable Registration subscription;

    ActivationMenu(
            AgentId agent,
            Directory directory,
            Handling handling,
            ActivationPulse pulse,
            AgentWords words) {
        this.agent = agent;
        this.directory = directory;
        this.handling = handling;
        this.pulse = pulse;
        this.words = words;
        addClassName("activation");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setModal(true);
        popover.setAriaLabel(getTranslation("work.activation.title"));
        lines.addClassName("activation-lines");
        popover.add(
                new H2(getTranslation("work.activation.title")),
                new Paragraph(getTranslation("work.activation.what")),
                lines);
        popover.addClassName("activation-popover");
        add(button, popover);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        show();
        subscription = pulse.follow(agent, change -> changed(ui, change));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (subscription != null) {
            subscription.remove();
            subscription = null;
        }
    }

    /// Runs on the thread of whoever switched.
    private void changed(UI ui, Optional<ActivationChanged> change) {
        try {
            ui.access(() -> {
                show();
                change.filter(ActivationChanged::bySomebodyElse).ifPresent(this::tell);
            });
        } catch (UIDetachedException e) {
            // The page was closed a moment ago.
        }
    }

    private void tell(ActivationChanged change) {
        var group = directory.group(change.group()).map(Group::name).orElse("");
        var key = change.active() ? "work.activation.activated" : "work.activation.deactivated";
        var reason = change.reason();
        Notification.show(
                getTranslation(key, change.by(), group)
                        + (reason == null
                                ? ""
                                : " " + getTranslation("work.activation.reason", reason)),
                TOAST_MILLIS,
                Notification.Position.BOTTOM_START);
    }

    // ------------------------------------------------------------------ what is shown

    private List<Group> groups() {
        return directory.agent(agent).stream()
                .flatMap(person -> person.groups().stream())
                .map(directory::group)
                .flatMap(Optional::stream)
                .filter(group -> group.channel() != Channel.TEAM)
                .sorted(Comparator.comparing(Group::name))
                .toList();
    }

    private void show() {
        var groups = groups();
        setVisible(!groups.isEmpty());
        long active = groups.stream().filter(group -> handling.isActive(agent, group.id())).count();
        button.setText(String.format(getLocale(), "%d/%d", active, groups.size()));
        button.setAriaLabel(getTranslation("work.activation.label", active, groups.size()));
        show(groups);
    }

    /// Lines stay where they are while the groups are the same: somebody may be among them.
    private void show(List<Group> groups) {
        if (!groups.stream().map(Group::id).toList().equals(List.copyOf(byGroup.keySet()))) {
            lines.removeAll();
            byGroup.clear();
            for (var group : groups) {
                var line =
                        new ActivationLine(words, zone(), active -> switchTo(group.id(), active));
                byGroup.put(group.id(), line);
                lines.add(line);
            }
        }
        for (var group : groups) {
            Optional.ofNullable(byGroup.get(group.id()))
                    .ifPresent(line ->
                            line.show(
                                    group,
                                    handling.isActive(agent, group.id()),
                                    handling.rules(group.id()).agentsSwitch(),
                                    handling.inactivity(agent, group.id())));
        }
    }

    private ZoneId zone() {
        return directory.agent(agent).map(Agent::zone).orElse(ZoneOffset.UTC);
    }

    private void switchTo(GroupId group, boolean active) {
        try {
            handling.switchTo(agent, group, active, null);
        } catch (RuntimeException e) {
            Notification.show(
                    Refusals.ofDeed(this::getTranslation).say(e),
                    TOAST_MILLIS,
                    Notification.Position.BOTTOM_START);
            show();
        }
    }
}
