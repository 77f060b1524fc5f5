package dev.rollcall.backoffice.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.rollcall.backoffice.BackOfficeTask;
import dev.rollcall.backoffice.BackOfficeTasks;
import dev.rollcall.backoffice.TaskFilter;
import dev.rollcall.backoffice.TaskFilter.Which;
import dev.rollcall.backoffice.TaskId;
import dev.rollcall.backoffice.TaskRefused;
import dev.rollcall.backoffice.TaskWork;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FilterChoice;
import dev.rollcall.kit.Refresher;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Back-office tasks: one's own, to work on; and those of the units one looks after, to plan.
@Route("back-office")
@RouteAlias("back-office/:record")
@Menu(title = "backoffice.tasks.title", order = 15, icon = "vaadin:clipboard-check")
@Requires({Permission.WORK_OWN, Permission.WORK_VIEW})
final class TasksView extends BrowseView<BackOfficeTask> {

    private static final String WHICH = "show";
    private static final String WHOSE = "whose";
    private static final String MINE = "mine";
    private static final String UNIT = "unit";
    private static final String AGENT = "agent";
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final BackOfficeTasks tasks;
    private final TaskWork work;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;
    private final TaskWords words;
    private final Segments<Boolean> whose;
    private final Segments<Which> which;
    private final FilterChoice<Unit> units;
    private final FilterChoice<Agent> agents;
    private @Nullable Refresher refresher;

    TasksView(
            BackOfficeTasks tasks,
            TaskWork work,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        super(
                "backoffice.tasks",
                new TasksGrid(new TaskWords(UI.getCurrentOrThrow(), directory), clock));
        this.tasks = tasks;
        this.work = work;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
        words = new TaskWords(UI.getCurrentOrThrow(), directory);
        whose =
                new Segments<>(
                        words.say("whose"),
                        List.of(true, false),
                        mine -> words.say(mine ? "mine" : "everybody"),
                        mine -> narrow(WHOSE, mine ? MINE : "all"));
        which =
                new Segments<>(
                        words.say("which"),
                        Arrays.asList(Which.values()),
                        each -> words.say("which." + each),
                        each ->
                                narrow(
                                        WHICH,
                                        each == Which.OPEN
                                                ? ""
                                                : each.name().toLowerCase(Locale.ROOT)));
        units =
                new FilterChoice<>(
                        words.say("unit"),
                        words.say("unit.all"),
                        Unit::name,
                        Unit::code,
                        code -> narrow(UNIT, code));
        agents =
                new FilterChoice<>(
                        words.say("agent"),
                        words.say("agent.all"),
                        Agent::name,
                        Agent::externalId,
                        id -> narrow(AGENT, id));
        var add = new Button(words.say("add"), _ -> ask(null));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        page().addBeside(add);
        page().addTool(whose, which, units, agents);
    }

    private void narrow(String filter, String value) {
        choose(query().opening(null).with(filter, value));
    }

