package dev.rollcall.adherence.ui.picture;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.adherence.BoardPulse;
import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.ui.BoardLegend;
import dev.rollcall.adherence.ui.RowWords;
import dev.rollcall.adherence.ui.Times;
import dev.rollcall.kit.Words;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.Reasons;
import dev.rollcall.schedule.Activities;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/// All pictures somebody looks at, and some that were looked at a moment ago: who opens a page
/// again, or comes back to it, finds it there. Each follows the live board, on one thread for all
/// of them: neither the live board nor a screen waits for it.
@SpringComponent
public final class Pictures implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

    /// Everybody is read again after so many beats: somebody may have left the viewers' scope, and
    /// seconds have been added up everywhere.
    private static final int BEATS_BETWEEN_READINGS = 12;

    /// How long a picture is kept that nobody looks at.
    static final Duration KEPT = Duration.ofMinutes(2);

    /// Whoever types a search leaves a picture behind with each letter; only the last ones are
    /// kept.
    static final int MOST_KEPT = 4;

    private final LiveBoard board;
    private final BoardPulse pulse;
    private final Directory directory;
    private final Activities activities;
    private final Reasons reasons;
    private final I18NProvider translations;
    private final ApplicationClock clock;

    private final Map<PictureKey, LivePicture> pictures = new HashMap<>();
    private BoardPulse.@Nullable Listening beats;
    private long count;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("pictures").daemon().factory());

    Pictures(
            LiveBoard board,
            BoardPulse pulse,
            Directory directory,
            Activities activities,
            Reasons reasons,
            I18NProvider translations,
            ApplicationClock clock) {
        this.board = board;
        this.pulse = pulse;
        this.directory = directory;
        this.activities = activities;
        this.reasons = reasons;
        this.translations = translations;
        this.clock = clock;
    }

    /// Looks at a picture that follows the live board, until the answer is closed.
    public synchronized Looking look(PictureKey key, Viewer viewer) {
        var shown = pictures.computeIfAbsent(key, LivePicture::new);
        shown.picture.add(viewer);
        shown.leftAt = null;
        if (beats == null) {
            beats = pulse.listen(() -> thread.execute(() -> safely(this::beat)));
        }
        return new Looking(shown, viewer);
    }

    /// A picture of a day that is over. It changes no more.
    ///
    /// @param rows everybody of that day the key's scope may see
    public Picture ofDay(PictureKey key, LocalDate date, Collection<BoardRow> rows) {
        return still(key, date, null, rows);
    }

    /// A picture of a moment that is over. It changes no more.
    ///
    /// @param rows everybody at that moment the key's scope may see
    public Picture ofMoment(PictureKey key, Instant moment, Collection<BoardRow> rows) {
        return still(key, null, moment, rows);
    }

    private Picture still(
            PictureKey key,
            @Nullable LocalDate date,
            @Nullable Instant moment,
            Collection<BoardRow> rows) {
        var picture =
                make(
                        key,
                        date,
                        moment,
                        agent ->
                                rows.stream()
                                        .filter(row -> row.agent().id().equals(agent))
                                        .findFirst()
                                        .orElse(null));
        picture.load(rows);
        return picture;
    }

    /// @param pastDay null: it is live, or of a moment
    /// @param moment null: it is live, or of a day
    private Picture make(
            PictureKey key,
            @Nullable LocalDate pastDay,
            @Nullable Instant moment,
            Function<AgentId, @Nullable BoardRow> elsewhere) {
        Words words = (text, arguments) -> translate(key, text, arguments);
        var names = Names.of(words, activities, reasons);
        var legend = new BoardLegend(activities.all(), names);
        return new Picture(
                key,
                pastDay == null,
                legend,
                () -> {
                    legend.know(activities.all());
                    var times =
                            Times.at(
                                    moment == null ? clock.instant() : moment,
                                    key.zone(),
                                    key.locale());
                    return new RowWords(
                            words,
                            names,
                            directory,
                            pastDay == null ? times : times.on(pastDay),
                            moment);
                },
                elsewhere,
                moment == null ? clock::instant : () -> moment);
    }

    private String translate(PictureKey key, String text, Object... arguments) {
        return translations.getTranslation(text, key.locale(), arguments);
    }

    /// What comes while a picture is being made waits until it is.
    private void hear(PictureKey key, List<BoardRow> rows) {
        thread.execute(() -> {
            LivePicture shown;
            synchronized (this) {
                shown = pictures.get(key);
            }
            if (shown != null) {
                safely(() -> shown.take(rows));
            }
        });
    }

    private void beat() {
        count++;
        boolean readAgain = count % BEATS_BETWEEN_READINGS == 0;
        List<LivePicture> shown;
        synchronized (this) {
            shown = new ArrayList<>(pictures.values());
        }
        for (var each : shown) {
            if (readAgain) {
                each.picture.load(each.subscription.rows());
            }
            each.picture.beat();
        }
        letGo();
    }

    /// Lets go of what nobody has looked at for a while.
    private void letGo() {
        letGo(MOST_KEPT);
    }

    /// Lets go of what nobody looks at, but for the last ones that were looked at a moment ago.
    ///
    /// @param most so many of them
    synchronized void letGo(int most) {
        var oldest = clock.instant().minus(KEPT);
        var left =
                pictures.values().stream()
                        .filter(each -> each.leftAt != null)
                        .sorted(Comparator.comparing(LivePicture::leftAt).reversed())
                        .toList();
        for (int i = 0; i < left.size(); i++) {
            var picture = left.get(i);
            if (i >= most || !picture.leftAt().isAfter(oldest)) {
                picture.subscription.close();
                pictures.values().remove(picture);
            }
        }
        if (pictures.isEmpty() && beats != null) {
            beats.close();
            beats = null;
        }
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The next change, or the next beat, finds everything again.
            LOG.warn("A picture could not be kept up to date", e);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    /// A picture with its line to the live board.
    private final class LivePicture {
        private final Picture picture;
        private final LiveBoard.Subscription subscription;
        private boolean settlePlanned;

        /// When the last viewer looked away; null while there is one.
        private @Nullable Instant leftAt;

        private LivePicture(PictureKey key) {
            subscription = board.subscribe(key.scope(), rows -> hear(key, rows));
            picture = make(key, null, null, subscription::row);
            picture.load(subscription.rows());
            picture.startAnnouncing();
        }

        private Instant leftAt() {
            return Objects.requireNonNull(leftAt);
        }

        private void take(List<BoardRow> rows) {
            picture.take(rows);
            if (settlePlanned) {
                return;
            }
            long wait = picture.untilSettling().toNanos();
            if (wait <= 0) {
                picture.settle();
            } else {
                settlePlanned = true;
                thread.schedule(
                        () -> {
                            settlePlanned = false;
                            safely(picture::settle);
                        },
                        wait,
                        TimeUnit.NANOSECONDS);
            }
        }
    }

    /// Somebody's look at a picture.
    public final class Looking implements AutoCloseable {
        private final LivePicture shown;
        private final Viewer viewer;

        private Looking(LivePicture shown, Viewer viewer) {
            this.shown = shown;
            this.viewer = viewer;
        }

        public Picture picture() {
            return shown.picture;
        }

        /// Looks away. When the last one has, the picture is kept for a while.
        @Override
        public void close() {
            synchronized (Pictures.this) {
                shown.picture.remove(viewer);
                if (!shown.picture.isSeen() && shown.leftAt == null) {
                    shown.leftAt = clock.instant();
                }
                letGo();
            }
        }
    }
}
