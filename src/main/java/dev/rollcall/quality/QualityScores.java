package dev.rollcall.quality;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.Access;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// What the evaluations of each of some people came to over a period, for jobs of the house that
/// make something of it. What is in dispute counts nowhere, and neither does a result the person
/// has not opened: whoever told something made of it would tell the result.
@Component
public class QualityScores {

    private static final int DECIMALS = 8;

    private final JdbcClient database;
    private final Access access;

    QualityScores(JdbcClient database, Access access) {
        this.database = database;
        this.access = access;
    }

    /// The mean of the scores published in a period, in percent, cut off after eight digits; people
    /// without any are left out.
    ///
    /// @param from the first day, included, in each person's own zone
    /// @param to the last day, included
    /// @throws AccessDeniedException for anybody but a job of the house
    public Map<AgentId, BigDecimal> means(Collection<Agent> people, LocalDate from, LocalDate to) {
        if (access.viewer().actor().kind() != Actor.Kind.SYSTEM) {
            throw new AccessDeniedException("What one person's work came to is theirs.");
        }
        if (people.isEmpty()) {
            return Map.of();
        }
        var known = people.stream().collect(Collectors.toMap(Agent::id, agent -> agent));
        var scores = new HashMap<AgentId, List<BigDecimal>>();
        database.sql(
                        """
                        select e.agent_id, e.published_at, r.score
                        from quality_evaluation e
                        join quality_revision r on r.evaluation_id = e.id and r.number = e.revision
                        where e.state = 'PUBLISHED' and not e.disputed and r.score is not null
                            and (not e.asks_self or e.self_state <> 'OPEN')
                            and e.published_at >= :from and e.published_at < :until
                        """)
                .param("from", from.minusDays(1).atStartOfDay())
                .param("until", to.plusDays(2).atStartOfDay())
                .query((row, _) -> {
                    var agent = known.get(new AgentId(row.getLong("agent_id")));
                    if (agent != null) {
                        var day =
                                row.getObject("published_at", LocalDateTime.class)
                                        .atOffset(ZoneOffset.UTC)
                                        .atZoneSameInstant(agent.zone())
                                        .toLocalDate();
                        if (!day.isBefore(from) && !day.isAfter(to)) {
                            scores.computeIfAbsent(agent.id(), _ -> new ArrayList<>())
                                    .add(row.getBigDecimal("score"));
                        }
                    }
                    return 1;
                })
                .list();
        var means = new HashMap<AgentId, BigDecimal>();
        scores.forEach((agent, all) ->
                means.put(
                        agent,
                        all.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(
                                        BigDecimal.valueOf(all.size()),
                                        DECIMALS,
                                        RoundingMode.DOWN)));
        return means;
    }
}
