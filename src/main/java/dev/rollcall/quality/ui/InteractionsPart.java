package dev.rollcall.quality.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.rollcall.kit.Pager;
import dev.rollcall.kit.RowList;
import dev.rollcall.people.Agent;
import dev.rollcall.quality.Interaction;
import dev.rollcall.quality.InteractionFilter;
import dev.rollcall.quality.Medium;
import dev.rollcall.quality.Scorecard;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What can be scored: any of it, not only what was drawn.
final class InteractionsPart extends Div {

    private static final String AGENT = "agent";
    private static final String CHANNEL = "channel";

    private final QualitySources sources;
    private final QualityWords words;
    private final Map<String, String> address;
    private final Consumer<Map<String, String>> go;
    private final List<Scorecard> cards;

    InteractionsPart(
            QualitySources sources,
            QualityWords words,
            Map<String, String> address,
            Consumer<Map<String, String>> go) {
        this.sources = sources;
        this.words = words;
        this.address = address;
        this.go = go;
        cards = sources.mayEvaluate() ? sources.scorecards().offered() : List.of();
        addClassName("quality-list");
        add(tools());
        list();
    }

    private Component tools() {
        var agents = new ComboBox<Agent>();
        agents.setLabel(words.say("interaction.agent"));
        agents.setItems(sources.directory().agents(sources.scope()));
        agents.setItemLabelGenerator(Agent::name);
        agents.setClearButtonVisible(true);
        sources.directory()
                .agent(address.getOrDefault(AGENT, ""))
                .filter(agent -> sources.scope().includes(agent, null))
                .ifPresent(agents::setValue);
        agents.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(AGENT, event.getValue() == null ? null : event.getValue().externalId());
            }
        });
        var channels = new Select<Medium>();
        channels.setLabel(words.say("interaction.channel"));
        channels.setItems(Medium.values());
        channels.setEmptySelectionAllowed(true);
        channels.setEmptySelectionCaption(words.say("interactions.anyChannel"));
        channels.setItemLabelGenerator(
                each -> each == null ? words.say("interactions.anyChannel") : words.channel(each));
        channels.setValue(channel());
        channels.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(CHANNEL, event.getValue() == null ? null : event.getValue().name());
            }
        });
        var tools = new Div(agents, channels);
        tools.addClassName("quality-tools");
        if (sources.mayEvaluate()) {
            var observe =
                    new Button(
                            words.say("observe.open"),
                            _ -> new ObserveDialog(sources, words).open());
            var file = new Anchor("quality/import", words.say("interactions.import"));
            tools.add(observe, file);
        }
        return tools;
    }

    private @Nullable Medium channel() {
        var token = address.getOrDefault(CHANNEL, "");
        return Arrays.stream(Medium.values())
                .filter(each -> each.name().equals(token))
                .findFirst()
                .orElse(null);
    }

    private void choose(String name, @Nullable String value) {
        var to = new LinkedHashMap<>(address);
        to.remove(Pager.BEFORE);
        to.remove(name);
        if (value != null) {
            to.put(name, value);
        }
        go.accept(to);
    }

    private void list() {
        var filter =
                new InteractionFilter(
                        sources.directory()
                                .agent(address.getOrDefault(AGENT, ""))
                                .map(Agent::id)
                                .orElse(null),
                        channel(),
                        null,
                        null,
                        false);
        var read =
                sources.interactions()
                        .page(filter, Pager.before(address), Pager.PAGE + 1, sources.scope());
        if (read.isEmpty()) {
            var none = new Div(new Paragraph(words.say("interactions.none")));
            none.addClassName("board-empty");
            add(none);
            return;
        }
        boolean more = read.size() > Pager.PAGE;
        var rows = more ? read.subList(0, Pager.PAGE) : read;
        var list = new RowList();
        rows.forEach(each ->
                list.row(
                        sources.name(each.agent()),
                        more(each),
                        null,
                        words.duration(each.length()),
                        deeds(each)));
        add(list, new Pager(address, more ? rows.getLast().number() : null, go));
    }

    private String more(Interaction each) {
        var reason = each.reason();
        var line = words.say("interactions.line", words.channel(each.channel()), words.at(each));
        if (reason != null) {
            line = line + " · " + reason;
        }
        return each.transfers() == 0
                ? line
                : line
                        + " · "
                        + words.say(
                                "interaction.transferredTo",
                                each.transfers(),
                                String.join(", ", each.transferredTo()));
    }

    private Component[] deeds(Interaction each) {
        boolean own = sources.access().viewer().agent().filter(each.agent()::equals).isPresent();
        if (cards.isEmpty() || own) {
            return new Component[0];
        }
        var begin =
                new Button(
                        words.say("begin"),
                        _ -> {
                            if (cards.size() == 1) {
                                TodoPart.begin(
                                        sources, words, each.number(), cards.getFirst().code());
                            } else {
                                new CardDialog(
                                                words,
                                                cards,
                                                words.say("begin"),
                                                false,
                                                (card, _) ->
                                                        TodoPart.begin(
                                                                sources,
                                                                words,
                                                                each.number(),
                                                                card))
                                        .open();
                            }
                        });
        begin.setAriaLabel(words.say("beginOf", sources.name(each.agent())));
        var calibrate =
                new Button(
                        words.say("calibration.open"),
                        _ ->
                                new CardDialog(
                                                words,
                                                cards,
                                                words.say("calibration.open"),
                                                true,
                                                (card, name) -> {
                                                    long number =
                                                            sources.calibrations()
                                                                    .open(
                                                                            name,
                                                                            each.number(),
                                                                            card);
                                                    UI.getCurrentOrThrow()
                                                            .navigate(
                                                                    "quality/calibrations/"
                                                                            + number);
                                                })
                                        .open());
        calibrate.addThemeVariants(ButtonVariant.TERTIARY);
        calibrate.setAriaLabel(words.say("calibration.openOf", sources.name(each.agent())));
        return new Component[] {begin, calibrate};
    }
}
