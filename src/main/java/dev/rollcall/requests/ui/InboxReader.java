package dev.rollcall.requests.ui;

import dev.rollcall.requests.OpenShifts;
import dev.rollcall.requests.Outlook;
import dev.rollcall.requests.Swap;
import dev.rollcall.requests.Swaps;
import dev.rollcall.requests.TimeOff;
import dev.rollcall.requests.TimeOffs;
import dev.rollcall.requests.ui.InboxModel.Decided;
import dev.rollcall.requests.ui.InboxModel.Waiting;
import dev.rollcall.security.Access;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what the inbox shows, in the name of whoever looks and off their page.
@Component
class InboxReader {

    /// No more of a list is read at once.
    static final int MOST = 500;

    private final TimeOffs timeOffs;
    private final Swaps swaps;
    private final OpenShifts openShifts;
    private final Access access;

    InboxReader(TimeOffs timeOffs, Swaps swaps, OpenShifts openShifts, Access access) {
        this.timeOffs = timeOffs;
        this.swaps = swaps;
        this.openShifts = openShifts;
        this.access = access;
    }

    /// @param wanted how much of a list that may be long, up to [#MOST]
    InboxModel read(InboxPart part, int wanted) {
        int size = Math.min(wanted, MOST);
        var asked = timeOffs.waiting(size + 1);
        var first = asked.stream().limit(size).toList();
        var mine = first.stream().filter(timeOffs::mayDecide).toList();
        var outlooks =
                part == InboxPart.WAITING ? timeOffs.outlooks(mine) : Map.<Long, Outlook>of();
        var decided = part == InboxPart.DECIDED ? decided(size + 1) : List.<Decided>of();
        return new InboxModel(
                part,
                access.viewer().agent().orElse(null),
                first.stream()
                        .map(each ->
                                new Waiting(each, Optional.ofNullable(outlooks.get(each.number()))))
                        .toList(),
                swaps.waiting(),
                openShifts.posted(),
                decided.stream().limit(size).toList(),
                asked.size() > size,
                decided.size() > size);
    }

    /// As many of each are read as would fill the list alone, so that none is left out.
    private List<Decided> decided(int size) {
        return Stream.of(
                        timeOffs.decided(size).stream().map(InboxReader::decided),
                        swaps.decided(size).stream().map(InboxReader::decided),
                        openShifts.decided(size).stream().map(Decided.OfClaim::of))
                .<Decided>flatMap(each -> each)
                .sorted(Comparator.comparing(Decided::at).reversed())
                .limit(size)
                .toList();
    }

    private static Decided decided(TimeOff timeOff) {
        return new Decided.OfTimeOff(timeOff, at(timeOff.decidedAt(), timeOff.askedAt()));
    }

    private static Decided decided(Swap swap) {
        return new Decided.OfSwap(swap, at(swap.decidedAt(), swap.offeredAt()));
    }

    private static Instant at(@Nullable Instant decided, Instant begun) {
        return decided == null ? begun : decided;
    }
}
