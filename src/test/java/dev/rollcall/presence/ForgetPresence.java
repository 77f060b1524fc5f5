package dev.rollcall.presence;

import dev.rollcall.support.FreshStart;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The tables are as they were: so must memory be.
@Component
class ForgetPresence {

    private final LivePresence live;
    private final Sources sources;
    private final SourceWatch watch;
    private final Tracking tracking;
    private final NextStatuses next;

    ForgetPresence(
            LivePresence live,
            Sources sources,
            SourceWatch watch,
            Tracking tracking,
            NextStatuses next) {
        this.tracking = tracking;
        this.next = next;
        this.live = live;
        this.sources = sources;
        this.watch = watch;
    }

    /// Before others who remember what somebody was.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    void on(FreshStart start) {
        live.load();
        sources.load();
        watch.forget();
        tracking.load();
        next.load();
    }
}
