package dev.rollcall.adherence.ui.coverage;

import dev.rollcall.adherence.floor.Coverage;
import dev.rollcall.adherence.floor.Coverage.Heads;
import dev.rollcall.adherence.floor.Coverage.Slot;
import dev.rollcall.adherence.ui.Times;
import dev.rollcall.kit.Words;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/// What the line and the table of coverage say, in the viewer's language and zone.
public record CoverageWords(Words words, Times times) {

    /// "Present 37 of 41 planned, 2 unknown": now, or on average over a day that is over.
    public String present(Coverage coverage) {
        var now = coverage.now();
        if (now != null) {
            return present(now);
        }
        var begun = coverage.slots().stream().filter(Slot::hasBegun).toList();
        double planned = begun.stream().mapToDouble(Slot::plannedHeads).sum();
        if (planned == 0) {
            return words.get("adherence.coverage.none");
        }
        double there = begun.stream().mapToDouble(Slot::presentHeads).sum();
        long worked = begun.stream().filter(slot -> slot.plannedHeads() > 0).count();
        return words.get("adherence.coverage.over", heads(there / worked), heads(planned / worked));
    }

    private String present(Heads heads) {
        if (heads.planned() == 0 && heads.present() == 0) {
            return words.get("adherence.coverage.none");
        }
        var text = words.get("adherence.coverage.now", heads.present(), heads.planned());
        return heads.unknown() == 0
                ? text
                : text + ", " + words.get("adherence.coverage.unknown", heads.unknown());
    }

    /// "Too few: 10:30–11:00 (−4), 11:30–12:00 (−3) and 2 more", the worst first.
    public String shortage(List<Slot> bottlenecks, int most, Coverage coverage) {
        if (bottlenecks.isEmpty()) {
            return coverage.slots().stream().anyMatch(slot -> slot.plannedSoFar().isPositive())
                    ? words.get("adherence.coverage.enough")
                    : "";
        }
        var worst = new ArrayList<>(bottlenecks);
        worst.sort(java.util.Comparator.comparingDouble(Slot::missingHeads).reversed());
        var listed =
                worst.stream()
                        .limit(most)
                        .map(slot ->
                                words.get(
                                        "adherence.coverage.shortSlot",
                                        range(slot),
                                        whole(slot.missingHeads())))
                        .collect(java.util.stream.Collectors.joining(", "));
        var text = words.get("adherence.coverage.short", listed);
        return worst.size() <= most
                ? text
                : text + " " + words.get("adherence.coverage.more", worst.size() - most);
    }

    /// The half hour in words.
    public String range(Slot slot) {
        return times.range(slot.span().start(), slot.span().end());
    }

    /// Heads with a decimal.
    public String heads(double heads) {
        var format = NumberFormat.getNumberInstance(times.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(heads);
    }

    private String whole(double heads) {
        return NumberFormat.getIntegerInstance(times.locale()).format(Math.round(heads));
    }
}
