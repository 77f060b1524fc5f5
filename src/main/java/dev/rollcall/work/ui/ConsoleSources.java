package dev.rollcall.work.ui;

import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.work.Desk;
import dev.rollcall.work.WorkItems;
import org.springframework.stereotype.Component;

/// What the console is made of.
@Component
record ConsoleSources(
        Desk desk, WorkItems items, Directory directory, WorkPulse pulse, Access access) {}
