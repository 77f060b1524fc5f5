package dev.rollcall.excuses;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class ExcuseOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    ExcuseOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "excuses",
                        database,
                        """
                        select e.from_at as fromAt, e.until_at as untilAt, e.reason, e.reach, e.note, e.given_at as givenAt,
                            e.given_name as givenBy, p.joined_at as coveredSince, e.ended_at as endedAt,
                            e.taken_back_at as takenBackAt, e.taken_back_name as takenBackBy
                        from excuse_person p join excuse e on e.id = p.excuse_id
                        where p.agent_id = :agent order by e.from_at, e.id
                        """),
                OwnDataPart.of(
                        "incidents-left",
                        database,
                        """
                        select e.reason, g.from_at as fromAt, g.until_at as untilAt
                        from excuse_gap g join excuse e on e.id = g.excuse_id
                        where g.agent_id = :agent order by g.from_at
                        """),
                OwnDataPart.of(
                        "explanations",
                        database,
                        """
                        select from_at as fromAt, until_at as untilAt, reason, text, asked_at as askedAt,
                            asked_name as askedBy, state, decided_at as decidedAt, decided_name as decidedBy, note
                        from explanation where agent_id = :agent order by asked_at, id
                        """));
    }
}
