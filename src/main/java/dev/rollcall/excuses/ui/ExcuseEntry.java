package dev.rollcall.excuses.ui;

import dev.rollcall.excuses.Excuse;
import dev.rollcall.excuses.Explanation;

/// A line of the list: what somebody explained, or what was excused.
sealed interface ExcuseEntry {

    long number();

    /// What addresses call it.
    String key();

    record Explained(Explanation explanation) implements ExcuseEntry {
        @Override
        public long number() {
            return explanation.number();
        }

        @Override
        public String key() {
            return "x" + explanation.number();
        }
    }

    record Excused(Excuse excuse) implements ExcuseEntry {
        @Override
        public long number() {
            return excuse.number();
        }

        @Override
        public String key() {
            return "e" + excuse.number();
        }
    }
}
