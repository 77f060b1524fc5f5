package dev.rollcall.notifications.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Reader;
import dev.rollcall.kit.Segments;
import dev.rollcall.notifications.Notice;
import dev.rollcall.notifications.NoticeId;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.notifications.OwnNotices.News;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// All messages of whoever looks, the newest first: `notifications?show=unread`.
@Route("notifications")
@PermitAll
final class NoticesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SHOW = "show";
    private static final String UNREAD = "unread";

    private final OwnNotices notices;
    private final NoticePulse pulse;
    private final Segments<Boolean> which;
    private final Button all = new Button();
    private final NoticeList list = new NoticeList(this::follow);
    private final Paragraph nothing = new Paragraph();
    private final Button older = new Button();
    private boolean unreadOnly;
    private @Nullable NoticeId oldest;
    private @Nullable NewsFollower follower;

    NoticesView(OwnNotices notices, NoticePulse pulse) {
        this.notices = notices;
        this.pulse = pulse;
        addClassName("notices-view");
        which =
                new Segments<>(
                        getTranslation("notifications.which"),
                        List.of(false, true),
                        unread ->
                                getTranslation(
                                        unread ? "notifications.unreadOnly" : "notifications.all"),
                        this::choose);
        all.setText(getTranslation("notifications.readAll"));
        all.addThemeVariants(ButtonVariant.TERTIARY);
        all.addClickListener(_ -> {
            notices.readAll();
            show();
        });
        var toolbar = new Div(which, all);
        toolbar.addClassName("notices-toolbar");
        nothing.addClassName("board-empty");
        nothing.getElement().setAttribute("role", "status");
        older.setText(getTranslation("notifications.older"));
        older.addClickListener(_ -> more());
        add(
                new H1(getTranslation("notifications.title")),
                new Paragraph(getTranslation("notifications.what")),
                toolbar,
                nothing,
                list,
                older);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notifications.title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        unreadOnly =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(SHOW)
                        .filter(UNREAD::equals)
                        .isPresent();
        which.show(unreadOnly);
        show();
    }

    private void choose(boolean unread) {
        Objects.requireNonNull(UI.getCurrent())
                .navigate(
                        NoticesView.class,
                        unread ? QueryParameters.of(SHOW, UNREAD) : QueryParameters.empty());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        try {
            follower = NewsFollower.start(event.getUI(), notices, pulse, this::arrived);
        } catch (DataAccessException e) {
            // The page says already that nothing can be read.
            all.setVisible(false);
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

    private void arrived(News news) {
        all.setVisible(news.unread() > 0);
        if (!news.arrived().isEmpty()) {
            list.prepend(news.arrived(), reader());
            nothing.setVisible(false);
        }
    }

    private void show() {
        try {
            var latest = notices.list(unreadOnly, null);
            list.show(latest, reader());
            turned(latest);
            nothing.setText(
                    getTranslation(unreadOnly ? "notifications.allRead" : "notifications.none"));
        } catch (DataAccessException e) {
            list.show(List.of(), reader());
            turned(List.of());
            nothing.setText(getTranslation("kit.browse.away"));
        }
        nothing.setVisible(list.isEmpty());
    }

    private void more() {
        try {
            var next = notices.list(unreadOnly, oldest);
            list.append(next, reader());
            turned(next);
        } catch (DataAccessException e) {
            nothing.setText(getTranslation("kit.browse.away"));
            nothing.setVisible(true);
        }
    }

    private void turned(List<Notice> page) {
        oldest = page.isEmpty() ? oldest : page.getLast().id();
        older.setVisible(page.size() == OwnNotices.PAGE);
    }

    private void follow(Notice notice) {
        notices.read(notice.id());
        NoticeList.go(Objects.requireNonNull(UI.getCurrent()), notice);
    }

    private Reader reader() {
        return new Reader(this::getTranslation, getLocale(), notices.zone().orElseGet(Days::zone));
    }
}
