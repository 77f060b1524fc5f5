package dev.rollcall.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rollcall.kit.CopyField;
import dev.rollcall.schedule.CalendarFeeds;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// The secret address of one's own calendar: made, shown once, made anew, revoked.
final class SubscribeDialog extends Dialog {

    private final CalendarFeeds feeds;
    private final ZoneId zone;
    private final Div body = new Div();
    private final Button make = new Button();
    private final Button revoke = new Button();

    SubscribeDialog(CalendarFeeds feeds, ZoneId zone) {
        this.feeds = feeds;
        this.zone = zone;
        setHeaderTitle(say("title"));
        setWidth("min(36rem, 95vw)");
        body.getElement().setAttribute("aria-live", "polite");
        body.addClassName("subscribe");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickListener(_ -> guarded(this::make));
        revoke.setText(say("revoke"));
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        revoke.addClickListener(_ -> guarded(this::revoke));
        add(body);
        getFooter().add(revoke, new Button(say("close"), _ -> close()), make);
        guarded(this::show);
    }

    private String say(String key, Object... values) {
        return getTranslation("calendar.subscribe." + key, values);
    }

    private void show() {
        var feed = feeds.own().orElse(null);
        body.removeAll();
        body.add(new Paragraph(say("what")));
        if (feed != null) {
            body.add(new Paragraph(say("made", moment(feed.madeAt()), read(feed.readAt()))));
        }
        make.setText(say(feed == null ? "make" : "anew"));
        revoke.setVisible(feed != null);
    }

    private void make() {
        var address = feeds.make();
        show();
        var field = new CopyField(say("address"), address);
        body.add(new Paragraph(say("once")), field);
        field.focus();
    }

    private void revoke() {
        feeds.revoke();
        show();
        body.add(new Paragraph(say("revoked")));
    }

    private String read(@Nullable Instant instant) {
        return instant == null ? say("never") : say("read", moment(instant));
    }

    private String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(zone)
                .format(instant);
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            body.removeAll();
            body.add(new Paragraph(getTranslation("kit.browse.away")));
        }
    }
}
