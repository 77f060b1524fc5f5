package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The names behind the numbers in a [TimelineStrip], in the viewer's language. A page has one: it
/// reaches the browser once, not with each row.
///
/// @param activities number `n` of a strip's schedule is the `n`-th here
/// @param presences number `n` of a strip's actual lane is the `n`-th here
public record TimelineLegend(List<Activity> activities, List<String> presences) {

    /// An activity's name in the viewer's language, and its looks.
    public record Activity(String name, ActivityTone tone) {}

    private static final List<String> WORDS =
            List.of(
                    "actual",
                    "actualSince",
                    "clocksBack",
                    "clocksForward",
                    "grace",
                    "laneActual",
                    "laneSchedule",
                    "neutralTime",
                    "nothingScheduled",
                    "out",
                    "outAfterGrace",
                    "scheduled",
                    "severe",
                    "severeAfterGrace",
                    "toldLater",
                    "unknown",
                    "unknownTime",
                    "unscheduledTime");

    public TimelineLegend {
        activities = List.copyOf(activities);
        presences = List.copyOf(presences);
    }

    /// With the words of the popover, translated for the page that `component` is on.
    ///
    /// @param locale how times and lengths are written there
    ObjectNode toJson(Component component, Locale locale) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("language", locale.toLanguageTag());
        var list = json.putArray("activities");
        for (var activity : activities) {
            list.addObject()
                    .put("name", activity.name())
                    .put("tone", activity.tone().token())
                    .put("pattern", activity.tone().pattern());
        }
        var names = json.putArray("presences");
        presences.forEach(names::add);
        var words = json.putObject("words");
        for (var word : WORDS) {
            // Without arguments the places stay as they are: the browser fills them in.
            words.put(word, component.getTranslation("kit.timeline." + word));
        }
        return json;
    }
}
