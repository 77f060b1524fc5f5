package dev.rollcall.performance.ui;

import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.performance.Share;
import dev.rollcall.performance.SharedMonth;
import dev.rollcall.performance.SharedPerformance;
import dev.rollcall.review.Chapter;
import dev.rollcall.review.PackChapter;
import dev.rollcall.security.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What somebody shares with the reader of the months the talk is about; nobody's own figures
/// otherwise.
@Component
@Order(40)
class SharedChapter implements PackChapter {

    private final SharedPerformance shared;

    SharedChapter(SharedPerformance shared) {
        this.shared = shared;
    }

    @Override
    public String words() {
        return "performance.chapter";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.KPI_VIEW);
    }

    @Override
    public Optional<Chapter> chapter(AgentId agent, LocalDate from, LocalDate to, Reader reader) {
        var words = new PerformanceWords(reader.words(), reader.locale());
        var months =
                shared.withMe().stream()
                        .filter(share -> share.agent().equals(agent))
                        .filter(share ->
                                !share.month().atEndOfMonth().isBefore(from)
                                        && !share.month().atDay(1).isAfter(to))
                        .map(Share::id)
                        .map(shared::look)
                        .toList();
        return Optional.of(
                months.isEmpty()
                        ? new Chapter(List.of(), List.of(words.say("chapter.nothing")))
                        : new Chapter(
                                months.stream().flatMap(month -> lines(words, month)).toList(),
                                List.of()));
    }

    private static Stream<Chapter.Line> lines(PerformanceWords words, SharedMonth month) {
        return month.figures().stream()
                .map(figure -> {
                    var pace = figure.pace();
                    return new Chapter.Line(
                            words.say(
                                    "shared.of",
                                    words.name(figure.metric()),
                                    words.month(month.share().month())),
                            words.amount(figure.amount()),
                            pace == null
                                    ? words.say("goal.none")
                                    : words.say(
                                            "goal.of",
                                            words.percent(pace.percent()),
                                            words.amount(pace.goal(), figure.amount().currency())));
                });
    }
}
