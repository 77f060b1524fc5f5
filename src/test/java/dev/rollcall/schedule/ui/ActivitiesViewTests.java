package dev.rollcall.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Category;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = ActivitiesViewTests.class)
class ActivitiesViewTests extends ViewTest {

    @Autowired private SignIns signIns;
    @Autowired private Activities activities;

    @BeforeEach
    void anAdminSignsIn() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
    }

    @Test
    void addsAnActivityThatNeedsNoPresence() {
        open("settings/activities?add");
        field("Name").setValue("Paid absence");
        assertThat(field("Code").getValue()).isEqualTo("PAID_ABSENCE");
        find(Checkbox.class).withLabel("Needs presence").single().setValue(false);

        press("Save");

        assertThat(activities.of("PAID_ABSENCE"))
                .hasValueSatisfying(added -> {
                    assertThat(added.name()).isEqualTo("Paid absence");
                    assertThat(added.category()).isEqualTo(Category.AUXILIARY);
                    assertThat(added.needsPresence()).isFalse();
                });
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        open("settings/activities?add");
        field("Name").setValue("Nap");
        field("Code").setValue("a nap");

        press("Save");

        assertThat(field("Code").getErrorMessage()).contains("capital letters");
        assertThat(activities.of("a nap")).isEmpty();
    }

    @Test
    void changesANameAndKeepsTheRest() {
        open("settings/activities/COACHING");
        field("Name").setValue("Mentoring");

        press("Save");

        var coaching = activities.of("COACHING").orElseThrow();
        assertThat(coaching.name()).isEqualTo("Mentoring");
        assertThat(coaching.colour()).isEqualTo("coaching");
        assertThat(coaching.needsPresence()).isTrue();
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }
}
