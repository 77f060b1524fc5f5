package dev.rollcall.messages;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class MessageOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    MessageOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "quick-messages",
                        database,
                        """
                        select m.sent_at as sentAt, m.sent_name as sentBy,
                            if(m.withdrawn_at is null, m.text, null) as text, m.withdrawn_at as withdrawnAt,
                            c.delivered_at as shownAt, c.read_at as readAt, c.answered_at as answeredAt, c.answer,
                            c.answer_text as answerText
                        from quick_message_copy c join quick_message m on m.id = c.message_id
                        where c.agent_id = :agent order by m.sent_at, m.id
                        """));
    }
}
