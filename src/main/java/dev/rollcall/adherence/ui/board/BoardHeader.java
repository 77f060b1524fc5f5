package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.rollcall.adherence.BoardPulse;
import dev.rollcall.adherence.ui.BoardLegend;
import dev.rollcall.kit.LiveBadge;
import dev.rollcall.kit.Severity;
import dev.rollcall.kit.StatusPill;
import dev.rollcall.kit.TimelineKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The board's title, whether it is live or which past day it shows, its legend and its help.
final class BoardHeader extends Div {

    private final LiveBadge live = new LiveBadge(BoardPulse.PATIENCE);
    private final Span pastDay = new Span();
    private final Span stopped = new Span();
    private final Button pause;
    private final Button dense;
    private final Popover legend = new Popover();
    private @Nullable BoardLegend explained;

    /// @param onPause stops the rows or lets them go on
    /// @param onDense makes rows lower or taller
    /// @param export what is shown, as the text of a file
    /// @param parts what others contribute, before what the board itself can do
    BoardHeader(
            Runnable onHelp,
            Runnable onPause,
            Runnable onDense,
            Supplier<String> export,
            List<Component> parts) {
        addClassName("board-header");
        pastDay.addClassName("board-past-day");
        stopped.addClassName("board-past-day");
        stopped.setText(getTranslation("adherence.board.paused"));
        var legendButton = icon(VaadinIcon.INFO_CIRCLE_O, "adherence.board.legend");
        legend.setTarget(legendButton);
        legend.setAriaLabel(getTranslation("adherence.board.legend"));
        legend.setWidth("min(34rem, 92vw)");
        legend.addOpenedChangeListener(e -> {
            legend.removeAll();
            if (e.isOpened() && explained != null) {
                fill(explained);
            }
        });
        var help = icon(VaadinIcon.KEYBOARD_O, "adherence.help.title");
        help.addClassName("board-help-button");
        help.addClickListener(_ -> onHelp.run());
        pause = icon(VaadinIcon.PAUSE, "adherence.board.pause");
        pause.addClickListener(_ -> onPause.run());
        showPaused(false);
        dense = icon(VaadinIcon.LINES, "adherence.board.dense");
        dense.addClassName("board-dense-button");
        dense.addClickListener(_ -> onDense.run());
        showDense(false);
        var actions = new Div(pause, dense, download(export), legendButton, help);
        actions.addClassName("board-actions");
        var contributed = new Div();
        contributed.addClassName("board-parts");
        contributed.add(parts);
        add(
                new H1(getTranslation("adherence.board.title")),
                live,
                stopped,
                pastDay,
                contributed,
                actions,
                legend);
    }

    private Button icon(VaadinIcon icon, String key) {
        var button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        name(button, key);
        return button;
    }

    private Anchor download(Supplier<String> export) {
        var file =
                DownloadHandler.fromInputStream(event -> {
                    // Rows change with the page locked, so they are read with it locked.
                    var text = new AtomicReference<>("");
                    event.getUI().accessSynchronously(() -> text.set(export.get()));
                    var bytes = text.get().getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            "adherence.csv",
                            "text/csv;charset=UTF-8",
                            bytes.length);
                });
        var link = new Anchor(file, AttachmentType.DOWNLOAD, "");
        link.setAriaLabel(getTranslation("adherence.board.export"));
        link.setTitle(getTranslation("adherence.board.export"));
        link.addClassName("board-export");
        link.add(VaadinIcon.DOWNLOAD_ALT.create());
        return link;
    }

    void showPaused(boolean paused) {
        pause.setIcon((paused ? VaadinIcon.PLAY : VaadinIcon.PAUSE).create());
        name(pause, paused ? "adherence.board.goOn" : "adherence.board.pause");
        stopped.setVisible(paused);
    }

    void showDense(boolean lowRows) {
        dense.setIcon((lowRows ? VaadinIcon.LINES : VaadinIcon.LINES_LIST).create());
        name(dense, lowRows ? "adherence.board.roomy" : "adherence.board.dense");
    }

    private void name(Button button, String key) {
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
    }

    void beat() {
        live.beat();
    }

    void showLive() {
        live.setVisible(true);
        pause.setVisible(true);
        pastDay.setVisible(false);
    }

    /// @param day the day as people read it
    void showPast(String day) {
        live.setVisible(false);
        pause.setVisible(false);
        pastDay.setVisible(true);
        pastDay.setText(getTranslation("adherence.board.pastDay", day));
    }

    /// @param moment as people read it
    void showSeen(String moment) {
        live.setVisible(false);
        pause.setVisible(false);
        pastDay.setVisible(true);
        pastDay.setText(getTranslation("adherence.board.seen", moment));
    }

    /// @param known what the legend explains when it is opened
    void explain(BoardLegend known) {
        explained = known;
    }

    /// While it is closed it costs nothing.
    private void fill(BoardLegend known) {
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
        legend.add(new TimelineKey(known.toTimeline()));
    }
}
