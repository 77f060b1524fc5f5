package dev.rollcall.feedback.ui;

import dev.rollcall.feedback.Feedback;
import dev.rollcall.feedback.FeedbackOfPeople;
import dev.rollcall.feedback.Kind;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
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

/// What was said to somebody about their work in some days, for a talk.
@Component
@Order(60)
class FeedbackChapter implements PackChapter {

    private final FeedbackOfPeople feedback;
    private final Directory directory;

    FeedbackChapter(FeedbackOfPeople feedback, Directory directory) {
        this.feedback = feedback;
        this.directory = directory;
    }

    @Override
    public String words() {
        return "feedback.chapter";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.FEEDBACK_VIEW, Permission.FEEDBACK_OWN);
    }

    @Override
    public Optional<Chapter> chapter(AgentId agent, LocalDate from, LocalDate to, Reader reader) {
        var zone = directory.agent(agent).orElseThrow().zone();
        var found =
                feedback.of(
                        agent,
                        from.atStartOfDay(zone).toInstant(),
                        to.plusDays(1).atStartOfDay(zone).toInstant());
        return Optional.of(
                new Chapter(
                        Stream.of(Kind.values()).map(kind -> line(reader, found, kind)).toList(),
                        found.stream()
                                .filter(each -> !each.next().isEmpty())
                                .map(each ->
                                        reader.say(
                                                "feedback.chapter.next",
                                                each.next(),
                                                each.giver().name()))
                                .toList()));
    }

    private static Chapter.Line line(Reader reader, List<Feedback> found, Kind kind) {
        return new Chapter.Line(
                reader.say("feedback.chapter." + kind),
                "" + found.stream().filter(each -> each.kind() == kind).count(),
                null);
    }
}
