package dev.rollcall.coaching.ui;

import dev.rollcall.coaching.ActionItem;
import dev.rollcall.coaching.Coaching;
import dev.rollcall.coaching.OwnCoaching;
import dev.rollcall.coaching.OwnSession;
import dev.rollcall.coaching.Session;
import dev.rollcall.coaching.SessionState;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.review.Chapter;
import dev.rollcall.review.PackChapter;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// How somebody was coached in some days and what is still to be done, for a talk.
@Component
@Order(50)
class CoachingChapter implements PackChapter {

    private static final int MOST = 500;

    private final Coaching coaching;
    private final OwnCoaching own;
    private final Directory directory;
    private final Access access;

    CoachingChapter(Coaching coaching, OwnCoaching own, Directory directory, Access access) {
        this.coaching = coaching;
        this.own = own;
        this.directory = directory;
        this.access = access;
    }

    @Override
    public String words() {
        return "coaching.chapter";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.COACHING_WRITE, Permission.COACHING_OWN);
    }

    private record Known(List<Session> sessions, List<ActionItem> open) {}

    @Override
    public Optional<Chapter> chapter(AgentId agent, LocalDate from, LocalDate to, Reader reader) {
        var zone = directory.agent(agent).orElseThrow().zone();
        var known = known(agent);
        var sessions =
                known.sessions().stream()
                        .filter(each -> {
                            var day = LocalDate.ofInstant(each.since(), zone);
                            return !day.isBefore(from) && !day.isAfter(to);
                        })
                        .toList();
        return Optional.of(
                new Chapter(
                        List.of(
                                line(reader, "held", count(sessions, SessionState.HELD)),
                                line(reader, "missed", count(sessions, SessionState.MISSED)),
                                line(reader, "open", known.open().size())),
                        known.open().stream()
                                .map(each ->
                                        reader.say(
                                                "coaching.chapter.action",
                                                each.text(),
                                                reader.day(each.due())))
                                .toList()));
    }

    private Known known(AgentId agent) {
        if (access.viewer().agent().filter(agent::equals).isEmpty()) {
            return new Known(coaching.list(agent, MOST), coaching.openActions(agent));
        }
        var mine = own.list();
        return new Known(
                mine.stream().map(OwnSession::session).toList(),
                mine.stream()
                        .flatMap(each -> each.actions().stream())
                        .filter(ActionItem::isOpen)
                        .toList());
    }

    private static long count(List<Session> sessions, SessionState state) {
        return sessions.stream().filter(each -> each.state() == state).count();
    }

    private static Chapter.Line line(Reader reader, String key, long count) {
        return new Chapter.Line(reader.say("coaching.chapter." + key), "" + count, null);
    }
}
