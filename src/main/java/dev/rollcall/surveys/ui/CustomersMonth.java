package dev.rollcall.surveys.ui;

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
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.surveys.SurveyKind;
import dev.rollcall.surveys.SurveyTally;
import dev.rollcall.surveys.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Net promoter score and satisfaction of the running month, of those somebody looks after.
final class CustomersMonth extends Div implements WidgetContent {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Surveys surveys;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;
    private final Audience audience;
    private final SurveyWords words;
    private @Nullable Shown shown;

    CustomersMonth(
            Surveys surveys,
            Directory directory,
            Access access,
            ApplicationClock clock,
            Audience audience) {
        this.surveys = surveys;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
        this.audience = audience;
        words = new SurveyWords(this::getTranslation, audience.locale());
        addClassName("quality-month");
    }

    /// What was read.
    private record Shown(List<SurveyTally> tallies, Instant asOf) {}

    private Shown read(ZoneId zone) {
        var now = clock.instant();
        var from = YearMonth.from(now.atZone(zone)).atDay(1).atStartOfDay(zone).toInstant();
        var scope = access.scope(Permission.SURVEYS_VIEW);
        return new Shown(
                Arrays.stream(SurveyKind.values())
                        .map(kind ->
                                surveys.report(kind, from, now.plusSeconds(1), zone, scope).total())
                        .toList(),
                now);
    }

    private void show(Shown now, WidgetFrame frame) {
        shown = now;
        removeAll();
        if (now.tallies().stream().allMatch(tally -> tally.answers() == 0)) {
            frame.isEmpty(words.say("empty"), now.asOf());
            return;
        }
        for (var tally : now.tallies()) {
            var value = new Span(words.figure(tally));
            value.addClassName("kpi-value");
            var second = new Span(words.say("figure." + tally.kind()) + " · " + words.plain(tally));
            second.addClassName("kpi-against");
            add(value, second);
        }
        frame.shows(now.asOf());
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public String scope() {
        return ScopeWords.of(
                audience.viewer().scope(Permission.SURVEYS_VIEW), directory, this::getTranslation);
    }

    @Override
    public String fullPage() {
        return "customers?months=1";
    }

    @Override
    public Registration follow(UI ui, WidgetFrame frame) {
        var zone = Days.zone();
        return Following.reading(ui, frame, EVERY, () -> read(zone), now -> show(now, frame));
    }

    @Override
    public List<List<String>> table() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(words.say("kinds"), words.say("answers"), words.say("figure")));
        var now = shown;
        if (now != null) {
            for (var tally : now.tallies()) {
                rows.add(
                        List.of(
                                words.say("kind." + tally.kind()),
                                "" + tally.answers(),
                                words.figure(tally)));
            }
        }
        return rows;
    }
}
