package dev.rollcall.reports.ui;

import dev.rollcall.adherence.Names;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.Reasons;
import dev.rollcall.reports.AdherenceReports;
import dev.rollcall.reports.ReportLine;
import dev.rollcall.reports.ReportQuery;
import dev.rollcall.review.Chapter;
import dev.rollcall.review.PackChapter;
import dev.rollcall.schedule.Activities;
import dev.rollcall.security.Permission;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// How some days of a plan were kept, for a talk.
@Component
@Order(10)
class AdherenceChapter implements PackChapter {

    private final AdherenceReports reports;
    private final Activities activities;
    private final Reasons reasons;

    AdherenceChapter(AdherenceReports reports, Activities activities, Reasons reasons) {
        this.reports = reports;
        this.activities = activities;
        this.reasons = reasons;
    }

    @Override
    public String words() {
        return "reports.title";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN);
    }

    /// Nothing where nothing was planned.
    @Override
    public Optional<Chapter> chapter(AgentId agent, LocalDate from, LocalDate to, Reader reader) {
        var words =
                new ReportWords(
                        reader.words(),
                        reader.locale(),
                        Names.of(reader.words(), activities, reasons));
        var query = new ReportQuery(from, to, null, null, agent, "", ReportQuery.By.AGENT);
        return reports.report(query, Scope.ofAgent(agent)).lines().stream()
                .filter(line -> line.totals().days() > 0)
                .findFirst()
                .map(line -> {
                    var totals = line.totals();
                    var edges = totals.edges();
                    return Chapter.of(
                            new Chapter.Line(
                                    words.say("score"),
                                    words.percent(totals.figures().score()),
                                    target(words, line)),
                            new Chapter.Line(
                                    words.say("raw"), words.percent(totals.figures().raw()), null),
                            new Chapter.Line(
                                    words.say("out"),
                                    words.duration(totals.figures().score().out()),
                                    null),
                            new Chapter.Line(
                                    words.say("chapter.edges"),
                                    words.say(
                                            "chapter.edges.value",
                                            edges.late(),
                                            edges.early(),
                                            edges.absent()),
                                    null),
                            new Chapter.Line(words.say("chapter.days"), "" + totals.days(), null));
                });
    }

    private static @Nullable String target(ReportWords words, ReportLine line) {
        var target = line.target();
        if (target == null) {
            return null;
        }
        return line.gain().isEmpty()
                ? words.say("chapter.targetOnly", words.percent(target))
                : words.say("chapter.target", words.percent(target), words.points(line.gain()));
    }
}
