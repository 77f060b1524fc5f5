package dev.rollcall.dashboard;

import java.util.regex.Pattern;

/// What a widget is called in stored layouts, for ever: its module and its name, as
/// `presence.agents-status`.
public record WidgetKey(String value) implements Comparable<WidgetKey> {

    private static final Pattern FORM = Pattern.compile("[a-z]+\\.[a-z][a-z0-9-]{0,59}");

    /// @throws IllegalArgumentException when it is no such name
    public WidgetKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A widget is named by its module and itself, as presence.agents-status");
        }
    }

    @Override
    public int compareTo(WidgetKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
