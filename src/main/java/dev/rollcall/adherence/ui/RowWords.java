package dev.rollcall.adherence.ui;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.engine.LiveState;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.adherence.floor.Ghosting;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Words;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the cells of a row say, in the viewer's language and zone.
public final class RowWords {

    private final Words words;
    private final Names names;
    private final Directory directory;
    private final Times times;
    private final Percents percents;
    private final DeviationWords deviations;
    private final DurationWords durations;
    private final @Nullable Instant moment;

    public RowWords(Words words, Names names, Directory directory, Times times) {
        this(words, names, directory, times, null);
    }

    /// @param moment rows are seen at, when it is over: nothing of them lasts any longer; null: now
    public RowWords(
            Words words, Names names, Directory directory, Times times, @Nullable Instant moment) {
        this.words = words;
        this.names = names;
        this.directory = directory;
        this.times = times;
        this.percents = new Percents(times.locale());
        this.deviations = new DeviationWords(words, names);
        this.durations = new DurationWords(words);
        this.moment = moment;
    }

    /// The moment rows are seen at; null: now.
    public @Nullable Instant moment() {
        return moment;
    }

    /// How a row stands: at a moment that is over with how long that had lasted then.
    public Standing standing(BoardRow row) {
        var standing = Standing.of(row);
        var since = standing.since();
        return moment == null || since == null
                ? standing
                : new Standing(standing.severity(), null, Duration.between(since, moment));
    }

    /// "12 min told later"; empty when the row shows all that is known now.
    public String toldLater(BoardRow row) {
        return row.toldLater().isEmpty()
                ? ""
                : words.get(
                        "adherence.later",
                        durations.brief(
                                row.toldLater().stream()
                                        .map(TimeSpan::duration)
                                        .reduce(Duration.ZERO, Duration::plus)));
    }

    /// The same in a sentence: when, and what that means.
    public String toldLaterWhy(BoardRow row) {
        return row.toldLater().isEmpty()
                ? ""
                : words.get(
                        "adherence.later.why",
                        row.toldLater().stream()
                                .map(span -> times.shift(span.start(), span.end()))
                                .collect(Collectors.joining(", ")));
    }

    public Times times() {
        return times;
    }

