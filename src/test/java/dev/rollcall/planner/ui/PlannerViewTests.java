package dev.rollcall.planner.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.rollcall.audit.Actor;
import dev.rollcall.demand.Volumes;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.Drafts;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.RotationDraft;
import dev.rollcall.planner.Rotations;
import dev.rollcall.planner.Seen;
import dev.rollcall.planner.ShiftTemplate;
import dev.rollcall.planner.ShiftTemplates;
import dev.rollcall.planner.TemplateDraft;
import dev.rollcall.requests.Preference;
import dev.rollcall.requests.Preferences;
import dev.rollcall.requests.PreferredTime;
import dev.rollcall.requests.TimeOffDraft;
import dev.rollcall.requests.TimeOffs;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The planner of the unit care in the week of Monday, 2 March 2026, where Ada and Ben work.
@ViewPackages(classes = PlannerViewTests.class)
class PlannerViewTests extends ViewTest {

    private static final LocalDate TUESDAY = Floor.TODAY.plusDays(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Drafts drafts;
    @Autowired private Schedules schedules;
    @Autowired private Access access;
    @Autowired private ShiftTemplates templates;
    @Autowired private Rotations rotations;
    @Autowired private Register register;
    @Autowired private Volumes volumes;
    @Autowired private JdbcClient jdbc;
    @Autowired private Preferences preferences;
    @Autowired private TimeOffs timeOffs;

    private Agent ada;
    private Agent ben;

    @BeforeEach
    void adaAndBenArePlanned() {
        ada = floor.agent("ada").onShift("WORK 08:00-16:00", "LUNCH 12:00-12:30").agent();
        ben = floor.agent("ben").agent();
        signIn(signIns.user(Assignment.inUnit(Role.SUPERVISOR, ada.unit())));
    }

    private PlannerGrid grid() {
        return find(PlannerGrid.class).single();
    }

    private JsonNode cell(int row, int column) {
        return JSON.readTree(grid().getElement().getPropertyRaw("lot0").toString())
                .path(row)
                .path("cells")
                .path(column);
    }

    private String text(int row, int column) {
        return cell(row, column).path("t").asString();
    }

    private void act(String kind, String more, DayKey... days) {
        var detail = (ObjectNode) JSON.readTree("{" + more + "}");
        detail.put("kind", kind);
        var list = detail.putArray("days");
        for (var day : days) {
            list.addArray().add("" + day.agent().value()).add(day.date().toString());
        }
        var data = JsonNodeFactory.instance.objectNode();
        data.set("event.detail", detail);
        grid().getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(grid().getElement(), "act", data));
    }

    private DayKey day(Agent person, LocalDate date) {
        return new DayKey(person.id(), date);
    }

    private List<PlannedActivity> published(Agent person, LocalDate date) {
        return schedules.plan(person.id(), date).map(plan -> plan.activities()).orElse(List.of());
    }

    private RosterDay drafted(Agent person, LocalDate date) {
        return access.asSystem("test", () -> drafts.days(List.of(day(person, date))).getFirst());
    }

    private static List<PlannedActivity> work(LocalDate date, String from, String to) {
        return List.of(
                new PlannedActivity(
                        "WORK",
                        TimeSpan.of(
                                date.atTime(LocalTime.parse(from)).toInstant(ZoneOffset.UTC),
                                date.atTime(LocalTime.parse(to)).toInstant(ZoneOffset.UTC))));
    }

    @Test
    void showsTheWeekWithEverybodysHours() {
        open("planner");

        assertThat(text(0, 0)).contains("8:00", "4:00");
        assertThat(text(1, 0)).isEmpty();
        assertThat(cell(0, 0).path("say").asString()).contains("ada, Mon, Mar 2", "Lunch 12:00");
        assertThat(find(Button.class).withText("Publish…").single().isEnabled()).isFalse();
    }

    @Test
    void draftsWhatIsDraggedAndPublishesItOnceItWasLookedAt() {
        open("planner");

        act("move", "\"by\":[1,1],\"copy\":true", day(ada, Floor.TODAY));

        assertThat(text(1, 1)).contains("8:00");
        assertThat(cell(1, 1).path("d").asInt()).isEqualTo(1);
        assertThat(published(ben, TUESDAY)).isEmpty();

        press("Publish…");
        assertThat(textOf(find(Dialog.class).single()))
                .contains("1 person gets another plan", "Tue, Mar 3");
        press("Publish for 1 person");

        assertThat(published(ben, TUESDAY)).hasSize(2);
        assertThat(cell(1, 1).has("d")).isFalse();
        assertThat(toasts()).contains("Published for 1 person.");
    }

