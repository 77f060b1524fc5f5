package dev.rollcall.work.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.SearchField;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.presence.ClockInGate;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.work.CaseFilter;
import dev.rollcall.work.CaseFilter.Stage;
import dev.rollcall.work.Cases;
import dev.rollcall.work.WorkItem;
import dev.rollcall.work.WorkItemId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The case browser: every item one may see, and what happened to it. To be read until one has
/// clocked in.
@Route("cases")
@RouteAlias("cases/:record")
@Menu(title = "work.cases.title", order = 14, icon = "vaadin:archive")
@Requires({Permission.WORK_OWN, Permission.WORK_VIEW})
final class CasesView extends BrowseView<WorkItem> {

    private static final String TEXT = "q";
    private static final String CHANNEL = "channel";
    private static final String GROUP = "group";
    private static final String STAGE = "state";
    private static final String MINE = "mine";
    private static final String ORDER = "order";
    private static final String OLDEST = "oldest";
    private static final List<Channel> CHANNELS =
            List.of(Channel.TICKET, Channel.CHAT, Channel.CALL);

    private final Cases cases;
    private final ClockInGate gate;
    private final ConsoleSources sources;
    private final ItemWords words;
    private final Deeds deeds;
    private final SearchField search;
    private final Segments<String> stages;
    private final Segments<String> orders;
    private final ComboBox<Channel> channels = new ComboBox<>();
    private final ComboBox<Group> groups = new ComboBox<>();
    private final Checkbox mine = new Checkbox();

    CasesView(Cases cases, ClockInGate gate, ConsoleSources sources, Directory directory) {
        super("work.cases", new CaseGrid(directory));
        this.cases = cases;
        this.gate = gate;
        this.sources = sources;
        words = new ItemWords(this::getTranslation, directory);
        deeds = new OwnDeeds(sources.items(), sources.desk(), words, this::refresh);
        search = new SearchField(text -> narrow(TEXT, text));
        search.describe(say("search"));
        stages = segments(STAGE, "", stageNames());
        orders = segments(ORDER, "", List.of("", OLDEST));
        choice(channels, CHANNEL, words::channel, Channel::name);
        choice(groups, GROUP, Group::name, Group::code);
        channels.setItems(CHANNELS);
        mine.setLabel(say("mine"));
        mine.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                narrow(MINE, Boolean.TRUE.equals(e.getValue()) ? "1" : "");
            }
        });
        mine.setVisible(sources.desk().owner().isPresent());
        page().addTool(
                        gate.notice(say("readOnly"), this::refresh),
                        search,
                        stages,
                        channels,
                        groups,
                        orders,
                        mine);
    }

    private static List<String> stageNames() {
        var names = new ArrayList<>(List.of(""));
        Arrays.stream(Stage.values()).map(Stage::name).forEach(names::add);
        return names;
    }

    /// @param none what stands for no choice
    private Segments<String> segments(String filter, String none, List<String> choices) {
        return new Segments<>(
                say(filter),
                choices,
                each -> say(filter + "." + (each.equals(none) ? "all" : each)),
                each -> narrow(filter, each));
    }

    private <T> void choice(
            ComboBox<T> box, String filter, ItemLabelGenerator<T> name, Function<T, String> key) {
        box.setAriaLabel(say(filter));
        box.setPlaceholder(say(filter + ".all"));
        box.setClearButtonVisible(true);
        box.setItemLabelGenerator(name);
        box.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                narrow(filter, e.getValue() == null ? "" : key.apply(e.getValue()));
            }
        });
    }

    private void narrow(String filter, String value) {
        choose(query().with(filter, value));
    }

    @Override
    protected void showList(BrowseQuery wanted) {
        var known = cases.groups();
        var group = group(wanted, known);
        var channel = channel(wanted);
        var stage = stage(wanted);
        search.show(wanted.get(TEXT).orElse(""));
        stages.show(stage.map(Stage::name).orElse(""));
        orders.show(wanted.get(ORDER).filter(OLDEST::equals).orElse(""));
        channels.setValue(channel.orElse(null));
        groups.setItems(known);
        groups.setValue(group.orElse(null));
        mine.setValue(wanted.get(MINE).isPresent());
        var filter =
                new CaseFilter(
                        wanted.get(TEXT).orElse(""),
                        channel.orElse(null),
                        group.map(Group::id).orElse(null),
                        stage.orElse(null),
                        wanted.get(MINE).isPresent(),
                        wanted.get(ORDER).filter(OLDEST::equals).isPresent());
        showPage(
                cases.page(filter, wanted.before(), PAGE + 1),
                item -> item.id().value(),
                "",
                nothing(new Paragraph(say("none"))));
    }

    private static Optional<Group> group(BrowseQuery wanted, List<Group> known) {
        return wanted.get(GROUP)
                .flatMap(code ->
                        known.stream().filter(group -> group.code().equals(code)).findFirst());
    }

    private static Optional<Channel> channel(BrowseQuery wanted) {
        return wanted.get(CHANNEL)
                .flatMap(name ->
                        CHANNELS.stream().filter(each -> each.name().equals(name)).findFirst());
    }

    private static Optional<Stage> stage(BrowseQuery wanted) {
        return wanted.get(STAGE)
                .flatMap(name ->
                        Arrays.stream(Stage.values())
                                .filter(each -> each.name().equals(name))
                                .findFirst());
    }

    @Override
    protected Optional<Drawer> drawer(String record) {
        return Optional.of(record)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> new WorkItemId(Long.parseLong(text)))
                .flatMap(cases::read)
                .map(found ->
                        new CaseDrawer(found, words, sources, deeds, gate.isShut(), this::close));
    }

    private String say(String key) {
        return words.say("cases." + key);
    }
}
