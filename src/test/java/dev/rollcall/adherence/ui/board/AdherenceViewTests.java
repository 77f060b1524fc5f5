package dev.rollcall.adherence.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.adherence.engine.LiveState;
import dev.rollcall.adherence.ui.RowWords;
import dev.rollcall.adherence.ui.Standing;
import dev.rollcall.adherence.ui.coverage.CoverageLine;
import dev.rollcall.adherence.ui.person.AgentDrawer;
import dev.rollcall.adherence.ui.person.NoDrawer;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

@ModuleTest
@ViewPackages(classes = AdherenceView.class)
class AdherenceViewTests extends SpringBrowserlessTest {

    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private LiveBoard live;
    @Autowired private ApplicationClock clock;
    @Autowired private Access access;
    @Autowired private PresenceLog log;

    @BeforeEach
    void signInAsSupervisor() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)).id());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsWhoNeedsSomebodyFirst() {
        floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        floor.agent("bob")
                .onShift("WORK 06:00-14:00")
                .at("06:00", "AVAILABLE")
                .at("07:50", "UNAVAILABLE/BREAK");
        floor.agent("cleo").onShift("WORK 06:00-14:00");
        floor.agent("dan");

        open("");

        assertThat(names()).containsExactly("cleo", "bob", "ann", "dan");
        assertThat(texts(find(BoardTile.class).all().get(1)))
                .containsExactly("Out", "2", "0 under 5 min · 1 longer · 1 severe");
    }

    @Test
    void showsNobodyOutsideTheViewersScope() {
        floor.unit("south", "UTC");
        floor.agent("ann");
        var bob = floor.agent("bob", "south");
        signIn(signIns.user(Assignment.inUnit(Role.SUPERVISOR, bob.agent().unit())).id());

        open("");
        assertThat(names()).containsExactly("bob");

        navigate("adherence/agent/ann", AdherenceView.class);
        assertThat(find(AgentDrawer.class).exists()).isFalse();
        assertThat(texts(find(NoDrawer.class).single()).getFirst()).isEqualTo("Nobody to show");
    }

    @Test
    void keepsFiltersInTheAddress() {
        floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        floor.agent("bob").onShift("WORK 06:00-14:00");

        open("show=out&sort=name");
        assertThat(names()).containsExactly("bob");
        assertThat(pressed()).containsExactly("Out");

        click(tile("In adherence"));
        assertThat(names()).containsExactly("ann");
        assertThat(address()).isEqualTo("adherence?show=in&sort=name");

        click(tile("In adherence"));
        assertThat(names()).containsExactly("ann", "bob");
        assertThat(pressed()).isEmpty();
        assertThat(address()).isEqualTo("adherence?sort=name");
    }

    @Test
    void tellsADayThatIsOverInThePast() {
        var sunday = Floor.TODAY.minusDays(1);
        floor.agent("ann")
                .onShift(sunday, "WORK 22:00-06:00")
                .at(sunday, "22:40", "AVAILABLE")
                .at("06:00", "AWAY");
        floor.agent("bob");

        open("date=" + sunday);

        assertThat(names()).containsExactly("ann", "bob");
        assertThat(texts(tile("Had deviations"))).contains("1");
        assertThat(texts(tile("Not scheduled")))
                .containsExactly("Not scheduled", "1", "Nothing planned that day");
        var words = find(Board.class).single().words();
        var row = rows().getFirst();
        assertThat(words.shift(row)).isEqualTo("22:00–06:00 +1");
        assertThat(words.status(row)).isEqualTo("Severe 40 min");
        var window = find(Board.class).single().window();
        assertThat(window.from()).isEqualTo("2026-03-01T21:45:00Z");
        assertThat(window.to()).isEqualTo("2026-03-02T06:15:00Z");
    }

    @Test
    void looksBackToWhatWasKnownAtAMoment() {
        var bob = floor.agent("bob").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        clock.advance(Duration.ofHours(1));
        bob.at("07:30", "UNAVAILABLE/BREAK");
        open("");
        assertThat(find(LookBack.class).all()).isEmpty();

        open("seen=2026-03-02T08:00:00Z");

        var words = find(Board.class).single().words();
        var row = rows().getFirst();
        assertThat(words.status(row)).isEqualTo("In");
        assertThat(words.toldLater(row)).isEqualTo("30 min told later");
        assertThat(words.toldLaterWhy(row))
                .isEqualTo("Not known at this moment, told or changed later: 07:30–08:00.");
        assertThat(texts(find(LookBack.class).single()))
                .contains("As known on Mon, Mar 2, 08:00", "Of one person more is known now");
        assertThat(find(Board.class).single().window().present()).isEqualTo("2026-03-02T08:00:00Z");

        test(find(Button.class, find(LookBack.class).single()).withText("+5 min").single()).click();
        roundTrip();
        assertThat(address()).isEqualTo("adherence?seen=2026-03-02T08%3A05%3A00Z");
        test(find(Button.class, find(LookBack.class).single()).withText("+1 h").single()).click();
        roundTrip();
        assertThat(address())
                .as("not beyond now")
                .isEqualTo("adherence?seen=2026-03-02T09%3A00%3A00Z");
        assertThat(words().status(rows().getFirst())).isEqualTo("Severe 1 h 30 min");

        navigate("adherence/agent/bob", AdherenceView.class);
        test(find(Button.class)
                        .withAttribute("aria-label", "Look back to what was known then")
                        .single())
                .click();
        roundTrip();
        assertThat(address()).isEqualTo("adherence/agent/bob?seen=2026-03-02T09%3A00%3A00Z");
        assertThat(find(AgentDrawer.class).exists()).isTrue();
    }

    private RowWords words() {
        return find(Board.class).single().words();
    }

    @Test
    void doesNotLetAPastDayTick() {
        var sunday = Floor.TODAY.minusDays(1);
        floor.agent("ann").onShift(sunday, "WORK 22:00-10:00").at(sunday, "22:00", "AVAILABLE");

        open("date=" + sunday);

        assertThat(rows().getFirst().live()).isNull();
        assertThat(
                        find(Board.class)
                                .single()
                                .words()
                                .deviations(rows().getFirst(), clock.instant()))
                .isEqualTo("No deviations so far");
    }

    @Test
    void opensADayWithItsThreeFigures() {
        floor.agent("ann")
                .onShift("WORK 06:00-14:00")
                .at("06:00", "AVAILABLE")
                .at("07:00", "UNAVAILABLE/BREAK")
                .at("07:01", "AVAILABLE")
                .at("07:30", "UNAVAILABLE/BREAK")
                .at("07:42", "AVAILABLE");
        open("show=in");

        view().open(rows().getFirst(), null);

        assertThat(address()).isEqualTo("adherence/agent/ann?show=in");
        var figures = textsOf("figures");
        assertThat(figures)
                .containsSubsequence("Raw", "89.2\u202f%", "Tolerated", "90.0\u202f%")
                .containsSubsequence("Score", "90.0\u202f%");
        assertThat(texts(find(AgentDrawer.class).single()))
                .contains("Break for 12 minutes during Work")
                .anyMatch(text -> text.startsWith("Plan version 1. The product’s shipped rules."));

        view().close();
        assertThat(address()).isEqualTo("adherence?show=in");
        assertThat(find(AgentDrawer.class).exists()).isFalse();
    }

    @Test
    void marksWhatWasCorrectedWithWhoAndWhen() {
        var ann = floor.agent("ann").onShift("WORK 06:00-14:00").at("06:10", "AVAILABLE").agent();
        var span =
                TimeSpan.of(
                        Instant.parse("2026-03-02T06:00:00Z"),
                        Instant.parse("2026-03-02T06:10:00Z"));
        access.asSystem(
                "test",
                () -> {
                    log.correct(
                            "17",
                            ann.id(),
                            span,
                            PresenceState.AVAILABLE,
                            Actor.system("Kim"),
                            () -> {});
                    return null;
                });
        open("");

        view().open(rows().getFirst(), null);

        assertThat(find(AgentDrawer.class).single().getElement().getTextRecursively())
                .containsOnlyOnce("corrected")
                .contains("Available · corrected by Kim on Mar 2, 2026, 08:00");
    }

    @Test
    void explainsAnyMinuteWithItsEvidence() {
        floor.agent("ann")
                .onShift("WORK 06:00-14:00")
                .at("06:00", "AVAILABLE")
                .at("07:00", "UNAVAILABLE/BREAK")
                .at("07:01", "AVAILABLE")
                .at("07:30", "UNAVAILABLE/BREAK")
                .at("07:42", "AVAILABLE");
        open("");
        view().open(rows().getFirst(), Instant.parse("2026-03-02T07:35:00Z"));

        assertThat(address()).isEqualTo("adherence/agent/ann?at=2026-03-02T07%3A35%3A00Z");
        var minute = textsOf("minute");
        assertThat(minute.getFirst())
                .isEqualTo(
                        "At 07:35 Work was scheduled and Break was reported: the mapping counts"
                                + " that as out; it lasted 12 minutes, and the grace only forgives"
                                + " what is shorter than 2 minutes.");
        assertThat(minute)
                .containsSubsequence("Schedule", "Event", "Mapping", "Grace", "Excuse", "Rules")
                .anyMatch(line -> line.startsWith("Work 06:00–14:00, version 1 of the plan of"))
                .anyMatch(line ->
                        line.startsWith("Break since 07:30, event floor-")
                                && line.endsWith("from /telephony"))
                .contains(
                        "Work with Break: out",
                        "What is shorter than 2 minutes is forgiven whole, the rest counts whole",
                        "Out, 07:30–07:42");

        minuteAt("07:00:30");
        assertThat(textsOf("minute").getFirst())
                .endsWith(
                        "that as out, but it lasted 1 minute, and the grace forgives what is"
                                + " shorter than 2 minutes.");

        minuteAt("13:00:00");
        assertThat(textsOf("minute").getFirst())
                .isEqualTo("At 13:00 Work is scheduled, and nobody knows yet what will be done.");
    }

    @Test
    void writesWhatIsShownToAFile() {
        floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        floor.agent("=bob").onShift("WORK 06:00-14:00");
        open("show=out");

        var lines = find(Board.class).single().export().split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[1]).startsWith("'=bob,'=bob,care,2026-03-02,Severe,2026-03-02T06:00:00Z");
    }

    @Test
    void saysWhenTooFewWereThere() {
        floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        floor.agent("bob").onShift("WORK 07:30-14:00").at("06:00", "AWAY");
        open("");

        assertThat(texts(find(CoverageLine.class).single()))
                .contains("Present 1 of 2 planned", "Too few: 07:30–08:00 (−1)");
    }

    @Test
    void namesWhoMightBeWorthALookAndWhy() {
        floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        for (var busy : List.of("bob", "cleo")) {
            floor.agent(busy)
                    .onShift("WORK 06:00-14:00")
                    .at("06:00", "AVAILABLE")
                    .startsCall("07:00", "call-" + busy);
        }
        open("");
        assertThat(texts(find(CoverageLine.class).single())).contains("1 person to look in on");

        open("show=quiet");
        assertThat(names()).containsExactly("ann");
    }

    @Test
    void showsWhoWillBeExpectedElsewhereSoon() {
        floor.agent("ann")
                .onShift("WORK 06:00-08:10", "BREAK 08:10-08:30")
                .at("06:00", "AVAILABLE");
        floor.agent("bob").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        floor.agent("cleo").onShift("WORK 06:00-14:00");
        open("show=soon");

        assertThat(names()).containsExactly("cleo", "ann");
    }

    @Test
    void showsWhomAnActivityIsScheduledForNow() {
        floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        floor.agent("bob").onShift("MEETING 07:00-09:00").at("06:00", "AVAILABLE");
        open("activity=MEETING");

        assertThat(names()).containsExactly("bob");
    }

    @Test
    void addsUpTheTeamsWeekAndMonthWhenAsked() {
        floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        open("");
        var team = find(TeamFigures.class).single();
        assertThat(texts(team)).containsExactly("Adding up …");

        team.open();
        roundTrip();

        assertThat(team.getElement().getTextRecursively())
                .contains("On the board100.0\u202f%100.0\u202f%100.0\u202f%")
                .contains("The day before–––")
                .contains("Week so far100.0\u202f%");
    }

    @Test
    void doesNotCallOneDayAPattern() {
        floor.agent("ann")
                .onShift(Floor.TODAY.minusDays(1), "WORK 06:00-14:00")
                .onShift("WORK 06:00-14:00");
        open("");
        view().open(rows().getFirst(), null);

        assertThat(textsOf("recent-days"))
                .startsWith("Too few working days to tell whether anything recurs.");
    }

    @Test
    void tellsWhatHappensAgainAndAgain() {
        var ann = floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        for (int days = 1; days <= 3; days++) {
            var date = Floor.TODAY.minusDays(days);
            ann.onShift(date, "WORK 06:00-14:00")
                    .at(date, "06:20", "AVAILABLE")
                    .at(date, "14:00", "AWAY");
        }
        open("");
        view().open(rows().getFirst(), null);

        assertThat(textsOf("recent-days"))
                .startsWith("Recurring: started late, on 3 of 3 working days.")
                .contains("Sun, Mar 1", "95.8\u202f%");
    }

    /// What a part of the page says, found by its style class.
    private List<String> textsOf(String part) {
        return texts(find(Component.class).withClassName(part).single());
    }

    @Test
    void standsStillWhilePaused() {
        var ann = floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        open("");
        var board = find(Board.class).single();

        board.pause();
        ann.at("07:30", "AWAY");
        live.settle();
        assertThat(presenceOf(board, ann)).isEqualTo("AVAILABLE");

        board.pause();
        pushUntil(() -> presenceOf(board, ann).equals("AWAY"));
        assertThat(presenceOf(board, ann)).isEqualTo("AWAY");
    }

    private static String presenceOf(Board board, Floor.Worker worker) {
        return Optional.ofNullable(board.row(worker.agent().id()))
                .flatMap(BoardRow::state)
                .map(LiveState::presence)
                .orElse("");
    }

    private void minuteAt(String time) {
        view().explain(Instant.parse("2026-03-02T" + time + "Z"));
    }

    @Test
    void saysWhatToDoOnAnEmptyFloor() {
        open("");
        assertThat(texts(emptyState()))
                .containsExactly(
                        "There is nobody here yet. People appear as soon as they belong to a unit"
                                + " or group you may see.");
    }

    @Test
    void leadsOutOfFiltersNobodyMatches() {
        floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        open("show=out");
        assertThat(texts(emptyState()))
                .containsExactly("Nobody is out. All is well.", "Show everybody");
    }

    @Test
    void tellsEachTimelineInWords() {
        floor.agent("ann")
                .onShift("WORK 06:00-14:00", "LUNCH 07:00-07:30")
                .at("06:00", "AVAILABLE")
                .at("07:00", "UNAVAILABLE/LUNCH");
        open("");
        assertThat(find(Board.class).single().words().sentence(rows().getFirst(), clock.instant()))
                .isEqualTo("Severely out since 07:30, 30 minutes over Lunch");
    }

    @Test
    void looksAgainOnlyWhenSomebodyOnScreenChanged() {
        floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        var bob = floor.agent("bob").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        open("");

        bob.at("07:59", "UNAVAILABLE/BREAK");
        live.settle();
        pushUntil(() -> severityOf(bob).equals("grace"));

        assertThat(severityOf(bob)).isEqualTo("grace");
        var table = find(BoardTable.class).single();
        assertThat(table.sees(Set.of(bob.agent().id()))).isTrue();
        assertThat(table.sees(Set.of(new AgentId(999)))).isFalse();
    }

    @Test
    void sharesOnePictureAmongThoseWhoLookAtTheSame() {
        floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        open("");
        var everybody = find(Board.class).single().legend();
        open("zoom=2h&rows=dense");
        assertThat(find(Board.class).single().legend()).isSameAs(everybody);

        open("sort=name");
        assertThat(find(Board.class).single().legend()).isNotSameAs(everybody);
    }

    private String severityOf(Floor.Worker worker) {
        var row = find(Board.class).single().row(worker.agent().id());
        return row == null ? "" : Standing.of(row).severity().token();
    }

    private void signIn(UserId user) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignIns.session(user));
        SecurityContextHolder.setContext(context);
    }

    private void open(String query) {
        live.settle();
        UI.getCurrent().navigate("adherence", QueryParameters.fromString(query));
        roundTrip();
    }

    /// A page takes its deliveries on a thread of its own.
    private void pushUntil(BooleanSupplier delivered) {
        var session = UI.getCurrent().getSession();
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!delivered.getAsBoolean() && System.nanoTime() < end) {
            session.getService().runPendingAccessTasks(session);
            Thread.onSpinWait();
        }
    }

    private AdherenceView view() {
        return (AdherenceView) getCurrentView();
    }

    private List<BoardRow> rows() {
        return find(Board.class).single().rows();
    }

    private List<String> names() {
        return rows().stream().map(row -> row.agent().name()).toList();
    }

    private BoardTile tile(String caption) {
        return find(BoardTile.class).all().stream()
                .filter(tile -> texts(tile).getFirst().equals(caption))
                .findFirst()
                .orElseThrow();
    }

    private void click(BoardTile tile) {
        test(tile).click();
        roundTrip();
    }

    private List<String> pressed() {
        return find(BoardTile.class).all().stream()
                .filter(tile -> "true".equals(tile.getElement().getAttribute("aria-pressed")))
                .map(tile -> texts(tile).getFirst())
                .toList();
    }

    private Component emptyState() {
        return find(BoardTable.class).single().emptyState();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private static List<String> texts(Component component) {
        var texts = new ArrayList<String>();
        if (component instanceof HasText text
                && component.getChildren().findAny().isEmpty()
                && !text.getText().isEmpty()) {
            texts.add(text.getText());
        }
        component.getChildren().forEach(child -> texts.addAll(texts(child)));
        return texts;
    }
}
