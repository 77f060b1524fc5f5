package dev.rollcall.navigation;

import dev.rollcall.kit.Words;
import dev.rollcall.readiness.SetupStep;
import dev.rollcall.readiness.Standing;
import dev.rollcall.readiness.Standing.State;
import dev.rollcall.readiness.Standing.Way;
import dev.rollcall.security.Holders;
import dev.rollcall.security.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// That those who may open the adherence tracker find it.
@Configuration(proxyBeanMethods = false)
class NavigationSteps {

    private static final String TRACKER = "adherence";

    @Bean
    @Order(65)
    SetupStep trackerFoundStep(NavigationProfiles profiles, Holders holders) {
        return SetupStep.of(
                "navigation.ready",
                (words, _) -> {
                    var people = holders.rolesOf(Permission.ADHERENCE_VIEW);
                    var hiding = new LinkedHashMap<String, String>();
                    int without = 0;
                    for (var person : people.entrySet()) {
                        var profile = profiles.hiding(person.getKey(), person.getValue(), TRACKER);
                        if (profile.isPresent()) {
                            without++;
                            hiding.put(profile.get().code(), name(profile.get(), words));
                        }
                    }
                    int all = people.size();
                    return new Standing(
                            all == 0 ? State.OPEN : Standing.doneOrLook(without == 0),
                            "navigation.ready."
                                    + (all == 0 ? "nobody" : without == 0 ? "all" : "some"),
                            List.of(
                                    all - without,
                                    all,
                                    String.join(", ", hiding.values().stream().sorted().toList())),
                            List.of(new Way("navigation.ready.way", "settings/navigation")));
                });
    }

    private static String name(NavigationProfile profile, Words words) {
        return Objects.requireNonNullElseGet(
                profile.name(), () -> words.get("security.role." + profile.code()));
    }
}
