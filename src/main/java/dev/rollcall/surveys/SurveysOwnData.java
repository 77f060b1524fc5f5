package dev.rollcall.surveys;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What customers answered about somebody, for themselves.
@Component
class SurveysOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    SurveysOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "survey-answers",
                        database,
                        """
                        select source, ref as id, version, answered_at as answeredAt, kind, score, question, comment, interaction,
                            tags, told_at as toldAt, told_by as toldBy
                        from survey_response where agent_id = :agent order by answered_at, id
                        """));
    }
}
