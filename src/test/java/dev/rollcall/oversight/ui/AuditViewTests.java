package dev.rollcall.oversight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditEntry;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ViewPackages(classes = AuditViewTests.class)
class AuditViewTests extends ViewTest {

    private static final Actor KIM = new Actor(Actor.Kind.USER, "901", "Kim Meyer");

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private Register register;
    @Autowired private AuditLog log;
    @Autowired private TransactionTemplate transaction;

    private User admin;

    @BeforeEach
    void anAdmin() {
        admin = signIns.user(Assignment.everywhere(Role.ADMIN));
        signIn(admin);
    }

    @Test
    void tellsInWordsWhoDidWhat() {
        floor.agent("dana");
        rename("dana", "Dana <script>alert(1)</script>");
        open("settings/audit?what=agent");

        assertThat(sentences())
                .containsExactly(
                        "Changed agent Dana <script>alert(1)</script> (dana)",
                        "Created agent Dana <script>alert(1)</script> (dana)");
    }

    @Test
    void callsUsersByTheirNames() {
        open("settings/audit?what=user");

        assertThat(sentences()).containsExactly("Created user " + admin.name());
    }

    @Test
    void needsNoNameForWhatThereIsOnceOnly() {
        floor.track();
        open("settings/audit?what=tracking");

        assertThat(sentences()).containsExactly("Changed workforce management");
        open("settings/audit/" + entries().getFirst().number());
        assertThat(textOf(find(EntryDrawer.class).single())).contains("TrackingBefore: noNow: yes");
    }

    @Test
    void showsWhatIsDifferentFieldByField() {
        floor.agent("dana");
        rename("dana", "Dana Petrova");
        open("settings/audit?which=dana");
        open("settings/audit/" + entries().getFirst().number());

        assertThat(textOf(find(EntryDrawer.class).single()))
                .contains("Kim Meyer")
                .contains("What is different")
                .contains("NameBefore: danaNow: Dana Petrova")
                .doesNotContain("Time zone")
                .doesNotContain("{\"");
    }

    @Test
    void narrowsAsSomebodyTypes() {
        floor.agent("dana");
        floor.agent("kim");
        open("settings/audit");

        test(find(TextField.class).single()).setValue("kim");

        assertThat(entries()).extracting(AuditEntry::which).containsOnly("kim");
    }

    @Test
    void goesOnToOlderEntriesAndBack() {
        transaction.executeWithoutResult(_ ->
                IntStream.range(0, 150)
                        .forEach(i -> log.changed(KIM, "unit", "u" + i, null, "{}")));
        open("settings/audit?what=unit");
        assertThat(entries()).hasSize(100);
        assertThat(find(Button.class).withText("Newest").exists()).isFalse();

        press("Older");
        assertThat(entries()).hasSize(50).last().extracting(AuditEntry::which).isEqualTo("u0");
        assertThat(find(Button.class).withText("Older").exists()).isFalse();

        press("Newest");
        assertThat(entries().getFirst().which()).isEqualTo("u149");
    }

    @Test
    void saysSoWhenNothingIsLikeThat() {
        open("settings/audit?what=nonsense&from=yesterday");

        assertThat(entries()).isEmpty();
        press("Show everything");
        assertThat(entries()).isNotEmpty();
    }

    @Test
    void writesFilesNoSpreadsheetRuns() {
        transaction.executeWithoutResult(
                _ -> log.changed(KIM, "agent", "=cmd()", null, "{\"name\":\"@SUM\"}"));
        open("settings/audit?which=%3Dcmd()");

        assertThat(AuditCsv.line(entries().getFirst()))
                .contains(",'=cmd(),")
                .contains("\"{\"\"name\"\":\"\"@SUM\"\"}\"")
                .endsWith("\r\n");
    }

    @Test
    void doesNotOpenForSupervisors() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));

        UI.getCurrent().navigate("settings/audit");

        assertThat(find(AuditView.class).exists()).isFalse();
    }

    private void rename(String agent, String name) {
        register.putAgent(
                agent,
                new AgentDraft(name, null, "care", null, null, null, null),
                null,
                Scope.everyone(),
                KIM);
    }

    private List<AuditEntry> entries() {
        return find(AuditGrid.class).single().getListDataView().getItems().toList();
    }

    private List<String> sentences() {
        var rows = test(find(AuditGrid.class).single());
        return IntStream.range(0, rows.size())
                .mapToObj(
                        row -> rows.getLitRendererPropertyValue(row, "name", "name", String.class))
                .toList();
    }
}