    @Test
    void takesBackAndDoesAgain() {
        open("planner");
        act("clear", "", day(ada, Floor.TODAY));
        assertThat(text(0, 0)).isEmpty();

        act("undo", "");
        assertThat(text(0, 0)).contains("8:00");
        assertThat(drafted(ada, Floor.TODAY).isDraft()).isFalse();

        act("redo", "");
        assertThat(text(0, 0)).isEmpty();
    }

    @Test
    void showsWhatAnotherPlannerDoes() {
        open("planner");

        access.asSystem(
                "test",
                () ->
                        drafts.apply(
                                List.of(
                                        new DayEdit(
                                                day(ben, TUESDAY),
                                                work(TUESDAY, "10:00", "18:00"),
                                                Seen.NOTHING))));

        soon(() -> assertThat(text(1, 1)).contains("10:00"));
    }

    @Test
    void showsAPlanThatCameFromElsewhere() {
        open("planner");

        floor.of(ben).onShift(TUESDAY, "WORK 10:00-18:00");

        soon(() -> assertThat(text(1, 1)).contains("10:00"));
    }

    @Test
    void changesNothingOfADayThatIsNoLongerAsItIsShown() {
        open("planner");
        act("copied", "", day(ada, Floor.TODAY));
        // Another planner's page was quicker, and nothing has told this one yet.
        jdbc.sql("insert into draft_day values (?, ?, 1, false, 0, ?, 'Kim')")
                .param(ben.id().value())
                .param(TUESDAY)
                .param(TUESDAY.atStartOfDay())
                .update();

        act("paste", "", day(ben, TUESDAY));

        assertThat(toasts())
                .anyMatch(text -> text.contains("Somebody else changed a day meanwhile"));
        assertThat(drafted(ben, TUESDAY).isDraft()).isFalse();
        act("paste", "", day(ben, TUESDAY));
        assertThat(drafted(ben, TUESDAY).isDraft()).isTrue();
    }

    @Test
    void makesATemplateAndPlansWithIt() {
        open("planner");
        act("chosen", "", day(ben, TUESDAY));
        press("Make the first shift template");
        press("New template");
        test(find(TextField.class).withCaption("Name").single()).setValue("Early");
        var times = find(TimePicker.class).all();
        times.get(0).setValue(LocalTime.of(6, 0));
        times.get(1).setValue(LocalTime.of(14, 0));
        press("Save");
        press("Close");

        act("template", "\"number\":1", day(ben, TUESDAY));

        assertThat(drafted(ben, TUESDAY).entries()).isEqualTo(work(TUESDAY, "06:00", "14:00"));
    }

    @Test
    void offersTheTemplatesOfEverybody() {
        access.asSystem(
                "test",
                () ->
                        templates.save(
                                null,
                                new TemplateDraft(
                                        "Late",
                                        null,
                                        List.of(
                                                new ShiftTemplate.Stretch(
                                                        LocalTime.of(14, 0), LocalTime.of(22, 0))),
                                        List.of()),
                                0));
        open("planner");
        act("chosen", "", day(ben, TUESDAY));

        find(Button.class).all().stream()
                .filter(button -> button.getText().startsWith("Late "))
                .findFirst()
                .ifPresent(button -> test(button).click());

        assertThat(drafted(ben, TUESDAY).entries()).isEqualTo(work(TUESDAY, "14:00", "22:00"));
    }

    @Test
    void saysWhatSpeaksAgainstADay() {
        open("planner");
        act("move", "\"by\":[0,1],\"copy\":true", day(ada, Floor.TODAY));
        act("open", "", day(ada, TUESDAY));
        find(TimePicker.class).all().getFirst().setValue(LocalTime.of(2, 0));
        press("Save");

        assertThat(cell(0, 1).path("w").asInt()).isEqualTo(1);
        assertThat(cell(0, 1).path("say").asString()).contains("10 h of rest before, 11 h are due");
    }

