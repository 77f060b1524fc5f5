package dev.rollcall.adherence.ui;

import dev.rollcall.adherence.Afterwards;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Words;
import java.util.ArrayList;

/// Says what became of figures after their days had ended.
public record AfterwardsWords(Words words) {

    /// "12 min were changed after the day had ended."; empty when nothing became of them.
    public String sentence(Afterwards afterwards) {
        var said = new ArrayList<String>();
        if (!afterwards.changed().isZero()) {
            said.add(words.get("adherence.afterwards.changed", changed(afterwards)));
        }
        if (afterwards.daysPlanned() > 0) {
            said.add(words.get("adherence.afterwards.planned", afterwards.daysPlanned()));
        }
        return String.join(" ", said);
    }

    /// "12 min", or a dash.
    public String changed(Afterwards afterwards) {
        return afterwards.changed().isZero()
                ? Percents.NONE
                : new DurationWords(words).brief(afterwards.changed());
    }
}
