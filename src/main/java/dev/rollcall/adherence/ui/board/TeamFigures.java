package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.ui.AfterwardsWords;
import dev.rollcall.adherence.ui.Percents;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.PlainTable;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;

/// The team's figures: of what is on the board, of the day before, and of the week and month so
/// far; read when somebody asks.
final class TeamFigures extends Popover {

    /// What adds up everybody shown over some days.
    interface Source {
        /// The day the board shows, in the zone it shows it in.
        LocalDate day();

        /// The days that are on the board, added up. Around the world they need not have one date.
        Figures onTheBoard();

        /// @param from the first day, included
        /// @param to the last day, included
        Figures total(LocalDate from, LocalDate to);
    }

    private final Source source;

    /// @param target opens it
    TeamFigures(Component target, Source source) {
        this.source = source;
        setTarget(target);
        setPosition(PopoverPosition.BOTTOM_END);
        setAriaLabel(getTranslation("adherence.tiles.team"));
        setWidth("min(32rem, 94vw)");
        addClassName("team-figures");
        var waiting = new Paragraph(getTranslation("adherence.team.waiting"));
        add(waiting);
        addOpenedChangeListener(e -> {
            removeAll();
            if (e.isOpened()) {
                read();
            } else {
                add(waiting);
            }
        });
    }

    private void read() {
        var day = source.day();
        var week = WeekFields.of(getLocale()).dayOfWeek();
        var table =
                new PlainTable(
                        "adherence.team.period",
                        "adherence.figure.score",
                        "adherence.figure.tolerated",
                        "adherence.figure.raw",
                        "adherence.team.out",
                        "adherence.team.changed");
        line(table, "board", source.onTheBoard());
        line(table, "dayBefore", source.total(day.minusDays(1), day.minusDays(1)));
        line(table, "week", source.total(day.with(week, 1), day));
        line(table, "month", source.total(day.with(TemporalAdjusters.firstDayOfMonth()), day));
        add(
                new H3(getTranslation("adherence.tiles.team")),
                table,
                new Paragraph(getTranslation("adherence.tiles.teamHow")));
    }

    private void line(PlainTable table, String period, Figures found) {
        var percents = new Percents(getLocale());
        table.line(
                List.of(
                        getTranslation("adherence.team." + period),
                        percents.of(found.score()),
                        percents.of(found.tolerated()),
                        percents.of(found.raw()),
                        new DurationWords(this::getTranslation).brief(found.score().out()),
                        new AfterwardsWords(this::getTranslation).changed(found.afterwards())));
    }
}
