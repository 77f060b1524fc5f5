package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Following;
import dev.rollcall.dashboard.ScopeWords;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetFrame;
import dev.rollcall.security.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many wishes and appeals wait, and since when the oldest does. Without names: whoever opens
/// the page looks at people.
final class RewardsWaiting extends Div implements WidgetContent {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final IncentivesSources sources;
    private final Audience audience;
    private final RewardWords words;
    private @Nullable Shown shown;

    RewardsWaiting(IncentivesSources sources, Audience audience) {
        this.sources = sources;
        this.audience = audience;
        words = new RewardWords(this::getTranslation, audience.locale());
        addClassName("quality-month");
    }

    /// What was read.
    private record Shown(int wishes, @Nullable Instant oldest, int appeals, Instant asOf) {}

    private Shown read() {
        var wishes = sources.redemptions().waiting();
        return new Shown(
                wishes.size(),
                wishes.isEmpty() ? null : wishes.getFirst().askedAt(),
                sources.appeals().countWaiting(),
                sources.clock().instant());
    }

    private void show(Shown now, WidgetFrame frame) {
        shown = now;
        removeAll();
        if (now.wishes() + now.appeals() == 0) {
            frame.isEmpty(words.say("widget.none"), now.asOf());
            return;
        }
        var value = new Span("" + (now.wishes() + now.appeals()));
        value.addClassName("kpi-value");
        add(value);
        if (now.wishes() > 0) {
            add(
                    new Anchor(
                            "incentives?show=redemptions",
                            words.say("widget.wishes", now.wishes())));
        }
        if (now.appeals() > 0) {
            add(new Anchor("incentives?show=appeals", words.say("widget.appeals", now.appeals())));
        }
        var oldest = now.oldest();
        if (oldest != null) {
            var second = new Span(words.say("widget.oldest", words.at(oldest)));
            second.addClassName("kpi-against");
            add(second);
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
                audience.viewer().scope(Permission.INCENTIVES_DECIDE),
                sources.directory(),
                this::getTranslation);
    }

    @Override
    public String fullPage() {
        return "incentives?show=redemptions";
    }

    @Override
    public Registration follow(UI ui, WidgetFrame frame) {
        return Following.reading(ui, frame, EVERY, this::read, now -> show(now, frame));
    }

    @Override
    public List<List<String>> table() {
        var now = shown;
        return List.of(
                List.of(words.say("part.REDEMPTIONS"), words.say("part.APPEALS")),
                List.of(
                        now == null ? "" : "" + now.wishes(),
                        now == null ? "" : "" + now.appeals()));
    }
}
