package dev.rollcall.quality.ui;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.quality.Medium;
import dev.rollcall.quality.SamplingPlan;
import dev.rollcall.quality.Scorecard;
import dev.rollcall.security.Permission;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A sampling plan, a new one or a known one.
final class PlanDialog extends FormDialog {

    private static final int MOST = 20;

    private final QualitySources sources;
    private final QualityWords words;
    private final @Nullable SamplingPlan known;
    private final Runnable saved;
    private final TextField name = new TextField();
    private final Select<Scorecard> card = new Select<>();
    private final Select<Unit> unit = new Select<>();
    private final Select<Group> group = new Select<>();
    private final Select<Medium> channel = new Select<>();
    private final IntegerField least = new IntegerField();
    private final IntegerField most = new IntegerField();
    private final IntegerField perWeek = new IntegerField();
    private final Checkbox active = new Checkbox();

    PlanDialog(
            QualitySources sources,
            QualityWords words,
            @Nullable SamplingPlan known,
            Runnable saved) {
        super(known == null ? words.say("sampling.add") : known.name());
        this.sources = sources;
        this.words = words;
        this.known = known;
        this.saved = saved;
        var scope = sources.access().scope(Permission.QUALITY_WRITE);
        var cards = sources.scorecards().offered();
        var units = sources.directory().units(scope);
        name.setLabel(words.say("sampling.name"));
        card.setLabel(words.say("card.label"));
        card.setItems(cards);
        card.setItemLabelGenerator(Scorecard::name);
        unit.setLabel(words.say("sampling.unit"));
        unit.setItems(units);
        unit.setItemLabelGenerator(Unit::name);
        group.setLabel(words.say("sampling.group"));
        group.setItems(sources.directory().groups(scope));
        optional(group, each -> each.name());
        channel.setLabel(words.say("interaction.channel"));
        channel.setItems(Medium.values());
        optional(channel, words::channel);
        least.setLabel(words.say("sampling.leastSeconds"));
        most.setLabel(words.say("sampling.mostSeconds"));
        least.setMin(0);
        most.setMin(0);
        perWeek.setLabel(words.say("sampling.perWeek"));
        perWeek.setMin(1);
        perWeek.setMax(MOST);
        perWeek.setStepButtonsVisible(true);
        active.setLabel(words.say("sampling.drawsItself"));
        fill();
        field("/name", name);
        field("/card", card);
        field("/unit", unit);
        field("/most", most);
        field("/perWeek", perWeek);
        for (var each : new HasSize[] {name, card, unit, group, channel, least, most, perWeek}) {
            each.setWidthFull();
        }
        ask(words.say("save"), name, card, unit, group, channel, least, most, perWeek, active);
    }

    private <T> void optional(Select<T> select, Function<T, String> label) {
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(words.say("sampling.any"));
        select.setItemLabelGenerator(
                each -> each == null ? words.say("sampling.any") : label.apply(each));
    }

    private void fill() {
        var plan = known;
        if (plan == null) {
            card.getListDataView().getItems().findFirst().ifPresent(card::setValue);
            unit.getListDataView().getItems().findFirst().ifPresent(unit::setValue);
            perWeek.setValue(2);
            active.setValue(true);
            return;
        }
        name.setValue(plan.name());
        card.getListDataView()
                .getItems()
                .filter(each -> each.code().equals(plan.card()))
                .findFirst()
                .ifPresent(card::setValue);
        unit.getListDataView()
                .getItems()
                .filter(each -> each.id().equals(plan.unit()))
                .findFirst()
                .ifPresent(unit::setValue);
        group.getListDataView()
                .getItems()
                .filter(each -> each.id().equals(plan.group()))
                .findFirst()
                .ifPresent(group::setValue);
        channel.setValue(plan.channel());
        least.setValue(seconds(plan.least()));
        most.setValue(seconds(plan.most()));
        perWeek.setValue(plan.perWeek());
        active.setValue(plan.active());
    }

    private static @Nullable Integer seconds(@Nullable Duration duration) {
        return duration == null ? null : Math.toIntExact(duration.toSeconds());
    }

    private static @Nullable Duration duration(@Nullable Integer seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    @Override
    protected boolean isComplete() {
        if (card.getValue() == null) {
            reject("/card", words.say("problem.planCard"));
        }
        if (unit.getValue() == null) {
            reject("/unit", words.say("sampling.noUnit"));
        }
        if (perWeek.getValue() == null) {
            reject("/perWeek", words.say("problem.perWeek"));
        }
        return card.getValue() != null && unit.getValue() != null && perWeek.getValue() != null;
    }

    @Override
    protected void save() {
        var plan = known;
        sources.sampling()
                .save(
                        new SamplingPlan(
                                plan == null ? 0 : plan.number(),
                                name.getValue().strip(),
                                card.getValue().code(),
                                unit.getValue().id(),
                                group.getValue() == null ? null : group.getValue().id(),
                                channel.getValue(),
                                duration(least.getValue()),
                                duration(most.getValue()),
                                perWeek.getValue(),
                                active.getValue(),
                                plan == null ? 0 : plan.version()));
        saved.run();
    }
}
