package dev.rollcall.demo;

import dev.rollcall.reports.PastToCome;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The demo tells its past after its start: until then there are no weeks to report.
@Component
@Profile("demo")
class DemoPast implements PastToCome {

    private final HistoryProgress progress;

    DemoPast(HistoryProgress progress) {
        this.progress = progress;
    }

    @Override
    public boolean isComing() {
        var told = progress.told();
        return told.of() == 0 || !told.isDone();
    }
}
