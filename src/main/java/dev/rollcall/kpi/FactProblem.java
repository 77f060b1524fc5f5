package dev.rollcall.kpi;

import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import java.util.List;
import java.util.stream.Collectors;

/// Why a fact was rejected.
///
/// @param code `unknown-agent`, `clock-skew` or `bad-event`, the codes presence events have
/// @param problems a sentence for each bad field; at least one
public record FactProblem(String code, List<InvalidInput.Problem> problems) {

    public static final String UNKNOWN_AGENT = "unknown-agent";
    public static final String CLOCK_SKEW = "clock-skew";
    public static final String BAD_FACT = "bad-event";

    public FactProblem {
        problems = List.copyOf(problems);
    }

    static FactProblem of(String code, String pointer, Sentence sentence) {
        return new FactProblem(code, List.of(new InvalidInput.Problem(pointer, sentence)));
    }

    /// All sentences, for the sender.
    public String detail() {
        return problems.stream().map(InvalidInput.Problem::detail).collect(Collectors.joining(" "));
    }
}
