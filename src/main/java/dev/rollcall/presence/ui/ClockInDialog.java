package dev.rollcall.presence.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Clocks a person in: one look at the unit and the time, one Enter. A day they forgot to end is
/// ended first.
class ClockInDialog extends Dialog {

    /// From then on somebody comes back rather than late.
    private static final Duration LATE = Duration.ofHours(2);

    /// Whether they were told that they are clocked in elsewhere.
    private boolean warned;

    /// @param plan names the shift they clock in to
    /// @param clockIn takes the unit, null when there is none to choose
    ClockInDialog(
            AgentId agent,
            OwnStatus status,
            PlannedHours plan,
            Function<@Nullable UnitId, OwnStatus.Outcome> clockIn) {
        setHeaderTitle(getTranslation("presence.clockIn.title"));
        var forgotten = status.openDay().map(day -> new OpenDayForm(day, status.zone(agent)));
        var units = new Select<Unit>();
        units.setLabel(getTranslation("presence.clockIn.unit"));
        units.setItems(status.units(agent));
        units.setItemLabelGenerator(Unit::name);
        status.lastUnit(agent).ifPresent(units::setValue);
        units.setReadOnly(status.units(agent).size() < 2);
        var zone = status.zone(agent);
        var time =
                new Paragraph(
                        getTranslation(
                                "presence.clockIn.time",
                                StatusWords.time(this, status.clock(), zone),
                                zone.getDisplayName(TextStyle.FULL, getLocale())));
        var confirm =
                new Button(
                        getTranslation("presence.menu.clockIn"),
                        event -> {
                            if (isElsewhere(agent, status, forgotten.isPresent())) {
                                takeOver(agent, status, event.getSource());
                                return;
                            }
                            if (forgotten.isPresent() && !end(forgotten.get(), status)) {
                                return;
                            }
                            var unit = units.getValue();
                            var outcome = clockIn.apply(unit == null ? null : unit.id());
                            if (outcome == OwnStatus.Outcome.DONE) {
                                close();
                            }
                        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setAutofocus(true);
        confirm.addClickShortcut(Key.ENTER);
        var content = new Div();
        content.addClassName("presence-dialog");
        forgotten.ifPresent(content::add);
        content.add(units, time);
        plan.shift(status.clock())
                .ifPresent(shift -> content.add(shift(shift, status.clock(), zone)));
        add(content);
        getFooter()
                .add(
                        new Button(getTranslation("presence.dialog.cancel"), event -> close()),
                        confirm);
    }

    /// Whether they were clocked in somewhere else while this dialog stood open.
    private boolean isElsewhere(AgentId agent, OwnStatus status, boolean endsADay) {
        return !endsADay
                && !warned
                && status.now(agent).filter(now -> now.state().base() != Base.AWAY).isPresent();
    }

    /// Names the place, and asks again.
    private void takeOver(AgentId agent, OwnStatus status, Button confirm) {
        warned = true;
        var now = status.now(agent).orElseThrow();
        var place = status.currentUnit(agent).map(Unit::name).orElse("");
        var note =
                new Paragraph(
                        getTranslation(
                                "presence.clockIn.elsewhere",
                                place,
                                StatusWords.time(this, now.since(), status.zone(agent))));
        note.getElement().setAttribute("role", "alert");
        add(note);
        confirm.setText(getTranslation("presence.clockIn.takeOver"));
    }

    /// @return whether the day is over
    private boolean end(OpenDayForm form, OwnStatus status) {
        try {
            var outcome = status.endDay(form.day(), form.left(), form.reason());
            if (outcome != OwnStatus.Outcome.DONE) {
                Notification.show(getTranslation(outcome.messageKey()));
            }
            return outcome == OwnStatus.Outcome.DONE;
        } catch (InvalidInput e) {
            form.reject(e);
            return false;
        }
    }

    /// `Your shift 08:00–16:30 begins in 3 min`; nothing of its start when that is long past.
    private Paragraph shift(TimeSpan shift, Instant now, ZoneId zone) {
        var begins = Duration.between(now, shift.start());
        var key =
                begins.isPositive()
                        ? "presence.clockIn.early"
                        : begins.abs().compareTo(LATE) < 0
                                ? "presence.clockIn.begun"
                                : "presence.clockIn.shift";
        return new Paragraph(
                getTranslation(
                        key,
                        StatusWords.time(this, shift.start(), zone),
                        StatusWords.time(this, shift.end(), zone),
                        away(begins.abs())));
    }

    private String away(Duration begins) {
        return begins.compareTo(Duration.ofHours(1)) < 0
                ? getTranslation("presence.clockIn.minutes", begins.toMinutes())
                : getTranslation("presence.clockIn.hours", StatusWords.duration(begins));
    }
}
