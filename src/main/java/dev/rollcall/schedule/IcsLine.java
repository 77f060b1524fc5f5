package dev.rollcall.schedule;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One property of an iCalendar file, unfolded (RFC 5545, 3.1).
///
/// @param number of its first line in the file, counted from 1
/// @param name in capitals
/// @param parameters by their names in capitals, quotes taken off
/// @param value as written; texts still with their backslashes
record IcsLine(long number, String name, Map<String, String> parameters, String value) {

    /// Reads one unfolded line; null when it is none.
    static @Nullable IcsLine read(long number, String text) {
        int colon = outsideQuotes(text, ':', 0);
        if (colon < 0) {
            return null;
        }
        var head = text.substring(0, colon);
        int semicolon = outsideQuotes(head, ';', 0);
        var name = (semicolon < 0 ? head : head.substring(0, semicolon)).strip();
        if (name.isEmpty() || !name.chars().allMatch(IcsLine::isOfName)) {
            return null;
        }
        var parameters = new LinkedHashMap<String, String>();
        while (semicolon >= 0) {
            int next = outsideQuotes(head, ';', semicolon + 1);
            var parameter = head.substring(semicolon + 1, next < 0 ? head.length() : next);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        parameter.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        parameter.substring(equals + 1).strip().replace("\"", ""));
            }
            semicolon = next;
        }
        return new IcsLine(
                number,
                name.toUpperCase(Locale.ROOT),
                parameters,
                text.substring(colon + 1).strip());
    }

    private static int outsideQuotes(String text, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOfName(int character) {
        return character == '-'
                || character >= '0' && character <= '9'
                || character >= 'A' && character <= 'Z'
                || character >= 'a' && character <= 'z';
    }

    /// The value as a text: its backslashes read (RFC 5545, 3.3.11).
    String text() {
        return unescaped(value);
    }

    static String unescaped(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        var text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '\\' && i + 1 < value.length()) {
                i++;
                char escaped = value.charAt(i);
                text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }
}
