package dev.rollcall.alerts;

import dev.rollcall.kit.Words;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;

/// What people read of rules.
public record RuleWords(Words words, Directory directory, Activities activities) {

    public String say(String key, Object... arguments) {
        return words.get("alerts." + key, arguments);
    }

    /// "Severely out for 10 minutes, planned: Work, in North".
    public String rule(AlertRule rule) {
        var said = new StringBuilder(say("rule." + rule.severity(), rule.after().toMinutes()));
        var activity = rule.activity();
        if (activity != null) {
            said.append(", ").append(say("rule.activity", activity(activity)));
        }
        var unit = rule.unit();
        if (unit != null) {
            said.append(", ")
                    .append(say("rule.unit", directory.unit(unit).map(Unit::name).orElse("–")));
        }
        return said.toString();
    }

    /// "Bell and e-mail; the agent 2 minutes before".
    public String more(AlertRule rule) {
        var how =
                say(
                        rule.bell() && rule.mail()
                                ? "rule.both"
                                : rule.bell() ? "rule.bell" : "rule.mail");
        var nudge =
                rule.nudge().isZero()
                        ? say("rule.noNudge")
                        : say("rule.nudge", rule.nudge().toMinutes());
        return (rule.on() ? "" : say("rule.off") + " · ") + how + " · " + nudge;
    }

    public String activity(String code) {
        return activities.of(code).map(Activity::name).orElse(code);
    }
}
