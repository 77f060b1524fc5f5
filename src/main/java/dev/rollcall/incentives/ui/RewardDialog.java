package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.incentives.Reward;
import dev.rollcall.incentives.Rewards;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A reward, a new one or a known one.
final class RewardDialog extends FormDialog {

    private final Rewards rewards;
    private final @Nullable Reward known;
    private final Runnable saved;
    private final TextField name = new TextField();
    private final TextArea about = new TextArea();
    private final Select<Reward.Kind> kind = new Select<>();
    private final IntegerField price = new IntegerField();
    private final IntegerField stock = new IntegerField();
    private final Select<Unit> unit = new Select<>();
    private final Select<AbsenceType> absence = new Select<>();
    private final BigDecimalField amount = new BigDecimalField();
    private final TextField currency = new TextField();
    private final Checkbox offered = new Checkbox();

    RewardDialog(
            Rewards rewards,
            Directory directory,
            Access access,
            RewardWords words,
            @Nullable Reward known,
            Runnable saved) {
        super(known == null ? words.say("rewards.add") : known.name());
        this.rewards = rewards;
        this.known = known;
        this.saved = saved;
        name.setLabel(words.say("rules.name"));
        about.setLabel(words.say("rules.about"));
        kind.setLabel(words.say("rewards.kind"));
        kind.setItems(Reward.Kind.values());
        kind.setItemLabelGenerator(each -> words.say("reward." + each));
        price.setLabel(words.say("rewards.price"));
        stock.setLabel(words.say("rewards.stock"));
        stock.setHelperText(words.say("rewards.stockWhat"));
        var everybody = words.say("rewards.everybody");
        unit.setLabel(words.say("rewards.unit"));
        unit.setItems(directory.units(access.scope(Permission.INCENTIVES_WRITE)));
        unit.setEmptySelectionAllowed(true);
        unit.setEmptySelectionCaption(everybody);
        unit.setItemLabelGenerator(each -> each == null ? everybody : each.name());
        absence.setLabel(words.say("rewards.absence"));
        absence.setItems(rewards.timeOff());
        absence.setItemLabelGenerator(AbsenceType::name);
        absence.setHelperText(words.say("rewards.absenceWhat"));
        amount.setLabel(words.say("redemptions.amount"));
        amount.setLocale(getLocale());
        currency.setLabel(words.say("rules.currency"));
        currency.setMaxLength(3);
        offered.setLabel(words.say("rewards.offered"));
        kind.addValueChangeListener(_ -> fit());
        fill(directory);
        fit();
        field("/name", name);
        field("/about", about);
        field("/price", price);
        field("/stock", stock);
        field("/absence", absence);
        field("/amount", amount);
        for (var each :
                new HasSize[] {name, about, kind, price, stock, unit, absence, amount, currency}) {
            each.setWidthFull();
        }
        ask(
                words.say("rewards.save"),
                name,
                about,
                kind,
                absence,
                amount,
                currency,
                price,
                stock,
                unit,
                offered);
    }

    private void fit() {
        absence.setVisible(kind.getValue() == Reward.Kind.TIME_OFF);
        amount.setVisible(kind.getValue() == Reward.Kind.MONEY);
        currency.setVisible(kind.getValue() == Reward.Kind.MONEY);
    }

    private void fill(Directory directory) {
        var reward = known;
        if (reward == null) {
            kind.setValue(Reward.Kind.PERK);
            offered.setValue(true);
            return;
        }
        name.setValue(reward.name());
        about.setValue(reward.about());
        kind.setValue(reward.kind());
        price.setValue(Math.toIntExact(reward.price()));
        stock.setValue(reward.stock());
        var of = reward.unit();
        if (of != null) {
            directory.unit(of).ifPresent(unit::setValue);
        }
        rewards.timeOff().stream()
                .filter(type -> type.code().equals(reward.absence()))
                .findFirst()
                .ifPresent(absence::setValue);
        amount.setValue(reward.amount());
        currency.setValue(Optional.ofNullable(reward.currency()).orElse(""));
        offered.setValue(reward.offered());
    }

    @Override
    protected boolean isComplete() {
        return true;
    }

    @Override
    protected void save() {
        var before = known;
        var chosen = kind.getValue();
        boolean money = chosen == Reward.Kind.MONEY;
        rewards.save(
                new Reward(
                        before == null ? 0 : before.number(),
                        name.getValue().strip(),
                        about.getValue().strip(),
                        chosen,
                        Optional.ofNullable(price.getValue()).orElse(0),
                        stock.getValue(),
                        unit.getValue() == null ? null : unit.getValue().id(),
                        chosen == Reward.Kind.TIME_OFF && absence.getValue() != null
                                ? absence.getValue().code()
                                : null,
                        money ? amount.getValue() : null,
                        money && !currency.getValue().isBlank()
                                ? currency.getValue().strip().toUpperCase(Locale.ROOT)
                                : null,
                        offered.getValue(),
                        before == null ? 0 : before.version()));
        saved.run();
    }
}
