package dev.rollcall.quality.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Following;
import dev.rollcall.dashboard.ScopeWords;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetFrame;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.RowList;
import dev.rollcall.quality.QualityReport.Line;
import dev.rollcall.security.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The mean of the running month for those somebody looks after, by unit.
final class QualityMonth extends Div implements WidgetContent {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final QualitySources sources;
    private final Audience audience;
    private final QualityWords words;
    private @Nullable Shown shown;

    QualityMonth(QualitySources sources, Audience audience) {
        this.sources = sources;
        this.audience = audience;
        words = new QualityWords(this::getTranslation, audience.locale());
        addClassName("quality-month");
    }

    /// What was read.
    private record Shown(Line total, List<Line> units, int waiting, Instant asOf) {}

    private Shown read(ZoneId zone) {
        var now = sources.clock().instant();
        var month = YearMonth.from(now.atZone(zone));
        var report =
                sources.figures()
                        .report(
                                month.atDay(1).atStartOfDay(zone).toInstant(),
                                now.plusSeconds(1),
                                sources.access().scope(Permission.QUALITY_VIEW));
        int waiting = sources.mayEvaluate() ? sources.sampling().countWaiting() : 0;
        return new Shown(report.total(), report.units(), waiting, now);
    }

    private void show(Shown now, WidgetFrame frame) {
        shown = now;
        removeAll();
        if (now.total().count() == 0 && now.waiting() == 0) {
            frame.isEmpty(words.say("widget.none"), now.asOf());
            return;
        }
        var value = new Span(words.percent(now.total().mean()));
        value.addClassName("kpi-value");
        var second =
                new Span(
                        words.say(
                                "widget.second",
                                now.total().count(),
                                now.total().failed(),
                                now.waiting()));
        second.addClassName("kpi-against");
        var list = new RowList();
        for (var line : now.units()) {
            list.row(
                    line.name(),
                    words.say("report.count", line.count()),
                    null,
                    words.percent(line.mean()));
        }
        add(value, second, list);
        frame.shows(now.asOf());
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public String scope() {
        return ScopeWords.of(
                audience.viewer().scope(Permission.QUALITY_VIEW),
                sources.directory(),
                this::getTranslation);
    }

    @Override
    public String fullPage() {
        return "quality?show=report";
    }

    @Override
    public Registration follow(UI ui, WidgetFrame frame) {
        var zone = Days.zone();
        return Following.reading(ui, frame, EVERY, () -> read(zone), now -> show(now, frame));
    }

    @Override
    public List<List<String>> table() {
        var rows = new ArrayList<List<String>>();
        rows.add(
                List.of(
                        words.say("sampling.unit"),
                        words.say("report.evaluations"),
                        words.say("report.mean")));
        var now = shown;
        if (now != null) {
            for (var line : now.units()) {
                rows.add(List.of(line.name(), "" + line.count(), words.percent(line.mean())));
            }
        }
        return rows;
    }
}
