package dev.rollcall;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The application. Each package below this one is a room of its own; its `package-info` says what
/// for.
@SpringBootApplication
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/styles.css")
@ColorScheme(ColorScheme.Value.SYSTEM)
@Modulithic(
        systemName = "Rollcall",
        sharedModules = {"shared", "kit"})
public class Rollcall implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/rollcall.svg", "any");
    }

    static void main(String[] args) {
        SpringApplication.run(Rollcall.class, args);
    }
}