    // ------------------------------------------------------------------ in step

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        refresher =
                Refresher.start(
                        event.getUI(),
                        EVERY,
                        () -> tasks.list(filter(query())),
                        rows -> page().update(rows, counted(rows)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (refresher != null) {
            refresher.close();
            refresher = null;
        }
    }

    // ------------------------------------------------------------------ the list

    private Optional<AgentId> self() {
        return access.viewer().agent();
    }

    private boolean looksAfterOthers() {
        return access.viewer().may(Permission.WORK_VIEW);
    }

    /// Whoever looks after nobody sees their own; whoever is no agent has none.
    private boolean isMine(BrowseQuery wanted) {
        return self().isPresent()
                && (!looksAfterOthers() || wanted.get(WHOSE).filter(MINE::equals).isPresent());
    }

    private static Which which(BrowseQuery wanted) {
        return Arrays.stream(Which.values())
                .filter(each ->
                        wanted.get(WHICH)
                                .filter(each.name().toLowerCase(Locale.ROOT)::equals)
                                .isPresent())
                .findFirst()
                .orElse(Which.OPEN);
    }

    private TaskFilter filter(BrowseQuery wanted) {
        var ofUnit =
                wanted.get(UNIT)
                        .flatMap(directory::unit)
                        .map(unit -> directory.withDescendants(unit.id()))
                        .orElse(null);
        var whoseTasks =
                isMine(wanted)
                        ? self()
                        : wanted.get(AGENT).flatMap(directory::agent).map(Agent::id);
        return new TaskFilter(which(wanted), ofUnit, whoseTasks.orElse(null));
    }

    @Override
    protected void showList(BrowseQuery wanted) {
        boolean mine = isMine(wanted);
        boolean others = looksAfterOthers();
        whose.setVisible(others && self().isPresent());
        whose.show(mine);
        which.show(which(wanted));
        var scope = access.viewer().scope(Permission.WORK_VIEW);
        var knownUnits = directory.units(scope);
        units.offer(knownUnits, wanted.get(UNIT).flatMap(directory::unit));
        units.setVisible(others && !mine && knownUnits.size() > 1);
        agents.offer(directory.agents(scope), wanted.get(AGENT).flatMap(directory::agent));
        agents.setVisible(others && !mine);
        var rows = tasks.list(filter(wanted));
        page().show(rows, counted(rows), wanted.opened(), nothing(new Paragraph(none(wanted))));
    }

    private String none(BrowseQuery wanted) {
        return words.say("none." + which(wanted));
    }

    private String counted(List<BackOfficeTask> rows) {
        return words.say(
                rows.size() < BackOfficeTasks.MOST ? "count" : "countAtLeast", rows.size());
    }

    // ------------------------------------------------------------------ one of them

    @Override
    protected Optional<Drawer> drawer(String record) {
        if (!record.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        var id = new TaskId(Long.parseLong(record));
        return tasks.find(id)
                .map(task ->
                        new TaskDrawer(
                                task,
                                tasks.intervals(id),
                                words,
                                clock.instant(),
                                new Deeds(),
                                this::close));
    }

    private final class Deeds implements TaskDrawer.Deeds {

        @Override
        public boolean isMine(BackOfficeTask task) {
            return access.viewer().may(Permission.WORK_OWN)
                    && self().filter(agent -> agent.equals(task.agent())).isPresent();
        }

        @Override
        public boolean mayManage(BackOfficeTask task) {
            return tasks.mayManage(task);
        }

        @Override
        public void start(BackOfficeTask task) {
            attempt(() -> work.start(task.id()), "started", task);
        }

        @Override
        public void pause(BackOfficeTask task) {
            attempt(() -> work.pause(task.id()), "paused", task);
        }

        @Override
        public void finish(BackOfficeTask task) {
            attempt(() -> work.finish(task.id()), "finished", task);
        }

        @Override
        public void edit(BackOfficeTask task) {
            ask(task);
        }

        @Override
        public void cancel(BackOfficeTask task) {
            attempt(() -> tasks.cancel(task.id()), "cancelled", task);
        }
    }

    private void attempt(Runnable deed, String done, BackOfficeTask task) {
        try {
            deed.run();
            tell(words.say(done, task.title()));
        } catch (TaskRefused e) {
            tell(words.say("refused." + e.why()));
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
        refresh();
    }

    // ------------------------------------------------------------------ asking

    private Scope manageable() {
        return access.viewer().scope(Permission.WORK_WRITE);
    }

    private void ask(@Nullable BackOfficeTask task) {
        var people = new ArrayList<>(directory.agents(manageable()));
        var units = new ArrayList<>(directory.units(manageable()));
        self().flatMap(directory::agent).ifPresent(own -> offer(people, own));
        if (task != null) {
            // Whose it is stays a choice, although the viewer looks after others only.
            Optional.ofNullable(task.agent())
                    .flatMap(directory::agent)
                    .ifPresent(agent -> offer(people, agent));
            directory.unit(task.unit()).ifPresent(unit -> offer(units, unit));
        }
        new TaskDialog(
                        words,
                        task,
                        people,
                        units,
                        draft -> {
                            var saved =
                                    task == null
                                            ? tasks.create(draft)
                                            : tasks.change(task.id(), draft, task.version());
                            tell(words.say(task == null ? "created.done" : "saved", saved.title()));
                            if (task == null) {
                                choose(query().opening("" + saved.id().value()));
                            } else {
                                refresh();
                            }
                        })
                .open();
    }

    private static <T> void offer(List<T> choices, T choice) {
        if (!choices.contains(choice)) {
            choices.addFirst(choice);
        }
    }
}
