package dev.rollcall.adherence.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.ui.picture.Arrangement;
import dev.rollcall.adherence.ui.picture.RowImage;
import dev.rollcall.adherence.ui.picture.RowText;
import dev.rollcall.kit.Frontend;
import dev.rollcall.people.AgentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class StageTests {

    private static final int TEXTS = RowText.values().length;

    private final Stage stage = new Stage();
    private final Map<AgentId, RowImage> images = new HashMap<>();
    private final Random random = new Random(20261122);

    @Test
    void sendsFirstWhatIsOnScreenAndALittleAround() {
        var message = sent(next(people(1, 500)));
        assertThat(message.get("n").asInt()).isEqualTo(500);
        assertThat(message.get("rows")).hasSize(41);
        assertThat(message.get("rows").get(0)).hasSize(1 + TEXTS);
    }

    @Test
    void sendsNothingWhenNothingIsDifferent() {
        next(people(1, 500));
        assertThat(next(people(1, 500))).isNull();
    }

    @Test
    void sendsOnlyTheRestOfATextThatGrew() {
        next(people(1, 3));
        says(2, RowText.STRIP, "tozvg0,A2s0,=A2oo");
        next(people(1, 3));
        says(2, RowText.STRIP, "tozvg0,A2s0,=A2oo!C");

        assertThat(sent(next(people(1, 3))).toString())
                .isEqualTo("{\"d\":[[1,24,17,\"!C\"]],\"v\":3}");
    }

    @Test
    void doesNotCutACharacterInHalf() {
        says(1, RowText.NAME, "Ann \uD83D\uDE00");
        next(people(1, 1));
        says(1, RowText.NAME, "Ann \uD83D\uDE01");

        assertThat(sent(next(people(1, 1))).toString())
                .isEqualTo("{\"d\":[[0,0,4,\"\uD83D\uDE01\"]],\"v\":2}");
    }

    @Test
    void movesRowsTheBrowserHasInsteadOfSendingThem() {
        next(people(1, 30));
        var order = new ArrayList<>(people(1, 30));
        order.addFirst(order.remove(19));

        assertThat(sent(next(order)).toString())
                .isEqualTo("{\"from\":0,\"rows\":[[19,1],[0,19],[20,10]],\"v\":2}");
    }

    @Test
    void sendsNothingOfPeopleFarFromTheScreen() {
        next(people(1, 500));
        says(400, RowText.IS, "Lunch");
        var order = new ArrayList<>(people(1, 500));
        Collections.swap(order, 300, 301);
        assertThat(next(order)).isNull();
        assertThat(stage.sees(Set.of(new AgentId(400)))).isFalse();
        assertThat(stage.sees(Set.of(new AgentId(400), new AgentId(4)))).isTrue();
    }

    @Test
    void sendsEverythingToABrowserThatMissedAMessage() {
        next(people(1, 5));
        says(2, RowText.IS, "Lunch");
        next(people(1, 5));
        stage.see(0, 5, 1);

        assertThat(sent(next(people(1, 5))).get("rows")).hasSize(5);
    }

    @Test
    void sendsThatThereIsNobody() {
        assertThat(sent(next(List.of())).toString())
                .isEqualTo("{\"n\":0,\"from\":0,\"rows\":[],\"v\":1}");
    }

    /// Whatever happens, and however somebody scrolls, the browser shows what the server meant.
    @Test
    void isReadInTheBrowserAsItWasMeant() {
        var messages = new ArrayList<JsonNode>();
        var meant = new ArrayList<List<List<String>>>();
        List<Long> order = new ArrayList<>(people(1, 120));
        long newest = 120;
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(6)) {
                case 0 -> order.add(random.nextInt(order.size()), ++newest);
                case 1 -> order.remove(random.nextInt(order.size()));
                case 2 -> Collections.swap(order, random.nextInt(5), random.nextInt(order.size()));
                case 3 -> stage.see(random.nextInt(90), 90 + random.nextInt(40), messages.size());
                default ->
                        says(
                                order.get(random.nextInt(60)),
                                RowText.values()[random.nextInt(TEXTS)],
                                "word " + random.nextInt(40));
            }
            var message = next(order);
            if (message != null) {
                messages.add(message);
                meant.add(onStage(message, order));
            }
        }

        var read =
                Frontend.evaluate(
                        "rollcall-board-rows.ts",
                        """
                        (() => {
                          const rows = new module.Rows();
                          return argument.map(message => {
                            if (!rows.take(message)) throw new Error('missed ' + message.v);
                            const seen = [];
                            for (let i = 0; i < rows.size; i++) {
                              const row = rows.at(i);
                              if (row) seen.push([String(i), String(row.id), ...module.TEXTS.map(t => row[t])]);
                            }
                            return seen;
                          });
                        })()\
                        """,
                        messages);

        assertThat(meant).hasSizeGreaterThan(200);
        for (int i = 0; i < meant.size(); i++) {
            assertThat(texts(read.get(i))).as("after message %d", i + 1).isEqualTo(meant.get(i));
        }
    }

    @Test
    void namesItsTextsAsTheBrowserDoes() {
        var names = Frontend.evaluate("rollcall-board-rows.ts", "module.TEXTS", List.of());
        assertThat(names.valueStream().map(JsonNode::asString))
                .isEqualTo(Arrays.stream(RowText.values()).map(StageTests::camelCase).toList());
    }

    private static String camelCase(RowText text) {
        var parts = text.name().toLowerCase(Locale.ROOT).split("_");
        for (int i = 1; i < parts.length; i++) {
            parts[i] = parts[i].substring(0, 1).toUpperCase(Locale.ROOT) + parts[i].substring(1);
        }
        return String.join("", parts);
    }

    private int from;
    private int length;

    /// The rows around those on screen, with their places.
    private List<List<String>> onStage(JsonNode message, List<Long> order) {
        if (message.has("rows")) {
            from = message.get("from").asInt();
            length = 0;
            for (var row : message.get("rows")) {
                length += row.get(1).isNumber() ? row.get(1).asInt() : 1;
            }
        }
        var rows = new ArrayList<List<String>>();
        for (int place = from; place < from + length; place++) {
            var row =
                    new ArrayList<>(List.of(Integer.toString(place), order.get(place).toString()));
            row.addAll(image(new AgentId(order.get(place))).texts());
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> texts(JsonNode rows) {
        return rows.valueStream()
                .map(row -> row.valueStream().map(JsonNode::asString).toList())
                .toList();
    }

    private static List<Long> people(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private void says(long person, RowText text, String words) {
        var before = image(new AgentId(person));
        var texts = new ArrayList<>(before.texts());
        texts.set(text.ordinal(), words);
        images.put(
                before.agent(), new RowImage(before.agent(), texts, before.sequence() + 1, null));
    }

    private RowImage image(AgentId agent) {
        return images.computeIfAbsent(
                agent,
                _ -> {
                    var texts = new ArrayList<>(Collections.nCopies(TEXTS, ""));
                    texts.set(RowText.NAME.ordinal(), "Agent " + agent.value());
                    return new RowImage(agent, texts, 1, null);
                });
    }

    private @Nullable ObjectNode next(List<Long> order) {
        return stage.next(
                new Arrangement(order.stream().map(AgentId::new).toList()),
                agents -> agents.stream().map(this::image).toList());
    }

    private static ObjectNode sent(@Nullable ObjectNode message) {
        assertThat(message).isNotNull();
        return message;
    }
}
