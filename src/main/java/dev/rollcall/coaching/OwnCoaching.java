package dev.rollcall.coaching;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.messages.QuickMessage;
import dev.rollcall.messages.QuickMessages;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The caller's own coaching: what is planned with them and what was talked about, what they took
/// upon themselves, and the tips they were given.
@Service
public class OwnCoaching {

    private static final int MOST = 100;

    private final CoachingTable table;
    private final CoachingNews news;
    private final QuickMessages messages;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    OwnCoaching(
            CoachingTable table,
            CoachingNews news,
            QuickMessages messages,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.table = table;
        this.news = news;
        this.messages = messages;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Their sessions, the latest first. What they had not seen they have seen now.
    @Requires(Permission.COACHING_OWN)
    @Transactional
    public List<OwnSession> list() {
        var self = access.viewer().agent();
        if (self.isEmpty()) {
            return List.of();
        }
        news.read();
        var agent = self.get();
        return table.of(Set.of(agent), "", MOST).stream()
                .map(each -> each.narrowedTo(agent::equals))
                .map(each -> shown(each, agent))
                .toList();
    }

    private OwnSession shown(Session session, AgentId self) {
        if (session.of(self).orElseThrow().seenAt() == null) {
            table.said(session.number(), self, "seen_at = :now", now());
        }
        return new OwnSession(
                session,
                table.goals(session.number()).stream()
                        .filter(goal -> goal.agent().equals(self))
                        .toList(),
                table.actions(session.number()).stream()
                        .filter(action -> action.agent().equals(self))
                        .toList(),
                table.materials(session.number()));
    }

    /// Takes note of a session that was held, with a word to it if they like. It is not agreeing.
    ///
    /// @throws NotFound when there is no such session of theirs, or it was not held
    @Requires(Permission.COACHING_OWN)
    @Transactional
    public void acknowledge(long number, String word) {
        var self = self();
        var known = known(number, self);
        var said = Checks.text(word, "/word", Checks.WORD, false);
        if (known.state() != SessionState.HELD) {
            throw new NotFound(Coaching.WHAT, "" + number);
        }
        if (known.of(self).orElseThrow().acknowledgedAt() != null) {
            return;
        }
        table.said(
                number,
                self,
                "acknowledged_at = :now, word = :word",
                Map.of("now", CoachingTable.utc(clock.instant()), "word", said));
        changed(known, "acknowledged");
        if (!said.isEmpty()) {
            news.coach(known, "WORD", name(self));
        }
    }

    /// Says that they worked through the material.
    ///
    /// @throws NotFound when there is no such session of theirs
    @Requires(Permission.COACHING_OWN)
    @Transactional
    public void learned(long number) {
        var self = self();
        var known = known(number, self);
        if (known.of(self).orElseThrow().learnedAt() == null) {
            table.said(number, self, "learned_at = :now", now());
            changed(known, "worked through");
        }
    }

    /// Says that something they took upon themselves is done, or not yet after all.
    ///
    /// @throws NotFound when it is not theirs to do
    @Requires(Permission.COACHING_OWN)
    @Transactional
    public void tick(long action, boolean done) {
        var self = self();
        var known =
                table.action(action)
                        .filter(each -> each.agent().equals(self))
                        .filter(each -> each.owner() == ActionItem.Owner.AGENT)
                        .orElseThrow(() -> new NotFound("action", "" + action));
        table.done(known, done ? clock.instant() : null);
        changed(known(known.session(), self), done ? "action done" : "action open again");
    }

    /// The latest tips they were given, the newest first.
    @Requires(Permission.COACHING_OWN)
    @Transactional(readOnly = true)
    public List<Tip> tips(int limit) {
        var viewer = access.viewer();
        var self = viewer.agent();
        if (self.isEmpty()) {
            return List.of();
        }
        var tips = table.tips(Set.of(self.get()), Math.clamp(limit, 1, MOST));
        return viewer.may(Permission.ADHERENCE_OWN)
                ? tips.stream()
                        .map(tip ->
                                tip.answered(
                                        messages.mine(tip.message())
                                                .flatMap(message -> message.of(tip.agent()))
                                                .map(QuickMessage.Copy::answer)
                                                .orElse(null)))
                        .toList()
                : tips;
    }

    private Session known(long number, AgentId self) {
        return table.find(number)
                .filter(each -> each.of(self).isPresent())
                .map(each -> each.narrowedTo(self::equals))
                .orElseThrow(() -> new NotFound(Coaching.WHAT, "" + number));
    }

    private AgentId self() {
        return access.viewer().agent().orElseThrow(() -> new NotFound("agent", "self"));
    }

    private String name(AgentId agent) {
        return directory.agent(agent).map(one -> one.name()).orElse("");
    }

    private Map<String, Object> now() {
        return Map.of("now", CoachingTable.utc(clock.instant()));
    }

    private void changed(Session known, String what) {
        audit.changed(access.viewer().actor(), Coaching.WHAT, "" + known.number(), null, what);
    }
}
