package dev.rollcall.feedback;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves. What they answered without their name is
/// not among it: nobody knows which it is.
@Component
class FeedbackOwnData implements OwnDataKeeper {

    private static final String COLUMNS =
            """
            n.id, n.kind, n.origin, n.giver_name as givenBy, n.said, n.next_step as next, n.about, n.about_id as aboutId,
            n.given_at as givenAt, n.seen_at as seenAt, n.reply, n.reply_text as replyText, n.replied_at as repliedAt,
            n.shared_at as shownSince, n.withdrawn_at as takenBackAt,
            (select group_concat(t.tag order by t.tag separator ' ') from feedback_note_tag t where t.note_id = n.id) as tags
            """;

    private final JdbcClient database;

    FeedbackOwnData(JdbcClient database) {
        this.database = database;
    }

    private OwnDataPart part(String name, String sql) {
        return OwnDataPart.of(name, database, sql);
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                part(
                        "feedback",
                        "select "
                                + COLUMNS
                                + ", n.report, n.report_reason as reportReason, n.reported_at as reportedAt, n.decided_at as decidedAt"
                                + " from feedback_note n where n.agent_id = :agent and n.withdrawn_at is null order by n.id"),
                part(
                        "feedback-given",
                        "select "
                                + COLUMNS
                                + " from feedback_note n where n.giver_kind = 'USER' and n.giver_id = :user order by n.id"),
                part(
                        "feedback-rounds",
                        """
                        select r.title, r.opened_at as openedAt, r.closes_at as closesAt, a.answered
                        from feedback_round_asked a join feedback_round r on r.id = a.round_id
                        where a.agent_id = :agent order by r.id
                        """),
                part(
                        "feedback-reviews-of-me",
                        """
                        select r.title, r.opened_at as openedAt, r.closes_at as closesAt
                        from feedback_round r where r.manager_user = :user order by r.id
                        """));
    }
}
