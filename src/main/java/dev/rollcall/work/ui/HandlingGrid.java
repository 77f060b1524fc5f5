package dev.rollcall.work.ui;

import dev.rollcall.kit.RecordGrid;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.work.Handling;

/// The groups, and in short how each handles its work.
final class HandlingGrid extends RecordGrid<Group> {

    private final Handling handling;

    HandlingGrid(Handling handling, Directory directory) {
        super(Group::code);
        this.handling = handling;
        var words = new ItemWords(this::getTranslation, directory);
        nameColumn(
                words.say("handling.group"),
                Group::name,
                group -> words.channel(group.channel()) + " · " + assignment(group));
        textColumn(
                "channel",
                words.say("handling.channel"),
                Layout.MEDIUM,
                "6rem",
                group -> words.channel(group.channel()));
        textColumn(
                "unit",
                words.say("handling.unit"),
                Layout.WIDE,
                "9rem",
                group -> directory.unit(group.unit()).map(Unit::name).orElse(""));
        textColumn(
                "assignment",
                words.say("handling.assignment"),
                Layout.MEDIUM,
                "11rem",
                this::assignment);
        textColumn("limit", words.say("handling.limit"), Layout.WIDE, "7rem", this::limit);
        textColumn("hours", words.say("handling.hours"), Layout.MEDIUM, "8rem", this::hours);
    }

    private String assignment(Group group) {
        var rules = handling.rules(group.id());
        var how =
                rules.automatic()
                        ? rules.byHand() ? "both" : "automatic"
                        : rules.byHand() ? "byHand" : "neither";
        return getTranslation("work.handling.assignment." + how);
    }

    private String limit(Group group) {
        var limit = handling.rules(group.id()).limitPerAgent();
        return limit == null ? getTranslation("work.handling.limit.none") : "" + limit;
    }

    private String hours(Group group) {
        var hours = handling.rules(group.id()).hours();
        return getTranslation(
                hours.isEmpty() ? "work.handling.hours.always" : "work.handling.hours.some");
    }
}
