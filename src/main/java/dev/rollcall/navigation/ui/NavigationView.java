package dev.rollcall.navigation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.navigation.Arrangement;
import dev.rollcall.navigation.Arrangement.Item;
import dev.rollcall.navigation.NavigationProfile;
import dev.rollcall.navigation.NavigationProfiles;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Role;
import dev.rollcall.security.Roles;
import dev.rollcall.security.User;
import dev.rollcall.security.UserId;
import dev.rollcall.security.Users;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which pages a role or a person finds in the navigation, and in which order. It hides entries,
/// and nothing else.
@Route("settings/navigation")
@Menu(title = "navigation.title", order = 82, icon = "vaadin:lines-list")
@Requires(Permission.SETTINGS_ADMIN)
final class NavigationView extends Div implements HasDynamicTitle {

    private static final int MILLIS = 5_000;

    private final NavigationProfiles profiles;
    private final List<Role> roles;
    private final List<User> users;
    private final Map<String, MenuEntry> pages = new LinkedHashMap<>();
    private final Select<NavigationProfile> which = new Select<>();
    private final TextField name = new TextField();
    private final MultiSelectComboBox<Role> forRoles = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<User> forPeople = new MultiSelectComboBox<>();
    private final OrderedList list = new OrderedList();
    private final Span said = new Span();
    private final Paragraph trouble = new Paragraph();
    private final Button remove = new Button();
    private final OrderedList order = new OrderedList();
    private List<Item> items = List.of();
    private @Nullable NavigationProfile shown;

