package dev.rollcall.development.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.development.CheckIns;
import dev.rollcall.development.Development;
import dev.rollcall.development.OwnDevelopment;
import dev.rollcall.development.Wellbeing;
import dev.rollcall.development.WellbeingUnits;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;

/// Where the pages of development get everything from.
@SpringComponent
record DevelopmentSources(
        Development development,
        OwnDevelopment own,
        CheckIns checkIns,
        Wellbeing wellbeing,
        WellbeingUnits wellbeingUnits,
        Directory directory,
        Access access,
        ApplicationClock clock) {}
