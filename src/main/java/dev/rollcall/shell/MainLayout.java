package dev.rollcall.shell;

import com.vaadin.flow.component.Component;
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
import dev.rollcall.kit.HeaderItem;
import dev.rollcall.security.ViewAccess;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Stream;

/// The frame: product name and header items above, the menu beside, the page in the middle.
@Layout
@PermitAll
@JsModule("./rollcall-icons.ts")
final class MainLayout extends AppLayout {

    private final ViewAccess viewAccess;

    MainLayout(ViewAccess viewAccess, List<HeaderItem> items, PersonMenu person) {
        this.viewAccess = viewAccess;
        addClassName("shell");
        setPrimarySection(Section.NAVBAR);
        var menu = menu();
        if (menu.getItems().isEmpty()) {
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

    private SideNav menu() {
        var menu = new SideNav();
        menu.getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> entry.menuClass() != null)
                .filter(entry -> viewAccess.mayOpen(entry.menuClass()))
                .map(this::item)
                .forEach(menu::addItem);
        return menu;
    }

    /// A view's `@Menu` title is a translation key.
    private SideNavItem item(MenuEntry entry) {
        var item = new SideNavItem(getTranslation(entry.title()), entry.path());
        item.setMatchNested(true);
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
