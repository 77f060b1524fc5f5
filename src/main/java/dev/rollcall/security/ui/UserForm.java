package dev.rollcall.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.FormHost;
import dev.rollcall.kit.RecordForm;
import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.security.IssuedLink;
import dev.rollcall.security.Roles;
import dev.rollcall.security.User;
import dev.rollcall.security.UserDraft;
import dev.rollcall.security.Users;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A user: who they are, what they may do and where, and their way in.
final class UserForm extends RecordForm<User> {

    /// What the form needs from the page around it.
    interface Host extends FormHost {

        Users users();

        Roles roles();

        Directory directory();

        /// Keeps a link to be shown when there is room for it.
        void handOver(IssuedLink link);

        /// Shows the link that was kept, if there is one.
        void showLink();

        /// @param name of the user who has nothing open any more
        void sessionsEnded(String name);
    }

    private final Host host;
    private final @Nullable User known;
    private final TextField name = new TextField();
    private final TextField email = new TextField();
    private final ComboBox<@Nullable AgentId> agent = new ComboBox<>();
    private final RolesField assignments;
    private final Checkbox enabled = new Checkbox();

    /// @param known null for a new user
    UserForm(Host host, @Nullable User known) {
        super(host, known);
        this.host = host;
        this.known = known;
        var roles = host.roles().list();
        var names = new RoleNames(roles, host.directory(), this::getTranslation);
        assignments = new RolesField(roles, host.directory());
        prepare();
        textField("/name", name, User::name);
        textField("/email", email, User::email);
        field("/assignments", assignments, Set.of(), User::assignments, names::of);
        field("/agent", agent, null, User::agent, this::agentName);
        if (known == null) {
            var note = new Paragraph(getTranslation("security.users.newNote"));
            note.addClassName("record-note");
            more(note);
        } else {
            field("/enabled", enabled, true, User::enabled, this::enabledInWords);
            more(wayIn(known));
        }
        finish(true);
    }

    private void prepare() {
        name.setLabel(getTranslation("security.users.name"));
        name.setRequiredIndicatorVisible(true);
        email.setLabel(getTranslation("security.users.email"));
        email.setRequiredIndicatorVisible(true);
        email.setHelperText(getTranslation("security.users.emailHelp"));
        email.getElement().setAttribute("type", "email");
        assignments.setLabel(getTranslation("security.users.roles"));
        enabled.setLabel(getTranslation("security.users.enabled"));
        enabled.setHelperText(getTranslation("security.users.enabledHelp"));
        agent.setLabel(getTranslation("security.users.agentChoice"));
        agent.setHelperText(getTranslation("security.users.agentHelp"));
        agent.setPlaceholder(getTranslation("security.users.noAgent"));
        agent.setClearButtonVisible(true);
        agent.setItemLabelGenerator(this::agentName);
        agent.setRenderer(
                LitRenderer.<@Nullable AgentId>of(PlaceChoice.TWO_LINES)
                        .withProperty("name", this::agentName)
                        .withProperty("second", this::agentDetail));
        agent.setItems(
                (id, typed) -> new SearchText(typed).isIn(agentName(id), agentDetail(id)),
                agentsToChoose());
    }

    /// Agents nobody else is.
    private List<@Nullable AgentId> agentsToChoose() {
        var taken = new HashSet<AgentId>();
        host.users().list().stream()
                .filter(user -> known == null || !user.id().equals(known.id()))
                .map(User::agent)
                .filter(Objects::nonNull)
                .forEach(taken::add);
        return host.directory().agents(Scope.everyone()).stream()
                .<@Nullable AgentId>map(Agent::id)
                .filter(id -> !taken.contains(id))
                .toList();
    }

    private String agentName(@Nullable AgentId id) {
        return id == null ? "" : host.directory().agent(id).map(Agent::name).orElse("");
    }

    private String agentDetail(@Nullable AgentId id) {
        return id == null
                ? ""
                : host.directory()
                        .agent(id)
                        .map(each -> each.externalId() + " · " + unitName(each))
                        .orElse("");
    }

    private String unitName(Agent each) {
        return host.directory().unit(each.unit()).map(Unit::name).orElse("");
    }

    private String enabledInWords(boolean yes) {
        return getTranslation(yes ? "security.users.yes" : "security.users.no");
    }

    // ------------------------------------------------------------------ the way in

    private Component wayIn(User user) {
        var until = host.users().openLinks().get(user.id());
        var state = UserState.of(user, until);
        var stands =
                new Paragraph(
                        getTranslation(
                                "security.users.wayIn." + state,
                                until == null ? "" : Days.withTime(until, getLocale())));
        stands.addClassName("record-note");
        var link = new Button(getTranslation("security.users.newLink"), _ -> newLink(user));
        link.setVisible(user.enabled());
        var end = new Button(getTranslation("security.users.endSessions"), _ -> askToEnd(user));
        var buttons = new Div(link, end);
        buttons.addClassName("record-buttons");
        var way = new Div(new H3(getTranslation("security.users.wayIn")), stands, buttons);
        way.addClassName("record-part");
        return way;
    }

    private void newLink(User user) {
        try {
            host.handOver(host.users().newLink(user.id()));
            host.showLink();
        } catch (InvalidInput e) {
            reject(e);
        } catch (NotFound e) {
            say("kit.form.refused");
        }
    }

    private void askToEnd(User user) {
        var question =
                new ConfirmDialog(
                        getTranslation("security.users.endSessionsOf", user.name()),
                        getTranslation("security.users.endSessionsText"),
                        getTranslation("security.users.endSessionsConfirm"),
                        _ -> {
                            host.users().endSessions(user.id());
                            host.sessionsEnded(user.name());
                        });
        question.setCancelable(true);
        question.setCancelText(getTranslation("security.users.keepSessions"));
        question.open();
    }

    // ------------------------------------------------------------------ the record

    @Override
    protected String titleWhenNew() {
        return getTranslation("security.users.new");
    }

    @Override
    protected String what() {
        return getTranslation("security.users.one");
    }

    @Override
    protected String name(User user) {
        return user.name();
    }

    @Override
    protected long version(User user) {
        return user.version();
    }

    @Override
    protected User readAgain(User user) {
        return host.users()
                .find(user.id())
                .orElseThrow(() -> new NotFound("user", Long.toString(user.id().value())));
    }

    @Override
    protected User write(long expectedVersion) {
        assignments.demandComplete();
        var draft =
                new UserDraft(
                        email.getValue(),
                        name.getValue(),
                        agent.getValue(),
                        known == null || enabled.getValue(),
                        assignments.getValue());
        if (known != null) {
            return host.users().change(known.id(), draft, expectedVersion);
        }
        var link = host.users().invite(draft);
        host.handOver(link);
        return link.user();
    }
}
