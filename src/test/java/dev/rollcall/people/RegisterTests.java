package dev.rollcall.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.audit.Actor;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.support.ModuleTest;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@RecordApplicationEvents
class RegisterTests {

    private static final Actor KIM = new Actor(Actor.Kind.USER, "7", "Kim Meyer");
    private static final Actor LOU = new Actor(Actor.Kind.USER, "8", "Lou Brandt");
    private static final Scope EVERYONE = Scope.everyone();

    @Autowired private Register register;
    @Autowired private Directory directory;
    @Autowired private JdbcClient database;
    @Autowired private TransactionTemplate transaction;
    @Autowired private ApplicationEvents events;

    @Test
    void makesAUnitThatWorksMondayToFriday() {
        var unit = unit("berlin", null);

        assertThat(unit.version()).isEqualTo(1);
        assertThat(unit.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(unit.workingDays())
                .containsExactlyInAnyOrder(
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY);
        assertThat(directory.unit("berlin")).contains(unit);
    }

    @Test
    void keepsTheWorkingDaysOfAUnitThatIsReplacedWithoutThem() {
        register.putUnit(
                "berlin",
                new UnitDraft("Berlin", "Europe/Berlin", null, Set.of(DayOfWeek.SUNDAY)),
                null,
                EVERYONE,
                KIM);

        assertThat(unit("berlin", null).workingDays()).containsExactly(DayOfWeek.SUNDAY);
    }

    @Test
    void tellsCodesApartByTheirCapitals() {
        unit("berlin", null);
        unit("Berlin", null);

        assertThat(directory.units(EVERYONE)).hasSize(2);
    }

    @Test
    void makesAnAgentWithTheUnitsZone() {
        unit("berlin", null);
        unit("munich", null);
        group("billing", "berlin");

        var agent =
                register.putAgent(
                        "agent-017",
                        new AgentDraft(
                                " Dana Fox ",
                                "dana@example.com",
                                "berlin",
                                Set.of("munich"),
                                Set.of("billing"),
                                null,
                                true),
                        null,
                        EVERYONE,
                        KIM);

        assertThat(agent.name()).isEqualTo("Dana Fox");
        assertThat(agent.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(agent.groups()).containsExactly(directory.group("billing").orElseThrow().id());
        assertThat(directory.agent("agent-017")).contains(agent);
    }

    @Test
    void movesEverybodyToTheNewZoneOfTheirUnit() {
        unit("berlin", null);
        var dana = agent("dana", "berlin");

        register.putUnit(
                "berlin",
                new UnitDraft("Lisbon", "Europe/Lisbon", null, null),
                null,
                EVERYONE,
                KIM);

        assertThat(directory.agent(dana.id()).orElseThrow().zone())
                .isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(events.stream(PeopleChanged.class).toList().getLast())
                .satisfies(change -> {
                    assertThat(change.structure()).isTrue();
                    assertThat(change.agents()).containsExactly(dana.id());
                });
    }

    @Test
    void namesEveryBadFieldAtOnce() {
        var problem =
                catchThrowableOfType(
                        InvalidInput.class,
                        () ->
                                register.putAgent(
                                        "agent/017",
                                        new AgentDraft(
                                                " ",
                                                "nobody",
                                                "nowhere",
                                                Set.of("nowhere-else"),
                                                Set.of("no-group"),
                                                "Europe/Atlantis",
                                                null),
                                        null,
                                        EVERYONE,
                                        KIM));

        assertThat(problem.problems())
                .extracting(InvalidInput.Problem::pointer)
                .containsExactlyInAnyOrder(
                        "/externalId",
                        "/name",
                        "/email",
                        "/unit",
                        "/mayWorkIn",
                        "/groups",
                        "/zone");
        assertThat(problem.problems())
                .extracting(InvalidInput.Problem::detail)
                .contains(
                        "There is no unit \"nowhere\".",
                        "There is no group \"no-group\".",
                        "There is no time zone \"Europe/Atlantis\". Use a name such as"
                                + " Europe/Berlin.");
    }

    @ParameterizedTest(name = "a name of {0} characters: {1}")
    @CsvSource({"200, true", "201, false"})
    void takesNamesOfUpTo200Characters(int length, boolean fine) {
        var draft = new UnitDraft("ü".repeat(length), "UTC", null, null);

        if (fine) {
            assertThat(register.putUnit("long", draft, null, EVERYONE, KIM).name()).hasSize(length);
        } else {
            assertThatThrownBy(() -> register.putUnit("long", draft, null, EVERYONE, KIM))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("/name: Use at most 200 characters.");
        }
    }

    @Test
    void keepsScriptsAndFormulasInNamesAsTheyAre() {
        unit("berlin", null);

        for (var name : List.of("<script>alert(1)</script>", "=HYPERLINK(\"x\")", "😀 Müller")) {
            var draft = new AgentDraft(name, null, "berlin", null, null, null, null);
            assertThat(register.putAgent("a", draft, null, EVERYONE, KIM).name()).isEqualTo(name);
        }
    }

    @Test
    void refusesAUnitAboveItself() {
        unit("a", null);
        unit("b", "a");
        unit("c", "b");

        assertThatThrownBy(() -> unit("a", "c"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "/parent: The unit \"c\" lies below this one. Choose a parent outside of"
                                + " it.");
        assertThatThrownBy(() -> unit("a", "a"))
                .hasMessage("/parent: A unit cannot be its own parent. Choose another unit.");
    }

    @Test
    void refusesACircleOfTwoMovesAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            var first = "first-" + round;
            var second = "second-" + round;
            unit(first, null);
            unit(second, null);

            var outcomes = atOnce(List.of(() -> unit(first, second), () -> unit(second, first)));

            assertThat(outcomes).filteredOn(InvalidInput.class::isInstance).hasSize(1);
        }
    }

    @Test
    void cannotMakeAUnitItsOwnParentPastTheService() {
        var unit = unit("a", null);

        assertThatThrownBy(() ->
                        database.sql("update unit set parent_id = id where id = ?")
                                .param(unit.id().value())
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("A unit is not its own parent");
    }

    @Test
    void keepsTheLastGroupInItsDepartment() {
        unit("berlin", null);
        department("service", "berlin");
        department("sales", "berlin");
        putInto("service");

        for (var elsewhere : List.of("sales", "")) {
            assertThatThrownBy(() -> putInto(elsewhere))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("/department: A department keeps one group at least")
                    .hasMessageContaining("\"service\"");
        }
        assertThat(putInto("service").department())
                .isEqualTo(directory.department("service").orElseThrow().id());
    }

    private Group putInto(String department) {
        return register.putGroup(
                "billing",
                new GroupDraft("Billing", "berlin", department, "CALL"),
                null,
                EVERYONE,
                KIM);
    }

    @Test
    void keepsADepartmentWhereItsGroupsAre() {
        unit("berlin", null);
        unit("munich", null);
        department("service", "berlin");
        register.putGroup(
                "billing",
                new GroupDraft("Billing", "berlin", "service", "CALL"),
                null,
                EVERYONE,
                KIM);

        assertThatThrownBy(() -> department("service", "munich"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Groups belong to this department (billing), so it stays");
        assertThatThrownBy(() -> group("billing", "munich"))
                .hasMessageContaining(
                        "/department: The group's department belongs to another unit");
        assertThat(group("billing", "berlin").department())
                .isEqualTo(directory.department("service").orElseThrow().id());
        register.putGroup(
                "refunds",
                new GroupDraft("Refunds", "berlin", "service", "CALL"),
                null,
                EVERYONE,
                KIM);
        assertThat(
                        register.putGroup(
                                        "billing",
                                        new GroupDraft("Billing", "munich", "", null),
                                        null,
                                        EVERYONE,
                                        KIM)
                                .channel())
                .isEqualTo(Channel.CALL);
    }

    @Test
    void tellsTheSecondOfTwoEditorsWhoWasFirst() {
        unit("berlin", null);
        var seen = agent("dana", "berlin").version();
        var draft = new AgentDraft("Dana Fox", null, "berlin", null, null, null, null);
        register.putAgent("dana", draft, seen, EVERYONE, LOU);

        var conflict =
                catchThrowableOfType(
                        EditConflict.class,
                        () -> register.putAgent("dana", draft, seen, EVERYONE, KIM));

        assertThat(conflict.changedBy()).contains("Lou Brandt");
        assertThat(conflict.changedAt()).isPresent();
        assertThat(conflict)
                .hasMessage(
                        "The agent \"dana\" was changed meanwhile by Lou Brandt. Load it again and"
                                + " repeat the change.");
    }

    @Test
    void letsExactlyOneOfManyEditorsWin() throws Exception {
        unit("berlin", null);
        var seen = agent("dana", "berlin").version();

        var outcomes =
                atOnce(
                        IntStream.range(0, 12)
                                .<Callable<Agent>>mapToObj(number ->
                                        () ->
                                                register.putAgent(
                                                        "dana",
                                                        named("Dana " + number, "berlin"),
                                                        seen,
                                                        EVERYONE,
                                                        KIM))
                                .toList());

        assertThat(outcomes).filteredOn(Agent.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(EditConflict.class::isInstance).hasSize(11);
        assertThat(directory.agent("dana").orElseThrow().version()).isEqualTo(seen + 1);
    }

    @Test
    void letsEverybodyWinWhoDoesNotCareAboutVersions() throws Exception {
        unit("berlin", null);

        var outcomes =
                atOnce(
                        IntStream.range(0, 12)
                                .<Callable<Agent>>mapToObj(number ->
                                        () ->
                                                register.putAgent(
                                                        "dana",
                                                        named("Dana " + number, "berlin"),
                                                        null,
                                                        EVERYONE,
                                                        KIM))
                                .toList());

        assertThat(outcomes).hasOnlyElementsOfType(Agent.class);
        assertThat(directory.agent("dana").orElseThrow().version()).isEqualTo(12);
    }

    @Test
    void refusesToMakeTwiceWhatMustBeNew() {
        unit("berlin", null);

        assertThatThrownBy(() ->
                        register.putUnit(
                                "berlin",
                                new UnitDraft("Berlin", "Europe/Berlin", null, null),
                                Register.NEW,
                                EVERYONE,
                                KIM))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "/code: There is already one with the code \"berlin\". Choose another.");
    }

    @Test
    void hidesWhatLiesOutsideTheScope() {
        var berlin = unit("berlin", null);
        unit("munich", null);
        agent("dana", "munich");
        group("billing", "munich");
        var onlyBerlin = Scope.ofUnits(Set.of(berlin.id()));

        assertThatThrownBy(() ->
                        register.putAgent("dana", named("Dana", "berlin"), null, onlyBerlin, KIM))
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no agent \"dana\".");
        assertThatThrownBy(() ->
                        register.putUnit(
                                "munich",
                                new UnitDraft("M", "UTC", "berlin", null),
                                null,
                                onlyBerlin,
                                KIM))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        register.putAgent(
                                "new",
                                new AgentDraft(
                                        "New",
                                        null,
                                        "munich",
                                        Set.of("munich"),
                                        Set.of("billing"),
                                        null,
                                        null),
                                null,
                                onlyBerlin,
                                KIM))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/unit: There is no unit \"munich\".")
                .hasMessageContaining("/mayWorkIn: There is no unit \"munich\".")
                .hasMessageContaining("/groups: There is no group \"billing\".");
        assertThatThrownBy(() ->
                        register.putUnit(
                                "new",
                                new UnitDraft("New", "UTC", null, null),
                                null,
                                onlyBerlin,
                                KIM))
                .hasMessageContaining("/parent: Name the unit above it");
    }

    @Test
    void writesDownWhoChangedWhat() {
        unit("berlin", null);
        agent("dana", "berlin");
        agent("dana", "berlin");
        register.putAgent("dana", named("Dana Fox", "berlin"), null, EVERYONE, LOU);

        assertThat(
                        database.sql(
                                        "select concat(actor_name, ': ', ifnull(before_state, '-'),"
                                                + " ' > ', after_state) from audit_entry where what"
                                                + " = 'agent' order by id")
                                .query(String.class)
                                .list())
                .containsExactly(
                        "Kim Meyer: - > {\"name\":\"dana\",\"email\":null,\"unit\":\"berlin\","
                                + "\"mayWorkIn\":[],\"groups\":[],\"zone\":null,\"tracked\":null}",
                        "Lou Brandt: {\"name\":\"dana\",\"email\":null,\"unit\":\"berlin\","
                                + "\"mayWorkIn\":[],\"groups\":[],\"zone\":null,\"tracked\":null}"
                                + " > {\"name\":\"Dana Fox\",\"email\":null,\"unit\":\"berlin\","
                                + "\"mayWorkIn\":[],\"groups\":[],\"zone\":null,\"tracked\":null}");
    }

    @Test
    void countsAChangeOfGroupsAsAChange() {
        unit("berlin", null);
        group("billing", "berlin");
        var before = agent("dana", "berlin");

        var after =
                register.putAgent(
                        "dana",
                        new AgentDraft("dana", null, "berlin", null, Set.of("billing"), null, null),
                        before.version(),
                        EVERYONE,
                        KIM);

        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @Test
    void tellsNobodyBeforeTheCommit() {
        transaction.executeWithoutResult(status -> {
            unit("berlin", null);
            assertThat(directory.unit("berlin")).isEmpty();
            status.setRollbackOnly();
        });

        assertThat(directory.unit("berlin")).isEmpty();
        assertThat(events.stream(PeopleChanged.class)).isEmpty();
    }

    @Test
    void takesManyChangesOfOneTransactionIn() {
        transaction.executeWithoutResult(_ -> {
            unit("berlin", null);
            group("billing", "berlin");
            agent("dana", "berlin");
        });

        assertThat(directory.agent("dana")).isPresent();
        assertThat(directory.group("billing")).isPresent();
    }

    @Test
    void leavesTheDirectoryAsTheTablesAreAfterManyChangesAtOnce() throws Exception {
        unit("berlin", null);
        unit("munich", null);
        List<Callable<Object>> changes = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            var which = "agent-" + number % 6;
            var name = "Name " + number;
            var unit = number % 2 == 0 ? "berlin" : "munich";
            changes.add(() -> register.putAgent(which, named(name, unit), null, EVERYONE, KIM));
            if (number % 10 == 0) {
                var zone = number % 20 == 0 ? "Europe/Lisbon" : "Europe/Berlin";
                changes.add(() ->
                        register.putUnit(
                                "berlin",
                                new UnitDraft("Berlin", zone, null, null),
                                null,
                                EVERYONE,
                                KIM));
            }
        }

        assertThat(atOnce(changes)).noneMatch(Throwable.class::isInstance);

        var seen = directory.agents(EVERYONE);
        directory.reload();
        assertThat(seen).hasSize(6).isEqualTo(directory.agents(EVERYONE));
    }

    private Unit unit(String code, @Nullable String parent) {
        return register.putUnit(
                code, new UnitDraft(code, "Europe/Berlin", parent, null), null, EVERYONE, KIM);
    }

    private Department department(String code, String unit) {
        return register.putDepartment(code, new DepartmentDraft(code, unit), null, EVERYONE, KIM);
    }

    private Group group(String code, String unit) {
        return register.putGroup(code, new GroupDraft(code, unit, null, null), null, EVERYONE, KIM);
    }

    private Agent agent(String externalId, String unit) {
        return register.putAgent(externalId, named(externalId, unit), null, EVERYONE, KIM);
    }

    private static AgentDraft named(String name, String unit) {
        return new AgentDraft(name, null, unit, null, null, null, null);
    }

    /// What became of each call: its answer, or what it threw.
    private static <T> List<Object> atOnce(List<Callable<T>> calls) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Object> outcomes = new ArrayList<>();
            for (var call : threads.invokeAll(calls)) {
                try {
                    outcomes.add(call.get());
                } catch (ExecutionException e) {
                    outcomes.add(e.getCause());
                }
            }
            return outcomes;
        }
    }
}
