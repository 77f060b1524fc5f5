package dev.rollcall.demo;

import dev.rollcall.people.Directory;
import dev.rollcall.planner.AgreedTerms;
import dev.rollcall.planner.ShiftTemplate.Pause;
import dev.rollcall.planner.ShiftTemplate.Stretch;
import dev.rollcall.planner.ShiftTemplates;
import dev.rollcall.planner.TemplateDraft;
import dev.rollcall.planner.Terms;
import dev.rollcall.planner.Terms.Available;
import dev.rollcall.planner.Terms.Contract;
import dev.rollcall.security.Access;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Shift templates and what is agreed with the demo's people, so that its planner finds both.
@Component
@Profile("demo")
class DemoPlanner {

    private static final LocalDate HIRED = LocalDate.of(2024, 1, 1);

    private final ShiftTemplates templates;
    private final AgreedTerms terms;
    private final Directory directory;
    private final Access access;

    DemoPlanner(ShiftTemplates templates, AgreedTerms terms, Directory directory, Access access) {
        this.templates = templates;
        this.terms = terms;
        this.directory = directory;
        this.access = access;
    }

    @EventListener(ApplicationReadyEvent.class)
    void settleIn() {
        access.asSystem(
                "demo",
                () -> {
                    if (templates.list().isEmpty()) {
                        makeTemplates();
                        agree();
                    }
                });
    }

    private void makeTemplates() {
        template("Early", "06:00", "14:30");
        template("Day", "08:00", "16:30");
        template("Late", "13:30", "22:00");
        template("Night", "21:30", "06:00");
        templates.save(
                null,
                new TemplateDraft(
                        "Split",
                        null,
                        List.of(
                                new Stretch(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                                new Stretch(LocalTime.of(16, 0), LocalTime.of(20, 0))),
                        List.of(pause("BREAK", 15, 90, 120))),
                0);
    }

    private void template(String name, String from, String to) {
        templates.save(
                null,
                new TemplateDraft(
                        name,
                        null,
                        List.of(new Stretch(LocalTime.parse(from), LocalTime.parse(to))),
                        List.of(
                                pause("BREAK", 15, 90, 150),
                                pause("LUNCH", 30, 210, 285),
                                pause("BREAK", 15, 375, 435))),
                0);
    }

    private static Pause pause(String activity, int minutes, int earliest, int latest) {
        return new Pause(
                activity,
                Duration.ofMinutes(minutes),
                Duration.ofMinutes(earliest),
                Duration.ofMinutes(latest));
    }

    /// Most work full time; every fifth works four days, every seventh cannot work at weekends.
    private void agree() {
        int number = 0;
        for (var person : directory.everybody()) {
            number++;
            int days = number % 5 == 0 ? 4 : 5;
            terms.agree(
                    person.id(),
                    new Contract(HIRED, Duration.ofHours(8L * days), days, Terms.USUAL_REST, 0),
                    number % 7 == 0 ? weekdays() : List.of());
        }
    }

    private static List<Available> weekdays() {
        return List.of(
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY)
                .stream()
                .map(day -> new Available(day, LocalTime.of(0, 0), LocalTime.of(0, 0)))
                .toList();
    }
}
