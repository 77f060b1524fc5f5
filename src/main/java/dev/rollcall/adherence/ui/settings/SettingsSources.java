package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.adherence.AdherenceSettings;
import dev.rollcall.adherence.Recalculations;
import dev.rollcall.adherence.RuleEvidence;
import dev.rollcall.adherence.RulePreviews;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.Reasons;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the screens get everything from.
@SpringComponent
record SettingsSources(
        AdherenceSettings settings,
        RuleEvidence evidence,
        RulePreviews previews,
        Recalculations recalculations,
        Directory directory,
        Activities activities,
        Reasons reasons,
        Access access,
        ApplicationClock clock) {

    /// Whose settings the viewer may change.
    Scope scope() {
        return access.scope(Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN);
    }

    /// The activities one may plan: work, then what interrupts it, then time off.
    List<Activity> planned() {
        return activities.all().stream()
                .sorted(Comparator.comparing(Activity::category).thenComparing(Activity::name))
                .toList();
    }

    /// @param unit null for the organisation
    boolean mayChange(@Nullable UnitId unit) {
        return unit == null ? scope().everybody() : scope().includes(unit);
    }

    /// The zone a level's days are meant in.
    ZoneId zone(@Nullable UnitId unit) {
        return Optional.ofNullable(unit)
                .flatMap(directory::unit)
                .map(Unit::zone)
                .orElse(clock.getZone());
    }
}
