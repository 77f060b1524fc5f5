package dev.rollcall.presence.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.rollcall.audit.Actor;
import dev.rollcall.kit.ExpectedReturn;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Statuses;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

@ModuleTest
@ViewPackages(classes = StatusMenuTests.class)
class StatusMenuTests extends SpringBrowserlessTest {

    @Autowired private Floor floor;
    @Autowired private Register register;
    @Autowired private SignIns signIns;
    @Autowired private Access access;
    @Autowired private StatusItem header;
    @Autowired private Statuses statuses;
    @Autowired private LivePresence live;
    @Autowired private ApplicationClock clock;

    /// Takes what is pushed a moment, on a busy machine too.
    private static final Duration LONGEST_WAY = Duration.ofSeconds(1);

    private Floor.Worker dana;

    /// The last time the page was told to ask for which it did.
    private @Nullable String asked;

    @BeforeEach
    void signInAsDana() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        floor.track();
        dana = floor.agent("dana");
        signIn(signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)).id());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void isOnlyThereForPeopleWhoAreAgents() {
        assertThat(header.create()).isPresent();

        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)).id());
        assertThat(header.create()).isEmpty();

        SecurityContextHolder.clearContext();
        assertThat(header.create()).isEmpty();
    }

    @Test
    void offersNothingButClockingInToWhoeverIsAway() {
        open();

        assertThat(entries()).containsExactly("Clock in");
        assertThat(menu().getElement().getAttribute("presence")).isEqualTo("away");
    }

    @Test
    void clocksInToTheUnitChosen() {
        var south = floor.unit("south", "UTC");
        register.putAgent(
                "dana",
                new AgentDraft("dana", null, "care", Set.of("south"), null, null, true),
                null,
                Scope.everyone(),
                Actor.system("test"));
        open();

        choose("Clock in");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.contains("8:00"));
        @SuppressWarnings("unchecked")
        Select<Unit> units = find(Select.class).single();
        assertThat(units.getValue().code()).isEqualTo("care");
        units.setValue(south);
        press("Clock in");

        assertThat(now().state()).isEqualTo(PresenceState.AVAILABLE);
        assertThat(now().currentUnit()).isEqualTo(south.id());
        assertThat(pill()).isEqualTo("Available");
        assertThat(now().changedBy()).startsWith("User ");
    }

    @Test
    void setsAReasonWithOneChoice() {
        dana.at("07:00", "AVAILABLE");
        open();

        choose("Lunch");

        assertThat(now().state()).isEqualTo(PresenceState.unavailable("LUNCH"));
        assertThat(pill()).isEqualTo("Lunch");
        assertThat(menu().getElement().getAttribute("presence")).isEqualTo("unavailable");
        assertThat(items().stream().filter(item -> item.getElement().hasAttribute("aria-current")))
                .extracting(item -> texts(item).getFirst())
                .containsExactly("Lunch");
    }

    @Test
    void givesEachEntryALetterOfItsOwn() {
        dana.at("07:00", "AVAILABLE");
        open();

        var letters = new ArrayList<String>();
        items().forEach(item ->
                item.getChildren()
                        .flatMap(Component::getChildren)
                        .map(part -> part.getElement().getAttribute("data-mnemonic"))
                        .filter(letter -> letter != null)
                        .forEach(letters::add));
        assertThat(letters).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void asksForADescriptionOfOther() {
        dana.at("07:00", "AVAILABLE");
        open();
        choose("Unavailable…");
        var reasons = find(ReasonChoice.class).single();
        var other =
                reasons.getListDataView()
                        .getItems()
                        .filter(reason -> reason.code().equals("OTHER"))
                        .findFirst()
                        .orElseThrow();
        reasons.setValue(other);

        press("Set status");
        var note = find(TextField.class).single();
        assertThat(note.isInvalid()).isTrue();
        assertThat(now().state()).isEqualTo(PresenceState.AVAILABLE);

        note.setValue("Helping the reception");
        press("Set status");
        assertThat(now().state()).isEqualTo(PresenceState.unavailable("OTHER"));

        choose("Unavailable…");
        var again = find(ReasonChoice.class).single();
        assertThat(again.getValue().code()).isEqualTo("OTHER");
    }

    @Test
    void saysWhatWasWorkedTodayBeforeClockingOut() {
        dana.at("06:00", "AVAILABLE").at("06:30", "AWAY").at("07:00", "AVAILABLE");
        open();

        choose("Clock out");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .containsExactly("Worked today: 1:30 h");
        press("Clock out");

        assertThat(now().state()).isEqualTo(PresenceState.AWAY);
        assertThat(entries()).containsExactly("Clock in");
    }

    @Test
    void followsASupervisorAndSaysWhoItWas() {
        dana.at("07:00", "AVAILABLE");
        open();

        clock.advance(Duration.ofMinutes(20));
        access.asSystem(
                "test",
                () ->
                        statuses.set(
                                dana.agent().id(),
                                PresenceState.unavailable("MEETING"),
                                null,
                                null,
                                new Actor(Actor.Kind.USER, "7", "Kim")));
        hear();

        assertThat(pill()).isEqualTo("Meeting");
        assertThat(toasts())
                .anyMatch(text -> text.startsWith("Kim changed your status to Meeting"));
        assertThat(items().getFirst().getText() + texts(items().getFirst()))
                .contains("Changed by Kim");
    }

    @Test
    void explainsWhatHappenedByItself() {
        dana.at("07:00", "AVAILABLE");
        open();

        dana.startsCall("07:30", "call-1");
        hear();
        assertThat(pill()).isEqualTo("Active");
        assertThat(toasts()).contains("You are Active: call-1 started");

        dana.endsCall("07:40", "call-1");
        hear();
        assertThat(toasts()).contains("You are Available again: no work in progress");
    }

    @Test
    void offersFirstWhatThePlanSaysNow() {
        dana.onShift("WORK 07:00-09:00", "LUNCH 08:00-08:30").at("07:00", "AVAILABLE");
        open();

        assertThat(entries()).first().asString().startsWith("Scheduled now: Lunch until 8:30");
        choose(entries().getFirst());
        assertThat(now().state()).isEqualTo(PresenceState.unavailable("LUNCH"));
        assertThat(entries()).first().isEqualTo("Available");

        clock.advance(Duration.ofMinutes(30));
        dana.startsCall("08:29", "call-1");
        hear();
        assertThat(entries()).first().asString().startsWith("Scheduled now: Work until 9:00");
    }

    @Test
    void hearsOfANewPlan() {
        dana.at("07:00", "AVAILABLE");
        open();
        assertThat(entries()).first().isEqualTo("Available");

        dana.onShift("MEETING 07:50-08:30");
        hear();

        assertThat(entries()).first().asString().startsWith("Scheduled now: Meeting until 8:30");
    }

    @Test
    void keepsItsEntriesWhileTheyOfferTheSame() {
        dana.at("07:00", "AVAILABLE").startsCall("07:30", "call-1");
        open();
        var before = items();

        dana.startsCall("07:40", "call-2").endsCall("07:50", "call-1");
        hear();

        assertThat(items()).isEqualTo(before);
    }

    @Test
    void saysWhatIsToFollowAndTakesItBack() {
        dana.at("07:00", "AVAILABLE").startsCall("07:30", "call-1");
        open();
        choose("Clock out");
        press("Clock out when done");
        assertThat(texts(menu())).contains("then Away");
        assertThat(now().state()).isEqualTo(PresenceState.ACTIVE);

        choose("Do not clock out when done");
        dana.endsCall("07:59", "call-1");
        hear();

        assertThat(pill()).isEqualTo("Available");
    }

    @Test
    void asksForWhatFollowsTheWork() {
        dana.at("07:00", "AVAILABLE").startsCall("07:30", "call-1");
        open();

        choose("When my work is done…");
        var reasons = find(ReasonChoice.class).single();
        reasons.setValue(
                reasons.getListDataView()
                        .getItems()
                        .filter(reason -> reason.code().equals("LUNCH"))
                        .findFirst()
                        .orElseThrow());
        press("Set status");
        assertThat(now().state()).isEqualTo(PresenceState.ACTIVE);
        assertThat(texts(menu())).contains("then Lunch");
        assertThat(entries()).contains("Do not switch to Lunch");

        dana.endsCall("07:59", "call-1");
        hear();
        assertThat(pill()).isEqualTo("Lunch");
    }

    @Test
    void showsTheWorkThatBeganWhileSomebodyWasClockingOut() {
        dana.at("07:00", "AVAILABLE");
        open();
        choose("Clock out");
        find(TextField.class).single().setValue("Train to catch");

        dana.startsCall("07:59", "call-1");
        press("Clock out");

        assertThat(now().state()).isEqualTo(PresenceState.ACTIVE);
        assertThat(find(ListItem.class).all()).extracting(ListItem::getText).contains("call-1");
        assertThat(find(TextField.class).single().getValue()).isEqualTo("Train to catch");
        assertThat(find(Button.class).withText("Clock out when done").all()).hasSize(1);
    }

    @Test
    void namesTheShiftAtTheClockIn() {
        dana.onShift("WORK 08:03-16:00");
        open();

        choose("Clock in");

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Your shift 8:03") && text.endsWith("3 min"));
    }

    @Test
    void isThereAsSoonAsThePersonIsTrackedAndGoneWhenTheyAreNot() {
        open();

        floor.untrack();
        hear();
        assertThat(find(StatusMenu.class).all()).isEmpty();

        floor.track();
        hear();
        assertThat(find(StatusMenu.class).all()).hasSize(1);
    }

    @Test
    void saysNothingAboutWhatThePersonDidInAnotherWindow() {
        dana.at("07:00", "AVAILABLE");
        open();
        var self = access.viewer().actor();

        statuses.set(dana.agent().id(), PresenceState.unavailable("BREAK"), null, null, self);
        hear();

        assertThat(pill()).isEqualTo("Break");
        assertThat(toasts()).isEmpty();
    }

    @Test
    void doesWhatWasFoundByTyping() {
        dana.at("07:00", "AVAILABLE");
        open();
        assertThat(findable())
                .containsSubsequence("Available", "Lunch", "Unavailable…", "Other", "Clock out");

        found("Lunch");
        assertThat(now().state()).isEqualTo(PresenceState.unavailable("LUNCH"));

        found("Other");
        var reasons = find(ReasonChoice.class).single();
        assertThat(reasons.getValue().code()).isEqualTo("OTHER");

        found("gone a moment ago");
        assertThat(now().state()).isEqualTo(PresenceState.unavailable("LUNCH"));
    }

    private List<String> findable() {
        var choices = (ArrayNode) menu().getElement().getPropertyRaw("choices");
        return choices.valueStream().map(each -> each.get("text").asString()).toList();
    }

    private void found(String key) {
        var menu = menu().getElement();
        var data = JsonNodeFactory.instance.objectNode().put("event.detail.key", key);
        menu.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(menu, "found", data));
    }

    @Test
    void saysHowMuchOfALimitIsLeftToday() {
        floor.limit("BREAK", Duration.ofMinutes(15));
        dana.at("07:00", "AVAILABLE")
                .at("07:30", "UNAVAILABLE/BREAK")
                .at("07:38", "AVAILABLE")
                .at("07:45", "UNAVAILABLE/LUNCH");
        open();
        assertThat(inTheMenu()).contains("15 min, 7 left today");

        dana.at("07:50", "UNAVAILABLE/BREAK").at("07:58", "AVAILABLE");
        hear();

        assertThat(inTheMenu()).contains("15 min, 16 taken today");
    }

    @Test
    void saysWhySomebodyElseChangedTheStatus() {
        dana.at("07:00", "AVAILABLE");
        open();

        kimSets("Please join the handover");
        hear();

        assertThat(toasts())
                .singleElement()
                .asString()
                .startsWith("Kim changed your status to Meeting at 8:00")
                .endsWith("Reason: Please join the handover");
    }

    @Test
    void tellsAtTheNextSignInWhatSomebodyElseChanged() {
        dana.at("07:00", "AVAILABLE");
        kimSets("Please join the handover");
        clock.advance(Duration.ofMinutes(5));
        // Whatever a feed tells meanwhile, it was Kim who changed it.
        dana.at("08:01", "AVAILABLE");

        open();

        assertThat(toasts())
                .singleElement()
                .asString()
                .startsWith("Kim changed your status to Meeting on")
                .endsWith("Reason: Please join the handover");
        UI.getCurrent().removeAll();
        find(Notification.class).all().forEach(Notification::close);
        open();
        assertThat(toasts()).isEmpty();
    }

    @Test
    void tellsNothingOnceThePersonHasChangedTheirStatusThemselves() {
        dana.at("07:00", "AVAILABLE");
        kimSets("Please join the handover");
        clock.advance(Duration.ofMinutes(5));
        var self = access.viewer().actor();
        statuses.set(dana.agent().id(), PresenceState.AVAILABLE, null, null, self);

        open();

        assertThat(toasts()).isEmpty();
    }

    private void kimSets(String why) {
        access.asSystem(
                "test",
                () ->
                        statuses.set(
                                dana.agent().id(),
                                PresenceState.unavailable("MEETING"),
                                why,
                                null,
                                new Actor(Actor.Kind.USER, "kim", "Kim")));
    }

    @Test
    void saysWhenThePersonMeansToBeBack() {
        dana.at("07:00", "AVAILABLE");
        open();
        choose("Unavailable…");
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Object> back =
                find(RadioButtonGroup.class, find(ReturnChoice.class).single()).single();
        back.setValue(back.getListDataView().getItem(2));

        press("Set status");

        assertThat(now().expectedReturn()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
        var said = find(ExpectedReturn.class).single().getElement();
        assertThat(said.getAttribute("soon")).startsWith("back at 8:30");
        assertThat(said.getAttribute("late")).startsWith("was due back at 8:30");
        assertThat(inTheMenu()).anyMatch(text -> text.contains(", back at 8:30"));

        clock.advance(Duration.ofMinutes(31));
        assertThat(now().state().base()).isEqualTo(PresenceState.Base.UNAVAILABLE);
    }

    @Test
    void followsNobodyAnyMoreWhenItIsGone() {
        dana.at("07:00", "AVAILABLE");
        open();
        var menu = menu();
        menu.getElement().removeFromParent();

        dana.at("07:30", "UNAVAILABLE/BREAK");
        hear();

        assertThat(menu.getElement().getAttribute("presence")).isEqualTo("available");
    }

    private void signIn(dev.rollcall.security.UserId user) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignIns.session(user));
        SecurityContextHolder.setContext(context);
    }

    private void open() {
        UI.getCurrent().add(header.create().orElseThrow());
    }

    private StatusMenu menu() {
        return find(StatusMenu.class).single();
    }

    private String pill() {
        return menu().getElement().getChild(0).getComponent().stream()
                .map(bar -> ((MenuBar) bar).getItems().getFirst())
                .flatMap(item -> texts(item).stream())
                .findFirst()
                .orElseThrow();
    }

    private List<MenuItem> items() {
        return find(MenuBar.class).single().getItems().getFirst().getSubMenu().getItems();
    }

    private List<String> inTheMenu() {
        return items().stream().flatMap(item -> texts(item).stream()).toList();
    }

    private List<String> entries() {
        return items().stream()
                .filter(MenuItem::isEnabled)
                .map(item -> texts(item).getFirst())
                .toList();
    }

    private static List<String> texts(Component component) {
        var texts = new ArrayList<String>();
        component
                .getChildren()
                .forEach(child -> {
                    if (child instanceof com.vaadin.flow.component.HasText text
                            && child.getChildren().findAny().isEmpty()
                            && !text.getText().isEmpty()) {
                        texts.add(text.getText());
                    }
                    texts.addAll(texts(child));
                });
        return texts;
    }

    private void choose(String entry) {
        var item =
                items().stream()
                        .filter(MenuItem::isEnabled)
                        .filter(candidate -> texts(candidate).getFirst().equals(entry))
                        .findFirst()
                        .orElseThrow();
        com.vaadin.flow.component.ComponentUtil.fireEvent(
                item, new com.vaadin.flow.component.ClickEvent<MenuItem>(item));
    }

    /// The page is told what happened, some time soon, and like a browser it asks once for each
    /// time it is told to. Where there is nothing to ask it is not told to.
    private void hear() {
        try {
            await().atMost(LONGEST_WAY)
                    .pollInSameThread()
                    .until(() -> {
                        MockVaadin.runUIQueue();
                        return !Objects.equals(asked, looks());
                    });
            asked = looks();
            find(StatusMenu.class).all().forEach(menu -> tell(menu.getElement(), "look"));
        } catch (ConditionTimeoutException e) {
            roundTrip();
        }
    }

    private @Nullable String looks() {
        return find(StatusMenu.class).all().stream()
                .findFirst()
                .map(menu -> menu.getElement().getAttribute("look"))
                .orElse(null);
    }

    private static void tell(Element menu, String event) {
        menu.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(menu, event, JsonNodeFactory.instance.objectNode()));
    }

    private void press(String button) {
        test(find(Button.class).withText(button).single()).click();
    }

    private List<String> toasts() {
        return find(Notification.class).all().stream().map(toast -> test(toast).getText()).toList();
    }

    private LivePresence.Now now() {
        return live.of(dana.agent().id()).orElseThrow();
    }
}
