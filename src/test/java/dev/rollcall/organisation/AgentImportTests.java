package dev.rollcall.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.rollcall.audit.Actor;
import dev.rollcall.organisation.AgentImport.BadCell;
import dev.rollcall.organisation.AgentImport.Line;
import dev.rollcall.organisation.AgentImport.Outcome;
import dev.rollcall.organisation.AgentImport.Report;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.DepartmentDraft;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class AgentImportTests {

    private static final Actor TEST = Actor.system("test");

    @Autowired private AgentImport agents;
    @Autowired private Directory directory;
    @Autowired private Register register;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private JdbcClient database;

    private UserId admin = new UserId(0);
    private @Nullable Unit north;

    @BeforeEach
    void aUnitWithTwoGroups() {
        north = floor.unit("north", "Europe/Berlin");
        floor.unit("south", "UTC");
        register.putDepartment(
                "care", new DepartmentDraft("Care", "north"), null, Scope.everyone(), TEST);
        group("billing", "care");
        group("chat", null);
        admin = signIns.user(Assignment.everywhere(Role.ADMIN)).id();
    }

    @Test
    void addsAgentsWithAllTheFileSays() {
        var report =
                run(
                        "agent,name,unit,email,department,groups,mayWorkIn,zone,tracked",
                        "dana,Dana Petrova,north,dana@example.com,care,billing | chat,south,Asia/Tokyo,yes");

        assertThat(report.written()).isTrue();
        assertThat(report.lines())
                .containsExactly(new Line(2, "dana", "Dana Petrova", "north", Outcome.CREATED));
        var dana = directory.agent("dana").orElseThrow();
        assertThat(dana.email()).isEqualTo("dana@example.com");
        assertThat(dana.zone().getId()).isEqualTo("Asia/Tokyo");
        assertThat(dana.tracked()).isTrue();
        assertThat(dana.mayWorkIn()).hasSize(1);
        assertThat(groups("dana")).containsExactlyInAnyOrder("billing", "chat");
    }

    @Test
    void leavesWhatTheFileHasNoColumnForAsItIs() {
        agent("dana", "dana@example.com", Set.of("billing"));

        var report = run("agent,name,unit", "dana,Dana P.,north");

        assertThat(report.lines()).extracting(Line::outcome).containsExactly(Outcome.CHANGED);
        assertThat(directory.agent("dana").orElseThrow().email()).isEqualTo("dana@example.com");
        assertThat(groups("dana")).containsExactly("billing");
    }

    @Test
    void takesAwayWhatAnEmptyFieldNoLongerSays() {
        agent("dana", "dana@example.com", Set.of("billing"));

        run("agent,name,unit,email,groups", "dana,dana,north,,");

        assertThat(directory.agent("dana").orElseThrow().email()).isNull();
        assertThat(groups("dana")).isEmpty();
    }

    @Test
    void changesNothingTheSecondTime() {
        run("agent,name,unit", "dana,Dana,north");
        long entries = auditEntries();

        var again = run("agent,name,unit", "dana,Dana,north");

        assertThat(again.lines()).extracting(Line::outcome).containsExactly(Outcome.UNCHANGED);
        assertThat(auditEntries()).isEqualTo(entries);
    }

    @Test
    void writesNothingWhenItOnlyTries() {
        var tried = attempt("agent,name,unit", "dana,Dana,north");

        assertThat(tried.written()).isFalse();
        assertThat(tried.lines()).extracting(Line::outcome).containsExactly(Outcome.CREATED);
        assertThat(directory.agent("dana")).isEmpty();
        assertThat(auditEntries("agent")).isZero();
    }

    @Test
    void writesNothingWhenOneLineIsBadAndNamesEveryCell() {
        var report =
                run(
                        "agent,name,unit,email,groups,zone,department,tracked",
                        "dana,Dana,north,,,,,",
                        "kim,,nowhere,no address,nothing,Mars/Olympus,,",
                        "a/b,Lou,north,,,,,",
                        "lou,Lou,north,,chat,,care,perhaps");

        assertThat(report.written()).isFalse();
        assertThat(report.bad())
                .extracting(BadCell::line, BadCell::column)
                .containsExactlyInAnyOrder(
                        tuple(3L, "name"),
                        tuple(3L, "unit"),
                        tuple(3L, "email"),
                        tuple(3L, "groups"),
                        tuple(3L, "zone"),
                        tuple(4L, "agent"),
                        tuple(5L, "department"),
                        tuple(5L, "tracked"));
        assertThat(directory.agent("dana")).isEmpty();
        assertThat(auditEntries("agent")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsWhatSpreadsheetsWrite(String separator) {
        var text =
                "\uFEFFName,AGENT,unit\r\n\"Petrova,; Dana\",dana,north\r\n\r\n"
                        .replace("Name,AGENT,unit", String.join(separator, "Name", "AGENT", "unit"))
                        .replace("\",dana,", "\"" + separator + "dana" + separator);

        assertThat(SignIns.as(admin, () -> agents.importCsv(text, false)).written()).isTrue();

        assertThat(directory.agent("dana").orElseThrow().name()).isEqualTo("Petrova,; Dana");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                              | EMPTY",
                "agent,name                      | MISSING_COLUMN",
                "agent,name,unit,salary          | UNKNOWN_COLUMN",
                "agent,name,unit,Name            | COLUMN_TWICE",
            })
    void namesWhatIsWrongWithTheHeader(String header, String problem) {
        assertThat(run(header).bad())
                .extracting(cell -> cell.sentence().key())
                .containsExactly("organisation.import.line." + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "kim,Kim                ! FIELDS",
                "kim,\"Kim,north        ! OPEN_QUOTE",
                "DANA,Dana,north        ! TWICE",
                "kim,K\uFFFDm,north     ! NOT_UTF8",
            })
    void letsABadLineSpoilNoOther(String line, String problem) {
        var report = attempt("agent,name,unit", "dana,Dana,north", line, "lou,Lou,north");

        assertThat(report.bad())
                .extracting(BadCell::line, cell -> cell.sentence().key())
                .containsExactly(tuple(3L, "organisation.import.line." + problem));
        assertThat(report.lines()).extracting(Line::agent).containsExactly("dana", "lou");
    }

    @Test
    void takesNamesForTextWhateverStandsInThem() {
        run("agent,name,unit", "evil,\"=cmd()<script>alert(1)</script>\",north");

        assertThat(directory.agent("evil").orElseThrow().name())
                .isEqualTo("=cmd()<script>alert(1)</script>");
    }

    @Test
    void keepsPeopleOfOtherUnitsOutOfReach() {
        floor.agent("secret", "south");
        var northern =
                signIns.user(Assignment.inUnit(Role.ADMIN, Objects.requireNonNull(north).id()))
                        .id();
        var text = "agent,name,unit\nsecret,Mine now,north\nnew,New,south\ngood,Good,north";

        var report = SignIns.as(northern, () -> agents.importCsv(text, true));

        assertThat(report.bad())
                .extracting(BadCell::line, cell -> cell.sentence().key())
                .containsExactly(
                        tuple(2L, "organisation.import.line.NOT_YOURS"),
                        tuple(3L, "people.complaint.UNKNOWN_UNIT"));
        assertThat(report.lines()).extracting(Line::agent).containsExactly("good");
    }

    @Test
    void refusesMoreAgentsThanAFileMayHave() {
        var text =
                IntStream.rangeClosed(0, AgentImport.MOST_AGENTS)
                        .mapToObj(i -> "a" + i + ",A,nowhere")
                        .collect(Collectors.joining("\n", "agent,name,unit\n", ""));

        var content = AgentCsv.read(text, AgentImport.MOST_AGENTS);

        assertThat(content.bad())
                .extracting(cell -> cell.sentence().key())
                .containsExactly("organisation.import.line.TOO_MANY");
    }

    @Test
    void writesDownWhoImportedHowMany() {
        run("agent,name,unit", "dana,Dana,north", "kim,Kim,north");

        assertThat(
                        database.sql(
                                        """
                                        select concat(which, ': ', after_state) from audit_entry
                                        where what = 'agent import'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("2 agents: 2 created, 0 changed");
        assertThat(auditEntries("agent")).isEqualTo(2);
    }

    private Report run(String... lines) {
        return SignIns.as(admin, () -> agents.importCsv(String.join("\n", lines), false));
    }

    private Report attempt(String... lines) {
        return SignIns.as(admin, () -> agents.importCsv(String.join("\n", lines), true));
    }

    private void group(String code, @Nullable String department) {
        register.putGroup(
                code,
                new GroupDraft(code, "north", department, "CALL"),
                null,
                Scope.everyone(),
                TEST);
    }

    private void agent(String id, String email, Set<String> groups) {
        register.putAgent(
                id,
                new AgentDraft(id, email, "north", null, groups, null, null),
                null,
                Scope.everyone(),
                TEST);
    }

    private Set<String> groups(String agent) {
        return directory.agent(agent).orElseThrow().groups().stream()
                .flatMap(id -> directory.group(id).stream())
                .map(Group::code)
                .collect(Collectors.toSet());
    }

    private long auditEntries() {
        return database.sql("select count(*) from audit_entry").query(Long.class).single();
    }

    private long auditEntries(String what) {
        return database.sql("select count(*) from audit_entry where what = ?")
                .param(what)
                .query(Long.class)
                .single();
    }
}
