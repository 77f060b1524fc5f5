package dev.rollcall.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rollcall.kit.FormHost;
import dev.rollcall.kit.ListQuery;
import dev.rollcall.kit.RecordForm;
import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Role;
import dev.rollcall.security.Roles;
import dev.rollcall.security.User;
import dev.rollcall.security.Users;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A role: what it may do, and who has it.
final class RoleForm extends RecordForm<Role> {

    /// What the form needs from the page around it.
    interface Host extends FormHost {

        Roles roles();

        Users users();

        Directory directory();

        /// Opens the form for a new role that begins as another.
        void startLike(Role role);

        /// @param name of the role that is gone
        void removed(String name);
    }

    private static final int LONGEST_CODE = 100;

    private final Host host;
    private final TextField name = new TextField();
    private final TextField code = new TextField();
    private final PermissionsField permissions = new PermissionsField();

    /// @param known null for a new role
    /// @param like the role a new one begins as, null: none
    RoleForm(Host host, @Nullable Role known, @Nullable Role like) {
        super(host, known);
        this.host = host;
        name.setLabel(getTranslation("security.roles.name"));
        name.setRequiredIndicatorVisible(true);
        code.setLabel(getTranslation("security.roles.code"));
        permissions.setLabel(getTranslation("security.roles.may"));
        textField("/name", name, this::name);
        textField("/code", code, Role::code);
        field("/permissions", permissions, Set.of(), Role::permissions, this::inWords);
        if (known == null) {
            code.setRequiredIndicatorVisible(true);
            code.setHelperText(getTranslation("security.roles.codeHelp"));
            suggestCode();
            if (like != null) {
                permissions.setValue(like.permissions());
            }
        } else {
            code.setReadOnly(true);
            var people = host.users().list().stream().filter(user -> has(user, known)).toList();
            more(people(known, people));
            if (known.builtIn()) {
                action(copyButton(known));
            } else {
                more(copyButton(known));
            }
            if (!known.builtIn() && people.isEmpty()) {
                action(removeButton(known));
            }
        }
        finish(known == null || !known.builtIn());
    }

    static boolean has(User user, Role role) {
        return user.assignments().stream().anyMatch(each -> each.role().equals(role.code()));
    }

    // ------------------------------------------------------------------ the code

    /// The code follows the name until somebody writes one.
    private void suggestCode() {
        name.addValueChangeListener(e -> {
            if (code.getValue().equals(codeFor(e.getOldValue()))) {
                code.setValue(codeFor(e.getValue()));
            }
        });
    }

    private static String codeFor(String name) {
        var plain = SearchText.plain(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_CODE)).replaceAll("-+$", "");
    }

    // ------------------------------------------------------------------ who has it

    private Component people(Role role, List<User> people) {
        var part = new Div(new H3(getTranslation("security.roles.who")));
        part.addClassName("record-part");
        if (people.isEmpty()) {
            var nobody = new Paragraph(getTranslation("security.roles.nobody"));
            nobody.addClassName("record-note");
            part.add(nobody);
            return part;
        }
        var list = new UnorderedList();
        list.addClassName("record-links");
        people.forEach(user -> list.add(person(user, role)));
        part.add(list);
        if (!role.builtIn()) {
            var note = new Paragraph(getTranslation("security.roles.given"));
            note.addClassName("record-note");
            part.add(note);
        }
        return part;
    }

    private ListItem person(User user, Role role) {
        var path = new RouteParameters(ListQuery.RECORD, Long.toString(user.id().value()));
        var places = new Span(places(user, role));
        places.addClassName("board-second");
        return new ListItem(new RouterLink(user.name(), UsersView.class, path), places);
    }

    private String places(User user, Role role) {
        return user.assignments().stream()
                .filter(each -> each.role().equals(role.code()))
                .map(this::place)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String place(Assignment given) {
        return Place.of(given).name(host.directory(), this::getTranslation);
    }

    private Button copyButton(Role role) {
        var copy = new Button(getTranslation("security.roles.like"), VaadinIcon.COPY_O.create());
        copy.addClassName("record-more");
        copy.addClickListener(_ -> host.startLike(role));
        return copy;
    }

    // ------------------------------------------------------------------ removing it

    private Button removeButton(Role role) {
        var remove = new Button(getTranslation("security.roles.remove"), _ -> ask(role));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        remove.addClassName("record-remove");
        return remove;
    }

    private void ask(Role role) {
        var question = new ConfirmDialog();
        question.setHeader(getTranslation("security.roles.removeNamed", role.name()));
        question.setText(getTranslation("security.roles.removeText"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("security.roles.keep"));
        question.setConfirmText(getTranslation("security.roles.remove"));
        question.setConfirmButtonTheme("primary error");
        question.addConfirmListener(_ -> remove(role));
        question.open();
    }

    private void remove(Role role) {
        try {
            host.roles().remove(role.code());
            host.removed(role.name());
        } catch (InvalidInput e) {
            reject(e);
        } catch (NotFound e) {
            say("kit.form.refused");
        }
    }

    // ------------------------------------------------------------------ the record

    private String inWords(Collection<Permission> some) {
        return some.stream()
                .sorted()
                .map(each -> getTranslation("security.permission." + each))
                .collect(Collectors.joining(", "));
    }

    @Override
    protected String titleWhenNew() {
        return getTranslation("security.roles.new");
    }

    @Override
    protected String what() {
        return getTranslation("security.roles.one");
    }

    @Override
    protected String whyReadOnly() {
        return getTranslation("security.roles.builtInNote");
    }

    @Override
    protected String name(Role role) {
        return RoleNames.of(role, this::getTranslation);
    }

    @Override
    protected long version(Role role) {
        return role.version();
    }

    @Override
    protected Role readAgain(Role role) {
        return host.roles().list().stream()
                .filter(each -> each.code().equals(role.code()))
                .findFirst()
                .orElseThrow(() -> new NotFound("role", role.code()));
    }

    @Override
    protected Role write(long expectedVersion) {
        return host.roles()
                .put(code.getValue(), name.getValue(), permissions.getValue(), expectedVersion);
    }
}
