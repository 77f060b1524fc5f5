package dev.rollcall.feedback;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the caller is asked without their name. That they answered is kept; what they answered is
/// kept elsewhere, without them and without a time, and nothing of it is written down or told.
@Service
public class OwnRounds {

    private static final int LONGEST_WORDS = 1000;
    private static final int BEST = 5;

    private final RoundTable table;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    OwnRounds(RoundTable table, Access access, AuditLog audit, ApplicationClock clock) {
        this.table = table;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// What waits for the caller, what ends first first.
    @Requires(Permission.FEEDBACK_OWN)
    @Transactional(readOnly = true)
    public List<Round> waiting() {
        return access.viewer()
                .agent()
                .map(self -> table.waiting(self, clock.instant()))
                .orElse(List.of());
    }

    /// Answers, once and for good: nobody could find the answer again.
    ///
    /// @param marks one for each question, from 1, not at all, to 5, completely
    /// @param words in their own words; empty for none
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when they answered already
    /// @throws NotFound when they are not asked, or the round is over
    @Requires(Permission.FEEDBACK_OWN)
    @Transactional
    public void answer(long number, List<Integer> marks, String words) {
        var self = self();
        var round =
                table.find(number)
                        .filter(each -> each.isOpen(clock.instant()))
                        .orElseThrow(() -> new NotFound(Rounds.WHAT, "" + number));
        int piece =
                table.piece(number, self).orElseThrow(() -> new NotFound(Rounds.WHAT, "" + number));
        var said = words.strip();
        var problems = new InvalidInput.Collector();
        problems.check(
                marks.size() == round.questions().size()
                        && marks.stream().allMatch(each -> each >= 1 && each <= BEST),
                "/marks",
                FeedbackCheck.sentence("marks", "Answer every question from 1 to 5."));
        FeedbackCheck.check(said, "/words", false, LONGEST_WORDS, problems);
        problems.throwIfAny();
        if (!table.answered(number, self)) {
            throw audit.conflict(Rounds.WHAT, "" + number);
        }
        table.insertAnswer(number, piece, marks, said.isEmpty() ? null : said);
    }

    private AgentId self() {
        return access.viewer()
                .agent()
                .orElseThrow(() -> new AccessDeniedException("Only agents are asked"));
    }
}
