package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.deeds.UndoToast;
import dev.rollcall.excuses.ExcuseDraft;
import dev.rollcall.excuses.ExcuseReason;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Excuses one person or several for a stretch of time: what it is, why, and what it would change.
final class ExcuseDialog extends ExcuseForm {

    private static final Duration A_WHILE = Duration.ofMinutes(15);
    private static final int NAMED = 6;

    private final ExcuseSources sources;
    private final ExcuseWords words;
    private final Matter matter;
    private final SpanFields span;
    private final Select<ExcuseReason> reason;
    private final TextArea note;
    private final EffectLine effect;
    private final Checkbox each = new Checkbox();
    private final Paragraph whenEach = new Paragraph();

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
        whenEach.setText(whenEach());
        whenEach.addClassName("record-note");
        each.setLabel(words.say("excuse.each"));
        each.setVisible(matter.people().size() > 1 && !matter.own().isEmpty());
        each.setValue(each.isVisible());
        each.addValueChangeListener(_ -> show());
        ask(words.say("excuse.confirm"), each, whenEach, span, zone, reason, note, effect);
        show();
    }

    /// "Kim 08:10–08:25, Dana 08:15 until now": a few of them, and how many more.
    private String whenEach() {
        var named =
                matter.own().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.comparing(TimeSpan::start)))
                        .limit(NAMED)
                        .map(own ->
                                sources.name(own.getKey())
                                        + " "
                                        + words.times(spanOf(own.getValue()), matter.zone()))
                        .collect(Collectors.joining(", "));
        return words.say(
                "excuse.eachWhen",
                named,
                Math.max(0, matter.own().size() - NAMED),
                matter.people().size() - matter.own().size());
    }

    /// Who is still out gets a while more.
    private TimeSpan spanOf(TimeSpan own) {
        var told = matter.span();
        boolean goesOn = matter.goesOn() && told != null && own.end().equals(told.end());
        return goesOn ? TimeSpan.of(own.start(), minute(own.end()).plus(A_WHILE)) : own;
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
        whenEach.setVisible(each.getValue());
        span.setVisible(!each.getValue());
        effect.setVisible(!each.getValue());
        if (!each.getValue() && span.from().isPresent() && span.until().isPresent()) {
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
        boolean begins = each.getValue() || demand(span.from().isPresent(), "/from", "noTime");
        boolean ends = each.getValue() || demand(span.until().isPresent(), "/until", "noTime");
        boolean why = demand(reason.getValue() != null, "/reason", "reason");
        return begins && ends && why;
    }

    @Override
    protected void save() {
        if (each.getValue()) {
            saveEach();
            return;
        }
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

    private void saveEach() {
        var done =
                sources.excuses()
                        .giveEach(
                                matter.own().entrySet().stream()
                                        .map(own -> {
                                            var its = spanOf(own.getValue());
                                            return ExcuseDraft.of(
                                                    Set.of(own.getKey()),
                                                    its.start(),
                                                    its.end(),
                                                    reason.getValue().code(),
                                                    note.getValue());
                                        })
                                        .toList());
        matter.done().run();
        UndoToast.show(
                sources.deeds(),
                done.deed(),
                words.say("excuse.doneEach", done.excuses().size()),
                matter.done());
    }
}
