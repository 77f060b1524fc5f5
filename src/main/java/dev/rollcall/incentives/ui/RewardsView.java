package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.incentives.Leaderboard;
import dev.rollcall.incentives.Recognition;
import dev.rollcall.incentives.Reward;
import dev.rollcall.incentives.Rewards;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// What points can be spent on.
@Route("settings/rewards")
@Menu(title = "incentives.rewards.title", order = 77.5, icon = "vaadin:gift")
@Requires(Permission.INCENTIVES_WRITE)
final class RewardsView extends Div implements HasDynamicTitle {

    private final Rewards rewards;
    private final Recognition recognition;
    private final Directory directory;
    private final Access access;
    private final RewardWords words;
    private final UnorderedList list = new UnorderedList();

    RewardsView(Rewards rewards, Recognition recognition, Directory directory, Access access) {
        this.rewards = rewards;
        this.recognition = recognition;
        this.directory = directory;
        this.access = access;
        words = new RewardWords(this::getTranslation, getLocale());
        addClassName("deeds-view");
        list.addClassName("deeds");
        var add = new Button(words.say("rewards.add"), _ -> open(null));
        add(
                new H1(words.say("rewards.title")),
                new Paragraph(words.say("rewards.what")),
                new Div(add),
                list,
                boards());
        show();
    }

    /// Which units want to know who is at the top.
    private Section boards() {
        var section =
                new Section(
                        new H2(words.say("board.settings")),
                        new Paragraph(words.say("board.settingsWhat", Leaderboard.FEWEST)));
        section.addClassName("incentives-list");
        for (var choosing : recognition.units()) {
            var box = new Checkbox(choosing.unit().name(), choosing.open());
            box.addValueChangeListener(event ->
                    recognition.decide(
                            choosing.unit().id(), Boolean.TRUE.equals(event.getValue())));
            section.add(box);
        }
        return section;
    }

    @Override
    public String getPageTitle() {
        return words.say("rewards.title") + " – Rollcall";
    }

    private void open(@Nullable Reward known) {
        new RewardDialog(rewards, directory, access, words, known, this::show).open();
    }

    private void show() {
        list.removeAll();
        var all = rewards.all();
        if (all.isEmpty()) {
            list.add(new ListItem(words.say("rewards.none")));
        }
        all.forEach(reward -> list.add(item(reward)));
    }

    private SettledItem item(Reward reward) {
        var parts = new ArrayList<String>();
        parts.add(words.say("reward." + reward.kind()));
        parts.add(words.points(reward.price()));
        var stock = reward.stock();
        if (stock != null) {
            parts.add(words.say("rewards.left", stock));
        }
        var unit = reward.unit();
        if (unit != null) {
            parts.add(directory.unit(unit).map(Unit::name).orElse("–"));
        }
        if (!reward.offered()) {
            parts.add(words.say("rewards.notOffered"));
        }
        var item = new SettledItem("incentives.rewards", reward.name(), String.join(" · ", parts));
        return rewards.mayWrite(reward) ? item.changeable(() -> open(reward)) : item;
    }
}
