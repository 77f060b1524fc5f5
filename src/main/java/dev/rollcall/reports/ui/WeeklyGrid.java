package dev.rollcall.reports.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import dev.rollcall.kit.RecordGrid;
import dev.rollcall.reports.WeeklyReport;
import dev.rollcall.shared.Percent;
import java.util.Comparator;

/// The reports of a week, a line each.
final class WeeklyGrid extends RecordGrid<WeeklyReport> {

    WeeklyGrid(ReportWords words) {
        super(report -> report.agent().externalId());
        nameColumn(
                words.say("who"),
                report -> report.agent().name(),
                report ->
                        words.say(
                                "second",
                                words.percent(report.prepared().figures().score()),
                                words.duration(report.prepared().figures().score().out())));
        textColumn(
                "score",
                words.say("score"),
                Layout.MEDIUM,
                "6rem",
                report -> words.percent(report.prepared().figures().score()));
        getColumnByKey("score")
                .setTextAlign(ColumnTextAlign.END)
                .setComparator(
                        Comparator.comparingDouble(report ->
                                report.prepared()
                                        .figures()
                                        .score()
                                        .percent()
                                        .map(Percent::asDouble)
                                        .orElse(-1.0)));
        textColumn(
                "out",
                words.say("out"),
                Layout.MEDIUM,
                "6.5rem",
                report -> words.duration(report.prepared().figures().score().out()));
        getColumnByKey("out")
                .setTextAlign(ColumnTextAlign.END)
                .setComparator(
                        Comparator.comparing(report -> report.prepared().figures().score().out()));
        textColumn(
                "edges",
                words.say("weekly.edges"),
                Layout.WIDE,
                "12rem",
                report ->
                        words.say(
                                "edges",
                                report.prepared().edges().late(),
                                report.prepared().edges().early(),
                                report.prepared().edges().absent()));
        markedColumn(
                "note",
                words.say("weekly.note"),
                Layout.WIDE,
                "9rem",
                report -> report.note() == null ? ReportWords.NOTHING : report.note().writer(),
                report -> report.note() == null ? "none" : "above");
    }
}
