package dev.rollcall.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.security.IssuedToken;
import dev.rollcall.security.NewToken;
import dev.rollcall.security.TokenScope;
import dev.rollcall.security.Tokens;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Asks what a new token is for.
final class TokenDialog extends Dialog {

    private final Tokens tokens;
    private final Consumer<IssuedToken> issued;
    private final TextField name = new TextField();
    private final CheckboxGroup<TokenScope> scopes = new CheckboxGroup<>();
    private final MultiSelectComboBox<Unit> units = new MultiSelectComboBox<>();
    private final DatePicker lastDay = new DatePicker();
    private final Span problem = new Span();

    TokenDialog(
            Tokens tokens,
            Directory directory,
            ApplicationClock clock,
            Consumer<IssuedToken> issued) {
        this.tokens = tokens;
        this.issued = issued;
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        setHeaderTitle(getTranslation("security.tokens.new"));
        name.setLabel(getTranslation("security.tokens.name"));
        name.setHelperText(getTranslation("security.tokens.nameHelp"));
        name.setMaxLength(200);
        name.setRequiredIndicatorVisible(true);
        scopes.setLabel(getTranslation("security.tokens.scopes"));
        scopes.setItems(TokenScope.values());
        scopes.setItemLabelGenerator(TokenScope::text);
        scopes.setRequiredIndicatorVisible(true);
        units.setLabel(getTranslation("security.tokens.units"));
        units.setHelperText(getTranslation("security.tokens.unitsHelp"));
        units.setItems(directory.units(Scope.everyone()));
        units.setItemLabelGenerator(Unit::name);
        lastDay.setLabel(getTranslation("security.tokens.lastDay"));
        lastDay.setMin(today);
        lastDay.setValue(today.plusYears(1));
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        add(new FormLayout(name, lastDay, units, scopes), problem);
        var create = new Button(getTranslation("security.tokens.create"), _ -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("security.tokens.cancel"), _ -> close()), create);
        setWidth("min(40rem, 95vw)");
    }

    private void create() {
        try {
            var day = lastDay.getValue();
            var token =
                    tokens.create(
                            new NewToken(
                                    name.getValue(),
                                    scopes.getValue(),
                                    units.getValue().isEmpty()
                                            ? null
                                            : units.getValue().stream()
                                                    .map(Unit::id)
                                                    .collect(Collectors.toSet()),
                                    day == null
                                            ? null
                                            : day.plusDays(1)
                                                    .atStartOfDay(ZoneOffset.UTC)
                                                    .toInstant()));
            close();
            issued.accept(token);
        } catch (InvalidInput e) {
            problem.setText(
                    e.problems().stream()
                            .map(InvalidInput.Problem::detail)
                            .collect(Collectors.joining(" ")));
        }
    }
}
