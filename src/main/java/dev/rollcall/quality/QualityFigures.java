package dev.rollcall.quality;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.quality.Figures.Scored;
import dev.rollcall.quality.QualityReport.QuestionLine;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What published evaluations come to, for those who look after the people. What is in dispute does
/// not count until it is resolved.
@Service
public class QualityFigures {

    /// More than this many evaluations are not added up at once.
    static final int MOST = 20_000;

    private final EvaluationTable table;
    private final ScorecardTable scorecards;
    private final Directory directory;
    private final Access access;

    QualityFigures(
            EvaluationTable table, ScorecardTable scorecards, Directory directory, Access access) {
        this.table = table;
        this.scorecards = scorecards;
        this.directory = directory;
        this.access = access;
    }

    /// Adds up what was published in a span; not the caller's own.
    ///
    /// @param scope whose the caller asks for and may see
    @Requires(Permission.QUALITY_VIEW)
    @Transactional(readOnly = true)
    public QualityReport report(Instant from, Instant until, Scope scope) {
        var all = counting(from, until, scope);
        var scored = all.stream().map(each -> new Scored(each.score(), each.failed())).toList();
        var questions = questions(all);
        return new QualityReport(
                Figures.line("", scored, List.of()),
                Figures.lines(all, this::unit, QualityFigures::scored),
                Figures.lines(all, this::groups, QualityFigures::scored),
                Figures.lines(all, this::agent, QualityFigures::scored),
                Figures.lines(
                        all, each -> List.of(each.evaluator().name()), QualityFigures::scored),
                questions.values().stream().map(Count::line).toList(),
                questions.values().stream()
                        .filter(count -> count.question.compliance())
                        .map(Count::line)
                        .toList());
    }

    private List<Evaluation> counting(Instant from, Instant until, Scope scope) {
        return table
                .page(
                        new EvaluationFilter(null, from, until, false),
                        Long.MAX_VALUE,
                        MOST,
                        scope,
                        access.viewer().agent().orElse(null))
                .stream()
                .filter(each -> !each.disputed())
                .toList();
    }

    private static Scored scored(Evaluation each) {
        return new Scored(each.score(), each.failed());
    }

    private List<String> unit(Evaluation each) {
        return directory.unit(each.unit()).map(Unit::name).stream().toList();
    }

    private List<String> agent(Evaluation each) {
        return directory.agent(each.agent()).map(Agent::name).stream().toList();
    }

    private List<String> groups(Evaluation each) {
        Collection<GroupId> groups =
                directory.agent(each.agent()).map(Agent::groups).orElse(Set.of());
        return groups.stream()
                .flatMap(id -> directory.group(id).map(Group::name).stream())
                .sorted()
                .toList();
    }

    // ------------------------------------------------------------------ questions

    /// What was asked, of one scorecard: versions that ask the same count together.
    private record Asked(String card, String key) {}

    private Map<Asked, Count> questions(List<Evaluation> all) {
        var answers = table.answers(all.stream().map(Evaluation::number).toList());
        var cards = new LinkedHashMap<String, Optional<Scorecard>>();
        var counts = new LinkedHashMap<Asked, Count>();
        for (var each : all) {
            cards.computeIfAbsent(each.card(), scorecards::find)
                    .flatMap(card -> card.version(each.cardVersion()))
                    .ifPresent(version ->
                            count(version, answers.getOrDefault(each.number(), Map.of()), counts));
        }
        return counts;
    }

    private static void count(
            ScorecardVersion version, Map<String, Answer> answers, Map<Asked, Count> counts) {
        for (var category : version.sheet().categories()) {
            for (var question : category.questions()) {
                counts.computeIfAbsent(
                                new Asked(version.card(), question.key()),
                                _ -> new Count(version.sheet().name(), category.name(), question))
                        .take(question, answers.get(question.key()));
            }
        }
    }

    /// What was answered to one question.
    private static final class Count {

        private final String card;
        private final String category;
        private final Question question;
        private final List<Fraction> shares = new ArrayList<>();
        private int skipped;

        Count(String card, String category, Question question) {
            this.card = card;
            this.category = category;
            this.question = question;
        }

        void take(Question asked, @Nullable Answer answer) {
            if (answer == null) {
                return;
            }
            var value = answer.value();
            if (value == null) {
                skipped++;
            } else {
                asked.share(value).ifPresent(shares::add);
            }
        }

        QuestionLine line() {
            return new QuestionLine(
                    card,
                    category,
                    question.text(),
                    shares.size(),
                    skipped,
                    Scoring.mean(shares).map(it -> it.percent(Review.SHOWN)).orElse(null),
                    (int) shares.stream().filter(Fraction.ONE::equals).count());
        }
    }
}
