package dev.rollcall.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.ThreeFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands beside the plan of a day: a public holiday, and how the person kept to the plan.
///
/// @param figures of the days up to now
/// @param holidays by date, as people call them
record Beside(Map<LocalDate, Figures> figures, Map<LocalDate, String> holidays) {

    Optional<ThreeFigures> adherence(LocalDate date) {
        return Optional.ofNullable(figures.get(date)).flatMap(ThreeFigures::of);
    }

    /// All days added up: seconds, never percentages.
    Optional<ThreeFigures> total(LocalDate from, LocalDate to) {
        return ThreeFigures.of(
                figures.entrySet().stream()
                        .filter(day -> !day.getKey().isBefore(from) && !day.getKey().isAfter(to))
                        .map(Map.Entry::getValue)
                        .reduce(Figures.NONE, Figures::plus));
    }

    /// The lines for one day; may be none.
    List<Component> of(LocalDate date, CalendarWords words) {
        var lines = new ArrayList<Component>();
        var name = holidays.get(date);
        if (name != null) {
            var holiday = new Span(name);
            holiday.addClassName("calendar-holiday");
            holiday.getElement().setAttribute("title", words.say("holiday", name));
            lines.add(holiday);
        }
        adherence(date)
                .ifPresent(figures -> {
                    var score = new Span(words.adherence(figures));
                    score.addClassName("calendar-score");
                    var others = new Span(words.beside(figures));
                    others.addClassName("calendar-others");
                    var adherence = new Div(score, others);
                    adherence.addClassName("calendar-adherence");
                    adherence.getElement().setAttribute("title", words.figures(figures));
                    lines.add(adherence);
                });
        return lines;
    }
}
