package dev.rollcall.adherence.definitions;

import dev.rollcall.adherence.definitions.CheckedExample.Check;
import dev.rollcall.adherence.definitions.CheckedExample.CheckedPart;
import dev.rollcall.adherence.engine.Assessment;
import dev.rollcall.adherence.engine.Day;
import dev.rollcall.adherence.engine.Deviation;
import dev.rollcall.adherence.engine.Engine;
import dev.rollcall.shared.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Works an example out. Pure.
final class ExampleCheck {

    private ExampleCheck() {}

    /// @throws InvalidInput naming every field of the calculation, and every figure, that is wrong
    static CheckedExample check(Example example) {
        var parts = new ArrayList<CheckedPart>();
        var found = new ArrayList<Assessment>();
        for (var part : example.parts()) {
            var question = part.calculation().read();
            var assessment = Engine.assess(question.subject(), question.rules());
            found.add(assessment);
            parts.add(
                    new CheckedPart(
                            question.subject(),
                            Day.of(question.subject(), question.rules()).judged(),
                            checks(part.expected(), assessment, "/expected")));
        }
        var team =
                example.team().isEmpty()
                        ? List.<Check>of()
                        : checks(
                                example.team(),
                                found.stream().reduce(ExampleCheck::sum).orElseThrow(),
                                "/team");
        return new CheckedExample(example, parts, team);
    }

    private static List<Check> checks(
            Map<String, Object> expected, Assessment found, String pointer) {
        var checks = new ArrayList<Check>();
        var problems = new ArrayList<InvalidInput.Problem>();
        for (var figure : ExpectedFigure.values()) {
            var said = expected.get(figure.token());
            if (said != null) {
                checks.add(new Check(figure, said.toString(), figure.read(found)));
            }
        }
        for (var name : expected.keySet().stream().sorted().toList()) {
            if (ExpectedFigure.of(name).isEmpty()) {
                problems.add(
                        new InvalidInput.Problem(
                                pointer + "/" + name,
                                "There is no figure \""
                                        + name
                                        + "\"; there is, for one,"
                                        + " scorePercent."));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return checks;
    }

    /// Seconds added up, never percentages.
    private static Assessment sum(Assessment one, Assessment other) {
        var deviations = new ArrayList<Deviation>(one.deviations());
        deviations.addAll(other.deviations());
        return new Assessment(
                one.scheduled().plus(other.scheduled()),
                one.scheduledWork().plus(other.scheduledWork()),
                one.working().plus(other.working()),
                one.neutral().plus(other.neutral()),
                one.unmapped().plus(other.unmapped()),
                one.unscheduledWork().plus(other.unscheduledWork()),
                one.raw().plus(other.raw()),
                one.tolerated().plus(other.tolerated()),
                one.score().plus(other.score()),
                deviations);
    }
}
