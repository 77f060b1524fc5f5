package dev.rollcall.kit;

import java.util.Arrays;
import java.util.Locale;

/// The looks of an activity: a calm colour and a pattern, so that no two that often lie side by
/// side are told apart by colour alone. The colours are the tokens `--rollcall-activity-…`.
public enum ActivityTone {
    WORK("plain"),
    BREAK("dots"),
    LUNCH("vertical"),
    MEETING("horizontal"),
    TRAINING("check"),
    COACHING("bars"),
    BACK_OFFICE("plain"),
    TIME_OFF("outline"),
    CLAY("dots"),
    MOSS("horizontal"),
    SEA("vertical"),
    PLUM("check"),
    OTHER("plain");

    private final String pattern;

    ActivityTone(String pattern) {
        this.pattern = pattern;
    }

    /// Finds a tone by its token, such as `back-office`; `OTHER` when there is none of that name.
    public static ActivityTone of(String token) {
        return Arrays.stream(values())
                .filter(tone -> tone.token().equals(token))
                .findFirst()
                .orElse(OTHER);
    }

    /// The last part of the colour's token: `back-office` of `--rollcall-activity-back-office`.
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The pattern it is drawn with, by its name in `rollcall-timeline.ts`.
    public String pattern() {
        return pattern;
    }
}
