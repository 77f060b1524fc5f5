package dev.rollcall.mydata.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.rollcall.kit.Days;
import dev.rollcall.mydata.Look;
import dev.rollcall.mydata.OwnData;
import dev.rollcall.mydata.OwnDataChoice;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import org.springframework.beans.factory.ObjectProvider;

/// What Rollcall keeps about whoever opens it: who looked, what they settle, and all of it to take
/// along.
@Route("my-data")
@Requires({
    Permission.ADHERENCE_OWN,
    Permission.PRESENCE_OWN,
    Permission.WORK_OWN,
    Permission.KPI_OWN
})
final class MyDataView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 25;
    private static final String BEFORE = "before";

    private final OwnData data;
    private final LookWords words = new LookWords(this::getTranslation, getLocale());
    private final Div looks = new Div();

    MyDataView(OwnData data, ObjectProvider<OwnDataChoice> choices) {
        this.data = data;
        addClassName("mydata");
        looks.addClassName("mydata-looks");
        var body = new Div();
        body.addClassName("mydata-body");
        body.add(
                section("looks", looks),
                section("take", new Paragraph(say("take.what")), download()));
        choices.orderedStream().map(OwnDataChoice::open).forEach(body::add);
        add(new H1(say("title")), new Paragraph(say("what")), body);
    }

    private Section section(String key, Component... parts) {
        var title = new H2(say(key));
        title.setId("mydata-" + key);
        var section = new Section(title);
        section.add(parts);
        section.getElement().setAttribute("aria-labelledby", "mydata-" + key);
        return section;
    }

    private Component download() {
        DownloadHandler file =
                event -> {
                    event.setFileName("my-data.zip");
                    event.setContentType("application/zip");
                    try (var out = event.getOutputStream()) {
                        data.export(out);
                    }
                };
        var link = new Anchor(file, AttachmentType.DOWNLOAD, "");
        link.add(VaadinIcon.DOWNLOAD_ALT.create(), new Span(say("take.all")));
        link.addClassName("mydata-download");
        return link;
    }

    @Override
    public String getPageTitle() {
        return say("title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(BEFORE)
                        .filter(text -> text.matches("[0-9]{1,18}"))
                        .map(Long::parseLong)
                        .orElse(Long.MAX_VALUE));
    }

    private void show(long before) {
        looks.removeAll();
        var found = data.looks(before, PAGE + 1);
        looks.add(new Paragraph(say("looks.what")));
        if (found.isEmpty()) {
            var nobody =
                    new Paragraph(say(before == Long.MAX_VALUE ? "looks.nobody" : "looks.noMore"));
            nobody.addClassName("mydata-second");
            looks.add(nobody);
        } else {
            var list = new OrderedList();
            list.addClassName("deeds");
            found.stream().limit(PAGE).forEach(look -> list.add(item(look)));
            looks.add(list);
        }
        var ways = new Div();
        ways.addClassName("mydata-ways");
        if (before != Long.MAX_VALUE) {
            ways.add(new Anchor("my-data", say("looks.newest")));
        }
        if (found.size() > PAGE) {
            ways.add(
                    new Anchor(
                            "my-data?" + BEFORE + "=" + found.get(PAGE - 1).number(),
                            say("looks.older")));
        }
        if (ways.getComponentCount() > 0) {
            looks.add(ways);
        }
    }

    private ListItem item(Look look) {
        var what = new Span(words.what(look));
        what.addClassName("deed-what");
        var who = new Span(words.who(look));
        var lines = new Div(what, who);
        lines.addClassName("deed-lines");
        var when = new Span(Days.withTime(look.at(), getLocale()));
        when.addClassName("mydata-second");
        var item = new ListItem(lines, when);
        item.addClassName("deed");
        return item;
    }

    private String say(String key) {
        return getTranslation("mydata." + key);
    }
}
