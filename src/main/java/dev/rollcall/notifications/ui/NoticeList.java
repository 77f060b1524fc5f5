package dev.rollcall.notifications.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import dev.rollcall.kit.Ago;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.Notice;
import dev.rollcall.notifications.NoticeId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Messages one below the other, the newest first. Each is one button that leads to what it is
/// about.
final class NoticeList extends OrderedList {

    private final Consumer<Notice> chosen;
    private @Nullable NoticeId newest;

    /// @param chosen told of the message somebody follows
    NoticeList(Consumer<Notice> chosen) {
        this.chosen = chosen;
        addClassName("notices");
    }

    boolean isEmpty() {
        return newest == null;
    }

    void show(List<Notice> notices, Reader reader) {
        removeAll();
        newest = null;
        append(notices, reader);
    }

    /// Below those that are shown.
    void append(List<Notice> notices, Reader reader) {
        notices.forEach(notice -> add(item(notice, reader)));
    }

    /// Above those that are shown. What is older than they are was read by them already.
    ///
    /// @param notices the newest first
    void prepend(List<Notice> notices, Reader reader) {
        for (var notice : notices.reversed()) {
            if (newest == null || notice.id().compareTo(newest) > 0) {
                addComponentAsFirst(item(notice, reader));
            }
        }
    }

    private ListItem item(Notice notice, Reader reader) {
        var wording = notice.word(reader);
        var icon = notice.told().kind().icon().create();
        icon.getElement().setAttribute("aria-hidden", "true");
        var title = new Span(wording.title());
        title.addClassName("notice-title");
        var words = new Span(title);
        words.addClassName("notice-words");
        for (var detail : wording.details()) {
            var line = new Span(detail);
            line.addClassName("notice-detail");
            words.add(line);
        }
        words.add(new Ago(notice.toldAt(), reader.zone(), reader.locale()));
        var button = new NativeButton();
        button.addClickListener(_ -> chosen.accept(notice));
        button.addClassName("notice");
        button.add(icon, words);
        if (notice.isUnread()) {
            var unread = new Span(reader.say("notifications.unread"));
            unread.addClassName("notice-unread");
            button.add(unread);
            button.addClassName("is-unread");
        }
        if (newest == null || notice.id().compareTo(newest) > 0) {
            newest = notice.id();
        }
        return new ListItem(button);
    }

    /// Goes where a message leads.
    static void go(UI ui, Notice notice) {
        var address = notice.address();
        int question = address.indexOf('?');
        if (question < 0) {
            ui.navigate(address);
        } else {
            ui.navigate(
                    address.substring(0, question),
                    QueryParameters.fromString(address.substring(question + 1)));
        }
    }
}
