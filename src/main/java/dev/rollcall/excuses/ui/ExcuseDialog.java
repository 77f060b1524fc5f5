package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.deeds.UndoToast;
import dev.rollcall.excuses.ExcuseDraft;
import dev.rollcall.excuses.ExcuseReason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Excuses one person or several for a stretch of time: what it is, why, and what it would change.
final class ExcuseDialog extends ExcuseForm {

    private static final Duration A_WHILE = Duration.ofMinutes(15);

    private final ExcuseSources sources;
    private final ExcuseWords words;
    private final Matter matter;
    private final SpanFields span;
    private final Select<ExcuseReason> reason;
    private final TextArea note;
    private final EffectLine effect;

    ExcuseDialog(ExcuseSources sources, ExcuseWords words, Matter matter) {
        super(title(sources, words, matter));
        this.sources = sources;
        this.words = words;
        this.matter = matter;
        effect = new EffectLine(sources);
        span = new SpanFields(matter.zone(), this::show);
        field("/from", span.fromField());
        field("/until", span.untilField());
        reason = reasonField(sources.reasons().offered(), null);
        note = textField("note", "/note");
        note.setHelperText(words.say("field.noteHelp"));
        var zone = new Paragraph(words.say("field.zone", matter.zone().getId()));
        zone.addClassName("record-note");
        var now = sources.now();
        var told = matter.span();
        if (matter.goesOn()) {
            span.explainEnd(words.say("field.stillOut"));
        }
        span.show(
                told == null ? minute(now).minus(A_WHILE) : told.start(),
                told == null || !matter.goesOn()
                        ? (told == null ? minute(now) : told.end())
                        : minute(now).plus(A_WHILE));
        ask(words.say("excuse.confirm"), span, zone, reason, note, effect);
        show();
    }

    private static String title(ExcuseSources sources, ExcuseWords words, Matter matter) {
        var people = matter.people();
        return people.size() == 1
                ? words.say("excuse.one", sources.name(people.iterator().next()))
                : words.say("excuse.many", people.size());
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    private void show() {
        if (span.from().isPresent() && span.until().isPresent()) {
            // Why is chosen later; what it changes is the same for each reason.
            effect.show(draft("SYSTEM_OUTAGE", ""));
        }
    }

    private ExcuseDraft draft(String code, String text) {
        return ExcuseDraft.of(
                matter.people(), span.from().orElseThrow(), span.until().orElseThrow(), code, text);
    }

    @Override
    protected boolean isComplete() {
        boolean begins = demand(span.from().isPresent(), "/from", "noTime");
        boolean ends = demand(span.until().isPresent(), "/until", "noTime");
        boolean why = demand(reason.getValue() != null, "/reason", "reason");
        return begins && ends && why;
    }

    @Override
    protected void save() {
        var done = sources.excuses().give(draft(reason.getValue().code(), note.getValue()));
        matter.done().run();
        UndoToast.show(
                sources.deeds(),
                done.deed(),
                words.say(
                        "excuse.done",
                        words.whom(done.excuse()),
                        words.times(done.excuse().span(), matter.zone())),
                matter.done());
    }
}
