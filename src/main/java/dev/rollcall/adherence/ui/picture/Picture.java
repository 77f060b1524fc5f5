package dev.rollcall.adherence.ui.picture;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.floor.Coverage;
import dev.rollcall.adherence.floor.Ghosting;
import dev.rollcall.adherence.ui.BoardLegend;
import dev.rollcall.adherence.ui.RowWords;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a board shows: people in an order, counted and in words. Made once for all screens that
/// look at the same, however many they are; a screen keeps only which part of it was sent. Safe for
/// any thread.
///
/// Rows change as soon as something happens. Their order, and what is counted, settles at most once
/// a second, so that nothing flickers.
public final class Picture {

    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final PictureKey key;
    private final boolean live;
    private final Supplier<RowWords> speak;
    private final Function<AgentId, @Nullable BoardRow> elsewhere;
    private final Supplier<Instant> present;
    private final BoardLegend legend;
    private final RowImages images;
    private final Crowd crowd;
    private final Announcer announcer = new Announcer();
    private final List<Viewer> viewers = new CopyOnWriteArrayList<>();

    private RowWords words;
    private Map<AgentId, Ghosting> quiet = Map.of();
    private final Map<TimeSpan, Coverage> coverages = new HashMap<>();
    private @Nullable TimeSpan shifts;
    private BoardTally tally;
    private @Nullable News news;
    private long settledAt;

    /// What a screen reader is to hear.
    ///
    /// @param number grows; who has said it once does not say it again
    public record News(long number, Announcer.Summary summary) {}

    /// @param live whether somebody can be at their work now at all
    /// @param speak finds words for rows; asked again now and then, since days go by
    /// @param elsewhere knows rows that do not belong here any more; answers null when it may not
    /// @param present the instant it shows
    Picture(
            PictureKey key,
            boolean live,
            BoardLegend legend,
            Supplier<RowWords> speak,
            Function<AgentId, @Nullable BoardRow> elsewhere,
            Supplier<Instant> present) {
        this.key = key;
        this.live = live;
        this.legend = legend;
        this.speak = speak;
        this.elsewhere = elsewhere;
        this.present = present;
        this.words = speak.get();
        this.images = new RowImages(legend);
        this.crowd = new Crowd(key.filter(), this::isInPart, key.order().comparator(key.locale()));
        this.tally = crowd.tally(present.get());
    }

    /// The same, as others go on with it.
    private Picture(Picture other) {
        this.key = other.key;
        this.live = other.live;
        this.legend = other.legend;
        this.speak = other.speak;
        this.elsewhere = _ -> null;
        this.present = other.present;
        this.words = other.words;
        this.images = new RowImages(legend);
        this.quiet = other.quiet;
        this.crowd = other.crowd.copy(this::isInPart);
        this.tally = other.tally;
    }

    private boolean isInPart(BoardRow row) {
        var part = key.part();
        return part == null || part.includes(row, present.get(), quiet.keySet());
    }

    // ------------------------------------------------------------------ what comes in

    /// Replaces everybody, and finds words anew.
    void load(Collection<BoardRow> rows) {
        synchronized (this) {
            words = speak.get();
            images.forget();
            rows.forEach(row -> legend.learn(row.schedule(), row.actual()));
            crowd.load(rows);
            look();
        }
        settle();
    }

    /// From now on it tells of those who go out.
    synchronized void startAnnouncing() {
        announcer.start(crowd.everybody());
    }

    /// Takes changed rows in, and tells those who see them.
    void take(Collection<BoardRow> rows) {
        Set<AgentId> taken;
        boolean isNews;
        synchronized (this) {
            rows.forEach(row -> legend.learn(row.schedule(), row.actual()));
            taken = crowd.take(rows);
            isNews =
                    say(
                            announcer.hearOf(
                                    rows.stream().filter(key.filter()).toList(),
                                    System.nanoTime()));
        }
        for (var viewer : viewers) {
            if (isNews || viewer.sees(taken)) {
                viewer.changed();
            }
        }
    }

    private boolean say(Optional<Announcer.Summary> summary) {
        summary.ifPresent(it -> news = new News(news == null ? 1 : news.number() + 1, it));
        return summary.isPresent();
    }

    /// How long it must wait until it may [#settle] again; zero or less: it may.
    synchronized Duration untilSettling() {
        return SETTLING.minusNanos(System.nanoTime() - settledAt);
    }

    /// Puts everybody in order and counts them, and tells all viewers if that made a difference.
    void settle() {
        boolean different;
        synchronized (this) {
            settledAt = System.nanoTime();
            var now = crowd.tally(present.get());
            different = crowd.arrange() | !now.looksLike(tally);
            tally = now;
        }
        if (different) {
            viewers.forEach(Viewer::changed);
        }
    }

