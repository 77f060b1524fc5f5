package dev.rollcall;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.Options;

/// The borders between the rooms hold, and the picture of them is up to date.
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(Rollcall.class);
    private static final Path COMMITTED = Path.of("docs", "modules.md");
    private static final Path GENERATED = Path.of("target", "modules.md");

    @Test
    void modulesKnowOnlyWhomTheyDeclare() {
        MODULES.verify();
    }

    /// In full on every build, for whoever wants beans and events: `target/modules`.
    @Test
    void theModulesAreDocumented() {
        new Documenter(MODULES, Options.defaults().withOutputFolder("target/modules"))
                .writeModulesAsPlantUml(DiagramOptions.defaults())
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
    }

    @Test
    void theCommittedMapOfTheModulesIsTheOneTheCodeGives() throws IOException {
        var rooms =
                MODULES.stream()
                        .map(module -> Room.of(module.getBasePackage().getName()))
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList();
        var map = map(rooms);
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, map);
        assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
                .as("The modules changed. If that is meant: cp %s %s", GENERATED, COMMITTED)
                .isEqualTo(map);
    }

    private static String map(List<Room> rooms) {
        return """
        # Modules

        Generated from the code on every build; a test fails when it is not up to date. Each
        module is a package below `dev.rollcall` and uses only what it declares; everybody
        may use `shared` and `kit`.

        | module | what for | uses |
        |---|---|---|
        %s

        ```mermaid
        graph TD
        %s
        ```
        """
                .formatted(
                        rooms.stream().map(Room::row).collect(joining("\n")),
                        rooms.stream()
                                .flatMap(room ->
                                        room.uses().stream()
                                                .map(used -> "    " + room.name() + " --> " + used))
                                .collect(joining("\n")));
    }

    /// @param what the first paragraph of the package's documentation
    /// @param uses the modules it declares
    private record Room(String name, String what, List<String> uses) {

        private static final Pattern DECLARED =
                Pattern.compile("allowedDependencies\\s*=\\s*\\{([^}]*)}");
        private static final Pattern NAME = Pattern.compile("\"(\\w+)[^\"]*\"");

        static Room of(String packageName) {
            // From the source: a test's package-info of the same name would hide the real one.
            var source =
                    Path.of("src/main/java", packageName.replace('.', '/'), "package-info.java");
            try {
                var text = Files.readString(source);
                var what =
                        text.lines()
                                .takeWhile(line -> line.startsWith("///") && line.length() > 3)
                                .map(line -> line.substring(3).strip())
                                .collect(joining(" "));
                var declared = DECLARED.matcher(text);
                var uses =
                        declared.find()
                                ? NAME.matcher(declared.group(1))
                                        .results()
                                        .map(used -> used.group(1))
                                        .distinct()
                                        .sorted()
                                        .toList()
                                : List.<String>of();
                return new Room(
                        packageName.substring(packageName.lastIndexOf('.') + 1), what, uses);
            } catch (IOException e) {
                throw new UncheckedIOException("Every module has a package-info", e);
            }
        }

        String row() {
            return "| `%s` | %s | %s |".formatted(name, what, String.join(", ", uses));
        }
    }
}
