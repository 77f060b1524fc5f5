package dev.rollcall.requests;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class RequestOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    RequestOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "wishes",
                        database,
                        "select weekday, time, weight from preference where agent_id = :agent order by weekday, time"),
                OwnDataPart.of(
                        "allowances",
                        database,
                        "select type, year, granted, carried from allowance where agent_id = :agent order by year, type"),
                OwnDataPart.of(
                        "time-off",
                        database,
                        """
                        select t.type, t.from_date as fromDate, t.to_date as toDate, t.starts_at as startsAt,
                            t.ends_at as endsAt, t.amount, t.note, t.asked_at as askedAt, t.asked_name as askedBy, t.state,
                            t.decided_at as decidedAt, t.decided_name as decidedBy, t.answer, t.findings,
                            (select group_concat(d.day order by d.day separator ' ') from time_off_day d
                                where d.time_off = t.id and d.agent_id = t.agent_id) as days
                        from time_off t where t.agent_id = :agent order by t.asked_at, t.id
                        """),
                OwnDataPart.of(
                        "swaps",
                        database,
                        """
                        select day, return_day as returnDay, offered_at as offeredAt, state, agent_id = :agent as offeredByMe,
                            taker <=> :agent as takenByMe, agreed, decided_at as decidedAt, decided_name as decidedBy, answer,
                            findings
                        from shift_swap where agent_id = :agent or taker = :agent or to_agent = :agent
                        order by offered_at, id
                        """),
                OwnDataPart.of(
                        "open-shift-claims",
                        database,
                        """
                        select s.day, c.state, c.claimed_at as claimedAt, c.decided_at as decidedAt, c.decided_by as decidedBy,
                            c.answer, c.findings
                        from open_shift_claim c join open_shift s on s.id = c.open_shift
                        where c.agent_id = :agent order by c.claimed_at
                        """));
    }
}
