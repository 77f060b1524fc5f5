package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import dev.rollcall.adherence.ui.Zoom;
import dev.rollcall.adherence.ui.picture.BoardOrder;
import dev.rollcall.adherence.ui.picture.Show;
import dev.rollcall.kit.SearchField;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.schedule.Activity;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything that chooses who and what the board shows. It keeps nothing: each choice is a new
/// [BoardQuery] for the address, and the address comes back through [#show].
final class BoardToolbar extends Div {

    /// Where choices go.
    interface Choices {
        /// A choice of its own in the browser's history.
        void choose(BoardQuery query);

        /// One of many while somebody types: the last one counts.
        void refine(BoardQuery query);

        /// Whoever searched wants to go on with the first one found.
        void goToFirst();

        /// Moves the timelines by a part of their window.
        void pan(int direction);

        /// Begins to look at what was known at a moment that is over, or ends it.
        void lookBack();
    }

    private final SearchField search;
    private final MultiSelectComboBox<Unit> units = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<Group> groups = new MultiSelectComboBox<>();
    private final ComboBox<Activity> activities = new ComboBox<>();
    private final Select<BoardOrder> order = new Select<>();
    private final DatePicker date = new DatePicker();
    private final Segments<Zoom> zoom;
    private final Segments<Boolean> look;
    private final Segments<Optional<Show>> part;
    private final Button now = new Button();
    private final Button back = new Button();
    private final ComboBox<ZoneId> zones = new ComboBox<>();
    private final Choices choices;
    private final List<Unit> knownUnits;
    private final List<Group> knownGroups;
    private final List<Activity> knownActivities;
    private BoardQuery query = BoardQuery.DEFAULT;

    BoardToolbar(
            List<Unit> knownUnits,
            List<Group> knownGroups,
            List<Activity> knownActivities,
            Choices choices) {
        this.knownUnits = knownUnits;
        this.knownGroups = knownGroups;
        this.knownActivities = knownActivities;
        this.choices = choices;
        addClassName("board-toolbar");
        zoom =
                new Segments<>(
                        getTranslation("adherence.zoom.label"),
                        Arrays.asList(Zoom.values()),
                        each -> getTranslation("adherence.zoom." + each),
                        each -> choices.choose(query.withZoom(each)));
        search = new SearchField(text -> choices.refine(query.with(query.people().withText(text))));
        search.describe(getTranslation("adherence.toolbar.search"));
        search.addClassName("board-search");
        search.addKeyPressListener(Key.ENTER, _ -> choices.goToFirst());
        setUpUnits();
        setUpGroups();
        setUpActivities();
        setUpOrder();
        setUpDate();
        setUpZones();
        look =
                new Segments<>(
                        getTranslation("adherence.look.label"),
                        List.of(false, true),
                        table ->
                                getTranslation(
                                        table ? "adherence.look.table" : "adherence.look.timeline"),
                        table -> choices.choose(query.with(query.look().withTable(table))));
        look.addClassName("board-look");
        part =
                new Segments<>(
                        getTranslation("adherence.part.label"),
                        List.of(Optional.empty(), Optional.of(Show.OUT), Optional.of(Show.SOON)),
                        show ->
                                getTranslation(
                                        "adherence.part."
                                                + show.map(Show::token).orElse("everybody")),
                        show ->
                                choices.choose(
                                        query.with(query.people().showing(show.orElse(null)))));
        part.addClassName("board-part");
        var who = new Div(search, units, groups, activities, part);
        who.addClassName("board-who");
        var when = new Div(date, timeControls(), zones, order, look);
        when.addClassName("board-when");
        add(who, filterButton(who, when), when);
    }

