package dev.rollcall.backoffice.ui;

import com.vaadin.flow.component.UI;
import dev.rollcall.backoffice.BackOfficeTask;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Words;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How tasks are said. Times are those of whoever looks.
final class TaskWords {

    /// Stands where there is nothing to say.
    static final String NOTHING = "–";

    private final Words words;
    private final Locale locale;
    private final Directory directory;
    private final DurationWords durations;

    TaskWords(UI ui, Directory directory) {
        words = ui::getTranslation;
        locale = ui.getLocale();
        durations = new DurationWords(words);
        this.directory = directory;
    }

    Locale locale() {
        return locale;
    }

    String say(String key, Object... arguments) {
        return words.get("backoffice.tasks." + key, arguments);
    }

    String agent(@Nullable AgentId agent) {
        return agent == null
                ? say("nobody")
                : directory.agent(agent).map(Agent::name).orElse(NOTHING);
    }

    String unit(UnitId unit) {
        return directory.unit(unit).map(Unit::name).orElse(NOTHING);
    }

    String state(BackOfficeTask task, Instant now) {
        if (task.isOverdue(now)) {
            return say(task.state() == BackOfficeTask.State.RUNNING ? "runningOverdue" : "overdue");
        }
        boolean begun = task.state() == BackOfficeTask.State.OPEN && !task.worked().isZero();
        return say("state." + (begun ? "PAUSED" : task.state()));
    }

    /// What styles call it: full, half, struck, pointed.
    static String mark(BackOfficeTask task, Instant now) {
        if (task.isOverdue(now)) {
            return "expired";
        }
        return switch (task.state()) {
            case RUNNING -> "ready";
            case OPEN -> "invited";
            case DONE, CANCELLED -> "disabled";
        };
    }

    String due(@Nullable Instant due) {
        return due == null ? NOTHING : Days.withTime(due, locale);
    }

    String duration(@Nullable Duration duration) {
        return duration == null || duration.isZero() ? NOTHING : durations.brief(duration);
    }

    /// Below the title, where there is no room for columns.
    String second(BackOfficeTask task, Instant now) {
        var said = agent(task.agent()) + " · " + state(task, now);
        return task.dueAt() == null || !task.isOpen()
                ? said
                : said + " · " + say("dueBrief", Days.of(task.dueAt(), locale));
    }
}
