package dev.rollcall.calendar;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.calendar.PlanChange.Stretch;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.NoticeKind;
import dev.rollcall.notifications.Wording;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells an agent what one publication changed in their plan.
@Component
class PlanNews implements NoticeKind<PlanNews.Facts> {

    /// How many days are said one by one.
    static final int MOST_SAID = 7;

    private final Activities activities;

    PlanNews(Activities activities) {
        this.activities = activities;
    }

    /// @param first the first day that is different
    /// @param last the last day that is different
    /// @param days how many are different
    /// @param fresh whether none of them was ever planned before
    /// @param paid the paid time of these days now
    /// @param changes the first [#MOST_SAID] of them, in order of date
    record Facts(
            LocalDate first,
            LocalDate last,
            int days,
            boolean fresh,
            Duration paid,
            List<PlanChange> changes) {}

    @Override
    public String code() {
        return "plan.changed";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.CALENDAR;
    }

    @Override
    public String address(Facts facts) {
        return "calendar?date=" + facts.first() + (facts.days() == 1 ? "&view=day" : "");
    }

    @Override
    public Wording word(Facts facts, Reader reader) {
        if (facts.days() == 1 && !facts.changes().isEmpty()) {
            var change = facts.changes().getFirst();
            return Wording.of(
                    reader.say(
                            facts.fresh() ? "calendar.news.outDay" : "calendar.news.day",
                            reader.day(change.date()),
                            facts.fresh() ? hours(change.to(), reader) : said(change, reader)));
        }
        if (facts.fresh()) {
            return Wording.of(
                    reader.say(
                            "calendar.news.out",
                            reader.days(facts.first(), facts.last()),
                            reader.length(facts.paid())));
        }
        var lines = new ArrayList<String>();
        for (var change : facts.changes()) {
            lines.add(
                    reader.say(
                            "calendar.news.line", reader.day(change.date()), said(change, reader)));
        }
        int more = facts.days() - facts.changes().size();
        if (more > 0) {
            lines.add(reader.say("calendar.news.more", more));
        }
        return new Wording(reader.say("calendar.news.days", facts.days()), lines);
    }

    private String said(PlanChange change, Reader reader) {
        var from = change.from();
        var to = change.to();
        var key = "calendar.news." + change.kind();
        return switch (change.kind()) {
            case NEW -> reader.say(key, hours(to, reader));
            case FREE -> free(change.activity(), hours(from, reader), reader);
            case STARTS ->
                    reader.say(
                            key,
                            reader.time(Objects.requireNonNull(to).start()),
                            reader.time(Objects.requireNonNull(from).start()));
            case ENDS ->
                    reader.say(
                            key,
                            reader.time(Objects.requireNonNull(to).end()),
                            reader.time(Objects.requireNonNull(from).end()));
            case HOURS -> reader.say(key, hours(to, reader), hours(from, reader));
            case ADDED -> reader.say(key, name(change.activity()), hours(to, reader));
            case REMOVED -> reader.say(key, name(change.activity()), hours(from, reader));
            case MOVED ->
                    reader.say(
                            key, name(change.activity()), hours(to, reader), hours(from, reader));
            case SEVERAL -> reader.say(key);
        };
    }

    private String free(@Nullable String absence, String hours, Reader reader) {
        return absence == null
                ? reader.say("calendar.news.FREE", hours)
                : reader.say("calendar.news.away", name(absence), hours);
    }

    private static String hours(@Nullable Stretch stretch, Reader reader) {
        return stretch == null ? "–" : reader.hours(stretch.start(), stretch.end());
    }

    private String name(@Nullable String activity) {
        return activity == null
                ? "–"
                : activities.of(activity).map(Activity::name).orElse(activity);
    }
}
