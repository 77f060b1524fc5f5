package dev.rollcall.notifications.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Onlooker;
import dev.rollcall.notifications.NoticeId;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.notifications.OwnNotices.News;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what is new in the inbox of whoever looks at a page, whenever there is something: off the
/// page, and once for all that happened while it was reading.
final class NewsFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NewsFollower.class);

    private final UI ui;
    private final OwnNotices notices;
    private final Consumer<News> show;
    private final Onlooker viewer = Onlooker.current();
    private final AtomicInteger unheard = new AtomicInteger();
    private final Registration registration;
    private volatile NoticeId last;

    /// Reads at once how things stand; what comes later is told to `show`, with the page locked.
    static NewsFollower start(UI ui, OwnNotices notices, NoticePulse pulse, Consumer<News> show) {
        var now = notices.news(null);
        show.accept(now);
        return new NewsFollower(ui, notices, pulse, show, now.newest());
    }

    private NewsFollower(
            UI ui, OwnNotices notices, NoticePulse pulse, Consumer<News> show, NoticeId last) {
        this.ui = ui;
        this.notices = notices;
        this.show = show;
        this.last = last;
        registration = pulse.follow(notices.recipients(), this::wake);
    }

    /// Runs on the thread of whoever told something.
    private void wake() {
        if (unheard.getAndIncrement() == 0) {
            Thread.startVirtualThread(this::readUntilStill);
        }
    }

    private void readUntilStill() {
        int heard;
        do {
            heard = unheard.get();
            read();
        } while (unheard.addAndGet(-heard) > 0);
    }

    private void read() {
        try {
            viewer.does(() -> {
                var news = notices.news(last);
                last = news.newest();
                ui.access(() -> show.accept(news));
            });
        } catch (UIDetachedException e) {
            // The page was closed a moment ago.
        } catch (RuntimeException e) {
            // What is told next, or the next page, finds it.
            LOG.debug("News could not be read: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        registration.remove();
    }
}
