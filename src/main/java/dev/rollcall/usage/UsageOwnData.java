package dev.rollcall.usage;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves: what they answered, and the events under
/// the pseudonyms of theirs that can still be worked out.
@Component
class UsageOwnData implements OwnDataKeeper {

    private final JdbcClient database;
    private final UsageTable table;

    UsageOwnData(JdbcClient database, UsageTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "usage-consent",
                        database,
                        """
                        select given, decided_at as decidedAt
                        from usage_consent where agent_id = :agent
                        """),
                new Events());
    }

    private final class Events implements OwnDataPart {

        @Override
        public String name() {
            return "usage";
        }

        @Override
        public void read(Owner owner, Consumer<Map<String, @Nullable Object>> taker) {
            table.keys()
                    .forEach((week, secret) ->
                            table.ofReader(
                                    week,
                                    Pseudonyms.of(owner.agent(), secret),
                                    kept -> taker.accept(line(kept))));
        }

        private static Map<String, @Nullable Object> line(Kept kept) {
            var line = new LinkedHashMap<String, @Nullable Object>();
            line.put("day", kept.day().toString());
            line.put("hour", kept.hour());
            line.put("kind", kept.kind().name());
            var metric = kept.metric();
            line.put("metric", metric == null ? null : metric.name());
            line.put("detail", kept.detail());
            line.put("response", kept.response());
            line.put("band", kept.band());
            line.put("size", kept.size());
            return line;
        }
    }
}
