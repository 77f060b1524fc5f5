package dev.rollcall.api;

import dev.rollcall.shared.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Bad fields as programs read them.
final class FieldErrors {

    private FieldErrors() {}

    /// Names bad fields as they were sent, where a service calls them otherwise.
    ///
    /// @param names pointers by what the service calls them
    static <T> T asSent(Map<String, String> names, Supplier<T> save) {
        try {
            return save.get();
        } catch (InvalidInput e) {
            throw new InvalidInput(
                    e.problems().stream()
                            .map(each ->
                                    new InvalidInput.Problem(
                                            names.getOrDefault(each.pointer(), each.pointer()),
                                            each.detail(),
                                            each.sentence()))
                            .toList());
        }
    }

    static List<Problem.FieldError> of(List<InvalidInput.Problem> problems) {
        return problems.stream()
                .map(problem -> new Problem.FieldError(problem.pointer(), problem.detail()))
                .toList();
    }
}
