package dev.rollcall.work.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.KeyHelp;
import dev.rollcall.kit.PageKeys;
import dev.rollcall.people.Agent;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.PeopleChanged;
import dev.rollcall.presence.PresenceChanged;
import dev.rollcall.work.Desk.Queue;
import dev.rollcall.work.WorkChanged;
import dev.rollcall.work.WorkItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody has and the queues they take from, kept up to date while it is open. Everything is
/// at hand from the keyboard.
final class ConsolePage extends Div {

    private final ConsoleSources sources;
    private final ItemWords words;
    private final Deeds deeds;
    private final PageKeys keys = new PageKeys();
    private final Span count = new Span();
    private final Span news = new Span();
    private final Paragraph onCall = new Paragraph();
    private final Paragraph nothing = new Paragraph();
    private final Div queues = new Div();
    private final ItemList mine;
    private final Map<GroupId, QueueSection> sections = new LinkedHashMap<>();
    private final Selection selection = new Selection(this::rowOf);
    private List<WorkItem> own = List.of();
    private volatile Set<GroupId> groups = Set.of();
    private @Nullable Registration subscription;

    ConsolePage(ConsoleSources sources) {
        this.sources = sources;
        words = new ItemWords(this::getTranslation, sources.directory());
        deeds =
                new OwnDeeds(
                        sources.items(),
                        sources.desk(),
                        words,
                        () -> {
                            refresh();
                            selection.focus();
                        });
        mine = new ItemList(words, deeds, selection::select);
        addClassName("console");
        count.addClassName("records-count");
        count.getElement().setAttribute("role", "status");
        news.addClassName("rollcall-visually-hidden");
        news.getElement().setAttribute("role", "status");
        onCall.addClassName("console-call");
        onCall.setText(words.say("console.onCall"));
        nothing.addClassName("console-nothing");
        nothing.setText(words.say("console.nothing"));
        var columns = new Div(part("mine", onCall, nothing, mine), part("queues", queues));
        columns.addClassName("console-columns");
        add(keys, head(), news, columns);
        keys();
        refresh();
    }

    private Component head() {
        var help = new Button(words.say("console.keys"), _ -> help());
        help.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        help.addClassName("board-help-button");
        var head = new Div(new H1(words.say("console.title")), count, help);
        head.addClassName("records-head");
        return head;
    }

    private Section part(String name, Component... content) {
        var title = new H2(words.say("console." + name));
        title.setId("console-" + name);
        var part = new Section(title);
        part.add(content);
        part.addClassName("console-part");
        part.getElement().setAttribute("aria-labelledby", "console-" + name);
        return part;
    }

    // ------------------------------------------------------------------ following

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var owner = sources.desk().owner();
        subscription =
                sources.pulse()
                        .follow(
                                event.getUI(),
                                change ->
                                        owner.filter(person -> concerns(person, change))
                                                .isPresent(),
                                this::refresh);
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (subscription != null) {
            subscription.remove();
            subscription = null;
        }
    }

    /// Asked on any thread.
    private boolean concerns(Agent person, Object change) {
        return switch (change) {
            case WorkChanged work ->
                    work.agents().contains(person.id())
                            || !Collections.disjoint(work.groups(), groups);
            case PresenceChanged presence -> presence.agent().equals(person.id());
            case PeopleChanged people ->
                    people.structure() || people.agents().contains(person.id());
            default -> false;
        };
    }

    void refresh() {
        var desk = sources.desk();
        var before = new HashSet<>(own.stream().map(WorkItem::id).toList());
        boolean first = groups.isEmpty() && own.isEmpty();
        var all = desk.queues();
        own = desk.items();
        groups = all.stream().map(queue -> queue.group().id()).collect(Collectors.toSet());
        showOwn(desk.isOnCall());
        showQueues(all);
        selection.among(everything());
        if (!first) {
            own.stream()
                    .filter(item -> !before.contains(item.id()))
                    .findFirst()
                    .ifPresent(item -> news.setText(words.say("console.new", item.subject())));
        }
    }

    private void showOwn(boolean isOnCall) {
        mine.show(own, Optional.empty());
        onCall.setVisible(isOnCall);
        nothing.setVisible(own.isEmpty());
        long active = own.stream().filter(item -> item.state() == WorkItem.State.ACTIVE).count();
        count.setText(words.say("console.count", active, own.size() - active));
    }

    private void showQueues(List<Queue> all) {
        var ids = all.stream().map(queue -> queue.group().id()).toList();
        if (queues.getComponentCount() == 0 || !ids.equals(List.copyOf(sections.keySet()))) {
            queues.removeAll();
            sections.clear();
            for (var queue : all) {
                var section = new QueueSection(queue.group(), words, deeds, selection::select);
                sections.put(queue.group().id(), section);
                queues.add(section);
            }
            if (all.isEmpty()) {
                queues.add(new Paragraph(words.say("console.noGroups")));
            }
        }
        for (var queue : all) {
            var section = sections.get(queue.group().id());
            if (section != null) {
                section.show(queue);
            }
        }
    }

    /// In the order in which they stand on the page.
    private List<WorkItem> everything() {
        var all = new ArrayList<>(own);
        sections.values().forEach(section -> all.addAll(section.shown()));
        return all;
    }

    private Optional<ItemRow> rowOf(WorkItem item) {
        var section = item.isHeld() ? null : sections.get(item.group());
        return section == null ? mine.row(item) : section.list().row(item);
    }

    // ------------------------------------------------------------------ the keyboard

    private void keys() {
        keys.on("j", () -> selection.move(1))
                .on("k", () -> selection.move(-1))
                .on("ArrowDown", () -> selection.move(1))
                .on("ArrowUp", () -> selection.move(-1))
                .on("t", () -> with(WorkItem.State.WAITING, deeds::take))
                .on("s", () -> with(WorkItem.State.ASSIGNED, deeds::start))
                .on("p", () -> with(WorkItem.State.ACTIVE, deeds::layAside))
                .on("h", () -> selection.item().filter(WorkItem::isHeld).ifPresent(deeds::handOver))
                .on("c", () -> selection.item().filter(WorkItem::isHeld).ifPresent(deeds::complete))
                .on("?", this::help);
    }

    private void with(WorkItem.State state, Consumer<WorkItem> deed) {
        selection.item().filter(item -> item.state() == state).ifPresent(deed);
    }

    private void help() {
        var meanings = new LinkedHashMap<String, String>();
        meanings.put("J K", words.say("key.move"));
        meanings.put("T", words.say("key.take"));
        meanings.put("S", words.say("key.start"));
        meanings.put("P", words.say("key.layAside"));
        meanings.put("H", words.say("key.handOver"));
        meanings.put("C", words.say("key.complete"));
        meanings.put("?", words.say("key.help"));
        new KeyHelp(keys, meanings).open();
    }
}
