package dev.rollcall.development;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class DevelopmentOwnData implements OwnDataKeeper {

    private static final String OF =
            " join development_plan p on p.id = x.plan_id where p.agent_id = :agent order by x.id";

    private final JdbcClient database;

    DevelopmentOwnData(JdbcClient database) {
        this.database = database;
    }

    private OwnDataPart part(String name, String sql) {
        return OwnDataPart.of(name, database, sql);
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                part(
                        "development-plans",
                        """
                        select id, aim, opened_at as openedAt, opened_name as openedBy, lead_name as lookedAfterBy,
                            closed_at as closedAt, closed_name as closedBy, closing
                        from development_plan where agent_id = :agent order by id
                        """),
                part(
                        "development-goals",
                        """
                        select x.plan_id as plan, x.id, x.text, x.due, x.person_agreed_at as agreedAt,
                            x.lead_agreed_at as agreedByLeadAt, x.agreed_as as agreedAs, x.dropped_by as droppedBy,
                            x.source_kind as startsFrom, x.source_id as startsFromWhich
                        from development_goal x\
                        """
                                + OF),
                part(
                        "development-objectives",
                        """
                        select g.plan_id as plan, o.goal_id as goal, o.text, o.start_value as start, o.target_value as target,
                            o.current_value as current, o.unit_word as unit, o.reached_at as reachedAt
                        from development_objective o join development_goal g on g.id = o.goal_id
                            join development_plan p on p.id = g.plan_id
                        where p.agent_id = :agent order by o.id
                        """),
                part(
                        "development-steps",
                        """
                        select x.plan_id as plan, x.goal_id as goal, x.kind, x.owner, x.text, x.due, x.link,
                            x.source_kind as startsFrom, x.source_id as startsFromWhich, x.done_at as doneAt
                        from development_step x\
                        """
                                + OF),
                part(
                        "development-remarks",
                        """
                        select x.plan_id as plan, x.kind, x.text, x.day, x.side, x.by_name as saidBy,
                            x.source_kind as startsFrom, x.source_id as startsFromWhich
                        from development_remark x\
                        """
                                + OF),
                part(
                        "development-reviews",
                        """
                        select x.plan_id as plan, x.due, x.held_at as heldAt, x.outcome, x.words, x.held_name as heldBy,
                            x.noted_at as notedAt
                        from development_review x\
                        """
                                + OF),
                part(
                        "development-changes",
                        """
                        select x.plan_id as plan, x.at, x.side, x.by_name as changedBy, x.what, x.text, x.said_before as saidBefore
                        from development_change x\
                        """
                                + OF),
                part(
                        "development-check-ins",
                        """
                        select week, mood, pace, support, word
                        from development_checkin where agent_id = :agent order by week
                        """));
    }
}
