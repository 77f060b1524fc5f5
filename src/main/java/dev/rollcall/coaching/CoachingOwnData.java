package dev.rollcall.coaching;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves. What coaches note for themselves alone is
/// never handed over here.
@Component
class CoachingOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    CoachingOwnData(JdbcClient database) {
        this.database = database;
    }

    private OwnDataPart part(String name, String sql) {
        return OwnDataPart.of(name, database, sql);
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                part(
                        "coaching-sessions",
                        """
                        select s.id, s.kind, s.title, s.starts_at as startsAt, s.ends_at as endsAt, s.agenda, s.notes,
                            s.reason_kind as startsFrom, s.reason_ref as startsFromWhich, s.state, s.why, s.coach_name as coach,
                            s.follow_up as followUp, s.created_at as createdAt, p.planned_on as plannedOn, p.seen_at as seenAt,
                            p.learned_at as learnedAt, p.acknowledged_at as acknowledgedAt, p.word
                        from coaching_participant p join coaching_session s on s.id = p.session_id
                        where p.agent_id = :agent order by s.id
                        """),
                part(
                        "coaching-goals",
                        """
                        select session_id as session, metric, text, target, due
                        from coaching_goal where agent_id = :agent order by id
                        """),
                part(
                        "coaching-actions",
                        """
                        select session_id as session, owner, text, due, done_at as doneAt
                        from coaching_action where agent_id = :agent order by id
                        """),
                part(
                        "coaching-tips",
                        """
                        select message_id as message, text, given_at as givenAt, coach_name as coach
                        from coaching_tip where agent_id = :agent order by given_at
                        """));
    }
}
