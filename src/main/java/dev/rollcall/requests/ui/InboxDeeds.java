package dev.rollcall.requests.ui;

import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.kit.ReasonDialog;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.Words;
import dev.rollcall.requests.Finding;
import dev.rollcall.requests.OpenShift;
import dev.rollcall.requests.OpenShifts;
import dev.rollcall.requests.Swap;
import dev.rollcall.requests.Swaps;
import dev.rollcall.requests.TimeOff;
import dev.rollcall.requests.TimeOffs;
import dev.rollcall.requests.ui.Decidable.Key;
import dev.rollcall.requests.ui.Decidable.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Approves and declines, one or many. Each is decided by itself: what somebody else decided
/// meanwhile, or what is not possible any more, is named, and the others are done.
final class InboxDeeds {

    private static final int MESSAGE_MILLIS = 6000;

    private final TimeOffs timeOffs;
    private final Swaps swaps;
    private final OpenShifts openShifts;
    private final Words translations;
    private final RequestWords words;
    private final Runnable done;

    /// @param done shows how things stand afterwards
    InboxDeeds(
            TimeOffs timeOffs,
            Swaps swaps,
            OpenShifts openShifts,
            Words translations,
            RequestWords words,
            Runnable done) {
        this.timeOffs = timeOffs;
        this.swaps = swaps;
        this.openShifts = openShifts;
        this.translations = translations;
        this.words = words;
        this.done = done;
    }

    Decidable of(TimeOff asked) {
        return new Decidable(
                new Key(Kind.TIME_OFF, asked.number(), null),
                asked.agent(),
                () -> timeOffs.approve(asked.number(), asked.version(), "").findings(),
                reason -> timeOffs.decline(asked.number(), asked.version(), reason).findings());
    }

    Decidable of(Swap swap) {
        return new Decidable(
                new Key(Kind.SWAP, swap.number(), null),
                swap.from(),
                () -> swaps.approve(swap.number(), swap.version()).findings(),
                reason -> swaps.decline(swap.number(), swap.version(), reason).findings());
    }

    Decidable of(OpenShift shift, OpenShift.Claim claim) {
        return new Decidable(
                new Key(Kind.CLAIM, shift.number(), claim.agent()),
                claim.agent(),
                () -> {
                    openShifts.give(shift.number(), claim.agent());
                    return List.of();
                },
                reason -> {
                    openShifts.decline(shift.number(), claim.agent(), reason);
                    return List.of();
                });
    }

    void approve(List<Decidable> those) {
        report(those, "inbox.approved", each -> each.approve().get());
        done.run();
    }

    void decline(List<Decidable> those) {
        new ReasonDialog(
                        words.say("inbox.declineTitle"),
                        words.say("inbox.declineText", those.size()),
                        words.say("inbox.decline"),
                        reason -> {
                            report(those, "inbox.declined", each -> each.decline().apply(reason));
                            done.run();
                            return Optional.empty();
                        })
                .open();
    }

    /// Takes approved time off back.
    void cancel(TimeOff approved) {
        new ReasonDialog(
                        words.say("inbox.cancelTitle"),
                        words.say(
                                "inbox.cancelText",
                                words.name(approved.agent()),
                                words.period(approved.from(), approved.to(), approved.part())),
                        words.say("inbox.cancel"),
                        reason -> {
                            report(
                                    List.of(of(approved)),
                                    "inbox.cancelled",
                                    _ ->
                                            timeOffs.cancel(
                                                            approved.number(),
                                                            approved.version(),
                                                            reason)
                                                    .findings());
                            done.run();
                            return Optional.empty();
                        })
                .open();
    }

    void close(OpenShift shift) {
        try {
            openShifts.close(shift.number());
            tell(words.say("post.closedDone"));
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(translations).say(e));
        }
        done.run();
    }

    private void report(
            List<Decidable> those, String key, Function<Decidable, List<Finding>> deed) {
        var sentences = new ArrayList<String>();
        int number = 0;
        for (var each : those) {
            try {
                deed.apply(each).stream()
                        .filter(finding -> finding.kind() == Finding.Kind.NOT_PUT_BACK)
                        .forEach(finding -> sentences.add(words.finding(finding)));
                number++;
            } catch (RuntimeException e) {
                sentences.add(
                        words.say(
                                "inbox.notDone",
                                words.name(each.who()),
                                Refusals.ofDeed(translations).say(e)));
            }
        }
        if (number > 0) {
            sentences.addFirst(words.say(key, number));
        }
        tell(String.join(" ", sentences));
    }

    static void tell(String sentence) {
        Notification.show(sentence, MESSAGE_MILLIS, Notification.Position.BOTTOM_START);
    }
}
