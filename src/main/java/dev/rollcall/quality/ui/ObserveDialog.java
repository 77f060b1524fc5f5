package dev.rollcall.quality.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.people.Agent;
import dev.rollcall.quality.Medium;
import dev.rollcall.quality.Scorecard;
import dev.rollcall.security.Permission;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/// Writes down what somebody listens to live, and begins to evaluate it.
final class ObserveDialog extends FormDialog {

    private static final int LONGEST = 200;

    private final QualitySources sources;
    private final QualityWords words;
    private final ComboBox<Agent> agent = new ComboBox<>();
    private final Select<Medium> channel = new Select<>();
    private final DateTimePicker at = new DateTimePicker();
    private final TextField reason = new TextField();
    private final Select<Scorecard> card = new Select<>();

    ObserveDialog(QualitySources sources, QualityWords words) {
        super(words.say("observe.open"));
        this.sources = sources;
        this.words = words;
        var self = sources.access().viewer().agent();
        agent.setLabel(words.say("interaction.agent"));
        agent.setItems(
                sources
                        .directory()
                        .agents(sources.access().scope(Permission.QUALITY_WRITE))
                        .stream()
                        .filter(each -> self.filter(each.id()::equals).isEmpty())
                        .toList());
        agent.setItemLabelGenerator(Agent::name);
        channel.setLabel(words.say("interaction.channel"));
        channel.setItems(Medium.values());
        channel.setItemLabelGenerator(words::channel);
        channel.setValue(Medium.CALL);
        at.setLabel(words.say("interaction.at"));
        at.setValue(
                LocalDateTime.ofInstant(sources.clock().instant(), Days.zone())
                        .truncatedTo(ChronoUnit.MINUTES));
        reason.setLabel(words.say("interaction.reason"));
        reason.setMaxLength(LONGEST);
        var cards = sources.scorecards().offered();
        card.setLabel(words.say("card.label"));
        card.setItems(cards);
        card.setItemLabelGenerator(Scorecard::name);
        if (!cards.isEmpty()) {
            card.setValue(cards.getFirst());
        }
        agent.setWidthFull();
        channel.setWidthFull();
        at.setWidthFull();
        reason.setWidthFull();
        card.setWidthFull();
        field("/agent", agent);
        field("/startedAt", at);
        field("/reason", reason);
        field("/card", card);
        ask(words.say("observe.begin"), agent, channel, at, reason, card);
    }

    @Override
    protected boolean isComplete() {
        demand(agent.getValue() != null, "/agent", "observe.noAgent");
        demand(at.getValue() != null, "/startedAt", "observe.noTime");
        demand(card.getValue() != null, "/card", "problem.planCard");
        return agent.getValue() != null && at.getValue() != null && card.getValue() != null;
    }

    private void demand(boolean fine, String pointer, String key) {
        if (!fine) {
            reject(pointer, words.say(key));
        }
    }

    @Override
    protected void save() {
        var observed =
                sources.interactions()
                        .observe(
                                agent.getValue().id(),
                                channel.getValue(),
                                at.getValue().atZone(Days.zone()).toInstant(),
                                reason.getValue());
        TodoPart.begin(sources, words, observed.number(), card.getValue().code());
    }
}
