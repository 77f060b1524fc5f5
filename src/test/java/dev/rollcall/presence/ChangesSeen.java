package dev.rollcall.presence;

import dev.rollcall.support.FreshStart;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What listeners heard, and that memory knew it by then.
@Component
class ChangesSeen {

    private final LivePresence live;
    private final List<PresenceChanged> seen = new CopyOnWriteArrayList<>();

    ChangesSeen(LivePresence live) {
        this.live = live;
    }

    List<PresenceChanged> seen() {
        return seen;
    }

    @EventListener
    void on(PresenceChanged change) {
        long known = live.of(change.agent()).orElseThrow().sequence();
        if (known < change.sequence()) {
            throw new IllegalStateException("Memory is behind its listeners");
        }
        seen.add(change);
    }

    @EventListener
    void on(FreshStart start) {
        clear();
    }

    void clear() {
        seen.clear();
    }
}
