package dev.rollcall.planner.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.rollcall.people.Agent;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Everything one day holds, with times to type; for whoever would rather not drag, and for what is
/// not a quarter of an hour.
final class DayDialog extends Dialog {

    private final PlannerWords words;
    private final Agent person;
    private final RosterDay day;
    private final List<Activity> activities;
    private final List<Row> rows = new ArrayList<>();
    private final Div list = new Div();
    private final Paragraph trouble = new Paragraph();

    /// @param warnings what there is to say against it
    /// @param wants what its person would like, or asked for
    /// @param versions the address of what the plan of that day was before; null: there was
    ///   nothing, or it is not for the viewer
    /// @param save told of the entries; answers whether they were taken
    DayDialog(
            PlannerWords words,
            Agent person,
            RosterDay day,
            List<String> warnings,
            List<String> wants,
            List<Activity> activities,
            @Nullable String versions,
            Predicate<List<PlannedActivity>> save) {
        this.words = words;
        this.person = person;
        this.day = day;
        this.activities = activities;
        setHeaderTitle(words.say("day.title", person.name(), words.date(day.key().date())));
        setWidth("34rem");
        addClassName("planner-day");
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        list.addClassName("planner-entries");
        day.entries().forEach(this::row);
        var add = new Button(words.say("day.add"), VaadinIcon.PLUS.create(), _ -> addRow());
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add(new Paragraph(words.say("day.zone", person.zone().getId())), list, add, trouble);
        list(wants, "planner-wants");
        list(warnings, "planner-warnings");
        if (versions != null) {
            var link = new Anchor(versions, words.say("day.versions"));
            link.getElement().setAttribute("router-link", true);
            link.getElement().addEventListener("click", _ -> close());
            add(link);
        }
        var keep = new Button(words.say("day.save"), _ -> save(save));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.words().get("kit.form.cancel"), _ -> close()), keep);
    }

    private void list(List<String> lines, String look) {
        if (!lines.isEmpty()) {
            var told = new UnorderedList();
            lines.forEach(each -> told.add(new ListItem(each)));
            told.addClassName(look);
            add(told);
        }
    }

    private void row(PlannedActivity entry) {
        var row = new Row();
        row.activity.setValue(
                activities.stream()
                        .filter(each -> each.code().equals(entry.activity()))
                        .findFirst()
                        .orElse(activities.getFirst()));
        row.show(entry.span());
        rows.add(row);
        list.add(row);
    }

    private void addRow() {
        var row = new Row();
        row.activity.setValue(activities.getFirst());
        rows.add(row);
        list.add(row);
        row.activity.focus();
    }

    private void save(Predicate<List<PlannedActivity>> save) {
        var entries = new ArrayList<PlannedActivity>();
        for (var row : rows) {
            var span = row.span();
            if (span.isEmpty()) {
                trouble.setText(words.say("day.noTimes"));
                trouble.setVisible(true);
                return;
            }
            entries.add(new PlannedActivity(row.activity.getValue().code(), span.get()));
        }
        if (save.test(entries)) {
            close();
        }
    }

    /// One entry.
    private final class Row extends Div {
        private final Select<Activity> activity = new Select<>();
        private final TimePicker from = new TimePicker();
        private final TimePicker to = new TimePicker();

        /// How many days after the day of the plan it begins, which a time does not say.
        private long later;

        Row() {
            addClassName("planner-entry");
            activity.setLabel(words.say("day.activity"));
            activity.setItems(activities);
            activity.setItemLabelGenerator(Activity::name);
            time(from, "day.from");
            time(to, "day.to");
            var remove =
                    new Button(
                            VaadinIcon.CLOSE_SMALL.create(),
                            _ -> {
                                rows.remove(this);
                                list.remove(this);
                            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel(words.say("day.remove"));
            remove.setTooltipText(words.say("day.remove"));
            add(activity, from, to, remove);
        }

        private void time(TimePicker field, String label) {
            field.setLabel(words.say(label));
            field.setLocale(words.locale());
            field.setStep(Duration.ofMinutes(15));
        }

        void show(TimeSpan span) {
            var start = span.start().atZone(person.zone());
            later = start.toLocalDate().toEpochDay() - day.key().date().toEpochDay();
            from.setValue(start.toLocalTime());
            to.setValue(span.end().atZone(person.zone()).toLocalTime());
        }

        /// An end at or before its start is on the next day.
        Optional<TimeSpan> span() {
            if (activity.getValue() == null || from.getValue() == null || to.getValue() == null) {
                return Optional.empty();
            }
            var date = day.key().date().plusDays(later);
            var start = instant(date.atTime(from.getValue()));
            LocalTime end = to.getValue();
            var sameDay = instant(date.atTime(end));
            return Optional.of(
                    TimeSpan.of(
                            start,
                            sameDay.isAfter(start)
                                    ? sameDay
                                    : instant(date.plusDays(1).atTime(end))));
        }

        private Instant instant(LocalDateTime local) {
            return local.atZone(person.zone()).toInstant();
        }
    }
}
