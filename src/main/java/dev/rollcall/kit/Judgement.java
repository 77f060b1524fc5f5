package dev.rollcall.kit;

/// How a stretch of what a person did compares with what was planned; decides how loudly it is
/// drawn.
public enum Judgement {
    /// As planned: a quiet tint.
    IN('='),
    /// Out, and still forgiven: a dotted edge.
    GRACE('~'),
    /// Out: solid.
    OUT('!'),
    /// Out for long: hatched at 45 degrees.
    SEVERE('#'),
    /// Not judged: quiet grey.
    NEUTRAL('_'),
    /// At work while nothing was planned: a dashed line.
    UNSCHEDULED('+'),
    /// Nobody knows, because the feed was silent: hatched grey, never blank.
    UNKNOWN('?'),
    /// Neither there nor expected: nothing but a base line.
    OFF('-');

    private final char mark;

    Judgement(char mark) {
        this.mark = mark;
    }

    /// The character that stands for it in a [TimelineStrip]'s compact form.
    char mark() {
        return mark;
    }
}
