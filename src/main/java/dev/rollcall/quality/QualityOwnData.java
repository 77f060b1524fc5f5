package dev.rollcall.quality;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves. A result that waits for their own view is
/// not handed over before it, and what evaluators noted for evaluators never is.
@Component
class QualityOwnData implements OwnDataKeeper {

    private static final String OPEN =
            " and e.state = 'PUBLISHED' and (not e.asks_self or e.self_state <> 'OPEN') ";

    private final JdbcClient database;

    QualityOwnData(JdbcClient database) {
        this.database = database;
    }

    private OwnDataPart part(String name, String sql) {
        return OwnDataPart.of(name, database, sql);
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                part(
                        "interactions",
                        """
                        select source, external_id as id, version, channel, started_at as startedAt, zone, seconds as durationSeconds,
                            answer_seconds as answerSeconds, transfers, transferred_to as transferredTo, customer, link, reason,
                            observed, received_at as receivedAt, actor_name as toldBy
                        from quality_interaction where agent_id = :agent order by started_at, id
                        """),
                part(
                        "interactions-corrected",
                        """
                        select i.source, i.external_id as id, p.version, p.told, p.replaced_at as replacedAt
                        from quality_interaction_past p join quality_interaction i on i.id = p.interaction_id
                        where p.agent_id = :agent order by p.replaced_at
                        """),
                part(
                        "evaluations",
                        """
                        select e.id, i.source, i.external_id as interaction, e.card, e.card_version as cardVersion,
                            e.evaluator_name as evaluator, e.published_at as publishedAt, e.self_state as selfAssessment,
                            e.seen_at as seenAt, e.acknowledged_at as acknowledgedAt, r.number as revision, r.answers,
                            r.comment, r.score, r.failed, r.written_at as writtenAt, r.written_by as writtenBy
                        from quality_evaluation e
                        join quality_interaction i on i.id = e.interaction_id
                        join quality_revision r on r.evaluation_id = e.id
                        where e.agent_id = :agent
                        """
                                + OPEN
                                + "order by e.id, r.number"),
                part(
                        "self-assessments",
                        """
                        select e.id as evaluation, s.answers, s.comment, s.score, s.written_at as writtenAt
                        from quality_self_assessment s join quality_evaluation e on e.id = s.evaluation_id
                        where e.agent_id = :agent order by e.id
                        """),
                part(
                        "disputes",
                        """
                        select e.id as evaluation, d.reason, d.raised_at as raisedAt, d.of_revision as ofRevision, d.outcome,
                            d.note, d.resolved_at as resolvedAt, d.resolved_name as resolvedBy
                        from quality_dispute d join quality_evaluation e on e.id = d.evaluation_id
                        where e.agent_id = :agent order by d.id
                        """),
                part(
                        "sampled",
                        """
                        select i.source, i.external_id as interaction, t.card, t.due, t.state, t.why
                        from quality_task t join quality_interaction i on i.id = t.interaction_id
                        where t.agent_id = :agent order by t.id
                        """),
                part(
                        "calibrations",
                        """
                        select c.id, c.name, i.source, i.external_id as interaction, c.opened_at as openedAt, c.closed_at as closedAt
                        from quality_calibration c join quality_interaction i on i.id = c.interaction_id
                        where c.agent_id = :agent order by c.id
                        """));
    }
}
