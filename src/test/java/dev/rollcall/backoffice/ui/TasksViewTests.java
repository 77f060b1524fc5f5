package dev.rollcall.backoffice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.audit.Actor;
import dev.rollcall.backoffice.BackOfficeTask;
import dev.rollcall.backoffice.BackOfficeTasks;
import dev.rollcall.backoffice.TaskDraft;
import dev.rollcall.backoffice.TaskFilter;
import dev.rollcall.backoffice.TaskWork;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The tasks of Joe, who works on them, and of whoever looks after him.
@ViewPackages(classes = TasksViewTests.class)
class TasksViewTests extends ViewTest {

    @Autowired private BackOfficeTasks tasks;
    @Autowired private Floor floor;
    @Autowired private Register register;
    @Autowired private SignIns signIns;
    @Autowired private Access access;
    @Autowired private LivePresence live;
    @Autowired private ApplicationClock clock;

    private Agent joe;

    @BeforeEach
    void joeIsThere() {
        joe = floor.agent("joe").at("07:55", "AVAILABLE").agent();
        floor.agent("kim");
    }

    private void asManager() {
        signIn(signIns.user(Assignment.everywhere(Role.UNIT_MANAGER)));
    }

    private void asJoe() {
        signIn(signIns.user(joe.id(), Assignment.everywhere(Role.AGENT)));
    }

    private BackOfficeTask task(String title) {
        var due = clock.instant().plus(Duration.ofHours(1));
        return access.asSystem(
                "test", () -> tasks.create(new TaskDraft(title, null, null, joe.id(), 30, due)));
    }

    private List<String> titles() {
        return grid().getListDataView().getItems().map(BackOfficeTask::title).toList();
    }

    @SuppressWarnings("unchecked")
    private Grid<BackOfficeTask> grid() {
        return find(Grid.class).single();
    }

    @Test
    void letsAnAgentWorkOnATaskAndGivesTheStatusBack() {
        var refunds = task("Refunds");
        asJoe();
        open("back-office/" + refunds.id().value());

        press("Start");
        assertThat(live.of(joe.id()).orElseThrow().state()).isEqualTo(TaskWork.STATUS);
        clock.advance(Duration.ofMinutes(12));
        press("Finish");

        assertThat(live.of(joe.id()).orElseThrow().state()).isEqualTo(PresenceState.AVAILABLE);
        assertThat(textOf(find(TaskDrawer.class).single())).contains("Done").contains("12 min");
        assertThat(titles()).isEmpty();
        open("back-office?show=ended");
        assertThat(titles()).containsExactly("Refunds");
    }

    @Test
    void createsATaskForSomebody() {
        asManager();
        open("back-office");
        press("New task");
        press("Save");
        assertThat(title().isInvalid()).isTrue();

        test(title()).setValue("Refunds of May");
        test(find(IntegerField.class).single()).setValue(45);
        agents().setValue(joe);
        press("Save");

        assertThat(titles()).containsExactly("Refunds of May");
        assertThat(textOf(find(TaskDrawer.class).single())).contains("joe").contains("45 min");
        assertThat(find(Button.class).withText("Start").exists()).isFalse();
    }

    private TextField title() {
        return find(TextField.class).withLabel("What is to be done").single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Agent> agents() {
        return find(ComboBox.class).withLabel("Assigned to").single();
    }

    @Test
    void tellsWhoSavedFirst() {
        var refunds = task("Refunds");
        asManager();
        open("back-office/" + refunds.id().value());
        press("Edit");
        access.asSystem(
                "kim",
                () ->
                        tasks.change(
                                refunds.id(),
                                new TaskDraft("Refunds", "By hand", null, joe.id(), 30, null),
                                refunds.version()));
        press("Save");

        assertThat(textOf(find(TaskDialog.class).single()))
                .contains("kim changed this task meanwhile");
        assertThat(tasks.list(new TaskFilter(TaskFilter.Which.OPEN, null, null)))
                .extracting(BackOfficeTask::description)
                .containsExactly("By hand");
    }

    @Test
    void keepsWhoAndWhoseItIsAlthoughTheyAreNotAmongTheChoices() {
        floor.unit("elsewhere", "UTC");
        var eve = floor.agent("eve", "elsewhere").agent();
        var draft = new TaskDraft("Refunds", null, joe.unit(), eve.id(), null, null);
        var refunds = access.asSystem("test", () -> tasks.create(draft));
        signIn(signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, joe.unit())));

