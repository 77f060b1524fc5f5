package dev.rollcall.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.rollcall.security.Access;
import dev.rollcall.security.LastWord;
import dev.rollcall.security.UserLanguages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The person's own menu at the end of the header: who they are, colours, language, sign out.
/// Colours and language are remembered by the browser; the language besides for what is sent to
/// them.
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class PersonMenu extends MenuBar {

    private static final Logger LOG = LoggerFactory.getLogger(PersonMenu.class);
    private static final String OWN_DATA = "my-data";
    private static final String COLOURS = "rollcall.colours";
    private static final String LANGUAGE = "rollcall.language";

    private static final Map<String, ColorScheme.Value> SCHEMES =
            Map.of(
                    "system", ColorScheme.Value.SYSTEM,
                    "light", ColorScheme.Value.LIGHT,
                    "dark", ColorScheme.Value.DARK);

    private final AuthenticationContext authentication;
    private final Languages languages;
    private final UserLanguages remembered;
    private final SubMenu colours;
    private final SubMenu language;

    PersonMenu(
            Access access,
            AuthenticationContext authentication,
            Languages languages,
            UserLanguages remembered) {
        this.authentication = authentication;
        this.languages = languages;
        this.remembered = remembered;
        var name = access.currentViewer().map(viewer -> viewer.actor().name()).orElse("");
        addThemeVariants(MenuBarVariant.TERTIARY);
        addClassName("shell-person");
        // Nobody but an agent has a page about their own data.
        boolean isAgent =
                access.currentViewer().filter(viewer -> viewer.agent().isPresent()).isPresent();
        var person = addItem(avatar(name));
        person.setAriaLabel(getTranslation("shell.person", name));
        var menu = person.getSubMenu();
        var who = menu.addItem(new Span(name));
        who.setEnabled(false);
        colours = colours(menu);
        language = languages(menu);
        if (isAgent) {
            menu.addItem(
                    getTranslation("mydata.menu"), _ -> UI.getCurrentOrThrow().navigate(OWN_DATA));
        }
        menu.addSeparator();
        menu.addItem(getTranslation("shell.signOut"), _ -> signOut());
    }

    /// The other tabs leave, too; by themselves they would notice after some seconds only, with
    /// everything still to be read on them.
    private void signOut() {
        var here = UI.getCurrentOrThrow();
        for (var tab : List.copyOf(here.getSession().getUIs())) {
            if (tab != here) {
                LastWord.to(tab, page -> page.setLocation("login"));
            }
        }
        authentication.logout();
    }

    private static Avatar avatar(String name) {
        var avatar = new Avatar(name);
        avatar.setTooltipEnabled(false);
        return avatar;
    }

    private SubMenu colours(SubMenu menu) {
        var choices = menu.addItem(getTranslation("shell.colours")).getSubMenu();
        for (var scheme : List.of("system", "light", "dark")) {
            choice(choices, getTranslation("shell.colours." + scheme), scheme)
                    .addClickListener(_ -> {
                        WebStorage.setItem(COLOURS, scheme);
                        paint(scheme);
                    });
        }
        return choices;
    }

    private SubMenu languages(SubMenu menu) {
        var choices = menu.addItem(getTranslation("shell.language")).getSubMenu();
        for (var locale : languages.spoken()) {
            choice(choices, locale.getDisplayLanguage(locale), locale.getLanguage())
                    .addClickListener(_ -> {
                        WebStorage.setItem(LANGUAGE, locale.getLanguage());
                        getUI().ifPresent(ui -> speak(ui, locale));
                    });
        }
        return choices;
    }

    private static MenuItem choice(SubMenu choices, String text, String value) {
        var item = choices.addItem(text);
        item.setCheckable(true);
        item.getElement().setProperty("value", value);
        return item;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        check(language, ui.getLocale().getLanguage());
        WebStorage.getItem(
                ui, WebStorage.Storage.LOCAL_STORAGE, COLOURS, value -> paint(known(value)));
        WebStorage.getItem(
                ui,
                WebStorage.Storage.LOCAL_STORAGE,
                LANGUAGE,
                value ->
                        languages.spoken().stream()
                                .filter(locale -> locale.getLanguage().equals(value))
                                .filter(locale -> !Languages.speakSame(locale, ui.getLocale()))
                                .findFirst()
                                .ifPresentOrElse(locale -> speak(ui, locale), () -> remember(ui)));
    }

    /// Once a session and language; a page opens without it just as well.
    private void remember(UI ui) {
        var session = ui.getSession();
        if (ui.getLocale().equals(session.getAttribute(LANGUAGE))) {
            return;
        }
        try {
            remembered.remember(ui.getLocale());
            session.setAttribute(LANGUAGE, ui.getLocale());
        } catch (DataAccessException | TransactionException e) {
            LOG.info("A language was not remembered: {}", e.getClass().getSimpleName());
        }
    }

    private static String known(@Nullable String value) {
        return Optional.ofNullable(value).filter(SCHEMES::containsKey).orElse("system");
    }

    private void paint(String scheme) {
        check(colours, scheme);
        getUI().ifPresent(ui ->
                ui.getPage()
                        .setColorScheme(SCHEMES.getOrDefault(scheme, ColorScheme.Value.SYSTEM)));
    }

    /// The language holds for the session; the page is loaded again in it.
    private void speak(UI ui, Locale language) {
        ui.getSession().setLocale(languages.inRegion(language, VaadinRequest.getCurrent()));
        ui.getPage().reload();
    }

    private static void check(SubMenu choices, String value) {
        choices.getItems()
                .forEach(item ->
                        item.setChecked(value.equals(item.getElement().getProperty("value"))));
    }
}
