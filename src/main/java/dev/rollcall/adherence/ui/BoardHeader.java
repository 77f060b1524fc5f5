package dev.rollcall.adherence.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import dev.rollcall.adherence.BoardPulse;
import dev.rollcall.kit.LiveBadge;
import dev.rollcall.kit.Severity;
import dev.rollcall.kit.StatusPill;

/// The board's title, whether it is live or which past day it shows, its legend and its help.
final class BoardHeader extends Div {

    private final LiveBadge live = new LiveBadge(BoardPulse.PATIENCE);
    private final Span pastDay = new Span();
    private final Popover legend = new Popover();

    BoardHeader(Runnable onHelp) {
        addClassName("board-header");
        pastDay.addClassName("board-past-day");
        var legendButton = icon(VaadinIcon.INFO_CIRCLE_O, "adherence.board.legend");
        legend.setTarget(legendButton);
        legend.setAriaLabel(getTranslation("adherence.board.legend"));
        legend.setWidth("min(34rem, 92vw)");
        var help = icon(VaadinIcon.KEYBOARD_O, "adherence.help.title");
        help.addClassName("board-help-button");
        help.addClickListener(_ -> onHelp.run());
        var actions = new Div(legendButton, help);
        actions.addClassName("board-actions");
        add(new H1(getTranslation("adherence.board.title")), live, pastDay, actions, legend);
    }

    private Button icon(VaadinIcon icon, String key) {
        var button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        return button;
    }

    void beat() {
        live.beat();
    }

    void showLive() {
        live.setVisible(true);
        pastDay.setVisible(false);
    }

    /// @param day the day as people read it
    void showPast(String day) {
        live.setVisible(false);
        pastDay.setVisible(true);
        pastDay.setText(getTranslation("adherence.board.pastDay", day));
    }

    void explain(BoardLegend known) {
        legend.removeAll();
        var severities = new Div();
        severities.addClassName("board-severities");
        for (var severity : Severity.values()) {
            var what = new Span(getTranslation("adherence.legend." + severity));
            what.addClassName("board-second");
            severities.add(
                    new Div(
                            new StatusPill(
                                    severity, getTranslation(severity.translationKey()), null),
                            what));
        }
        legend.add(severities);
        legend.add(new dev.rollcall.kit.TimelineKey(known.toTimeline()));
    }
}
