package dev.rollcall.presence.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;

/// How to connect a source, in three steps.
final class FeedGuide extends Div {

    private static final String EXAMPLE =
            """
            POST /api/v1/presence-events
            Authorization: Bearer rc_…
            Content-Type: application/json

            [{ "specversion": "1.0", "id": "1", "source": "/telephony/site-1",
               "type": "dev.rollcall.presence.changed", "subject": "agent-017",
               "time": "2026-03-02T06:58:11.250Z",
               "data": { "status": "AVAILABLE" } },
             { "specversion": "1.0", "id": "2", "source": "/telephony/site-1",
               "type": "dev.rollcall.heartbeat", "time": "2026-03-02T06:58:30Z",
               "data": { "intervalSeconds": 30 } }]\
            """;

    FeedGuide() {
        addClassNames("feed-guide", "drawer-parts");
        var token =
                new ListItem(
                        new Text(say("guide.token") + " "),
                        new Anchor("settings/tokens", say("guide.toTokens")));
        // Outside the pages of this application: the browser loads it.
        var toApi = new Anchor("/swagger-ui.html", say("guide.toApi"));
        toApi.setRouterIgnore(true);
        var send = new ListItem(new Text(say("guide.send") + " "), toApi);
        var example = new Pre(EXAMPLE);
        example.getElement().setAttribute("tabindex", "0");
        example.getElement().setAttribute("aria-label", say("guide.example"));
        add(
                new Paragraph(say("guide.what")),
                new OrderedList(token, send, new ListItem(say("guide.beat"))),
                example);
    }

    private String say(String key) {
        return getTranslation("presence.feeds." + key);
    }
}
