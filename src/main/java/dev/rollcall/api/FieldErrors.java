package dev.rollcall.api;

import dev.rollcall.shared.InvalidInput;
import java.util.List;

/// Bad fields as programs read them.
final class FieldErrors {

    private FieldErrors() {}

    static List<Problem.FieldError> of(List<InvalidInput.Problem> problems) {
        return problems.stream()
                .map(problem -> new Problem.FieldError(problem.pointer(), problem.detail()))
                .toList();
    }
}
