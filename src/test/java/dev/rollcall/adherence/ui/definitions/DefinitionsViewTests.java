package dev.rollcall.adherence.ui.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ViewPackages(classes = DefinitionsViewTests.class)
class DefinitionsViewTests extends ViewTest {

    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private JdbcClient database;

    @Test
    void worksOutEveryPublishedExampleWhenItOpens() {
        visit(Role.SUPERVISOR);

        assertThat(textOf(view())).contains("7 of 7 examples come out as they must");
        assertThat(textOf(cards().getFirst()))
                .contains("150 of 180 minutes", "Published by Amazon Connect", "Agrees")
                .contains("Score83.33\u202f%83.33\u202f%Agrees");
    }

    @Test
    void addsUpTheSecondsOfATeam() {
        visit(Role.SUPERVISOR);

        assertThat(textOf(cards().get(4)))
                .contains("All of them together", "Score92.08\u202f%92.08\u202f%Agrees");
    }

    @Test
    void isThereForAgentsToo() {
        var ann = floor.agent("ann").agent().id();
        signIn(signIns.user(ann, Assignment.everywhere(Role.AGENT)));
        open("definitions");

        assertThat(textOf(view())).contains("Conformance", "working time ÷ scheduled work");
        assertThat(find(Button.class).withText("Add example").exists()).isFalse();
    }

    @Test
    void keepsAnExampleOfOnesOwnAndSaysThatItDiffers() {
        visit(Role.ADMIN);
        press("Add example");
        fill("Late by ten minutes", "{\"scorePercent\": 99}");
        press("Save");

        assertThat(textOf(view())).contains("7 of 8 examples come out as they must");
        assertThat(textOf(cards().getLast()))
                .contains(
                        "Late by ten minutes",
                        "Added here",
                        "Score99.00\u202f%97.92\u202f%Differs");
        assertThat(audited()).containsExactly("Late by ten minutes");

        test(find(Button.class)
                        .withAttribute("aria-label", "Remove “Late by ten minutes”")
                        .single())
                .click();
        assertThat(cards()).hasSize(7);
        assertThat(audited()).hasSize(2);
    }

    @Test
    void triesAnExampleBeforeItIsKept() {
        visit(Role.ADMIN);
        press("Add example");
        fill("Late by ten minutes", "{\"rawOutSeconds\": 600}");
        press("Try it");

        assertThat(textOf(find(ExampleDialog.class).single()))
                .contains("Agrees: Raw, time out is 600, must be 600.");
        assertThat(cards()).hasSize(7);
    }

    @Test
    void saysWhichFieldCannotBeRead() {
        visit(Role.ADMIN);
        press("Add example");
        fill("", "{\"score\": 99}");
        press("Save");

        assertThat(find(TextField.class).single().getErrorMessage())
                .isEqualTo("Give it a name of at most 200 characters.");
        find(TextField.class).single().setValue("Mine");
        press("Save");
        assertThat(find(TextArea.class).all().getLast().getErrorMessage())
                .isEqualTo("There is no figure \"score\"; there is, for one, scorePercent.");

        find(TextArea.class).all().getFirst().setValue("{\n\"period\": oops}");
        press("Save");
        assertThat(find(TextArea.class).all().getFirst().getErrorMessage())
                .startsWith("This is not the JSON that is asked for: look in line 2");
    }

    @Test
    void refusesANameThatIsTaken() {
        visit(Role.ADMIN);
        for (int i = 0; i < 2; i++) {
            press("Add example");
            fill("Mine", "{\"scorePercent\": 97.92}");
            press("Save");
        }

        assertThat(find(TextField.class).single().getErrorMessage())
                .isEqualTo("There is an example of this name already.");
        assertThat(cards()).hasSize(8);
    }

    private void visit(String role) {
        signIn(signIns.user(Assignment.everywhere(role)));
        open("definitions");
    }

    private DefinitionsView view() {
        return find(DefinitionsView.class).single();
    }

    private List<ExampleCard> cards() {
        return find(ExampleCard.class).all();
    }

    private void fill(String name, String expected) {
        find(TextField.class).single().setValue(name);
        find(TextArea.class).all().getLast().setValue(expected);
    }

    private List<String> audited() {
        return database.sql("select which from audit_entry where what = 'example' order by id")
                .query((row, _) -> row.getString("which"))
                .list();
    }
}
