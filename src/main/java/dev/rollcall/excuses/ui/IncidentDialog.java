package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.deeds.UndoToast;
import dev.rollcall.excuses.ExcuseDraft;
import dev.rollcall.excuses.ExcuseReason;
import dev.rollcall.excuses.Reach;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Excuses everybody something happened to: a unit, a group, or all, for a period or until further
/// notice. Says whom it touches and how much, before it is done.
final class IncidentDialog extends ExcuseForm {

    private static final Duration A_WHILE = Duration.ofMinutes(30);

    /// What an incident can reach, as it is offered.
    private record Choice(
            Reach reach, @Nullable UnitId unit, @Nullable GroupId group, String name) {}

    private final ExcuseSources sources;
    private final ExcuseWords words;
    private final ZoneId zone;
    private final Runnable done;
    private final Select<Choice> reach = new Select<>();
    private final SpanFields span;
    private final Checkbox goesOn = new Checkbox();
    private final Select<ExcuseReason> reason;
    private final TextArea note;
    private final EffectLine effect;

    IncidentDialog(ExcuseSources sources, ExcuseWords words, ZoneId zone, Runnable done) {
        super(words.say("incident.title"));
        this.sources = sources;
        this.words = words;
        this.zone = zone;
        this.done = done;
        effect = new EffectLine(sources);
        span = new SpanFields(zone, this::show);
        field("/from", span.fromField());
        field("/until", span.untilField());
        goesOn.setLabel(words.say("incident.goesOn"));
        goesOn.addValueChangeListener(e -> {
            span.offerEnd(!e.getValue());
            show();
        });
        reach.setLabel(words.say("incident.reach"));
        reach.setItems(choices());
        reach.setItemLabelGenerator(Choice::name);
        reach.setWidthFull();
        reach.addValueChangeListener(_ -> show());
        field("/reach", reach);
        reason = reasonField(sources.reasons().offered(), "SYSTEM_OUTAGE");
        note = textField("what", "/note");
        var now = sources.now().truncatedTo(ChronoUnit.MINUTES);
        span.show(now.minus(A_WHILE), now);
        var what = new Paragraph(words.say("incident.what", zone.getId()));
        what.addClassName("record-note");
        ask(words.say("incident.confirm"), reach, span, goesOn, reason, note, what, effect);
        choices().stream().findFirst().ifPresent(reach::setValue);
    }

    private List<Choice> choices() {
        var scope = sources.access().scope(Permission.ADHERENCE_WRITE);
        var choices = new ArrayList<Choice>();
        for (Unit unit : sources.directory().units(scope)) {
            choices.add(new Choice(Reach.UNIT, unit.id(), null, unit.name()));
        }
        for (Group group : sources.directory().groups(scope)) {
            choices.add(
                    new Choice(
                            Reach.GROUP, null, group.id(), words.say("reach.group", group.name())));
        }
        if (scope.everybody()) {
            choices.add(new Choice(Reach.EVERYBODY, null, null, words.say("reach.EVERYBODY")));
        }
        return choices;
    }

    private void show() {
        if (reach.getValue() != null
                && span.from().isPresent()
                && (goesOn.getValue() || span.until().isPresent())) {
            effect.show(draft("SYSTEM_OUTAGE", ""));
        }
    }

    private ExcuseDraft draft(String code, String text) {
        var chosen = Objects.requireNonNull(reach.getValue());
        Instant until = span.until().orElse(null);
        return new ExcuseDraft(
                chosen.reach(),
                Set.of(),
                chosen.unit(),
                chosen.group(),
                span.from().orElseThrow(),
                until,
                code,
                text);
    }

    @Override
    protected boolean isComplete() {
        boolean whom = demand(reach.getValue() != null, "/reach", "nobody");
        boolean begins = demand(span.from().isPresent(), "/from", "noTime");
        boolean ends = demand(!span.asksForEnd() || span.until().isPresent(), "/until", "noTime");
        return demand(reason.getValue() != null, "/reason", "reason") && whom && begins && ends;
    }

    @Override
    protected void save() {
        var given = sources.excuses().give(draft(reason.getValue().code(), note.getValue()));
        done.run();
        UndoToast.show(
                sources.deeds(),
                given.deed(),
                words.say(
                        "incident.done",
                        words.whom(given.excuse()),
                        given.excuse().covered(),
                        words.times(given.excuse().span(), zone)),
                done);
    }
}
