package dev.rollcall.mydata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.adherence.Adherence;
import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people get to see and to take along of what is kept about them.
@ModuleTest
class OwnDataTests {

    /// Tables that name a person and are in no file, and why.
    private static final Map<String, String> LEFT_OUT =
            Map.ofEntries(
                    Map.entry("agent_group_member", "in the file of the person"),
                    Map.entry("agent_may_work_in", "in the file of the person"),
                    Map.entry("app_user", "in the file of the account, without the password"),
                    Map.entry("role_assignment", "in the file of the account"),
                    Map.entry("user_language", "in the file of the account"),
                    Map.entry("sign_in_link", "a secret, and gone within a week"),
                    Map.entry("adherence_person", "a lock without content"),
                    Map.entry("attendance_person", "a lock without content"),
                    Map.entry("incentives_turn", "a lock without content"),
                    Map.entry("report_person", "a lock without content"),
                    Map.entry("kpi_day", "a cache of what other files hold"),
                    Map.entry("report_day", "a cache of what other files hold"),
                    Map.entry("report_activity", "a cache of what other files hold"),
                    Map.entry("report_deviation", "a cache of what other files hold"),
                    Map.entry("work_step", "the history of items, and of whoever else had them"),
                    Map.entry("draft_day", "nothing is said until it is published"),
                    Map.entry("draft_activity", "nothing is said until it is published"));

    @Autowired private OwnData data;
    @Autowired private List<OwnDataKeeper> keepers;
    @Autowired private Adherence adherence;
    @Autowired private AuditLog audit;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private JdbcClient database;

    @Test
    void everybodySeesWhoLookedAtThemAndNobodyElseDoes() {
        var dana = floor.agent("dana").onShift("WORK 08:00-16:00").agent();
        var danaUser = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT));
        var kim = agent("kim");
        var boss = signIns.user(Assignment.everywhere(Role.SUPERVISOR));
        SignIns.as(boss.id(), () -> adherence.timeline(dana.id(), Floor.TODAY, Scope.everyone()));
        SignIns.as(danaUser.id(), () -> adherence.timeline(dana.id(), null, Scope.everyone()));
        audit.looked(new Actor(Actor.Kind.TOKEN, "rc_x", "Wallboard"), "dana", "signs of strain");

        var looks = SignIns.as(danaUser.id(), () -> data.looks(Long.MAX_VALUE, 10));

        assertThat(looks)
                .extracting(look -> look.by().name())
                .containsExactly("Wallboard", boss.name());
        assertThat(looks.getLast().roles()).extracting(Role::code).containsExactly(Role.SUPERVISOR);
        assertThat(looks.getLast().screen()).isEqualTo("timeline " + Floor.TODAY);
        assertThat(SignIns.as(danaUser.id(), () -> data.looks(looks.getFirst().number(), 10)))
                .containsExactly(looks.getLast());
        assertThat(SignIns.as(kim.id(), () -> data.looks(Long.MAX_VALUE, 10))).isEmpty();
    }

    @Test
    void everybodyTakesTheirOwnAlongAndNothingOfOthers() {
        floor.agent("kim").onShift("WORK 09:00-17:00").at("07:30", "AVAILABLE");
        var dana = floor.agent("dana").onShift("WORK 08:00-16:00").at("07:58", "AVAILABLE").agent();
        var user = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT));

        var files = export(user);

        assertThat(files.keySet())
                .contains(
                        "my-data.json",
                        "plans.csv",
                        "presence-events.csv",
                        "person.csv",
                        "account.csv")
                .doesNotContain("time-off.csv");
        var json = json(files);
        assertThat(json.get("who").stringValue()).isEqualTo("dana");
        assertThat(json.get("person").get(0).get("zone").stringValue()).isEqualTo("UTC");
        assertThat(json.get("plans").get(0).get("startsAt").stringValue())
                .isEqualTo("2026-03-02T08:00:00Z");
        assertThat(json.get("plans").get(0).get("date").stringValue()).isEqualTo("2026-03-02");
        assertThat(json.get("presence-events").get(0).get("occurredAt").stringValue())
                .isEqualTo("2026-03-02T07:58:00Z");
        assertThat(json.get("time-off").isEmpty()).isTrue();
        assertThat(files.get("plans.csv"))
                .startsWith("\ufeffdate,version,")
                .contains("WORK,2026-03-02T08:00:00Z,2026-03-02T16:00:00Z\r\n");
        assertThat(files.values()).allSatisfy(text -> assertThat(text).doesNotContain("kim"));
        assertThat(files.values())
                .allSatisfy(text -> assertThat(text).doesNotContain("bcrypt", "argon2"));
    }

    @Test
    void thatItWasTakenIsWrittenDown() {
        var dana = agent("dana");
        export(dana);
        assertThat(audit.lastChange("own data", "dana").orElseThrow().by().id())
                .isEqualTo("" + dana.id().value());
    }

    @Test
    void whoeverIsNoAgentHasNoDataOfTheirOwn() {
        var boss = signIns.user(Assignment.everywhere(Role.SUPERVISOR));
        assertThatThrownBy(() -> SignIns.as(boss.id(), () -> data.looks(Long.MAX_VALUE, 10)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void everyTableThatNamesAPersonIsInAFileOrSaysWhyNot() {
        var parts = keepers.stream().flatMap(keeper -> keeper.ownData().stream()).toList();
        var said =
                parts.stream()
                        .filter(OwnDataPart.Query.class::isInstance)
                        .map(part -> ((OwnDataPart.Query) part).sql())
                        .collect(Collectors.joining(" "));
        var tables =
                new HashSet<>(
                        database.sql(
                                        """
                                        select distinct table_name from information_schema.columns
                                        where table_schema = database()
                                            and column_name in ('agent_id', 'user_id')
                                        """)
                                .query(String.class)
                                .list());
        var forgotten =
                tables.stream()
                        .filter(table -> !said.matches("(?s).*\\b" + table + "\\b.*"))
                        .collect(Collectors.toSet());
        assertThat(forgotten).isEqualTo(LEFT_OUT.keySet());
        assertThat(parts).extracting(OwnDataPart::name).doesNotHaveDuplicates();
    }

    private User agent(String name) {
        return signIns.user(floor.agent(name).agent().id(), Assignment.everywhere(Role.AGENT));
    }

    private Map<String, String> export(User user) {
        var out = new ByteArrayOutputStream();
        SignIns.as(
                user.id(),
                () -> {
                    try {
                        data.export(out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return true;
                });
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static JsonNode json(Map<String, String> files) {
        return JsonMapper.builder().build().readTree(files.get("my-data.json"));
    }
}
