package dev.rollcall.notifications.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.Notice;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.notifications.OwnNotices.News;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// How many messages wait, and behind it the latest of them. Follows every change, on whatever page
/// of theirs it was made.
final class Bell extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
    private static final int MOST_COUNTED = 9;
    private static final int MOST_LISTED = 15;

    private final OwnNotices notices;
    private final NoticePulse pulse;
    private final Button button = new Button(VaadinIcon.BELL_O.create());
    private final Span count = new Span();
    private final Span announcement = new Span();
    private final Popover popover = new Popover();
    private final NoticeList list = new NoticeList(this::follow);
    private final Paragraph nothing = new Paragraph();
    private final Button all = new Button();
    private final NoticeToast toast = new NoticeToast(this::follow, Bell::openInbox);
    private @Nullable NewsFollower follower;

    Bell(OwnNotices notices, NoticePulse pulse) {
        this.notices = notices;
        this.pulse = pulse;
        addClassName("bell");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().setAttribute("aria-haspopup", "dialog");
        count.addClassName("bell-count");
        count.getElement().setAttribute("aria-hidden", "true");
        announcement.addClassName("bell-announcement");
        announcement.getElement().setAttribute("role", "status");
        announcement.getElement().setAttribute("aria-live", "polite");
        popover();
        add(button, count, announcement, popover);
        show(0);
    }

    private void popover() {
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setModal(true);
        popover.setWidth("min(28rem, 100vw)");
        popover.setAriaLabel(getTranslation("notifications.title"));
        popover.addClassName("bell-popover");
        all.setText(getTranslation("notifications.readAll"));
        all.addThemeVariants(ButtonVariant.TERTIARY);
        all.addClickListener(_ -> {
            notices.readAll();
            list();
        });
        var head = new Div(new H2(getTranslation("notifications.title")), all);
        head.addClassName("bell-head");
        nothing.addClassName("bell-nothing");
        var inbox =
                new Button(
                        getTranslation("notifications.inbox"),
                        _ -> {
                            popover.close();
                            openInbox();
                        });
        inbox.addThemeVariants(ButtonVariant.TERTIARY);
        inbox.addClassName("bell-inbox");
        popover.add(head, nothing, list, inbox);
        popover.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                toast.close();
                list();
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        try {
            follower = NewsFollower.start(event.getUI(), notices, pulse, this::show);
        } catch (DataAccessException e) {
            // The page is worth more than the count; the next page finds it.
            LOG.debug("The bell is silent: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (follower != null) {
            follower.close();
            follower = null;
        }
    }

    // ------------------------------------------------------------------ what is shown

    private void show(News news) {
        show(news.unread());
        if (news.unread() == 0) {
            toast.close();
        }
        if (news.arrived().isEmpty()) {
            return;
        }
        announcement.setText(getTranslation("notifications.waiting", news.unread()));
        if (popover.isOpened()) {
            list.prepend(news.arrived(), reader());
            nothing.setVisible(false);
            list.setVisible(true);
        } else {
            toast.tell(news.arrived(), reader());
        }
    }

    private void show(int unread) {
        count.setText(unread > MOST_COUNTED ? MOST_COUNTED + "+" : Integer.toString(unread));
        count.setVisible(unread > 0);
        all.setVisible(unread > 0);
        var label =
                unread == 0
                        ? getTranslation("notifications.title")
                        : getTranslation("notifications.bell", unread);
        button.setAriaLabel(label);
        button.setTooltipText(label);
    }

    private void list() {
        try {
            var latest = notices.list(false, null);
            list.show(latest.subList(0, Math.min(MOST_LISTED, latest.size())), reader());
            nothing.setText(getTranslation("notifications.none"));
        } catch (DataAccessException e) {
            list.removeAll();
            nothing.setText(getTranslation("kit.browse.away"));
        }
        list.setVisible(!list.isEmpty());
        nothing.setVisible(list.isEmpty());
    }

    private Reader reader() {
        return new Reader(this::getTranslation, getLocale(), notices.zone().orElseGet(Days::zone));
    }

    // ------------------------------------------------------------------ what is done

    private void follow(Notice notice) {
        popover.close();
        notices.read(notice.id());
        NoticeList.go(Objects.requireNonNull(UI.getCurrent()), notice);
    }

    private static void openInbox() {
        Objects.requireNonNull(UI.getCurrent()).navigate(NoticesView.class);
    }
}