    /// Some time has passed: who might be worth a look, who is in a part, and what coverage says
    /// may be different although no row changed.
    void beat() {
        Set<AgentId> looksDifferent;
        synchronized (this) {
            looksDifferent = look();
            crowd.reconsider();
            say(announcer.hear(crowd.everybody(), System.nanoTime()));
        }
        settle();
        for (var viewer : viewers) {
            if (viewer.sees(looksDifferent)) {
                viewer.changed();
            }
            viewer.beat();
        }
    }

    /// Finds what everybody says together.
    ///
    /// @return whose row says something else than before
    private Set<AgentId> look() {
        coverages.clear();
        shifts = null;
        if (!live) {
            return Set.of();
        }
        var before = quiet.keySet();
        quiet = Ghosting.among(crowd.everybody(), present.get());
        var different = new HashSet<AgentId>();
        quiet.keySet().stream().filter(agent -> !before.contains(agent)).forEach(different::add);
        before.stream().filter(agent -> !quiet.containsKey(agent)).forEach(different::add);
        return different;
    }

    // ------------------------------------------------------------------ who looks

    void add(Viewer viewer) {
        viewers.add(viewer);
    }

    void remove(Viewer viewer) {
        viewers.remove(viewer);
    }

    boolean isSeen() {
        return !viewers.isEmpty();
    }

    /// The same picture standing still, for one screen that wants to read it in peace.
    public synchronized Picture still() {
        return new Picture(this);
    }

    // ------------------------------------------------------------------ what it shows

    /// How everybody stands in order, as of a moment ago.
    public synchronized Arrangement arrangement() {
        return crowd.arrangement();
    }

    /// Puts everybody in order at once.
    public Arrangement arrange() {
        settle();
        return arrangement();
    }

    /// Somebody's row; null when they may not be seen any more.
    public synchronized @Nullable BoardRow row(AgentId agent) {
        var row = crowd.row(agent);
        return row == null ? elsewhere.apply(agent) : row;
    }

    /// Rows in words.
    public synchronized List<RowImage> images(List<AgentId> agents) {
        var now = present.get();
        return agents.stream().map(agent -> image(agent, now)).toList();
    }

    private RowImage image(AgentId agent, Instant now) {
        var row = row(agent);
        return row == null ? RowImage.gone(agent) : images.of(row, quiet.get(agent), words, now);
    }

    /// Everybody who belongs to it, whether their part is shown or not, in no particular order.
    public synchronized List<BoardRow> everybody() {
        return crowd.everybody();
    }

    public synchronized BoardTally tally() {
        return tally;
    }

    /// How many people might be worth a look.
    public synchronized int quietPeople() {
        return quiet.size();
    }

    /// Planned and present heads over some hours, as of the last beat.
    ///
    /// @param hours half hours that are only touched count whole
    public synchronized Coverage coverage(TimeSpan hours) {
        return coverages.computeIfAbsent(
                inWholeSteps(hours), span -> Coverage.of(crowd.everybody(), span, present.get()));
    }

    /// So that windows which follow the clock are the same for everybody.
    private static TimeSpan inWholeSteps(TimeSpan hours) {
        long step = Coverage.STEP.toSeconds();
        long start = Math.floorDiv(hours.start().getEpochSecond(), step) * step;
        long end = Math.ceilDiv(hours.end().getEpochSecond(), step) * step;
        return TimeSpan.of(Instant.ofEpochSecond(start), Instant.ofEpochSecond(end));
    }

    /// From the first start to the last end of everybody's plan; empty when nothing is planned.
    public synchronized Optional<TimeSpan> shifts() {
        if (shifts == null) {
            // The pieces of a row are in order.
            var planned =
                    crowd.everybody().stream()
                            .map(BoardRow::schedule)
                            .filter(plan -> !plan.isEmpty())
                            .collect(Collectors.toList());
            if (!planned.isEmpty()) {
                shifts =
                        TimeSpan.of(
                                planned.stream()
                                        .map(plan -> plan.getFirst().start())
                                        .min(Comparator.naturalOrder())
                                        .orElseThrow(),
                                planned.stream()
                                        .map(plan -> plan.getLast().end())
                                        .max(Comparator.naturalOrder())
                                        .orElseThrow());
            }
        }
        return Optional.ofNullable(shifts);
    }

    public synchronized RowWords words() {
        return words;
    }

    public BoardLegend legend() {
        return legend;
    }

    /// What was said last for those who hear the board; null: nothing yet.
    public synchronized @Nullable News news() {
        return news;
    }
}