    @Test
    void saysWhileSomethingIsDraggedWhatWouldSpeakAgainstIt() {
        ben(new Preference(DayOfWeek.TUESDAY, PreferredTime.EARLY, Preference.Weight.DISLIKE));
        open("planner");
        act(
                "foresee",
                "\"would\":\"move\",\"by\":[1,1],\"copy\":true,\"turn\":3",
                day(ada, Floor.TODAY));

        assertThat(foreseen().path("turn").asInt()).isEqualTo(3);
        assertThat(lines()).containsExactly(ben.name() + ": Goes against a wish: no early shift.");
        assertThat(text(1, 1)).isEmpty();
        assertThat(drafted(ben, TUESDAY).isDraft()).isFalse();

        act(
                "foresee",
                "\"would\":\"move\",\"by\":[1,2],\"copy\":true,\"turn\":4",
                day(ada, Floor.TODAY));
        assertThat(foreseen().path("turn").asInt()).isEqualTo(4);
        assertThat(lines()).isEmpty();
    }

    @Test
    void saysNothingWhileDraggingThatHasToBeSaidAnyway() {
        open("planner");
        act("move", "\"by\":[0,1],\"copy\":true", day(ada, Floor.TODAY));
        act("shift", "\"entry\":-1,\"by\":-360", day(ada, TUESDAY));
        assertThat(cell(0, 1).path("w").asInt()).isEqualTo(1);

        act("foresee", "\"would\":\"shift\",\"entry\":-1,\"by\":-60,\"turn\":1", day(ada, TUESDAY));
        var changed = lines();
        act(
                "foresee",
                "\"would\":\"move\",\"by\":[1,3],\"copy\":true,\"turn\":2",
                day(ada, Floor.TODAY));

        assertThat(changed).singleElement().asString().contains("of rest before, 11 h are due");
        assertThat(lines()).isEmpty();
    }

    private JsonNode foreseen() {
        return JSON.readTree(grid().getElement().getPropertyRaw("foreseen").toString());
    }

    private List<String> lines() {
        return foreseen().path("lines").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void plansTheNextWeekAsThisOne() {
        open("planner?date=2026-03-09");
        press("Copy week before");

        assertThat(text(0, 0)).contains("8:00");
        assertThat(drafted(ada, Floor.TODAY.plusDays(7)).isDraft()).isTrue();

        press("Copy week before");
        assertThat(toasts())
                .contains("There is nothing to take over: no free day was planned then.");
    }

    @Test
    void pastesIntoAnotherWeekWhatWasCopiedInThisOne() {
        open("planner");
        act("copied", "", day(ada, Floor.TODAY));
        open("planner?date=2026-03-09");

        act("paste", "", day(ben, Floor.TODAY.plusDays(9)));

        assertThat(text(1, 2)).contains("8:00");
    }

    @Test
    void stretchesADayByTheHour() {
        open("planner?view=day&date=2026-03-02");

        act("stretch", "\"entry\":0,\"start\":-30,\"end\":0", day(ada, Floor.TODAY));

        assertThat(drafted(ada, Floor.TODAY).entries().getFirst())
                .isEqualTo(work(Floor.TODAY, "07:30", "16:00").getFirst());
        assertThat(cell(0, 0).path("e").path(0).path(1).asInt()).isEqualTo(7 * 60 + 30);
    }

    @Test
    void believesNothingABrowserSays() {
        floor.unit("south", "UTC");
        var joe = floor.agent("joe", "south").agent();
        open("planner");

        act("clear", "", day(joe, Floor.TODAY));
        act("move", "\"by\":[99999999,\"x\"]", day(ada, Floor.TODAY));
        act("stretch", "\"entry\":77,\"end\":999999999", day(ada, Floor.TODAY));
        act("paste", "\"number\":\"x\"", day(ada, Floor.TODAY));
        act("person", "\"agent\":\"1; drop\"");

        assertThat(drafted(ada, Floor.TODAY).isDraft()).isFalse();
        assertThat(text(0, 0)).contains("8:00");
    }

    private JsonNode head() {
        return JSON.readTree(grid().getElement().getPropertyRaw("head").toString());
    }

    @Test
    void saysWhenNobodyOfAGroupThatIsNeededIsLeft() {
        var calls =
                register.putGroup(
                        "care-calls",
                        new GroupDraft("Calls", "care", null, "CALL"),
                        null,
                        Scope.everyone(),
                        Actor.system("test"));
        register.putAgent(
                "ada",
                new AgentDraft("Ada", null, "care", null, Set.of("care-calls"), null, true),
                null,
                Scope.everyone(),
                Actor.system("test"));
        var ten = Floor.TODAY.atTime(10, 0).toInstant(ZoneOffset.UTC);
        access.asSystem(
                "test",
                () ->
                        volumes.decideHeads(
                                calls.id(),
                                TimeSpan.of(ten, ten.plusSeconds(3600)),
                                Map.of(ten, 1),
                                null));
        open("planner");
        assertThat(head().path("columns").path(0).path("gaps").asString()).isEmpty();
        act("foresee", "\"would\":\"move\",\"by\":[1,0],\"turn\":1", day(ada, Floor.TODAY));
        assertThat(lines()).singleElement().asString().contains("nobody is left, 1 needed");
        assertThat(head().path("columns").path(0).path("gaps").asString()).isEmpty();

        act("clear", "", day(ada, Floor.TODAY));

        assertThat(head().path("columns").path(0).path("gaps").asString())
                .isEqualTo("Calls: nobody");
        assertThat(head().path("columns").path(0).path("say").asString())
                .contains("nobody is left, 1 needed");
        assertThat(find(Notification.class).all())
                .anyMatch(told ->
                        told.getElement().getProperty("text", "").contains("nobody is left"));
    }

    @Test
    void aDayOnWhichTheClocksArePutForwardHasTwentyThreeHours() {
        floor.unit("berlin", "Europe/Berlin");
        floor.agent("mia", "berlin");
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));