    public static String initials(String name) {
        var parts = name.strip().split("\\s+");
        var ends = parts.length > 1 ? new String[] {parts[0], parts[parts.length - 1]} : parts;
        return Arrays.stream(ends)
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /// Where somebody works: "North · Billing", or "In Pacific, home North".
    public String team(BoardRow row) {
        var home = unit(row.agent().unit());
        if (row.currentUnit() != null) {
            return words.get("adherence.board.elsewhere", unit(row.currentUnit()), home);
        }
        return row.agent().groups().stream()
                .map(directory::group)
                .flatMap(Optional::stream)
                .map(Group::name)
                .sorted()
                .findFirst()
                .map(group -> home + " · " + group)
                .orElse(home);
    }

    private String unit(UnitId id) {
        return directory.unit(id).map(Unit::name).orElse("");
    }

    /// The base of what somebody does now, for a badge: `available`; empty on a day that is over.
    public static String presenceToken(BoardRow row) {
        return row.state()
                .map(live -> live.presence().replaceFirst("/.*", "").toLowerCase(Locale.ROOT))
                .orElse("");
    }

    public String status(BoardRow row) {
        var standing = standing(row);
        var word = words.get(standing.severity().translationKey());
        return standing.out().isZero() ? word : word + " " + durations.brief(standing.out());
    }

    public String shouldBe(BoardRow row) {
        var scheduled = row.state().flatMap(LiveState::piece);
        if (scheduled.isPresent()) {
            return names.activity(scheduled.get().activity());
        }
        return next(row)
                .map(piece -> names.activity(piece.activity()))
                .orElseGet(() -> words.get("adherence.board.nothingScheduled"));
    }

    /// "until 12:30", or when the next activity begins; empty when nothing comes any more.
    public String shouldBeWhen(BoardRow row) {
        var scheduled = row.state().flatMap(LiveState::piece);
        if (scheduled.isPresent()) {
            return words.get("adherence.board.until", times.of(scheduled.get().end()));
        }
        return next(row)
                .map(piece -> words.get("adherence.board.from", times.of(piece.start())))
                .orElse("");
    }

    private static Optional<Piece> next(BoardRow row) {
        var live = row.live();
        return live == null
                ? Optional.empty()
                : row.schedule().stream()
                        .filter(p -> !p.start().isBefore(live.validUntil()))
                        .findFirst();
    }

    public String is(BoardRow row) {
        return row.state().map(live -> names.presence(live.presence())).orElse("");
    }

    /// "since 12:12, set by Kim, on a call".
    public String isSince(BoardRow row) {
        var text = new StringBuilder();
        if (row.presenceSince() != null) {
            text.append(words.get("adherence.board.since", times.of(row.presenceSince())));
        }
        if (row.changedBy() != null) {
            append(text, words.get("adherence.board.setBy", row.changedBy()));
        }
        if (row.onCall()) {
            append(text, words.get("adherence.board.onCall"));
        }
        return text.toString();
    }

    /// Why somebody might be worth a look: "no work since 12:12"; empty when nothing says so.
    public String quiet(@Nullable Ghosting ghosting) {
        return ghosting == null
                ? ""
                : words.get("adherence.quiet." + ghosting.kind(), times.of(ghosting.since()));
    }

    /// The same in a sentence, with what it stands on.
    public String quietWhy(@Nullable Ghosting ghosting) {
        return ghosting == null
                ? ""
                : words.get(
                        "adherence.quiet." + ghosting.kind() + ".why",
                        times.of(ghosting.since()),
                        ghosting.busyColleagues(),
                        ghosting.colleagues());
    }

    private static void append(StringBuilder text, String more) {
        text.append(text.isEmpty() ? "" : ", ").append(more);
    }

    /// What a deviation does to the plan: "missing", "extra", "other"; empty when there is none.
    public String impact(BoardRow row) {
        return row.state()
                .filter(live -> live.state().isOut())
                .map(live -> words.get("adherence.impact." + live.impact()))
                .orElse("");
    }

    /// The impact in a sentence; empty when nobody deviates.
    public String impactWhy(BoardRow row) {
        return row.state()
                .filter(live -> live.state().isOut())
                .map(live -> words.get("adherence.impact." + live.impact() + ".why"))
                .orElse("");
    }

    /// The hours of the shift on a day that is over: "08:00–16:30".
    public String shift(BoardRow row) {
        return row.schedule().isEmpty()
                ? words.get("adherence.board.nothingScheduled")
                : times.shift(row.schedule().getFirst().start(), row.schedule().getLast().end());
    }

    /// How often somebody deviated on a day, and whether that day still goes on.
    public String deviations(BoardRow row, Instant now) {
        var text = words.get("adherence.board.deviations", row.figures().deviations());
        return row.period().end().isAfter(now) ? words.get("adherence.board.soFar", text) : text;
    }

    /// "90.2 % raw".
    public String raw(BoardRow row) {
        return words.get("adherence.board.raw", percents.of(row.figures().raw()));
    }

    /// "91.2 % tolerated".
    public String tolerated(BoardRow row) {
        return words.get("adherence.board.tolerated", percents.of(row.figures().tolerated()));
    }

    public String score(BoardRow row) {
        return percents.of(row.figures().score());
    }

    /// All three figures and the target in a sentence.
    public String figures(BoardRow row) {
        return words.get(
                "adherence.board.figures",
                percents.of(row.figures().score()),
                percents.of(row.figures().tolerated()),
                percents.of(row.figures().raw()),
                percents.of(row.targetPercent(), 0));
    }

    /// The row's timeline for people who hear it: "Out since 12:32, 15 minutes over Lunch".
    public String sentence(BoardRow row, Instant now) {
        var live = row.live();
        if (live == null) {
            return row.figures().scheduled().isZero()
                    ? words.get("adherence.sentence.nothing")
                    : words.get(
                            "adherence.sentence.day",
                            shift(row),
                            percents.of(row.figures().score()),
                            row.figures().deviations());
        }
        var since = times.of(live.since());
        return switch (live.state()) {
            case IN ->
                    words.get("adherence.sentence.in", is(row), shouldBe(row), shouldBeWhen(row));
            case GRACE -> words.get("adherence.sentence.grace", since, reason(row, live, now));
            case OUT -> words.get("adherence.sentence.out", since, reason(row, live, now));
            case SEVERE -> words.get("adherence.sentence.severe", since, reason(row, live, now));
            case UNKNOWN -> words.get("adherence.sentence.unknown", since);
            case NOT_SCHEDULED ->
                    words.get("adherence.sentence.off", is(row), shouldBe(row), shouldBeWhen(row))
                            .strip();
        };
    }

    private String reason(BoardRow row, LiveState live, Instant now) {
        return deviations.reason(live, row.schedule(), now);
    }

    /// "2 more agents out, worst: Dana, 18 minutes".
    ///
    /// @param worst the one who stands worst among them
    public String wentOut(int people, BoardRow worst, Instant now) {
        @Nullable Instant since = Standing.of(worst).since();
        var length =
                Duration.between(since == null ? now : since, now).truncatedTo(ChronoUnit.MINUTES);
        return words.get(
                "adherence.announce.out", people, worst.agent().name(), durations.of(length));
    }
}
