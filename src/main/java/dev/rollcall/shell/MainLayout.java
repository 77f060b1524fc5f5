package dev.rollcall.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.HeaderItem;
import dev.rollcall.kit.Onlooker;
import dev.rollcall.navigation.Arrangement;
import dev.rollcall.navigation.NavigationProfiles;
import dev.rollcall.security.Access;
import dev.rollcall.security.ViewAccess;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The frame: product name and header items above, the menu beside, the page in the middle.
@Layout
@PermitAll
@JsModule("./rollcall-icons.ts")
final class MainLayout extends AppLayout {

    private final ViewAccess viewAccess;
    private final Access access;
    private final NavigationProfiles navigation;
    private final WorkforceGate gate;
    private final SideNav menu = new SideNav();

    /// Asked for while there is a request: a page that is pushed to has none, and would get none.
    private final List<MenuEntry> entries = MenuConfiguration.getMenuEntries();

    private @Nullable Registration following;

    MainLayout(
            ViewAccess viewAccess,
            Access access,
            NavigationProfiles navigation,
            WorkforceGate gate,
            List<HeaderItem> items,
            PersonMenu person) {
        this.viewAccess = viewAccess;
        this.access = access;
        this.navigation = navigation;
        this.gate = gate;
        addClassName("shell");
        setPrimarySection(Section.NAVBAR);
        menu.getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        fillMenu();
        if (entries.stream().noneMatch(this::isTheirs)) {
            // Whoever has one page needs no way to another.
            addToNavbar(product(), header(items, person), below(items));
        } else {
            addToNavbar(toggle(), product(), header(items, person), below(items));
            addToDrawer(new Scroller(menu), foot());
        }
    }

    private Component toggle() {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu.toggle"));
        return toggle;
    }

    private static Component product() {
        var product = new Anchor("/", "Rollcall");
        product.addClassName("shell-product");
        return product;
    }

    private static Component header(List<HeaderItem> items, PersonMenu person) {
        var header = new Div();
        header.addClassName("shell-header-items");
        fill(header, items.stream().filter(item -> !item.standsBelow()));
        header.add(person);
        return header;
    }

    private static Component below(List<HeaderItem> items) {
        var below = new Div();
        below.addClassName("shell-below");
        fill(below, items.stream().filter(HeaderItem::standsBelow));
        return below;
    }

    private static void fill(Div place, Stream<HeaderItem> items) {
        items.forEach(item -> item.create().ifPresent(place::add));
    }

    private boolean isTheirs(MenuEntry entry) {
        var view = entry.menuClass();
        return view != null && viewAccess.mayOpen(view);
    }

    private void fillMenu() {
        var byPage = new LinkedHashMap<String, MenuEntry>();
        entries.forEach(entry -> byPage.put(entry.path().replaceFirst("^/", ""), entry));
        access
                .currentViewer()
                .map(navigation::of)
                .orElse(Arrangement.AS_SHIPPED)
                .shown(List.copyOf(byPage.keySet()))
                .stream()
                .map(byPage::get)
                .map(Objects::requireNonNull)
                .filter(this::isTheirs)
                .filter(entry -> gate.isOpen(Objects.requireNonNull(entry.menuClass())))
                .map(this::item)
                .forEach(menu::addItem);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        var viewer = Onlooker.current();
        following = gate.follow(() -> switched(ui, viewer));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    /// The menu is made anew, from memory. A page that is there no longer, or again, is loaded anew
    /// by its browser; others stay, with what is typed on them.
    private void switched(UI ui, Onlooker viewer) {
        try {
            ui.access(() ->
                    viewer.does(() -> {
                        menu.removeAll();
                        fillMenu();
                        var page = getContent();
                        if (page instanceof SwitchedOffView
                                || page != null && !gate.isOpen(page.getClass())) {
                            ui.getPage().reload();
                        }
                    }));
        } catch (UIDetachedException e) {
            // The page was closed a moment ago.
        }
    }

    /// A view's `@Menu` title is a translation key.
    private SideNavItem item(MenuEntry entry) {
        var item = new SideNavItem(getTranslation(entry.title()), entry.path());
        // Where other entries lie below a page, each is marked by itself.
        var below = entry.path() + "/";
        item.setMatchNested(entries.stream().noneMatch(other -> other.path().startsWith(below)));
        if (entry.icon() != null) {
            item.setPrefixComponent(new Icon(entry.icon()));
        }
        return item;
    }

    private Component foot() {
        var foot = new Footer(new Span(getTranslation("shell.foot")));
        foot.addClassName("shell-foot");
        return foot;
    }
}