        open("planner?unit=berlin&view=day&date=2026-03-29");

        assertThat(head().path("minutes").asInt()).isEqualTo(23 * 60);
        assertThat(head().path("turn").path("at").asInt()).isEqualTo(120);
        assertThat(head().path("turn").path("by").asInt()).isEqualTo(60);
    }

    @Test
    void letsPeopleWorkByARotationAndLaysItOut() {
        var early = template("Rotating", "06:00", "14:00");
        access.asSystem(
                "test",
                () -> {
                    var rotation =
                            rotations.save(
                                    null,
                                    new RotationDraft(
                                            "Wednesdays",
                                            null,
                                            List.of(Map.of(DayOfWeek.WEDNESDAY, early.id()))),
                                    0);
                    rotations.assign(List.of(ben.id()), Floor.TODAY, rotation.id());
                });
        open("planner");

        find(Button.class).withText("Rotations").single().click();
        find(Button.class).withText("Lay out").single().click();

        assertThat(text(1, 2)).contains("6:00");
        assertThat(text(1, 1)).isEmpty();
        assertThat(drafted(ben, Floor.TODAY.plusDays(2)).isDraft()).isTrue();
    }

    @Test
    void keepsATemplateThatARotationUses() {
        var early = template("Rotating", "06:00", "14:00");
        access.asSystem(
                "test",
                () ->
                        rotations.save(
                                null,
                                new RotationDraft(
                                        "Wednesdays",
                                        null,
                                        List.of(Map.of(DayOfWeek.WEDNESDAY, early.id()))),
                                0));

        assertThatThrownBy(() -> access.asSystem("test", () -> templates.remove(early.id())))
                .hasMessageContaining("A rotation uses this template");
    }

    private ShiftTemplate template(String name, String from, String to) {
        return access.asSystem(
                "test",
                () ->
                        templates.save(
                                null,
                                new TemplateDraft(
                                        name,
                                        null,
                                        List.of(
                                                new ShiftTemplate.Stretch(
                                                        LocalTime.parse(from),
                                                        LocalTime.parse(to))),
                                        List.of()),
                                0));
    }

    @Test
    void asksForHowLongToSearchBeforeAWeekIsProposed() {
        open("planner");

        find(Button.class).withText("Propose…").single().click();

        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Propose the week");
        assertThat(find(Button.class).withText("Search").all()).hasSize(1);
    }

    private void ben(Preference... wishes) {
        access.asSystem("test", () -> preferences.record(ben.id(), List.of(wishes)));
    }

    @Test
    void marksWishesAndWarnsWhereADraftGoesAgainstOne() {
        ben(new Preference(DayOfWeek.TUESDAY, PreferredTime.EARLY, Preference.Weight.DISLIKE));
        open("planner");
        assertThat(cell(1, 1).path("h").asInt()).isEqualTo(1);
        assertThat(cell(1, 1).has("w")).isFalse();
        assertThat(cell(1, 1).path("say").asString()).contains("Wish: no early shift.");
        assertThat(cell(1, 2).has("h")).isFalse();

        act("move", "\"by\":[1,1],\"copy\":true", day(ada, Floor.TODAY));

        assertThat(cell(1, 1).path("w").asInt()).isEqualTo(1);
        assertThat(cell(1, 1).path("say").asString())
                .contains("Goes against a wish: no early shift.");
        act("open", "", day(ben, TUESDAY));
        assertThat(textOf(find(Dialog.class).single()))
                .contains("Goes against a wish: no early shift.");

        // Its own warning and no block: it is published like any other day.
        find(Dialog.class).single().close();
        press("Publish…");
        press("Publish for 1 person");
        assertThat(published(ben, TUESDAY)).hasSize(2);
        assertThat(cell(1, 1).has("w")).isFalse();
    }

    @Test
    void marksTimeOffThatWaitsAndThatIsApprovedAsItComes() {
        open("planner");
        assertThat(cell(1, 1).has("a")).isFalse();

        var asked =
                access.asSystem(
                        "test",
                        () ->
                                timeOffs.askFor(
                                        ben.id(),
                                        TimeOffDraft.days("SPECIAL_LEAVE", TUESDAY, TUESDAY)));
        soon(() -> assertThat(cell(1, 1).path("a").asInt()).isEqualTo(1));
        assertThat(cell(1, 1).path("say").asString())
                .contains("Asks for time off; nobody has decided yet.");

        access.asSystem("test", () -> timeOffs.approve(asked.number(), asked.version(), ""));
        soon(() -> assertThat(cell(1, 1).path("a").asInt()).isEqualTo(2));
        assertThat(cell(1, 1).path("say").asString()).contains("Has time off.");
    }

    @Test
    void turnsToTheNewDayAtMidnightAndStaysInItsWeek() {
        open("planner");
        assertThat(today()).containsExactly("2026-03-02");
        act("move", "\"by\":[1,1],\"copy\":true", day(ada, Floor.TODAY));
        var view = find(PlannerView.class).single();

        view.turnTo(TUESDAY);

        assertThat(today()).containsExactly("2026-03-03");
        assertThat(text(1, 1)).contains("8:00");
        view.turnTo(Floor.TODAY.plusDays(7));
        assertThat(today()).isEmpty();
        assertThat(cell(1, 1).path("d").asInt()).isEqualTo(1);
        act("undo", "");
        assertThat(text(1, 1)).isEmpty();
    }

    /// The dates that are marked as today's.
    private List<String> today() {
        return JSON.readTree(grid().getElement().getPropertyRaw("head").toString())
                .path("columns")
                .valueStream()
                .filter(column -> column.path("today").asBoolean())
                .map(column -> column.path("key").asString())
                .toList();
    }

    @Test
    void plansAndPublishesFiveHundredPeople() {
        var many = new ArrayList<DayKey>();
        for (int i = 0; i < 498; i++) {
            many.add(day(floor.agent("agent-%03d".formatted(i)).agent(), TUESDAY));
        }
        many.add(day(ada, TUESDAY));
        many.add(day(ben, TUESDAY));
        template("Early", "06:00", "14:00");
        open("planner");
        assertThat(grid().getElement().getPropertyRaw("lot49").toString()).contains("agent-497");

        act("template", "\"number\":1", many.toArray(DayKey[]::new));
        press("Publish…");
        assertThat(textOf(find(Dialog.class).single())).contains("500 people get another plan");
        press("Publish for 500 people");

        assertThat(toasts()).contains("Published for 500 people.");
        assertThat(schedules.plans(many.stream().map(DayKey::agent).toList(), TUESDAY, TUESDAY))
                .hasSize(500);
    }
}
