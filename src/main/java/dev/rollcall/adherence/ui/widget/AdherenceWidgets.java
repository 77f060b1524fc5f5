package dev.rollcall.adherence.ui.widget;

import com.vaadin.flow.component.dependency.Uses;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Widget;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetKey;
import dev.rollcall.dashboard.WidgetSize;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.security.Permission;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The widgets of this module.
@Configuration(proxyBeanMethods = false)
class AdherenceWidgets {

    @Bean
    @Order(20)
    Widget adherenceNow(LivePictures pictures, WorkforceManagement workforce) {
        return new AdherenceWidget(
                workforce::isOn,
                "now",
                new WidgetSize(6, 5),
                audience -> new AdherenceNow(pictures, audience));
    }

    @Bean
    @Order(30)
    Widget worstDeviations(LivePictures pictures, WorkforceManagement workforce) {
        return new AdherenceWidget(
                workforce::isOn,
                "worst",
                new WidgetSize(6, 5),
                audience -> new WorstDeviations(pictures, audience));
    }

    @Bean
    @Order(50)
    Widget unitTrends(UnitTrends.Source source, WorkforceManagement workforce) {
        return new AdherenceWidget(
                workforce::isOn,
                "trend",
                new WidgetSize(6, 5),
                audience -> new UnitTrends(source, audience));
    }

    /// The browser's code for what it shows is found by the names of the classes: a function hides
    /// them.
    ///
    /// @param name behind the module's in its key, and behind `adherence.widget` in translations
    @Uses(AdherenceNow.class)
    @Uses(WorstDeviations.class)
    @Uses(UnitTrends.class)
    private record AdherenceWidget(
            BooleanSupplier on,
            String name,
            WidgetSize size,
            Function<Audience, WidgetContent> content)
            implements Widget {

        @Override
        public WidgetKey key() {
            return new WidgetKey("adherence." + name);
        }

        @Override
        public String words() {
            return "adherence.widget." + name;
        }

        @Override
        public Set<Permission> permissions() {
            return Set.of(Permission.ADHERENCE_VIEW);
        }

        @Override
        public boolean isOn() {
            return on.getAsBoolean();
        }

        @Override
        public WidgetContent create(Audience audience) {
            return content.apply(audience);
        }
    }
}
