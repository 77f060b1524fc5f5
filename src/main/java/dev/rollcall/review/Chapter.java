package dev.rollcall.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the pack, worded for its reader: figures first, then sentences.
///
/// @param sentences what no figure says, such as what was agreed
public record Chapter(List<Line> lines, List<String> sentences) {

    public Chapter {
        lines = List.copyOf(lines);
        sentences = List.copyOf(sentences);
    }

    public static Chapter of(Line... lines) {
        return new Chapter(List.of(lines), List.of());
    }

    /// A figure.
    ///
    /// @param label what it is
    /// @param note what it is measured against; null: nothing
    public record Line(String label, String value, @Nullable String note) {}
}
