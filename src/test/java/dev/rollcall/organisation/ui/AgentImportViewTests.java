package dev.rollcall.organisation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import dev.rollcall.organisation.AgentImport.BadCell;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = AgentImportViewTests.class)
class AgentImportViewTests extends ViewTest {

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private Directory directory;

    @BeforeEach
    void anAdminOpensTheScreen() {
        floor.unit("north", "UTC");
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        open("people/import");
    }

    @Test
    void showsWhatAFileBringsBeforeItWritesAnything() {
        look("dana,Dana,north");

        assertThat(textOf(page())).contains("One agent is new, none changes, none stays as it is.");
        assertThat(directory.agent("dana")).isEmpty();

        press("Import");

        assertThat(textOf(page())).contains("One agent was added");
        assertThat(directory.agent("dana")).isPresent();
    }

    @Test
    void namesTheLineAndTheColumnThatAreWrongAndOffersNoImport() {
        look("dana,Dana,north", "kim,Kim,nowhere");

        assertThat(textOf(page())).contains("One thing is wrong with the file.");
        var bad = (BadCell) find(Grid.class).all().getFirst().getGenericDataView().getItem(0);
        assertThat(bad.line()).isEqualTo(3);
        assertThat(bad.column()).isEqualTo("unit");
        assertThat(find(Button.class).withText("Import").exists()).isFalse();
        assertThat(directory.agent("dana")).isEmpty();
    }

    @Test
    void offersNoImportOfWhatIsKnownAlready() {
        floor.agent("dana", "north");
        look("dana,dana,north");

        assertThat(textOf(page())).contains("one stays as it is");
        assertThat(find(Button.class).withText("Import").exists()).isFalse();
    }

    @Test
    void doesNotOpenForThoseWhoOnlySeePeople() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));

        UI.getCurrent().navigate("people/import");

        assertThat(find(AgentImportView.class).exists()).isFalse();
    }

    private void look(String... lines) {
        page().look("agent,name,unit\n" + String.join("\n", lines));
    }

    private AgentImportView page() {
        return find(AgentImportView.class).single();
    }
}
