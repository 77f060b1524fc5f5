package dev.rollcall.reports.ui;

import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.reports.AdherenceReports;
import dev.rollcall.reports.ReportQuery;
import dev.rollcall.reports.ReportQuery.By;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What the address of a report asks for:
/// `reports/adherence?from=2026-02-02&to=2026-03-01&unit=north&by=week`.
///
/// @param query what is left out is the four weeks up to yesterday, everybody, by person
/// @param today the day it is for whoever looks
record ReportAddress(BrowseQuery query, LocalDate today) {

    static final String FROM = "from";
    static final String TO = "to";
    static final String UNIT = "unit";
    static final String GROUP = "group";
    static final String PERSON = "q";
    static final String BY = "by";
    static final int USUAL_DAYS = 28;

    LocalDate from() {
        return day(FROM).orElseGet(() -> to().minusDays(USUAL_DAYS - 1L));
    }

    LocalDate to() {
        return day(TO).orElseGet(() -> today.minusDays(1));
    }

    private Optional<LocalDate> day(String filter) {
        return query.get(filter)
                .flatMap(ReportAddress::parse)
                .filter(day -> day.getYear() >= 1972 && day.getYear() <= 2198);
    }

    static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    By by() {
        return query.get(BY).flatMap(By::of).orElse(By.AGENT);
    }

    Optional<Unit> unit(Directory directory) {
        return query.get(UNIT).flatMap(directory::unit);
    }

    Optional<Group> group(Directory directory) {
        return query.get(GROUP).flatMap(directory::group);
    }

    String text() {
        return query.get(PERSON).orElse("");
    }

    /// Whether such a period can be answered.
    boolean isAnswerable() {
        long days = ChronoUnit.DAYS.between(from(), to());
        return days >= 0 && days < AdherenceReports.MOST_DAYS;
    }

    /// Codes nobody knows are left out: the field shows that.
    ReportQuery asked(Directory directory) {
        return new ReportQuery(
                from(),
                to(),
                unit(directory).map(Unit::id).orElse(null),
                group(directory).map(Group::id).orElse(null),
                null,
                text(),
                by());
    }
}
