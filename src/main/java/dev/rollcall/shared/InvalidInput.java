package dev.rollcall.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody sent or typed cannot be accepted. Carries one sentence for each bad field, so that
/// a form can show it at the field and the public interface in `errors`.
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /// @param problems at least one
    public InvalidInput(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(" ")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("Invalid input names at least one problem");
        }
        this.problems = List.copyOf(problems);
    }

    /// One bad field.
    public static InvalidInput of(String pointer, String detail) {
        return new InvalidInput(List.of(new Problem(pointer, detail)));
    }

    /// One bad field, in a sentence screens can translate.
    public static InvalidInput of(String pointer, Sentence sentence) {
        return new InvalidInput(List.of(new Problem(pointer, sentence)));
    }

    public List<Problem> problems() {
        return problems;
    }

    /// One bad field.
    ///
    /// @param pointer a JSON pointer to the field (`/name`, `/activities/2/start`), empty for the
    ///   whole input
    /// @param detail a sentence that says what is wrong and what to do
    /// @param sentence the same for screens to translate, null where it is in English only
    public record Problem(String pointer, String detail, @Nullable Sentence sentence) {

        public Problem(String pointer, String detail) {
            this(pointer, detail, null);
        }

        public Problem(String pointer, Sentence sentence) {
            this(pointer, sentence.english(), sentence);
        }

        @Override
        public String toString() {
            return pointer.isEmpty() ? detail : pointer + ": " + detail;
        }
    }

    /// Collects problems, so that all of them can be told at once.
    public static final class Collector {

        private final List<Problem> found = new ArrayList<>();

        /// Notes a problem unless `fine`.
        ///
        /// @return `fine`, for checks that only make sense when this one holds
        public boolean check(boolean fine, String pointer, String detail) {
            if (!fine) {
                add(pointer, detail);
            }
            return fine;
        }

        /// As [#check(boolean, String, String)], in a sentence screens can translate.
        public boolean check(boolean fine, String pointer, Sentence sentence) {
            if (!fine) {
                add(pointer, sentence);
            }
            return fine;
        }

        public void add(String pointer, String detail) {
            found.add(new Problem(pointer, detail));
        }

        public void add(String pointer, Sentence sentence) {
            found.add(new Problem(pointer, sentence));
        }

        /// @throws InvalidInput when there is a problem
        public void throwIfAny() {
            if (!found.isEmpty()) {
                throw new InvalidInput(found);
            }
        }
    }
}
