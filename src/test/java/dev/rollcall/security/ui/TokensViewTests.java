package dev.rollcall.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.Token;
import dev.rollcall.security.TokenScope;
import dev.rollcall.support.ViewTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = TokensViewTests.class)
class TokensViewTests extends ViewTest {

    @Autowired private SignIns signIns;

    @BeforeEach
    void anAdminOpensTheScreen() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        open("settings/tokens");
    }

    @Test
    void showsTheTextOfANewTokenOnceAndListsItWithoutIt() {
        press("New token");
        name("Telephony");
        scopes().setValue(Set.of(TokenScope.PRESENCE_WRITE));
        press("Create token");

        var text = find(IssuedTokenDialog.class).single();
        var shown = find(TextField.class, text).single().getValue();
        assertThat(shown).startsWith("rc_");
        press("I have stored it");

        assertThat(find(IssuedTokenDialog.class).exists()).isFalse();
        assertThat(listed().name()).isEqualTo("Telephony");
        assertThat(shown).contains(listed().prefix());
        assertThat(listed().toString()).doesNotContain(shown);
    }

    @Test
    void saysWhatIsMissing() {
        press("New token");
        press("Create token");

        var dialog = find(TokenDialog.class).single();
        assertThat(textOf(dialog)).containsIgnoringCase("name");
        assertThat(grid().getGenericDataView().getItems()).isEmpty();
    }

    @Test
    void revokesOnlyAfterAsking() {
        press("New token");
        name("Telephony");
        scopes().setValue(Set.of(TokenScope.PRESENCE_READ));
        press("Create token");
        press("I have stored it");

        var revoke = (Button) test(grid()).getCellComponent(0, 6);
        revoke.click();
        assertThat(listed().revokedAt()).isNull();

        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(listed().revokedAt()).isNotNull();
    }

    private void name(String name) {
        var dialog = find(TokenDialog.class).single();
        test(find(TextField.class, dialog).single()).setValue(name);
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<TokenScope> scopes() {
        return find(CheckboxGroup.class, find(TokenDialog.class).single()).single();
    }

    @SuppressWarnings("unchecked")
    private Grid<Token> grid() {
        return find(Grid.class).single();
    }

    private Token listed() {
        return grid().getGenericDataView().getItem(0);
    }
}
