package dev.rollcall;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Route;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;

/// The rules of the house that a machine can see. [ArchitectureTests] holds the product against
/// them, and each of them against a class that breaks it.
final class HouseRules {

    private static final Set<String> WALL_CLOCKS =
            Set.of(
                    Instant.class.getName(),
                    LocalDate.class.getName(),
                    LocalDateTime.class.getName(),
                    LocalTime.class.getName(),
                    OffsetDateTime.class.getName(),
                    ZonedDateTime.class.getName(),
                    Year.class.getName(),
                    YearMonth.class.getName());

    static final ArchRule TIME_COMES_FROM_THE_CLOCK =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(ApplicationClock.class)
                    .should()
                    .callMethodWhere(asksTheSystemForTheTime())
                    .orShould()
                    .callConstructor(Date.class)
                    .as("time comes from the application's clock")
                    .because(
                            "a test lets six minutes pass and the demo has a past (decision 0009)");

    static final ArchRule THE_ENGINE_IS_PURE =
            noClasses()
                    .that()
                    .resideInAPackage("..engine..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                            "org.springframework..",
                                            "jakarta..",
                                            "tools.jackson..",
                                            "com.fasterxml..",
                                            "com.vaadin..",
                                            "java.sql..",
                                            "org.slf4j..")
                                    .and(
                                            DescribedPredicate.not(
                                                    resideInAPackage(
                                                            "org.springframework.modulith.."))))
                    .as("the engine knows no framework")
                    .because("it is one pure function: the same input, the same figures, anywhere");

    static final ArchRule ENTITIES_STAY_AT_HOME =
            classes()
                    .that()
                    .areAnnotatedWith(Entity.class)
                    .should()
                    .bePackagePrivate()
                    .as("entities stay in their module")
                    .because("others refer to people and things by id, never by row");

    static final ArchRule VIEWS_ARE_REACHED_THROUGH_ROUTES =
            classes()
                    .that()
                    .areAnnotatedWith(Route.class)
                    .should()
                    .bePackagePrivate()
                    .as("views are package-private")
                    .because("views are reached through routes, not through their classes");

    static final ArchRule NOTHING_STANDS_ON_SCREENS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..ui..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.rollcall..ui..", "dev.broken..ui..")
                    .as("only screens know screens")
                    .because(
                            "what a module does must not need its screens; and the screens of a"
                                    + " module are its own, as no other module may enter a package"
                                    + " below its root");

    static final ArchRule SCREENS_HAVE_NO_DATABASE =
            noClasses()
                    .that()
                    .resideInAPackage("..ui..")
                    .should()
                    .dependOnClassesThat(
                            are(
                                    resideInAnyPackage(
                                            "java.sql..",
                                            "javax.sql..",
                                            "jakarta.persistence..",
                                            "org.springframework.jdbc..",
                                            "org.springframework.data..")))
                    .as("screens do not talk to the database")
                    .because("push is precious: no query on the way to a browser");

    static final ArchRule GROWING_GRIDS_HAVE_NO_COMPONENTS =
            noClasses()
                    .that()
                    .resideInAPackage("..adherence.ui..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(ComponentRenderer.class)
                    .as("the board renders with Lit only")
                    .because("thousands of rows of components cost memory on the server (0008)");

    static final ArchRule DEPENDENCIES_COME_THROUGH_THE_DOOR =
            noFields()
                    .should()
                    .beAnnotatedWith(Autowired.class)
                    .as("dependencies are constructor arguments")
                    .because("what a class needs is said in one place and can be given in a test");

    static final ArchRule NOTHING_IS_STATIC_AND_CHANGES =
            fields().that()
                    .haveModifier(STATIC)
                    .should()
                    .haveModifier(FINAL)
                    .as("static fields are final")
                    .because("a second server shares nothing with this one but the database");

    static final ArchRule ONLY_THE_ORGANISATION_WRITES_PEOPLE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..people..", "..organisation..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("dev.rollcall.people.Register")
                    .as("only the organisation writes people")
                    .because("the register itself asks nobody for permission (decision 0001)");

    static final ArchRule NOBODY_SLEEPS_OR_SHOUTS =
            noClasses()
                    .should()
                    .callMethodWhere(
                            target(owner(assignableTo(Thread.class))).and(target(name("sleep"))))
                    .orShould()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .orShould()
                    .callMethod(Throwable.class, "printStackTrace")
                    .as("nobody sleeps, and output goes to the log")
                    .because(
                            "waiting is for an event, and logs carry no personal data by accident");

    static final ArchRule ONLY_THE_DEMO_ACTS_IN_A_NAME =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.rollcall.demo..")
                    .should()
                    .callMethodWhere(
                            target(owner(assignableTo(Access.class))).and(target(name("inNameOf"))))
                    .as("only the demo acts in somebody's name")
                    .because("whoever is written down as having done something did it");

    static final List<ArchRule> ALL =
            List.of(
                    TIME_COMES_FROM_THE_CLOCK,
                    THE_ENGINE_IS_PURE,
                    ENTITIES_STAY_AT_HOME,
                    VIEWS_ARE_REACHED_THROUGH_ROUTES,
                    NOTHING_STANDS_ON_SCREENS,
                    SCREENS_HAVE_NO_DATABASE,
                    GROWING_GRIDS_HAVE_NO_COMPONENTS,
                    DEPENDENCIES_COME_THROUGH_THE_DOOR,
                    NOTHING_IS_STATIC_AND_CHANGES,
                    ONLY_THE_ORGANISATION_WRITES_PEOPLE,
                    ONLY_THE_DEMO_ACTS_IN_A_NAME,
                    NOBODY_SLEEPS_OR_SHOUTS);

    private HouseRules() {}

    private static DescribedPredicate<JavaCall<?>> asksTheSystemForTheTime() {
        return new DescribedPredicate<>("asks the system for the time") {
            @Override
            public boolean test(JavaCall<?> call) {
                AccessTarget target = call.getTarget();
                JavaClass owner = target.getOwner();
                return switch (target.getName()) {
                    case "now" ->
                            WALL_CLOCKS.contains(owner.getName())
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(p -> p.isAssignableTo(Clock.class));
                    case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
                    case "systemUTC", "systemDefaultZone", "system" ->
                            owner.isEquivalentTo(Clock.class);
                    default -> false;
                };
            }
        };
    }
}
