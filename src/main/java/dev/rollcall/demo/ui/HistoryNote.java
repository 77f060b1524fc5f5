package dev.rollcall.demo.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.demo.HistoryProgress;
import dev.rollcall.demo.HistoryProgress.Told;

/// Says how much of the demo's history is there while it is being written; nothing once it is.
final class HistoryNote extends Span {

    private final HistoryProgress progress;
    private Runnable stop = () -> {};

    HistoryNote(HistoryProgress progress) {
        this.progress = progress;
        addClassName("demo-history-note");
        show(progress.told());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        stop = progress.follow(told -> ui.access(() -> show(told)));
        getElement().setProperty("title", getTranslation("demo.history.hint"));
        show(progress.told());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop.run();
    }

    private void show(Told told) {
        setVisible(!told.isDone());
        setText(getTranslation("demo.history.filling", told.days(), told.of()));
    }
}
