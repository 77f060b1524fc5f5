package dev.rollcall.adherence.ui.settings;

import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.RuleEvidence;
import dev.rollcall.adherence.engine.Mapping;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.adherence.settings.RulesInForce;
import dev.rollcall.adherence.settings.SeenPair;
import dev.rollcall.adherence.settings.Setting;
import dev.rollcall.dashboard.WidgetCensus;
import dev.rollcall.kit.Words;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.presence.Reason;
import dev.rollcall.readiness.SetupStep;
import dev.rollcall.readiness.Standing;
import dev.rollcall.readiness.Standing.State;
import dev.rollcall.readiness.Standing.Way;
import dev.rollcall.schedule.Activity;
import dev.rollcall.security.Holders;
import dev.rollcall.security.Permission;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What has to be settled about adherence: what presences mean, what is forgiven, who watches, and
/// that they have it before them.
@Configuration(proxyBeanMethods = false)
class AdherenceSteps {

    private static final String WIDGETS = "adherence.";

    @Bean
    @Order(40)
    SetupStep mappedStep(SettingsSources sources) {
        return SetupStep.of(
                "adherence.ready.mapped", (words, locale) -> mapped(sources, words, locale));
    }

    private static Standing mapped(SettingsSources sources, Words words, Locale locale) {
        var scope = sources.scope();
        var mapping = sources.settings().level(null, null, scope).holds().toRules().mapping();
        var seen = sources.evidence().unmapped(null, scope);
        var presences = presences(sources, seen);
        var open = presences.stream().filter(each -> !isDecided(each, mapping, sources)).toList();
        var said = words(sources, words, locale);
        var time = seen.stream().map(SeenPair::time).reduce(Duration.ZERO, Duration::plus);
        return new Standing(
                Standing.doneOrLook(open.isEmpty()),
                "adherence.ready.mapped."
                        + (open.isEmpty()
                                ? "all"
                                : seen.isEmpty()
                                        ? "some"
                                        : time.toMinutes() == 0 ? "seenShortly" : "seen"),
                List.of(
                        presences.size() - open.size(),
                        presences.size(),
                        open.size(),
                        open.stream().map(said::presence).collect(Collectors.joining(", ")),
                        said.duration(time.withSeconds(time.toSeconds() / 60 * 60)),
                        RuleEvidence.DAYS),
                List.of(new Way("adherence.ready.mapped.way", "settings/mapping")));
    }

    private static Set<String> presences(SettingsSources sources, List<SeenPair> seen) {
        var presences = new LinkedHashSet<>(List.of("AVAILABLE", "ACTIVE", "AWAY"));
        sources.reasons().all().stream()
                .map(Reason::code)
                .map(code -> "UNAVAILABLE/" + code)
                .forEach(presences::add);
        seen.forEach(each -> presences.add(each.presence()));
        return presences;
    }

    private static boolean isDecided(String presence, Mapping mapping, SettingsSources sources) {
        return sources.planned().stream()
                .map(Activity::code)
                .allMatch(activity -> mapping.verdict(activity, presence) != Verdict.UNMAPPED);
    }

    @Bean
    @Order(50)
    SetupStep thresholdsStep(SettingsSources sources) {
        return SetupStep.of(
                "adherence.ready.thresholds",
                (words, locale) -> {
                    var level = sources.settings().level(null, null, sources.scope());
                    var holds = level.holds();
                    var said = words(sources, words, locale);
                    return new Standing(
                            Standing.doneOrLook(isDecided(holds)),
                            "adherence.ready.thresholds."
                                    + (isDecided(holds) ? "decided" : "shipped"),
                            List.of(
                                    said.grace(holds.grace().value()),
                                    said.value(holds.get(Setting.TARGET).value()),
                                    said.value(holds.get(Setting.SEVERE).value()),
                                    level.below().values().stream()
                                            .filter(own -> own.hasThresholds())
                                            .count()),
                            List.of(
                                    new Way(
                                            "adherence.ready.thresholds.way",
                                            "settings/adherence")));
                });
    }

    private static boolean isDecided(RulesInForce holds) {
        return !holds.grace().origin().shipped()
                || !holds.graceByActivity().isEmpty()
                || !holds.severe().origin().shipped()
                || !holds.targetPercent().origin().shipped();
    }

    @Bean
    @Order(60)
    SetupStep supervisedStep(SettingsSources sources, Directory directory, Holders holders) {
        return SetupStep.of(
                "adherence.ready.supervised",
                (_, _) -> {
                    var units =
                            directory.agents(sources.scope()).stream()
                                    .map(Agent::unit)
                                    .distinct()
                                    .flatMap(id -> directory.unit(id).stream())
                                    .sorted(Comparator.comparing(Unit::name))
                                    .toList();
                    var who = new HashSet<>();
                    var without =
                            units.stream()
                                    .filter(unit -> {
                                        var here =
                                                holders.of(
                                                        Permission.ADHERENCE_VIEW,
                                                        Set.of(),
                                                        scope -> scope.includes(unit.id()));
                                        here.retainAll(
                                                holders.of(
                                                        Permission.ADHERENCE_WRITE,
                                                        Set.of(),
                                                        scope -> scope.includes(unit.id())));
                                        who.addAll(here);
                                        return here.isEmpty();
                                    })
                                    .map(Unit::name)
                                    .toList();
                    return new Standing(
                            who.isEmpty() ? State.OPEN : Standing.doneOrLook(without.isEmpty()),
                            "adherence.ready.supervised."
                                    + (who.isEmpty() ? "none" : without.isEmpty() ? "all" : "some"),
                            List.of(who.size(), units.size(), String.join(", ", without)),
                            List.of(
                                    new Way("adherence.ready.supervised.users", "settings/users"),
                                    new Way("adherence.ready.supervised.roles", "settings/roles")));
                });
    }

    @Bean
    @Order(70)
    SetupStep widgetStep(WidgetCensus dashboards) {
        return SetupStep.of(
                "adherence.ready.widget",
                (_, _) -> {
                    var boards = dashboards.showing(key -> key.toString().startsWith(WIDGETS));
                    return new Standing(
                            Standing.doneOrLook(boards.showsToSomebodyNew()),
                            "adherence.ready.widget."
                                    + (boards.showsToSomebodyNew() ? "shown" : "notShown"),
                            List.of(boards.own(), boards.without()),
                            List.of(new Way("adherence.ready.widget.way", "dashboard")));
                });
    }

    private static RuleWords words(SettingsSources sources, Words words, Locale locale) {
        return new RuleWords(
                words,
                Names.of(words, sources.activities(), sources.reasons()),
                sources.reasons(),
                sources.directory(),
                locale);
    }
}
