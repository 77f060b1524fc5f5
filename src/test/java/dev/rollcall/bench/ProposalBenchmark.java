package dev.rollcall.bench;

import dev.rollcall.planner.proposal.WeekOfPeople;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A week proposed for sixty people, on one thread, beside its greedy start.
@Tag("bench")
@Tag("proposal")
class ProposalBenchmark {

    private static final int PEOPLE = 60;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void proposesAWeekForSixtyPeople() {
        var outcome = new WeekOfPeople(PEOPLE).search(LIMIT);
        var report = new Report("proposal");
        report.figure("until the first week that keeps every must", "ms", outcome.untilKept());
        report.figure("needed, heads x half hours", "half hours", (double) outcome.needed());
        report.figure("missing in the greedy start", "half hours", (double) outcome.greedy());
        report.figure("missing after 30 s", "half hours", (double) outcome.missing());
        report.check("every must is kept", outcome.keepsEveryMust());
        report.check("better than the greedy start", outcome.missing() < outcome.greedy());
        report.close();
    }
}
