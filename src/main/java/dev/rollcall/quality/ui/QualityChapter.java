package dev.rollcall.quality.ui;

import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.quality.EvaluationsOf;
import dev.rollcall.quality.PublishedEvaluation;
import dev.rollcall.review.Chapter;
import dev.rollcall.review.PackChapter;
import dev.rollcall.security.Permission;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What evaluations of some days came to, for a talk.
@Component
@Order(30)
class QualityChapter implements PackChapter {

    private static final int EXACT = 8;

    private final EvaluationsOf evaluations;
    private final Directory directory;

    QualityChapter(EvaluationsOf evaluations, Directory directory) {
        this.evaluations = evaluations;
        this.directory = directory;
    }

    @Override
    public String words() {
        return "quality.title";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.QUALITY_VIEW, Permission.QUALITY_OWN);
    }

    @Override
    public Optional<Chapter> chapter(AgentId agent, LocalDate from, LocalDate to, Reader reader) {
        var words = new QualityWords(reader.words(), reader.locale());
        var zone = directory.agent(agent).orElseThrow().zone();
        long days = to.toEpochDay() - from.toEpochDay() + 1;
        var now = published(agent, from, to, zone);
        var before = published(agent, from.minusDays(days), from.minusDays(1), zone);
        var waiting = now.stream().filter(PublishedEvaluation::disputed).count();
        return Optional.of(
                new Chapter(
                        List.of(
                                new Chapter.Line(
                                        words.say("chapter.score"),
                                        words.percent(mean(now)),
                                        before.isEmpty()
                                                ? null
                                                : words.say(
                                                        "chapter.before",
                                                        words.percent(mean(before)))),
                                new Chapter.Line(words.say("chapter.count"), "" + now.size(), null),
                                new Chapter.Line(
                                        words.say("chapter.failed"),
                                        ""
                                                + now.stream()
                                                        .filter(PublishedEvaluation::failed)
                                                        .count(),
                                        null)),
                        waiting == 0
                                ? List.of()
                                : List.of(words.say("chapter.disputed", waiting))));
    }

    private List<PublishedEvaluation> published(
            AgentId agent, LocalDate from, LocalDate to, ZoneId zone) {
        return evaluations.published(
                agent,
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /// What waits for a dispute does not count, as everywhere.
    private static @Nullable BigDecimal mean(List<PublishedEvaluation> evaluations) {
        var scores =
                evaluations.stream()
                        .filter(each -> !each.disputed())
                        .map(PublishedEvaluation::score)
                        .filter(Objects::nonNull)
                        .toList();
        return scores.isEmpty()
                ? null
                : scores.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(scores.size()), EXACT, RoundingMode.HALF_UP);
    }
}
