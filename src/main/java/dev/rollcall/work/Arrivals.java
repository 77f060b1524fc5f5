package dev.rollcall.work;

import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks what sources say of work that arrives, and makes an item of it.
@Component
class Arrivals {

    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_TEXT = 200;

    private final Directory directory;
    private final ApplicationClock clock;

    Arrivals(Directory directory, ApplicationClock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /// Whether a scope holds a group: by itself, or with its unit.
    boolean isOfScope(GroupId group, Scope scope) {
        return directory
                .group(group)
                .filter(it -> scope.includes(it.unit()) || scope.groups().contains(group))
                .isPresent();
    }

    /// An item that waits, without a number yet.
    ///
    /// @param scope whose work the caller may bring in; other groups are not there
    /// @throws InvalidInput naming every bad field
    WorkItem check(NewWorkItem draft, Scope scope) {
        var found = new InvalidInput.Collector();
        var reference = text(draft.reference(), "/reference", LONGEST_REFERENCE, true, found);
        var subject = text(draft.subject(), "/subject", LONGEST_TEXT, true, found);
        var customer = text(draft.customer(), "/customer", LONGEST_TEXT, false, found);
        var channel =
                Arrays.stream(Channel.values())
                        .filter(each -> each != Channel.TEAM && each.name().equals(draft.channel()))
                        .findFirst();
        found.check(channel.isPresent(), "/channel", "The channel is TICKET, CHAT or CALL.");
        var priority =
                draft.priority() == null
                        ? Optional.of(Priority.NORMAL)
                        : Arrays.stream(Priority.values())
                                .filter(each -> each.name().equals(draft.priority()))
                                .findFirst();
        found.check(
                priority.isPresent(), "/priority", "The priority is URGENT, HIGH, NORMAL or LOW.");
        var group =
                Optional.ofNullable(draft.group())
                        .flatMap(directory::group)
                        .filter(it -> isOfScope(it.id(), scope));
        if (draft.group() == null) {
            found.add("/group", "Name the group that is to handle it.");
        } else if (found.check(
                group.isPresent(), "/group", "There is no group \"" + draft.group() + "\".")) {
            found.check(
                    channel.isEmpty() || group.orElseThrow().channel() == channel.get(),
                    "/group",
                    "This group does not handle that channel.");
        }
        found.throwIfAny();
        var now = clock.instant();
        return new WorkItem(
                new WorkItemId(0),
                reference,
                channel.orElseThrow(),
                group.map(Group::id).orElseThrow(),
                subject,
                customer.isEmpty() ? null : customer,
                priority.orElseThrow(),
                WorkItem.State.WAITING,
                null,
                now,
                now,
                null,
                null,
                0,
                1);
    }

    private static String text(
            @Nullable String text,
            String pointer,
            int longest,
            boolean required,
            InvalidInput.Collector found) {
        var stripped = text == null ? "" : text.strip();
        found.check(!required || !stripped.isEmpty(), pointer, "This is needed.");
        found.check(
                stripped.length() <= longest,
                pointer,
                "This has at most " + longest + " characters.");
        return stripped;
    }
}
