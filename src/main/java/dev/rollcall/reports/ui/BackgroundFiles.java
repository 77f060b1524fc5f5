package dev.rollcall.reports.ui;

import dev.rollcall.kit.Onlooker;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Makes long files one after the other while their readers do something else: one for each reader,
/// in their name. A restart forgets them; they are begun anew with one click.
@Component
class BackgroundFiles implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundFiles.class);
    private static final Duration KEPT = Duration.ofHours(1);

    private final Access access;
    private final ApplicationClock clock;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    /// One at a time: the floor needs the machine.
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform()
                            .name("report-files")
                            .daemon()
                            .priority(Thread.MIN_PRIORITY)
                            .factory());

    BackgroundFiles(Access access, ApplicationClock clock) {
        this.access = access;
        this.clock = clock;
    }

    /// How a file stands.
    enum State {
        WAITS,
        RUNS,
        DONE,
        STOPPED,
        FAILED
    }

    /// @param done of so many people
    record Standing(State state, int done, int of) {}

    /// Writes the file.
    interface Work {
        void write(OutputStream out, ReportFile.Progress progress) throws IOException;
    }

    /// One file.
    static final class Job {
        private final String name;
        private final String type;
        private final Instant begun;
        private final List<Consumer<Standing>> followers = new CopyOnWriteArrayList<>();
        private volatile Standing standing = new Standing(State.WAITS, 0, 0);
        private volatile boolean unwanted;
        private volatile @Nullable Path file;

        private Job(String name, String type, Instant begun) {
            this.name = name;
            this.type = type;
            this.begun = begun;
        }

        String name() {
            return name;
        }

        String type() {
            return type;
        }

        Standing standing() {
            return standing;
        }

        /// What it became; null while it is not done.
        @Nullable Path file() {
            return file;
        }

        void stop() {
            unwanted = true;
            if (standing.state() == State.WAITS) {
                stands(new Standing(State.STOPPED, 0, 0));
            }
        }

        /// Told on the thread that writes.
        ///
        /// @return ends the telling
        Runnable follow(Consumer<Standing> told) {
            followers.add(told);
            told.accept(standing);
            return () -> followers.remove(told);
        }

        private void stands(Standing now) {
            standing = now;
            followers.forEach(each -> each.accept(now));
        }

        private void at(int done, int of) {
            if (unwanted) {
                throw new CancellationException("Nobody wants the file any more");
            }
            stands(new Standing(State.RUNS, done, of));
        }

        private void forget() {
            var made = file;
            file = null;
            if (made != null) {
                delete(made);
            }
        }
    }

    /// Begins to make a file for the caller; an earlier one of theirs is forgotten.
    Job start(String name, String type, Work work) {
        var job = new Job(name, type, clock.instant());
        var before = jobs.put(reader(), job);
        if (before != null) {
            before.stop();
            before.forget();
        }
        var onlooker = Onlooker.current();
        writer.execute(() -> onlooker.does(() -> make(job, work)));
        return job;
    }

    /// The caller's latest.
    Optional<Job> own() {
        return Optional.ofNullable(jobs.get(reader()));
    }

    private String reader() {
        var actor = access.viewer().actor();
        return actor.kind() + " " + actor.id();
    }

    private static void make(Job job, Work work) {
        if (job.unwanted) {
            return;
        }
        Path made = null;
        try {
            made = Files.createTempFile("rollcall-report", null);
            try (var out = Files.newOutputStream(made)) {
                work.write(out, job::at);
            }
            job.file = made;
            job.stands(new Standing(State.DONE, job.standing.of(), job.standing.of()));
        } catch (CancellationException e) {
            delete(made);
            job.stands(new Standing(State.STOPPED, 0, 0));
        } catch (IOException | RuntimeException e) {
            LOG.warn("A report could not be written: {}", e.getClass().getSimpleName());
            delete(made);
            job.stands(new Standing(State.FAILED, 0, 0));
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nobody comes for a file of an hour ago.
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forgetOldOnes() {
        var limit = clock.instant().minus(KEPT);
        jobs.values()
                .removeIf(job -> {
                    boolean old = job.begun.isBefore(limit);
                    if (old) {
                        job.stop();
                        job.forget();
                    }
                    return old;
                });
    }

    @Override
    public void destroy() {
        writer.shutdownNow();
        jobs.values().forEach(Job::forget);
    }
}
