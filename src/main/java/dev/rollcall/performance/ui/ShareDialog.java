package dev.rollcall.performance.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.OwnShares;
import dev.rollcall.performance.PerformancePage;
import dev.rollcall.performance.ShareDraft;
import dev.rollcall.performance.ShareReader;
import java.util.List;
import java.util.stream.Collectors;

/// What of a month is shared, with whom, and until when. Nothing is chosen beforehand but the time.
final class ShareDialog extends FormDialog {

    private final OwnShares shares;
    private final PerformancePage page;
    private final Runnable done;
    private final Ticks<Metric> metrics;
    private final Checkbox days = new Checkbox();
    private final Ticks<ShareReader> readers;
    private final DatePicker until = new DatePicker();

    /// @param readers at least one
    /// @param done told when it is shared
    ShareDialog(
            PerformanceWords words,
            OwnShares shares,
            List<ShareReader> readers,
            PerformancePage page,
            Runnable done) {
        super(words.say("share.dialog", words.month(page.month())));
        this.shares = shares;
        this.page = page;
        this.done = done;
        metrics = new Ticks<>(words.say("share.metrics"), List.of(Metric.values()), words::name);
        field("/metrics", metrics);
        days.setLabel(words.say("share.days"));
        this.readers = new Ticks<>(words.say("share.readers"), readers, ShareReader::name);
        field("/readers", this.readers);
        until.setLabel(words.say("share.until.label"));
        until.setLocale(words.locale());
        until.setValue(page.today().plusDays(OwnShares.USUAL_DAYS));
        until.setMin(page.today());
        until.setMax(page.today().plusDays(OwnShares.MOST_DAYS));
        field("/until", until);
        ask(
                words.say("share.go"),
                new Paragraph(words.say(page.isRunning() ? "share.whatRunning" : "share.what")),
                metrics,
                days,
                this.readers,
                until);
    }

    @Override
    protected boolean isComplete() {
        boolean dated = until.getValue() != null;
        if (!dated) {
            reject("/until", getTranslation("performance.share.until"));
        }
        return dated;
    }

    @Override
    protected void save() {
        shares.share(
                new ShareDraft(
                        page.month(),
                        metrics.chosen(),
                        days.getValue(),
                        readers.chosen().stream()
                                .map(ShareReader::user)
                                .collect(Collectors.toSet()),
                        until.getValue()));
        done.run();
    }
}
