package dev.rollcall;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.Options;

/// The borders between the rooms hold, and the picture of them is up to date.
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(Rollcall.class);

    @Test
    void modulesKnowOnlyWhomTheyDeclare() {
        MODULES.verify();
    }

    /// Written on every build to `target/modules`; `docs/modules` holds the committed copy.
    @Test
    void theModulesAreDocumented() {
        new Documenter(MODULES, Options.defaults().withOutputFolder("target/modules"))
                .writeModulesAsPlantUml(DiagramOptions.defaults())
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
    }
}
