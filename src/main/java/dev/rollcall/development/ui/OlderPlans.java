package dev.rollcall.development.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import dev.rollcall.development.DevelopmentPlan;
import dev.rollcall.kit.RowList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plans of somebody that are not shown, the open one first.
final class OlderPlans extends Section {

    /// @param shown null: none is
    /// @param address of the page that shows them
    OlderPlans(
            DevelopmentWords words,
            List<DevelopmentPlan> plans,
            @Nullable DevelopmentPlan shown,
            String address) {
        addClassNames("development-part", "review-tools");
        var others =
                plans.stream()
                        .filter(each -> shown == null || each.number() != shown.number())
                        .toList();
        setVisible(!others.isEmpty());
        var list = new RowList();
        for (var each : others) {
            var closed = each.closedAt();
            list.row(
                    each.aim(),
                    closed == null
                            ? words.say("plan.open", words.at(each.openedAt()))
                            : words.say("closed", words.at(closed)),
                    closed == null ? address : address + "?plan=" + each.number(),
                    "");
        }
        add(new H2(words.say("part.older")), list);
    }
}
