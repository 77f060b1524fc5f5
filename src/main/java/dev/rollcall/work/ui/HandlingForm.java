package dev.rollcall.work.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rollcall.kit.FormHost;
import dev.rollcall.kit.RecordForm;
import dev.rollcall.people.Group;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.work.GroupRules;
import dev.rollcall.work.GroupRules.SeenBy;
import dev.rollcall.work.Handling;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How one group handles its work.
final class HandlingForm extends RecordForm<GroupRules> {

    private final Handling handling;
    private final Group group;
    private final Checkbox automatic;
    private final Checkbox byHand;
    private final Checkbox whileUnavailable;
    private final Checkbox agentsSwitch;
    private final IntegerField limit = new IntegerField();
    private final Select<SeenBy> seenBy = new Select<>();
    private final HoursField hours;

    /// @param zone the group's hours are meant in
    HandlingForm(FormHost host, Handling handling, Group group, ZoneId zone) {
        super(host, handling.rules(group.id()));
        this.handling = handling;
        this.group = group;
        automatic = checkbox("automatic");
        byHand = checkbox("byHand");
        whileUnavailable = checkbox("whileUnavailable");
        agentsSwitch = checkbox("agentsSwitch");
        limit.setLabel(word("limitPerAgent"));
        limit.setHelperText(word("limitPerAgent.help"));
        limit.setClearButtonVisible(true);
        limit.setStepButtonsVisible(true);
        limit.setMin(1);
        limit.setValueChangeMode(ValueChangeMode.EAGER);
        seenBy.setLabel(word("seenBy"));
        seenBy.setItems(SeenBy.values());
        seenBy.setItemLabelGenerator(this::name);
        hours = new HoursField(word("hours"));
        hours.setHelperText(
                getTranslation(
                        "work.handling.hours.help",
                        zone.getDisplayName(TextStyle.FULL, getLocale())));

        flag("/automatic", automatic, GroupRules::automatic);
        more(longestIdle());
        field("/limitPerAgent", limit, null, GroupRules::limitPerAgent, this::number);
        flag("/byHand", byHand, GroupRules::byHand);
        flag("/whileUnavailable", whileUnavailable, GroupRules::whileUnavailable);
        flag("/agentsSwitch", agentsSwitch, GroupRules::agentsSwitch);
        field("/seenBy", seenBy, SeenBy.MEMBERS, GroupRules::seenBy, this::name);
        field("/hours", hours, List.of(), GroupRules::hours, hours::inWords);
        finish(true);
    }

    private Paragraph longestIdle() {
        var note = new Paragraph(word("longestIdle"));
        note.addClassName("record-note");
        return note;
    }

    private Checkbox checkbox(String name) {
        var box = new Checkbox();
        box.setLabel(word(name));
        box.setHelperText(word(name + ".help"));
        return box;
    }

    private void flag(String pointer, Checkbox box, Function<GroupRules, Boolean> read) {
        field(pointer, box, false, read, on -> word(on ? "on" : "off"));
    }

    private String name(SeenBy each) {
        return word("seenBy." + each);
    }

    private String number(@Nullable Integer items) {
        return items == null ? word("limit.none") : "" + items;
    }

    private String word(String key) {
        return getTranslation("work.handling." + key);
    }

    @Override
    protected String titleWhenNew() {
        return group.name();
    }

    @Override
    protected String what() {
        return word("what.one");
    }

    @Override
    protected String name(GroupRules rules) {
        return group.name();
    }

    @Override
    protected long version(GroupRules rules) {
        return rules.version();
    }

    @Override
    protected GroupRules readAgain(GroupRules rules) {
        return handling.rules(group.id());
    }

    @Override
    protected GroupRules write(long expectedVersion) {
        if (!hours.isFine()) {
            throw InvalidInput.of("/hours", word("wrong.hours"));
        }
        return handling.decide(
                new GroupRules(
                        group.id(),
                        limit.getValue(),
                        automatic.getValue(),
                        byHand.getValue(),
                        whileUnavailable.getValue(),
                        agentsSwitch.getValue(),
                        seenBy.getValue(),
                        hours.getValue(),
                        expectedVersion));
    }
}
