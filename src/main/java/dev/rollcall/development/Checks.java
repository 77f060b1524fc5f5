package dev.rollcall.development;

import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether what is written into a plan can be kept.
final class Checks {

    static final int AIM = 500;
    static final int TEXT = 300;
    static final int REMARK = 500;
    static final int WORDS = 1_000;
    static final int UNIT = 30;
    static final int WORD = 200;
    static final int KEPT = 2_000;
    static final int MOST = 60;
    private static final int LINK = 1_000;
    private static final int YEARS = 5;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);

    private Checks() {}

    static Sentence sentence(String key, String english, Object... values) {
        return new Sentence("development.problem." + key, english, List.of(values));
    }

    /// Holds an edit against the rules that need nothing but itself and the day it is.
    ///
    /// @param today on the person's calendar
    /// @throws InvalidInput naming every bad field
    static void edit(PlanEdit edit, LocalDate today) {
        var problems = new InvalidInput.Collector();
        switch (edit) {
            case PlanEdit.Aim(var text) -> text(text, "/text", AIM, true, problems);
            case PlanEdit.AddGoal(var text, var due, _) -> {
                text(text, "/text", TEXT, true, problems);
                ahead(due, "/due", today, problems);
            }
            case PlanEdit.ChangeGoal(_, var text, var due) -> {
                text(text, "/text", TEXT, true, problems);
                soon(due, "/due", today, problems);
            }
            case PlanEdit.AddObjective added -> objective(added, problems);
            case PlanEdit.Measure(_, var current) -> figure(current, "/current", problems);
            case PlanEdit.AddStep added -> step(added, today, problems);
            case PlanEdit.AddRemark(_, var text, var day, _) -> {
                text(text, "/text", REMARK, true, problems);
                problems.check(
                        !day.isAfter(today),
                        "/day",
                        sentence("day", "Choose a day that has come already."));
            }
            case PlanEdit.SetReview(var due) -> ahead(due, "/due", today, problems);
            case PlanEdit.HoldReview(_, var words, var next) -> {
                text(words, "/words", WORDS, true, problems);
                ahead(next, "/next", today, problems);
            }
            case PlanEdit.Close(var words) -> text(words, "/words", WORDS, true, problems);
            case PlanEdit.Agree _,
                    PlanEdit.DropGoal _,
                    PlanEdit.KeepGoal _,
                    PlanEdit.DropObjective _,
                    PlanEdit.Reach _,
                    PlanEdit.Tick _,
                    PlanEdit.DropStep _,
                    PlanEdit.DropRemark _,
                    PlanEdit.NoteReview _ -> {}
        }
        problems.throwIfAny();
    }

    private static void objective(PlanEdit.AddObjective added, InvalidInput.Collector problems) {
        text(added.text(), "/text", TEXT, true, problems);
        text(added.unit(), "/unit", UNIT, false, problems);
        var start = added.start();
        var target = added.target();
        problems.check(
                (start == null) == (target == null),
                start == null ? "/start" : "/target",
                sentence("figure", "Say where it starts and where it is to go, or neither."));
        if (start != null && target != null) {
            figure(start, "/start", problems);
            figure(target, "/target", problems);
            problems.check(
                    start.compareTo(target) != 0,
                    "/target",
                    sentence("target", "The target is somewhere else than the start."));
        }
    }

    private static void step(
            PlanEdit.AddStep added, LocalDate today, InvalidInput.Collector problems) {
        text(added.text(), "/text", TEXT, true, problems);
        problems.check(
                added.kind() == PlanStep.Kind.TRAINING || added.due() != null,
                "/due",
                sentence("noDue", "Say by when."));
        ahead(added.due(), "/due", today, problems);
        var link = added.link().strip();
        problems.check(
                link.isEmpty() || (link.length() <= LINK && isHttps(link)),
                "/link",
                sentence("link", "Give a whole address that begins with https://."));
    }

    private static boolean isHttps(String link) {
        try {
            var address = new URI(link);
            return "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void figure(BigDecimal figure, String pointer, InvalidInput.Collector problems) {
        problems.check(
                figure.abs().compareTo(LARGEST) <= 0 && figure.stripTrailingZeros().scale() <= 2,
                pointer,
                sentence(
                        "number",
                        "Use a number below a thousand million, with two decimals at most."));
    }

    /// A day that is still to come, or today.
    static void ahead(
            @Nullable LocalDate day,
            String pointer,
            LocalDate today,
            InvalidInput.Collector problems) {
        problems.check(
                day == null || !day.isBefore(today),
                pointer,
                sentence("past", "Choose a day from today on."));
        soon(day, pointer, today, problems);
    }

    private static void soon(
            @Nullable LocalDate day,
            String pointer,
            LocalDate today,
            InvalidInput.Collector problems) {
        problems.check(
                day == null || day.isBefore(today.plusYears(YEARS)),
                pointer,
                sentence("far", "Choose a day within %d years.".formatted(YEARS), YEARS));
    }

    static void text(
            String text,
            String pointer,
            int longest,
            boolean required,
            InvalidInput.Collector problems) {
        var said = text.strip();
        problems.check(
                !required || !said.isEmpty(), pointer, sentence("empty", "Say something here."));
        problems.check(
                said.length() <= longest,
                pointer,
                sentence("long", "Use at most %d characters.".formatted(longest), longest));
    }
}
