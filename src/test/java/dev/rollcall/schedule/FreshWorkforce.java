package dev.rollcall.schedule;

import dev.rollcall.support.FreshStart;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Workforce management is switched on in tests; a test of the switch switches it itself.
@Component
public class FreshWorkforce {

    private final WorkforceManagement workforce;
    private final JdbcClient database;

    FreshWorkforce(WorkforceManagement workforce, JdbcClient database) {
        this.workforce = workforce;
        this.database = database;
    }

    @EventListener
    void on(FreshStart start) {
        database.sql("update workforce_management set enabled = true").update();
        workforce.load();
    }

    /// As at the next start.
    public void reload() {
        workforce.load();
    }
}
