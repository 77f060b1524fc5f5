package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.excuses.ExcuseReason;
import dev.rollcall.excuses.ExplanationDraft;
import java.time.Duration;

/// Asks somebody what happened, in their own words.
final class ExplainDialog extends ExcuseForm {

    private static final int MILLIS = 8_000;
    private static final Duration A_WHILE = Duration.ofMinutes(15);

    private final ExcuseSources sources;
    private final ExcuseWords words;
    private final Matter matter;
    private final SpanFields span;
    private final Checkbox goesOn = new Checkbox();
    private final Select<ExcuseReason> reason;
    private final TextArea text;

    ExplainDialog(ExcuseSources sources, ExcuseWords words, Matter matter) {
        super(words.say("explain.title"));
        this.sources = sources;
        this.words = words;
        this.matter = matter;
        span = new SpanFields(matter.zone(), () -> {});
        field("/from", span.fromField());
        field("/until", span.untilField());
        goesOn.setLabel(words.say("explain.goesOn"));
        goesOn.addValueChangeListener(e -> span.offerEnd(!e.getValue()));
        goesOn.setVisible(matter.goesOn());
        reason = reasonField(sources.reasons().offered(), "CALL_OVERRAN");
        text = textField("text", "/text");
        var told = matter.span();
        var now = sources.now();
        span.show(
                told == null ? now.minus(A_WHILE) : told.start(), told == null ? now : told.end());
        goesOn.setValue(matter.goesOn());
        var what = new Paragraph(words.say("explain.what"));
        what.addClassName("record-note");
        ask(words.say("explain.confirm"), reason, text, span, goesOn, what);
        text.focus();
    }

    @Override
    protected boolean isComplete() {
        boolean begins = demand(span.from().isPresent(), "/from", "noTime");
        boolean ends = demand(!span.asksForEnd() || span.until().isPresent(), "/until", "noTime");
        return demand(reason.getValue() != null, "/reason", "reason") && begins && ends;
    }

    @Override
    protected void save() {
        sources.explanations()
                .explain(
                        new ExplanationDraft(
                                span.from().orElseThrow(),
                                span.until().orElse(null),
                                reason.getValue().code(),
                                text.getValue()));
        Notification.show(words.say("explain.done"), MILLIS, Notification.Position.BOTTOM_START);
        matter.done().run();
    }
}
