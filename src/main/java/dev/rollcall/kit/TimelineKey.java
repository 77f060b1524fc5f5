package dev.rollcall.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.kit.TimelineStrip.Actual;
import dev.rollcall.kit.TimelineStrip.Planned;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// What the colours and patterns of a timeline mean. Its samples are drawn by the same code as the
/// timelines, so they cannot differ from them.
public class TimelineKey extends Div {

    /// Long ago, so that a sample never lies in the future, where it would be drawn fainter; and
    /// off midnight, where a day's edge would be drawn.
    private static final Instant START = Instant.EPOCH.plus(Duration.ofHours(1));

    private static final Instant END = START.plus(Duration.ofHours(1));

    private static final List<Judgement> SHOWN =
            List.of(
                    Judgement.IN,
                    Judgement.GRACE,
                    Judgement.OUT,
                    Judgement.SEVERE,
                    Judgement.UNSCHEDULED,
                    Judgement.NEUTRAL,
                    Judgement.UNKNOWN);

    private final TimelineLegend legend;
    private boolean legendIsSent;

    public TimelineKey(TimelineLegend legend) {
        this.legend = legend;
        addClassName("timeline-key");
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        removeAll();
        legendIsSent = false;
        var planned = new UnorderedList();
        var judged = new UnorderedList();
        for (int i = 0; i < legend.activities().size(); i++) {
            planned.add(
                    line(
                            new TimelineStrip(List.of(new Planned(START, END, i)), List.of()),
                            legend.activities().get(i).name()));
        }
        for (var judgement : SHOWN) {
            judged.add(
                    line(
                            new TimelineStrip(
                                    List.of(), List.of(new Actual(START, END, -1, judgement))),
                            getTranslation("kit.judgement." + judgement)));
        }
        add(
                new Span(getTranslation("kit.timeline.laneSchedule")),
                planned,
                new Span(getTranslation("kit.timeline.laneActual")),
                judged);
    }

    private ListItem line(TimelineStrip strip, String name) {
        var sample = Timeline.small();
        if (!legendIsSent) {
            // one of them is enough for the page
            sample.setLegend(legend);
            legendIsSent = true;
        }
        sample.setWindow(TimelineWindow.between(START, END, ZoneOffset.UTC));
        sample.setStrip(strip, name);
        // Only a picture: it takes no focus and says nothing that the word beside it does not say.
        sample.getElement().setAttribute("inert", true);
        return new ListItem(sample, new Span(name));
    }
}
