package dev.rollcall.kit;

/// A timeline as a cell of a grid: the template for a `LitRenderer`, and the names of the two
/// properties it takes. The grid's [TimelineAxis] does the rest; see there for a sample.
///
/// A cell is as high as `--rollcall-timeline-height` says, 28 px by default.
public final class TimelineRow {

    /// Property: the strip's compact form, [TimelineStrip#encode()].
    public static final String VALUE = "timeline";

    /// Property: the strip in a sentence, for people who hear it: "Out since 12:32, 15 minutes over
    /// lunch".
    public static final String LABEL = "timelineLabel";

    public static final String TEMPLATE =
            """
            <rollcall-timeline .value="${item.timeline}" .label="${item.timelineLabel}"></rollcall-timeline>\
            """;

    private TimelineRow() {}
}