        saveAs(refunds, "Refunds of May");

        var saved = tasks.find(refunds.id()).orElseThrow();
        assertThat(saved.title()).isEqualTo("Refunds of May");
        assertThat(saved.agent()).isEqualTo(eve.id());
        assertThat(saved.unit()).isEqualTo(joe.unit());
    }

    @Test
    void letsWhoeverLooksAfterAGroupChangeTheTasksOfItsPeople() {
        var elsewhere = floor.unit("elsewhere", "UTC");
        var group = inAGroup();
        var draft = new TaskDraft("Refunds", null, elsewhere.id(), joe.id(), null, null);
        var refunds = access.asSystem("test", () -> tasks.create(draft));
        signIn(signIns.user(Assignment.inGroup(Role.UNIT_MANAGER, group.id())));
        open("back-office");
        assertThat(titles()).containsExactly("Refunds");

        saveAs(refunds, "Refunds of May");

        var saved = tasks.find(refunds.id()).orElseThrow();
        assertThat(saved.title()).isEqualTo("Refunds of May");
        assertThat(saved.agent()).isEqualTo(joe.id());
        assertThat(saved.unit()).isEqualTo(elsewhere.id());
    }

    private Group inAGroup() {
        var everybody = Scope.everyone();
        var by = Actor.system("test");
        var group =
                register.putGroup(
                        "letters",
                        new GroupDraft("Letters", "care", null, "TEAM"),
                        null,
                        everybody,
                        by);
        register.putAgent(
                "joe",
                new AgentDraft("joe", null, "care", null, Set.of("letters"), null, true),
                null,
                everybody,
                by);
        return group;
    }

    private void saveAs(BackOfficeTask task, String newTitle) {
        open("back-office/" + task.id().value());
        press("Edit");
        test(title()).setValue(newTitle);
        press("Save");
        assertThat(find(TaskDialog.class).exists()).isFalse();
    }

    @Test
    void saysWhenATaskIsSomebodyElsesByNow() {
        var refunds = task("Refunds");
        asJoe();
        open("back-office/" + refunds.id().value());
        var kim = floor.agent("kim").agent();
        var draft = new TaskDraft("Refunds", null, null, kim.id(), null, null);
        access.asSystem("test", () -> tasks.change(refunds.id(), draft, refunds.version()));

        press("Start");

        assertThat(toasts()).anyMatch(toast -> toast.startsWith("This was not done"));
        assertThat(titles()).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhenTheTaskIsOutOfSight() {
        var refunds = task("Refunds");
        var manager = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, joe.unit()));
        signIn(manager);
        open("back-office/" + refunds.id().value());
        press("Edit");
        test(title()).setValue("Refunds of May");
        floor.unit("elsewhere", "UTC");
        var eve = floor.agent("eve", "elsewhere").agent();
        var draft = new TaskDraft("Refunds", null, eve.unit(), eve.id(), null, null);
        access.asSystem("test", () -> tasks.change(refunds.id(), draft, refunds.version()));

        press("Save");

        assertThat(textOf(find(TaskDialog.class).single()))
                .contains("What you typed is still here");
        assertThat(title().getValue()).isEqualTo("Refunds of May");
    }

    @Test
    void marksWhatIsOverdueAndFindsIt() {
        task("Refunds");
        access.asSystem(
                "test",
                () -> tasks.create(new TaskDraft("Later", null, null, joe.id(), null, null)));
        clock.advance(Duration.ofHours(2));
        asManager();
        open("back-office?show=overdue");

        assertThat(titles()).containsExactly("Refunds");
        assertThat(grid().getListDataView().getItem(0).isOverdue(clock.instant())).isTrue();
        open("back-office?agent=kim");
        assertThat(titles()).isEmpty();
    }

    @Test
    void showsAnAgentNothingOfOthers() {
        var refunds = task("Refunds");
        signIn(signIns.user(floor.agent("eve").agent().id(), Assignment.everywhere(Role.AGENT)));
        open("back-office/" + refunds.id().value());

        assertThat(titles()).isEmpty();
        assertThat(find(TaskDrawer.class).exists()).isFalse();
    }
}