    NavigationView(NavigationProfiles profiles, Roles roles, Users users, Access access) {
        this.profiles = profiles;
        boolean seesUsers = access.viewer().may(Permission.SECURITY_ADMIN);
        this.roles = seesUsers ? roles.list() : List.of();
        this.users = seesUsers ? users.list() : List.of();
        MenuConfiguration.getMenuEntries()
                .forEach(entry -> pages.put(entry.path().replaceFirst("^/", ""), entry));
        addClassName("navigation");
        which.setLabel(getTranslation("navigation.profile"));
        which.setItemLabelGenerator(this::name);
        which.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                show(e.getValue());
            }
        });
        name.setLabel(getTranslation("navigation.name"));
        name.setMaxLength(NavigationProfiles.LONGEST_NAME);
        forRoles.setLabel(getTranslation("navigation.roles"));
        forRoles.setItems(this.roles);
        forRoles.setItemLabelGenerator(this::name);
        forRoles.setHelperText(getTranslation("navigation.rolesHelp"));
        forPeople.setLabel(getTranslation("navigation.people"));
        forPeople.setItems(this.users);
        forPeople.setItemLabelGenerator(User::name);
        forPeople.setHelperText(getTranslation("navigation.peopleHelp"));
        forRoles.setVisible(seesUsers);
        forPeople.setVisible(seesUsers);
        list.addClassName("navigation-pages");
        said.addClassName("navigation-said");
        said.getElement().setAttribute("role", "status");
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        var intro = new Paragraph(getTranslation("navigation.intro"));
        var hides = new Paragraph(getTranslation("navigation.hidesOnly"));
        hides.addClassName("navigation-hides");
        var add = new Button(getTranslation("navigation.add"), _ -> begin());
        var choice = new Div(which, add);
        choice.addClassName("navigation-choice");
        var title = new H2(getTranslation("navigation.pages"));
        title.setId("navigation-pages");
        list.getElement().setAttribute("aria-labelledby", "navigation-pages");
        add(
                new H1(getTranslation("navigation.title")),
                intro,
                hides,
                choice,
                name,
                forRoles,
                forPeople,
                title,
                list,
                said,
                trouble,
                buttons(),
                new H2(getTranslation("navigation.order")),
                new Paragraph(getTranslation("navigation.orderWhat")),
                order);
        order.addClassName("deeds");
        reload(null);
    }

    private Component buttons() {
        var save = new Button(getTranslation("kit.form.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var reset = new Button(getTranslation("navigation.asShipped"), _ -> asShipped());
        remove.setText(getTranslation("navigation.remove"));
        remove.addClickListener(_ -> remove());
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(save, reset, remove);
        buttons.addClassName("navigation-buttons");
        return buttons;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("navigation.title") + " – Rollcall";
    }

    private String name(NavigationProfile profile) {
        var own = profile.name();
        return own == null ? getTranslation("security.role." + profile.code()) : own;
    }

    private String name(Role role) {
        return role.builtIn() ? getTranslation("security.role." + role.code()) : role.name();
    }

    // ------------------------------------------------------------------ showing

    private void reload(@Nullable String code) {
        var all = profiles.list();
        which.setItems(all);
        order.removeAll();
        for (int i = 0; i < all.size(); i++) {
            order.add(place(all.get(i), i, all.size()));
        }
        var wanted =
                all.stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst()
                        .or(() -> all.stream().findFirst());
        which.setValue(wanted.orElse(null));
        wanted.ifPresent(this::show);
    }

    private SettledItem place(NavigationProfile profile, int place, int all) {
        var whose =
                roles.stream()
                        .filter(role -> profile.roles().contains(role.code()))
                        .map(this::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return new SettledItem(
                        "navigation.order",
                        name(profile),
                        getTranslation(
                                "navigation.order.for",
                                whose.isEmpty() ? 0 : 1,
                                whose,
                                profile.people().size()))
                .movable(place, all, by -> moveProfile(profile, by));
    }

    private void moveProfile(NavigationProfile profile, int by) {
        var codes = profiles.list().stream().map(NavigationProfile::code).toList();
        try {
            SettledItem.moved(codes, profile.code(), by).ifPresent(profiles::order);
        } catch (RuntimeException e) {
            trouble.setText(Refusals.ofDeed(this::getTranslation).say(e));
        }
        var kept = shown;
        reload(kept == null ? null : kept.code());
    }

    private void show(NavigationProfile profile) {
        shown = profile;
        name.setValue(Objects.requireNonNullElse(profile.name(), ""));
        name.setVisible(!profile.builtIn());
        forRoles.setValue(
                roles.stream()
                        .filter(role -> profile.roles().contains(role.code()))
                        .collect(Collectors.toSet()));
        forPeople.setValue(
                users.stream()
                        .filter(user -> profile.people().contains(user.id()))
                        .collect(Collectors.toSet()));
        remove.setVisible(!profile.builtIn());
        trouble.setText("");
        said.setText("");
        items = profile.arrangement().over(List.copyOf(pages.keySet()));
        draw();
    }

    /// A profile nobody has saved yet.
    private void begin() {
        which.clear();
        shown = null;
        name.clear();
        name.setVisible(true);
        forRoles.clear();
        forPeople.clear();
        remove.setVisible(false);
        trouble.setText("");
        items = Arrangement.AS_SHIPPED.over(List.copyOf(pages.keySet()));
        draw();
        name.focus();
    }

    private void draw() {
        list.removeAll();
        var seen = items.stream().filter(item -> mayBeOpened(item.page())).toList();
        for (int i = 0; i < seen.size(); i++) {
            list.add(
                    row(
                            seen.get(i),
                            i == 0 ? null : seen.get(i - 1),
                            i == seen.size() - 1 ? null : seen.get(i + 1)));
        }
    }

    /// Whether one of the roles it is for may open a page; all where it is for people.
    private boolean mayBeOpened(String page) {
        var chosen = forRoles.getValue();
        var entry = pages.get(page);
        var view = entry == null ? null : entry.menuClass();
        if (chosen.isEmpty() || !forPeople.getValue().isEmpty() || view == null) {
            return true;
        }
        var required = view.getAnnotation(Requires.class);
        return required == null
                || Arrays.stream(required.value())
                        .anyMatch(each ->
                                chosen.stream()
                                        .anyMatch(role -> role.permissions().contains(each)));
    }

    private ListItem row(Item item, @Nullable Item above, @Nullable Item below) {
        var title = title(item.page());
        var show = new Checkbox(title, item.shown());
        show.addValueChangeListener(e -> replace(item, new Item(item.page(), e.getValue())));
        var up = mover("navigation.up", title, VaadinIcon.ARROW_UP, item, above);
        var down = mover("navigation.down", title, VaadinIcon.ARROW_DOWN, item, below);
        var row = new ListItem(show, up, down);
        row.getElement().setAttribute("data-page", item.page());
        return row;
    }

    private String title(String page) {
        return Optional.ofNullable(pages.get(page))
                .map(entry -> getTranslation(entry.title()))
                .orElse(page);
    }

    private Button mover(
            String key, String title, VaadinIcon icon, Item item, @Nullable Item other) {
        var button = new Button(icon.create());
        button.setAriaLabel(getTranslation(key, title));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setEnabled(other != null);
        button.addClickListener(_ -> move(key, item.page(), other));
        return button;
    }

    private void replace(Item before, Item after) {
        items = items.stream().map(each -> each.equals(before) ? after : each).toList();
        draw();
    }

    /// Changes places with the neighbour one sees; the focus stays with what is moved.
    private void move(String key, String page, @Nullable Item other) {
        if (other == null) {
            return;
        }
        var moved = new ArrayList<>(items);
        int from = index(page);
        int to = index(other.page());
        if (to < from) {
            Collections.rotate(moved.subList(to, from + 1), 1);
        } else {
            Collections.rotate(moved.subList(from, to + 1), -1);
        }
        items = List.copyOf(moved);
        draw();
        var seen = items.stream().filter(item -> mayBeOpened(item.page())).toList();
        int place = seen.stream().map(Item::page).toList().indexOf(page);
        said.setText(getTranslation("navigation.moved", title(page), place + 1, seen.size()));
        list.getChildren()
                .filter(row -> page.equals(row.getElement().getAttribute("data-page")))
                .flatMap(Component::getChildren)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(Button::isEnabled)
                .filter(button ->
                        button.getAriaLabel()
                                        .filter(getTranslation(key, title(page))::equals)
                                        .isPresent()
                                || place == 0
                                || place == seen.size() - 1)
                .findFirst()
                .ifPresent(Button::focus);
    }

    private int index(String page) {
        return items.stream().map(Item::page).toList().indexOf(page);
    }

    private void asShipped() {
        items = Arrangement.AS_SHIPPED.over(List.copyOf(pages.keySet()));
        draw();
    }

    // ------------------------------------------------------------------ saving

    private void save() {
        var before = shown;
        trouble.setText("");
        var code = before == null ? code(name.getValue()) : before.code();
        var shipped = Arrangement.AS_SHIPPED.over(List.copyOf(pages.keySet()));
        try {
            profiles.save(
                    code,
                    name.isVisible() ? name.getValue() : null,
                    items.equals(shipped) ? Arrangement.AS_SHIPPED : new Arrangement(items),
                    roles.isEmpty() && before != null
                            ? before.roles()
                            : forRoles.getValue().stream()
                                    .map(Role::code)
                                    .collect(Collectors.toSet()),
                    users.isEmpty() && before != null ? before.people() : people(),
                    before == null ? 0 : before.version());
            reload(code);
            Notification.show(
                    getTranslation("navigation.saved"), MILLIS, Notification.Position.BOTTOM_START);
        } catch (RuntimeException e) {
            trouble.setText(Refusals.ofForm(this::getTranslation).say(e));
        }
    }

    private Set<UserId> people() {
        return forPeople.getValue().stream().map(User::id).collect(Collectors.toSet());
    }

    /// "Team leads (north)" becomes `team-leads-north`.
    private static String code(String name) {
        var plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(plain.length(), 40));
    }

    private void remove() {
        var gone = shown;
        if (gone == null) {
            return;
        }
        try {
            profiles.remove(gone.code());
            reload(null);
        } catch (RuntimeException e) {
            trouble.setText(Refusals.ofForm(this::getTranslation).say(e));
        }
    }
}
