package dev.rollcall.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something in a file that cannot be read, on its way to the report.
final class BadEntry extends Exception {

    private static final long serialVersionUID = 1L;

    private final ScheduleImport.BadLine line;

    BadEntry(long line, LineProblem problem, String... values) {
        this(line, null, problem, values);
    }

    BadEntry(long line, @Nullable String pointer, LineProblem problem, String... values) {
        super(problem.name(), null, false, false);
        this.line = new ScheduleImport.BadLine(line, pointer, problem, List.of(values));
    }

    ScheduleImport.BadLine line() {
        return line;
    }
}
