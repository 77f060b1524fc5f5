package dev.rollcall.performance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.kit.Refusals;
import dev.rollcall.performance.OwnShares;
import dev.rollcall.performance.PerformancePage;
import dev.rollcall.performance.Share;
import dev.rollcall.performance.ShareReader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one shares of one's months for a talk, and the way to share, and to take it back.
final class SharePart extends Section {

    private static final int TOAST_MILLIS = 5_000;

    private final PerformanceWords words;
    private final ShareWords said;
    private final OwnShares shares;
    private final Div list = new Div();
    private final Button share;
    private @Nullable PerformancePage page;

    SharePart(PerformanceWords words, OwnShares shares) {
        this.words = words;
        this.shares = shares;
        said = new ShareWords(words);
        addClassName("performance-section");
        share = new Button("", _ -> ask());
        share.addClassName("share-open");
        list.getElement().setAttribute("aria-live", "polite");
        add(new H2(words.say("share.title")), new Paragraph(words.say("share.why")), list, share);
    }

    /// @param page whose month would be shared
    void show(PerformancePage page) {
        this.page = page;
        share.setText(words.say("share.month", words.month(page.month())));
        showList();
    }

    private void showList() {
        list.removeAll();
        var running = shares.running();
        if (running.isEmpty()) {
            var none = new Paragraph(words.say("share.none"));
            none.addClassName("next-none");
            list.add(none);
            return;
        }
        var items = new UnorderedList();
        items.addClassName("next-work");
        running.forEach(each -> items.add(item(each)));
        list.add(items);
    }

    private ListItem item(Share each) {
        var what = new Span(said.what(each));
        what.addClassName("milestone-title");
        var with =
                new Span(
                        words.say(
                                "share.with",
                                each.readers().stream()
                                        .map(ShareReader::name)
                                        .collect(Collectors.joining(", ")),
                                words.dayOfYear(each.until())));
        with.addClassName("kpi-against");
        var text = new Div(what, with);
        text.addClassName("milestone-text");
        var back = new Button(words.say("share.takeBack"), _ -> takeBack(each));
        back.addThemeVariants(ButtonVariant.TERTIARY);
        back.setAriaLabel(words.say("share.takeBackOf", said.what(each)));
        return new ListItem(text, back);
    }

    private void takeBack(Share each) {
        try {
            shares.takeBack(each.id());
            tell(words.say("share.takenBack"));
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
        showList();
    }

    private void ask() {
        var now = page;
        var readers = shares.readers();
        if (now == null) {
            return;
        }
        if (readers.isEmpty()) {
            tell(words.say("share.nobody"));
            return;
        }
        new ShareDialog(
                        words,
                        shares,
                        readers,
                        now,
                        () -> {
                            tell(words.say("share.shared"));
                            showList();
                        })
                .open();
    }

    private static void tell(String sentence) {
        Notification.show(sentence, TOAST_MILLIS, Notification.Position.BOTTOM_START);
    }
}