    private void setUpUnits() {
        units.setAriaLabel(getTranslation("adherence.toolbar.units"));
        units.setPlaceholder(getTranslation("adherence.toolbar.allUnits"));
        units.setItemLabelGenerator(Unit::name);
        units.setItems(knownUnits);
        units.setClearButtonVisible(true);
        units.setVisible(knownUnits.size() > 1);
        units.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                var codes = e.getValue().stream().map(Unit::code).sorted().toList();
                choices.choose(query.with(query.people().withUnits(codes)));
            }
        });
    }

    private void setUpGroups() {
        groups.setAriaLabel(getTranslation("adherence.toolbar.groups"));
        groups.setPlaceholder(getTranslation("adherence.toolbar.allGroups"));
        groups.setItemLabelGenerator(Group::name);
        groups.setItems(knownGroups);
        groups.setClearButtonVisible(true);
        groups.setVisible(!knownGroups.isEmpty());
        groups.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                var codes = e.getValue().stream().map(Group::code).sorted().toList();
                choices.choose(query.with(query.people().withGroups(codes)));
            }
        });
    }

    private void setUpActivities() {
        activities.setAriaLabel(getTranslation("adherence.toolbar.activity"));
        activities.setPlaceholder(getTranslation("adherence.toolbar.allActivities"));
        activities.setItemLabelGenerator(Activity::name);
        activities.setItems(knownActivities);
        activities.setClearButtonVisible(true);
        activities.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                var activity = e.getValue();
                choices.choose(
                        query.with(
                                query.people()
                                        .withActivity(activity == null ? null : activity.code())));
            }
        });
    }

    private void setUpOrder() {
        order.addClassName("board-order");
        order.setAriaLabel(getTranslation("adherence.toolbar.order"));
        order.setItems(BoardOrder.values());
        order.setItemLabelGenerator(each -> getTranslation("adherence.order." + each));
        order.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                choices.choose(query.with(query.look().withOrder(e.getValue())));
            }
        });
    }

    private void setUpDate() {
        date.setAriaLabel(getTranslation("adherence.toolbar.date"));
        date.setPlaceholder(getTranslation("adherence.toolbar.today"));
        date.setClearButtonVisible(true);
        date.addClassName("board-date");
        date.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                choices.choose(query.with(on(e.getValue())));
            }
        });
    }

    /// Whoever looks back does so at the same hour of another day.
    private BoardTime on(@Nullable LocalDate day) {
        var seen = query.time().seen();
        if (seen == null || day == null) {
            return query.time().withDate(day);
        }
        var zone = zones.getValue();
        return query.time()
                .withFrom(null)
                .withSeen(day.atTime(LocalTime.ofInstant(seen, zone)).atZone(zone).toInstant());
    }

    private void setUpZones() {
        zones.setAriaLabel(getTranslation("adherence.toolbar.zone"));
        zones.setItemLabelGenerator(ZoneId::getId);
        zones.addClassName("board-zone");
        zones.setPrefixComponent(VaadinIcon.GLOBE.create());
        zones.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                choices.choose(query.with(query.time().withZone(e.getValue())));
            }
        });
    }

    private Div timeControls() {
        var earlier = arrow(VaadinIcon.ANGLE_LEFT, "adherence.toolbar.earlier", -1);
        var later = arrow(VaadinIcon.ANGLE_RIGHT, "adherence.toolbar.later", 1);
        now.setText(getTranslation("adherence.toolbar.now"));
        now.addClickListener(_ -> choices.choose(query.withDate(null)));
        back.addThemeVariants(ButtonVariant.TERTIARY);
        back.setIcon(VaadinIcon.TIME_BACKWARD.create());
        back.setAriaLabel(getTranslation("adherence.toolbar.lookBack"));
        back.setTooltipText(getTranslation("adherence.toolbar.lookBack") + " (b)");
        back.addClickListener(_ -> choices.lookBack());
        var controls = new Div(zoom, earlier, now, later, back);
        controls.addClassName("board-time");
        return controls;
    }

    private Button arrow(VaadinIcon icon, String key, int direction) {
        var button = new Button(icon.create(), _ -> choices.pan(direction));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        return button;
    }

    /// On a small screen the choices come when they are asked for.
    private Button filterButton(Div... parts) {
        var button = new Button(VaadinIcon.SLIDERS.create());
        button.addClassName("board-more");
        button.setAriaLabel(getTranslation("adherence.toolbar.more"));
        button.getElement().setAttribute("aria-expanded", "false");
        button.addClickListener(_ -> {
            boolean open = !getClassNames().contains("open");
            getClassNames().set("open", open);
            button.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        });
        for (var part : parts) {
            part.setId("board-" + part.getClassName());
        }
        return button;
    }

    /// Shows the choices an address made.
    ///
    /// @param today the last day one may pick
    /// @param zone the zone in force
    void show(BoardQuery newQuery, LocalDate today, ZoneId zone, List<ZoneId> offeredZones) {
        query = newQuery;
        search.show(query.people().text());
        units.setValue(chosenUnits());
        groups.setValue(chosenGroups());
        activities.setValue(chosenActivity());
        part.show(Optional.ofNullable(query.people().show()));
        order.setValue(query.look().order());
        date.setMax(today);
        date.setValue(query.time().day(zone));
        showZones(zone, offeredZones);
        zoom.show(query.zoomInForce());
        look.show(query.look().table());
        boolean isPast = query.time().date() != null;
        for (var each : Zoom.values()) {
            zoom.offer(each, !isPast || !each.moves());
        }
        part.offer(Optional.of(Show.SOON), !isPast);
        now.setEnabled(!query.time().isLive() || query.time().from() != null);
        back.getElement()
                .setAttribute("aria-pressed", Boolean.toString(query.time().seen() != null));
    }

    private void showZones(ZoneId zone, List<ZoneId> offered) {
        var all = new LinkedHashSet<>(offered);
        all.add(zone);
        zones.setItems(all);
        zones.setValue(zone);
    }

    private Set<Unit> chosenUnits() {
        return knownUnits.stream()
                .filter(unit -> query.people().units().contains(unit.code()))
                .collect(Collectors.toSet());
    }

    private Set<Group> chosenGroups() {
        return knownGroups.stream()
                .filter(group -> query.people().groups().contains(group.code()))
                .collect(Collectors.toSet());
    }

    private @Nullable Activity chosenActivity() {
        return knownActivities.stream()
                .filter(activity -> activity.code().equals(query.people().activity()))
                .findFirst()
                .orElse(null);
    }
}
