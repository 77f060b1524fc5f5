package dev.rollcall.demo;

import dev.rollcall.messages.Answer;
import dev.rollcall.messages.QuickMessages;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What the demo's people were sent before anybody looks, and what they answered. Once.
@Component
@Profile("demo")
class DemoMessages {

    /// @param text what was said
    /// @param answer null: they read it, and said nothing
    private record Told(String text, Answer.@Nullable Kind answer, String words) {}

    private static final List<Told> TOLD =
            List.of(
                    new Told("Do you need help?", Answer.Kind.CALL_OVERRAN, ""),
                    new Told("Volume is high: can you come back?", Answer.Kind.BACK_NOW, ""),
                    new Told(
                            "Can you take the Spanish callers today?",
                            Answer.Kind.TEXT,
                            "From eleven on, gladly"),
                    new Told("The parcel tracking is slow, please tell callers", null, ""));

    private final QuickMessages messages;
    private final Directory directory;
    private final Access access;
    private boolean settled;

    DemoMessages(QuickMessages messages, Directory directory, Access access) {
        this.messages = messages;
        this.directory = directory;
        this.access = access;
    }

    @Scheduled(initialDelay = 14, fixedDelay = 240, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (!settled) {
            access.asSystem("demo", () -> settled = settle());
        }
    }

    private boolean settle() {
        if (!messages.page(null, Long.MAX_VALUE, 1, Scope.everyone()).isEmpty()) {
            return true;
        }
        // Not those who sign in: a page of theirs would greet them with it.
        var people =
                Roster.PEOPLE.stream()
                        .skip(2)
                        .flatMap(person -> directory.agent(person.externalId()).stream())
                        .map(Agent::id)
                        .toList();
        if (people.size() < Roster.PEOPLE.size() - 2) {
            return false;
        }
        for (int i = 0; i < TOLD.size(); i++) {
            tell(people.get(i), TOLD.get(i));
        }
        var many = Set.copyOf(people.subList(4, 12));
        long number =
                messages.send(many, "Queue is long after lunch: short breaks, please")
                        .message()
                        .number();
        people.subList(4, 7)
                .forEach(each -> messages.answerFor(each, number, Answer.Kind.BACK_NOW, ""));
        people.subList(7, 10).forEach(each -> messages.readFor(each, number));
        return true;
    }

    private void tell(AgentId agent, Told told) {
        long number = messages.send(Set.of(agent), told.text()).message().number();
        if (told.answer() == null) {
            messages.readFor(agent, number);
        } else {
            messages.answerFor(agent, number, told.answer(), told.words());
        }
    }
}
