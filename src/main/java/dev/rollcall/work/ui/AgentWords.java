package dev.rollcall.work.ui;

import com.vaadin.flow.component.UI;
import dev.rollcall.kit.ExpectedReturn;
import dev.rollcall.kit.Words;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Reasons;
import dev.rollcall.work.AgentStanding;
import dev.rollcall.work.AgentStanding.Seat;
import dev.rollcall.work.Inactivity;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How the standing of agents is said.
final class AgentWords {

    /// Stands where there is nothing to say.
    static final String NOTHING = "–";

    private final Words words;
    private final Locale locale;
    private final Reasons reasons;
    private final Directory directory;

    AgentWords(Words words, Locale locale, Reasons reasons, Directory directory) {
        this.words = words;
        this.locale = locale;
        this.reasons = reasons;
        this.directory = directory;
    }

    /// In the language of a page.
    static AgentWords of(UI ui, Reasons reasons, Directory directory) {
        return new AgentWords(ui::getTranslation, ui.getLocale(), reasons, directory);
    }

    String say(String key, Object... arguments) {
        return words.get("work.agents." + key, arguments);
    }

    String unit(Agent agent) {
        return directory.unit(agent.unit()).map(Unit::name).orElse(NOTHING);
    }

    String status(PresenceState state) {
        return reasons.name(state, words);
    }

    /// What styles call a status.
    static String kind(PresenceState state) {
        return state.base().name().toLowerCase(Locale.ROOT);
    }

    String availability(AgentStanding standing) {
        return say("availability." + standing.availability());
    }

    /// In a sentence: whether work may be given to them, and why not.
    String explained(AgentStanding standing) {
        return say("explained." + standing.availability());
    }

    /// `4/6`: active in four of six groups.
    String groups(AgentStanding standing, Channel channel) {
        var seats = standing.seats(channel);
        return seats.isEmpty()
                ? NOTHING
                : of(seats.stream().filter(Seat::isActive).count(), seats.size());
    }

    /// Which these are.
    String groupsByName(AgentStanding standing, Channel channel) {
        var seats = standing.seats(channel);
        var active = names(seats, true);
        var inactive = names(seats, false);
        return (active.isEmpty() ? "" : say("activeIn", active) + " ")
                + (inactive.isEmpty() ? "" : say("inactiveIn", inactive));
    }

    private static String names(List<Seat> seats, boolean active) {
        return seats.stream()
                .filter(seat -> seat.isActive() == active)
                .map(seat -> seat.group().name())
                .collect(Collectors.joining(", "));
    }

    /// `1/3`: one of three at most.
    String load(int items, int limit) {
        return of(items, limit);
    }

    private String of(long part, long all) {
        return String.format(locale, "%d/%d", part, all);
    }

    String number(long number) {
        return String.format(locale, "%d", number);
    }

    /// Below the name, where there is no room for columns.
    String second(AgentStanding standing) {
        var availability = availability(standing);
        var topic = standing.topic();
        var status =
                topic == null
                        ? status(standing.status())
                        : status(standing.status()) + " (" + topic + ")";
        var both = status.equals(availability) ? status : status + " · " + availability;
        return both + " · " + say("chatsBrief", load(standing.chats(), standing.chatLimit()));
    }

    /// When they mean to be back, in their own time.
    ExpectedReturn.Said back(AgentStanding standing) {
        return ExpectedReturn.words(
                standing.expectedReturn(), standing.agent().zone(), locale, words);
    }

    String inactive(Inactivity inactivity, ZoneId zone) {
        var at = time(inactivity.since(), zone);
        return inactivity.reason() == null
                ? say("inactiveBy", inactivity.by(), at)
                : say("inactiveBecause", inactivity.by(), at, inactivity.reason());
    }

    String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }
}
