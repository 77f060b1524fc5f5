package dev.rollcall.surveys.ui;

import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.review.Chapter;
import dev.rollcall.review.PackChapter;
import dev.rollcall.security.Permission;
import dev.rollcall.surveys.SurveyKind;
import dev.rollcall.surveys.SurveyResponse;
import dev.rollcall.surveys.SurveyTally;
import dev.rollcall.surveys.Surveys;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What customers said in some days, for a talk.
@Component
@Order(35)
class SurveyChapter implements PackChapter {

    private static final int QUOTED = 5;

    private final Surveys surveys;
    private final Directory directory;

    SurveyChapter(Surveys surveys, Directory directory) {
        this.surveys = surveys;
        this.directory = directory;
    }

    @Override
    public String words() {
        return "surveys.title";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.SURVEYS_VIEW, Permission.SURVEYS_OWN);
    }

    @Override
    public Optional<Chapter> chapter(AgentId agent, LocalDate from, LocalDate to, Reader reader) {
        var zone = directory.agent(agent).orElseThrow().zone();
        var all =
                surveys.of(
                        agent,
                        from.atStartOfDay(zone).toInstant(),
                        to.plusDays(1).atStartOfDay(zone).toInstant());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var words = new SurveyWords(reader.words(), reader.locale());
        return Optional.of(
                new Chapter(
                        Arrays.stream(SurveyKind.values())
                                .map(kind -> tally(kind, all))
                                .filter(tally -> tally.answers() > 0)
                                .map(tally ->
                                        new Chapter.Line(
                                                words.say("figure." + tally.kind()),
                                                tally.isEnough()
                                                        ? words.figure(tally)
                                                        : words.say("few"),
                                                words.say("count", tally.answers())))
                                .toList(),
                        all.stream()
                                .map(SurveyResponse::comment)
                                .filter(Objects::nonNull)
                                .limit(QUOTED)
                                .map(text -> words.say("quote", text))
                                .toList()));
    }

    private static SurveyTally tally(SurveyKind kind, List<SurveyResponse> all) {
        var scores =
                all.stream()
                        .filter(each -> each.kind() == kind)
                        .map(SurveyResponse::score)
                        .toList();
        return SurveyTally.of(kind, scores);
    }
}
