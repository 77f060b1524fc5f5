package dev.rollcall.presence.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FactList;
import dev.rollcall.presence.Feed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// One source: what its state means, what is known of it, and who depends on it.
final class FeedDrawer extends Drawer {

    private static final int MOST_NAMES = 50;

    private final FeedWords words = new FeedWords(this::getTranslation);

    /// @param names of those who depend on it and whom the viewer may see
    FeedDrawer(Feed feed, List<String> names, Instant now, Runnable onClose) {
        super(onClose);
        setTitle(feed.source(), words.state(feed));
        var parts = new Div();
        parts.addClassName("drawer-parts");
        parts.add(new Paragraph(words.meaning(feed, now)), facts(feed, now));
        if (feed.rejectedLastDay() > 0) {
            parts.add(
                    new Anchor(
                            "settings/rejected-events?state=ALL&source="
                                    + URLEncoder.encode(feed.source(), StandardCharsets.UTF_8),
                            say("seeRejected")));
        }
        parts.add(people(feed, names));
        add(parts);
    }

    private FactList facts(Feed feed, Instant now) {
        var facts = new FactList();
        facts.fact(say("lastEvent"), words.ago(feed.lastEvent(), now));
        facts.fact(say("lastHeartbeat"), words.ago(feed.lastHeartbeat(), now));
        var interval = feed.intervalSeconds();
        facts.fact(
                say("promise"),
                interval == null
                        ? say("noPromise")
                        : getTranslation("presence.feeds.everySeconds", interval));
        facts.fact(say("lagLong"), words.length(feed.lag()));
        facts.fact(say("clock"), words.ahead(feed));
        facts.fact(say("eventsLong"), "" + feed.eventsLastHour());
        facts.fact(say("rejectedLong"), "" + feed.rejectedLastDay());
        return facts;
    }

    private Section people(Feed feed, List<String> names) {
        var section = new Section(new H3(say("dependants")));
        if (feed.people().isEmpty()) {
            section.add(new Paragraph(say("nobody")));
            return section;
        }
        section.add(
                new Paragraph(
                        getTranslation("presence.feeds.dependantsText", feed.people().size())));
        var list = new UnorderedList();
        names.stream().limit(MOST_NAMES).forEach(name -> list.add(new ListItem(name)));
        if (names.size() > MOST_NAMES) {
            list.add(
                    new ListItem(
                            getTranslation("presence.feeds.moreNames", names.size() - MOST_NAMES)));
        }
        section.add(list);
        return section;
    }

    private String say(String key) {
        return getTranslation("presence.feeds." + key);
    }
}
