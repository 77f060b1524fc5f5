package dev.rollcall.kpi;

import dev.rollcall.shared.InvalidInput;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the fields of a fact stand in a file.
///
/// @param columns the column of each field that has one, counted from 0
/// @param always what a field always is, where no column says it
/// @param onlyColumn lines count only where this column says `onlyValue`; null: all of them
public record FactColumns(
        Map<Field, Integer> columns,
        Map<Field, String> always,
        @Nullable Integer onlyColumn,
        String onlyValue) {

    public FactColumns {
        columns = Map.copyOf(columns);
        always = Map.copyOf(always);
    }

    /// A field of a fact in a file.
    public enum Field {
        ID("id", "call id", "payment id", "case id", "ticket id", "number", "reference"),
        VERSION("version"),
        AGENT("agent", "agent id", "employee", "representative", "user"),
        /// An instant with an offset, or a local date and time.
        AT("at", "timestamp", "date time", "datetime", "created at"),
        DATE("date", "day"),
        TIME("time"),
        KIND("kind", "type"),
        AMOUNT("amount", "paid", "payment", "collected"),
        DUE("due", "amount due"),
        CURRENCY("currency"),
        CATEGORY("category", "topic", "subject", "reason"),
        /// Seconds, or `h:mm:ss`.
        DURATION(
                "durationseconds",
                "duration",
                "duration seconds",
                "talk time",
                "avgtalkduration",
                "handle time"),
        STATUS("status"),
        RESOLVED_AT("resolvedat", "resolved at", "completed at", "closed at");

        private final Set<String> names;

        Field(String... names) {
            this.names = Set.of(names);
        }

        /// What can be the same for every line.
        public boolean canBeAlways() {
            return this == KIND || this == CURRENCY || this == STATUS;
        }
    }

    /// What a header says by itself.
    public static FactColumns guess(List<String> header) {
        var columns = new EnumMap<Field, Integer>(Field.class);
        for (var field : Field.values()) {
            for (int i = 0; i < header.size(); i++) {
                var name = header.get(i).strip().toLowerCase(Locale.ROOT).replace('_', ' ');
                if (field.names.contains(name) && !columns.containsValue(i)) {
                    columns.put(field, i);
                    break;
                }
            }
        }
        return new FactColumns(columns, Map.of(), null, "");
    }

    /// @throws InvalidInput when a fact could not be read this way
    void check() {
        var found = new InvalidInput.Collector();
        found.check(columns.containsKey(Field.ID), "/ID", FactComplaint.ID_COLUMN.with());
        found.check(columns.containsKey(Field.AGENT), "/AGENT", FactComplaint.AGENT_COLUMN.with());
        found.check(
                columns.containsKey(Field.AT) || columns.containsKey(Field.DATE),
                "/AT",
                FactComplaint.AT_COLUMN.with());
        found.check(
                columns.containsKey(Field.KIND) || always.containsKey(Field.KIND),
                "/KIND",
                FactComplaint.KIND_COLUMN.with());
        found.throwIfAny();
    }

    /// What a line says of a field; empty when nothing.
    Optional<String> of(Field field, FactSheet.Line line) {
        var column = columns.get(field);
        var value = column == null ? "" : line.cells().get(column).strip();
        return value.isEmpty()
                ? Optional.ofNullable(always.get(field)).filter(it -> !it.isBlank())
                : Optional.of(value);
    }

    boolean counts(FactSheet.Line line) {
        return onlyColumn == null
                || line.cells().get(onlyColumn).strip().equalsIgnoreCase(onlyValue.strip());
    }
}
