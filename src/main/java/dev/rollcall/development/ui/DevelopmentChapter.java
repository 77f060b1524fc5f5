package dev.rollcall.development.ui;

import dev.rollcall.development.DevelopmentOf;
import dev.rollcall.development.PlanFile;
import dev.rollcall.development.PlanReview;
import dev.rollcall.development.PlanStep;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.review.Chapter;
import dev.rollcall.review.PackChapter;
import dev.rollcall.security.Permission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// How somebody's plan stands, for a talk: as it is now, since a talk looks ahead. Nothing of how
/// their weeks were.
@Component
@Order(55)
class DevelopmentChapter implements PackChapter {

    private final DevelopmentOf development;

    DevelopmentChapter(DevelopmentOf development) {
        this.development = development;
    }

    @Override
    public String words() {
        return "development.chapter";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.COACHING_WRITE, Permission.COACHING_OWN);
    }

    @Override
    public Optional<Chapter> chapter(AgentId agent, LocalDate from, LocalDate to, Reader reader) {
        return development.plan(agent).map(file -> chapter(file, reader));
    }

    private static Chapter chapter(PlanFile file, Reader reader) {
        var open = file.steps().stream().filter(PlanStep::isOpen).toList();
        var lines = new ArrayList<Chapter.Line>();
        file.progress()
                .ifPresent(percent ->
                        lines.add(
                                line(
                                        reader,
                                        "progress",
                                        reader.say("development.progress", percent))));
        lines.add(line(reader, "goals", "" + file.goals().size()));
        lines.add(line(reader, "open", "" + open.size()));
        file.nextReview()
                .map(PlanReview::due)
                .ifPresent(day -> lines.add(line(reader, "review", reader.day(day))));
        var sentences = new ArrayList<>(List.of(file.plan().aim()));
        for (var step : open) {
            var due = step.due();
            sentences.add(
                    due == null
                            ? step.text()
                            : reader.say("development.chapter.step", step.text(), reader.day(due)));
        }
        return new Chapter(lines, sentences);
    }

    private static Chapter.Line line(Reader reader, String key, String value) {
        return new Chapter.Line(reader.say("development.chapter." + key), value, null);
    }
}
