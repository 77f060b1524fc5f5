package dev.rollcall.reports;

import org.springframework.stereotype.Component;

/// Lets tests of other packages do at once what the product does by itself.
@Component
public class WeeklyFixture {

    private final WeeklyReports reports;

    WeeklyFixture(WeeklyReports reports) {
        this.reports = reports;
    }

    public void prepare() {
        reports.prepare();
    }
}
