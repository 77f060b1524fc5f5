package dev.rollcall.work;

import dev.rollcall.people.GroupId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds items in the database, page by page.
@Repository
class CaseTable {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");

    /// What stands for other characters in a pattern.
    private static final Pattern BLANK = Pattern.compile("[%_\\\\]");

    private final JdbcClient database;

    CaseTable(JdbcClient database) {
        this.database = database;
    }

    /// @param after the number of the last item of the page before; [Long#MAX_VALUE]: none was
    List<WorkItem> page(CaseFilter filter, CaseScope scope, long after, int limit) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        if (!isSeen(scope, conditions, values)) {
            return List.of();
        }
        narrow(filter, scope, conditions, values);
        if (after != Long.MAX_VALUE) {
            conditions.add(filter.oldestFirst() ? "id > :after" : "id < :after");
            values.put("after", after);
        }
        var found = filter.text().isBlank() ? "" : found(filter.text(), values);
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var order = filter.oldestFirst() ? " order by id" : " order by id desc";
        values.put("limit", limit);
        return database.sql(WorkTable.SELECT + found + where + order + " limit :limit")
                .params(values)
                .query((row, _) -> WorkTable.item(row))
                .list();
    }

    /// @return false when there is nothing they may see
    private static boolean isSeen(
            CaseScope scope, List<String> conditions, Map<String, Object> values) {
        if (scope.everything()) {
            return true;
        }
        var seen = new ArrayList<String>();
        if (!scope.groups().isEmpty()) {
            seen.add("group_id in (:groups)");
            values.put("groups", scope.groups().stream().map(GroupId::value).toList());
        }
        if (scope.self() != null) {
            seen.add("agent_id = :self");
            values.put("self", scope.self().value());
        }
        conditions.add("(" + String.join(" or ", seen) + ")");
        return !seen.isEmpty();
    }

    private static void narrow(
            CaseFilter filter,
            CaseScope scope,
            List<String> conditions,
            Map<String, Object> values) {
        if (filter.channel() != null) {
            conditions.add("channel = :channel");
            values.put("channel", filter.channel().name());
        }
        if (filter.group() != null) {
            conditions.add("group_id = :group");
            values.put("group", filter.group().value());
        }
        if (filter.stage() != null) {
            conditions.add(
                    switch (filter.stage()) {
                        case WAITING -> "state = 'WAITING'";
                        case HELD -> "state in ('ASSIGNED', 'ACTIVE')";
                        case DONE -> "state = 'DONE'";
                    });
        }
        if (filter.mine()) {
            conditions.add("agent_id = :mine");
            values.put("mine", scope.self() == null ? 0 : scope.self().value());
        }
    }

    /// Found by its words or by how its reference begins, each with an index of its own.
    private static String found(String text, Map<String, Object> values) {
        values.put("words", words(text));
        values.put("reference", BLANK.matcher(text.strip()).replaceAll("\\\\$0") + "%");
        return """
        join (
            select id as found from work_item
            where match (subject, customer) against (:words in boolean mode)
            union select id from work_item where reference like :reference
        ) as hits on hits.found = id
        """;
    }

    /// Every word has to begin one of the item's; nothing of what is typed is an operator.
    private static String words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(word -> "+" + word + "*")
                .collect(Collectors.joining(" "));
    }
}
