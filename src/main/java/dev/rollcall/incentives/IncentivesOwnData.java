package dev.rollcall.incentives;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class IncentivesOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    IncentivesOwnData(JdbcClient database) {
        this.database = database;
    }

    private OwnDataPart part(String name, String sql) {
        return OwnDataPart.of(name, database, sql);
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                part(
                        "points",
                        """
                        select id, seq, kind, points, balance, run_id as run, revision, reverses, redemption, appeal, at, by_name as `by`
                        from incentives_entry where agent_id = :agent order by seq
                        """),
                part(
                        "awards",
                        """
                        select a.run_id as run, r.scheme, r.version, r.period_from as `from`, r.period_to as `to`, a.revision, a.points,
                            a.reason, a.made_at as madeAt
                        from incentives_award a join incentives_run r on r.id = a.run_id
                        where a.agent_id = :agent order by a.run_id, a.revision
                        """),
                part(
                        "rewards",
                        """
                        select id, name, kind, price, day, amount, currency, state, asked_at as askedAt, decided_at as decidedAt,
                            decided_name as decidedBy, answer
                        from incentives_redemption where agent_id = :agent order by id
                        """),
                part(
                        "appeals",
                        """
                        select id, run_id as run, revision, text, state, points, asked_at as askedAt, decided_at as decidedAt,
                            decided_name as decidedBy, answer
                        from incentives_appeal where agent_id = :agent order by id
                        """),
                part(
                        "recognition",
                        "select run_id as run, redemption, shown_at as shownAt from incentives_shown where agent_id = :agent order by id"),
                part(
                        "leaderboard",
                        "select joined_at as joinedAt from incentives_leaderboard_member where agent_id = :agent"));
    }
}
