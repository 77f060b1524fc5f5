package dev.rollcall.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Role;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The roles somebody has, one in a row: which, and where it counts.
final class RolesField extends CustomField<Set<Assignment>> {

    private final List<Role> roles;
    private final List<Place> places;
    private final Directory directory;
    private final RoleNames names;
    private final Div rows = new Div();
    private final Paragraph none = new Paragraph(getTranslation("security.users.noRole"));
    private final Button add =
            new Button(getTranslation("security.users.addRole"), VaadinIcon.PLUS.create());
    private final List<Row> shown = new ArrayList<>();

    RolesField(List<Role> roles, Directory directory) {
        super(Set.of());
        this.roles = roles;
        this.places = Place.all(directory);
        this.directory = directory;
        this.names = new RoleNames(roles, directory, this::getTranslation);
        addClassName("roles-field");
        getElement().setProperty("manualValidation", true);
        rows.addClassName("roles-field-rows");
        none.addClassName("record-note");
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add.addClickListener(_ -> addRow(null).role.focus());
        add(rows, none, add);
    }

    /// @throws InvalidInput when a row has a role without a place or the other way round
    void demandComplete() {
        if (shown.stream().anyMatch(row -> !row.isEmpty() && row.given() == null)) {
            throw InvalidInput.of(
                    "/assignments",
                    new Sentence(
                            "security.users.incomplete",
                            "Choose both a role and a place in each row, or remove the row.",
                            List.of()));
        }
    }

    @Override
    protected Set<Assignment> generateModelValue() {
        Set<Assignment> given = new HashSet<>();
        for (var row : shown) {
            var assignment = row.given();
            if (assignment != null) {
                given.add(assignment);
            }
        }
        return given;
    }

    @Override
    protected void setPresentationValue(Set<Assignment> given) {
        shown.clear();
        rows.removeAll();
        given.stream().sorted(Comparator.comparing(names::of)).forEach(this::addRow);
        number();
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        add.setVisible(!readOnly);
        shown.forEach(row -> row.lock(readOnly));
    }

    private Row addRow(@Nullable Assignment given) {
        var row = new Row(given);
        shown.add(row);
        rows.add(row);
        number();
        return row;
    }

    private void drop(Row row) {
        shown.remove(row);
        rows.remove(row);
        number();
        updateValue();
        add.focus();
    }

    private void number() {
        none.setVisible(shown.isEmpty());
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).number(i + 1);
        }
    }

    private final class Row extends Div {

        final ComboBox<@Nullable Role> role = new ComboBox<>();
        private final PlaceChoice place = new PlaceChoice(places, directory);
        private final Button remove = new Button(VaadinIcon.CLOSE_SMALL.create());

        Row(@Nullable Assignment given) {
            addClassName("roles-field-row");
            getElement().setAttribute("role", "group");
            role.getElement().setAttribute("data-part", "role");
            role.setItemLabelGenerator(this::name);
            role.setItems((each, typed) -> new SearchText(typed).isIn(name(each)), roles);
            role.setPlaceholder(getTranslation("security.users.role"));
            place.setPlaceholder(getTranslation("security.users.place"));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.addClickListener(_ -> drop(this));
            if (given != null) {
                role.setValue(
                        roles.stream()
                                .filter(each -> each.code().equals(given.role()))
                                .findFirst()
                                .orElse(null));
                place.setValue(Place.of(given));
            }
            role.addValueChangeListener(_ -> {
                offerTheOnlyPlace();
                updateValue();
            });
            place.addValueChangeListener(_ -> updateValue());
            add(role, place, remove);
        }

        private String name(@Nullable Role each) {
            return each == null ? "" : RoleNames.of(each, this::getTranslation);
        }

        /// Some roles make sense in one place only.
        private void offerTheOnlyPlace() {
            var chosen = role.getValue();
            if (chosen != null && place.isEmpty() && countsEverywhere(chosen)) {
                place.setValue(Place.EVERYWHERE);
            }
        }

        private static boolean countsEverywhere(Role role) {
            return role.permissions().contains(Permission.SECURITY_ADMIN)
                    || role.permissions().stream().allMatch(Permission::isAboutOneself);
        }

        boolean isEmpty() {
            return role.isEmpty() && place.isEmpty();
        }

        @Nullable Assignment given() {
            var chosen = role.getValue();
            var where = place.getValue();
            return chosen == null || where == null ? null : where.with(chosen.code());
        }

        void number(int number) {
            getElement()
                    .setAttribute("aria-label", getTranslation("security.users.roleRow", number));
            role.setAriaLabel(getTranslation("security.users.roleOf", number));
            place.setAriaLabel(getTranslation("security.users.placeOf", number));
            remove.setAriaLabel(getTranslation("security.users.removeRole", number));
            remove.setTooltipText(getTranslation("security.users.removeRole", number));
        }

        void lock(boolean locked) {
            role.setReadOnly(locked);
            place.setReadOnly(locked);
            remove.setVisible(!locked);
        }
    }
}
