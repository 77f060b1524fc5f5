package dev.rollcall.reports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.reports.ui.BackgroundFiles.Job;
import dev.rollcall.reports.ui.BackgroundFiles.Standing;
import java.nio.file.Files;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// How far a long file is, a way to stop it, and the file when it is done. It is still there when
/// its reader comes back to the page.
final class FilePanel extends Div {

    private final ReportWords words;
    private final BackgroundFiles files;
    private final Span said = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop;
    private @Nullable Anchor link;
    private @Nullable Job job;
    private @Nullable Runnable unfollow;
    private @Nullable Coalescer<String, Standing> page;

    FilePanel(ReportWords words, BackgroundFiles files) {
        this.words = words;
        this.files = files;
        addClassName("report-file");
        said.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", words.say("file.progress"));
        stop = new Button(words.say("file.stop"), _ -> stop());
        add(said, bar, stop);
        setVisible(false);
    }

    private void stop() {
        if (job != null) {
            job.stop();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        page = Coalescer.to(event.getUI(), this::latest);
        files.own().ifPresent(this::show);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        unfollow();
        if (page != null) {
            page.close();
        }
    }

    private void unfollow() {
        if (unfollow != null) {
            unfollow.run();
            unfollow = null;
        }
    }

    void show(Job begun) {
        unfollow();
        job = begun;
        setVisible(true);
        stands(begun.standing());
        var to = page;
        if (to != null) {
            unfollow = begun.follow(standing -> to.add("", standing));
        }
    }

    private void latest(Collection<Standing> standings) {
        standings.forEach(this::stands);
    }

    private void stands(Standing standing) {
        var shown = job;
        if (shown == null) {
            return;
        }
        boolean goesOn =
                switch (standing.state()) {
                    case WAITS, RUNS -> true;
                    case DONE, STOPPED, FAILED -> false;
                };
        said.setText(
                words.say(
                        "file." + standing.state(), shown.name(), standing.done(), standing.of()));
        bar.setVisible(goesOn);
        bar.setIndeterminate(standing.of() == 0);
        bar.setMax(Math.max(1, standing.of()));
        bar.setValue(Math.min(standing.done(), Math.max(1, standing.of())));
        stop.setVisible(goesOn);
        if (link != null) {
            remove(link);
            link = null;
        }
        if (shown.file() != null) {
            var made = download(shown);
            link = made;
            add(made);
        }
    }

    private Anchor download(Job done) {
        DownloadHandler handler =
                event -> {
                    var file = done.file();
                    if (file == null) {
                        event.getResponse().setStatus(404);
                        return;
                    }
                    event.setFileName(done.name());
                    event.setContentType(done.type());
                    try (var out = event.getOutputStream()) {
                        Files.copy(file, out);
                    }
                };
        return new Anchor(handler, AttachmentType.DOWNLOAD, words.say("file.download"));
    }
}
