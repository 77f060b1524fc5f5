package dev.rollcall.dashboard.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/// Knows whoever opens a dashboard.
@SpringComponent
record Audiences(Access access, Directory directory) {

    Audience current(Locale locale) {
        var viewer = access.viewer();
        return new Audience(viewer, locale, zone());
    }

    private ZoneId zone() {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .map(Agent::zone)
                .or(() ->
                        directory
                                .units(
                                        access.scope(
                                                Permission.PRESENCE_VIEW,
                                                Permission.ADHERENCE_VIEW))
                                .stream()
                                .map(Unit::zone)
                                .findFirst())
                .orElse(ZoneOffset.UTC);
    }
}
