package dev.rollcall.excuses.ui;

import dev.rollcall.kit.Days;
import dev.rollcall.kit.RecordGrid;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import java.time.ZoneId;
import java.util.Locale;

/// Explanations and excuses, one line each.
final class ExcuseGrid extends RecordGrid<ExcuseEntry> {

    private final ExcuseWords words;
    private final ExcuseSources sources;

    ExcuseGrid(ExcuseWords words, ExcuseSources sources) {
        super(ExcuseEntry::key);
        this.words = words;
        this.sources = sources;
        nameColumn(words.say("page.who"), this::who, this::when);
        textColumn("when", words.say("page.when"), Layout.MEDIUM, "15rem", this::when);
        textColumn("reason", words.say("page.reason"), Layout.MEDIUM, "16rem", this::why);
        textColumn("by", words.say("page.by"), Layout.WIDE, "9rem", this::by);
        markedColumn(
                "state", words.say("page.state"), Layout.NARROW, "8.5rem", this::state, this::mark);
    }

    private String who(ExcuseEntry entry) {
        return switch (entry) {
            case ExcuseEntry.Explained(var explanation) -> sources.name(explanation.agent());
            case ExcuseEntry.Excused(var excuse) ->
                    excuse.reach().isIncident()
                            ? words.say("page.whom", words.whom(excuse), excuse.covered())
                            : words.whom(excuse);
        };
    }

    private String when(ExcuseEntry entry) {
        return switch (entry) {
            case ExcuseEntry.Explained(var explanation) ->
                    words.span(explanation.span(), zone(explanation.agent()));
            case ExcuseEntry.Excused(var excuse) -> words.span(excuse.span(), sources.zone());
        };
    }

    private ZoneId zone(AgentId agent) {
        return sources.directory().agent(agent).map(Agent::zone).orElseGet(Days::zone);
    }

    private String why(ExcuseEntry entry) {
        return switch (entry) {
            case ExcuseEntry.Explained(var explanation) ->
                    words.reason(explanation.reason(), explanation.text());
            case ExcuseEntry.Excused(var excuse) -> words.reason(excuse.reason(), excuse.note());
        };
    }

    private String by(ExcuseEntry entry) {
        return switch (entry) {
            case ExcuseEntry.Explained(var explanation) -> {
                var by = explanation.decidedBy();
                yield by == null ? "" : by.name();
            }
            case ExcuseEntry.Excused(var excuse) -> excuse.givenBy();
        };
    }

    private String state(ExcuseEntry entry) {
        return switch (entry) {
            case ExcuseEntry.Explained(var explanation) -> words.progress(explanation.progress());
            case ExcuseEntry.Excused(var excuse) -> ExcusesView.state(words, excuse);
        };
    }

    private String mark(ExcuseEntry entry) {
        return switch (entry) {
            case ExcuseEntry.Explained(var explanation) ->
                    switch (explanation.progress()) {
                        case REJECTED -> "refused";
                        default -> explanation.progress().name().toLowerCase(Locale.ROOT);
                    };
            case ExcuseEntry.Excused(var excuse) ->
                    !excuse.holds() ? "withdrawn" : excuse.goesOn() ? "asked" : "approved";
        };
    }
}
