package dev.rollcall.development;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.NoticeKind;
import dev.rollcall.notifications.Notifications;
import dev.rollcall.notifications.Notifications.Message;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.notifications.Recipient;
import dev.rollcall.notifications.Wording;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Holders;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the owners of a plan are told of it. That the other changed something is told once a day;
/// that they changed what both had agreed on, each time.
@Component
class DevelopmentNews {

    private final Notifications notifications;
    private final OwnNotices own;
    private final Holders holders;
    private final Directory directory;
    private final ToPerson toPerson;
    private final ToLead toLead;
    private final ApplicationClock clock;

    DevelopmentNews(
            Notifications notifications,
            OwnNotices own,
            Holders holders,
            Directory directory,
            ToPerson toPerson,
            ToLead toLead,
            ApplicationClock clock) {
        this.notifications = notifications;
        this.own = own;
        this.holders = holders;
        this.directory = directory;
        this.toPerson = toPerson;
        this.toLead = toLead;
        this.clock = clock;
    }

    void begun(DevelopmentPlan plan, Side by, String who) {
        tell(plan, by.other(), "BEGUN", who, plan.aim(), null, null);
    }

    void changed(DevelopmentPlan plan, Side by, String who, PlanEdit edit) {
        switch (edit) {
            case PlanEdit.Close(var words) ->
                    tell(plan, by.other(), "CLOSED", who, words.strip(), null, null);
            case PlanEdit.HoldReview(_, var words, _) ->
                    tell(plan, by.other(), "REVIEWED", who, words.strip(), null, null);
            case PlanEdit.NoteReview _ -> {
                // They read it: nobody has to read that.
            }
            default ->
                    tell(
                            plan,
                            by.other(),
                            "CHANGED",
                            who,
                            plan.aim(),
                            null,
                            "development:%d:%s"
                                    .formatted(
                                            plan.number(),
                                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        }
    }

    /// @param toDrop whether they want to be without it; otherwise it says something else now
    void agreedGoal(DevelopmentPlan plan, Side by, String who, String goal, boolean toDrop) {
        tell(plan, by.other(), toDrop ? "TO_DROP" : "GOAL", who, goal, null, null);
    }

    /// Both are told that they wanted to look at the plan.
    void reviewDue(DevelopmentPlan plan, LocalDate day) {
        var lead = plan.leadName();
        tell(plan, Side.PERSON, "REVIEW", lead == null ? "" : lead, plan.aim(), day, null);
        tell(plan, Side.LEAD, "REVIEW", "", plan.aim(), day, null);
    }

    /// Notes that the person sees for themselves what they were told.
    void read() {
        own.readAll(toPerson);
    }

    private void tell(
            DevelopmentPlan plan,
            Side to,
            String what,
            String who,
            String text,
            @Nullable LocalDate day,
            @Nullable String source) {
        var agent = directory.agent(plan.agent()).orElse(null);
        if (agent == null) {
            return;
        }
        var facts = new Facts(what, agent.externalId(), agent.name(), who, text, day);
        notifications.tell(
                to == Side.PERSON
                        ? List.of(new Message<>(Recipient.of(agent.id()), toPerson, facts, source))
                        : leads(plan, agent)
                                .map(each -> new Message<>(each, toLead, facts, source))
                                .toList());
    }

    /// Who looked after the plan last, while they look after the person; otherwise all who do.
    private Stream<Recipient> leads(DevelopmentPlan plan, Agent agent) {
        var all =
                holders.of(
                        Permission.COACHING_WRITE,
                        Set.of(agent.id()),
                        scope -> scope.includes(agent, null));
        var lead = plan.lead();
        return (lead != null && all.contains(lead) ? Stream.of(lead) : all.stream())
                .map(Recipient::of);
    }

    /// @param what happened
    /// @param agent the external id of the person the plan is about
    /// @param person what people call them
    /// @param by who did it; empty: nobody
    /// @param text the aim of the plan, the goal, or what was said
    record Facts(
            String what,
            String agent,
            String person,
            String by,
            String text,
            @Nullable LocalDate day) {

        private Wording word(Reader reader, String whom) {
            var on = day;
            return Wording.of(
                    reader.say(
                            "development.notice." + whom + what,
                            person,
                            by,
                            text,
                            on == null ? "" : reader.day(on)));
        }
    }

    /// Something about one's own plan.
    @Component
    static class ToPerson implements NoticeKind<Facts> {

        @Override
        public String code() {
            return "development.own";
        }

        @Override
        public Class<Facts> facts() {
            return Facts.class;
        }

        @Override
        public Wording word(Facts facts, Reader reader) {
            return facts.word(reader, "");
        }

        @Override
        public String address(Facts facts) {
            return "my-development";
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.TRENDING_UP;
        }
    }

    /// Something for whoever looks after the person.
    @Component
    static class ToLead implements NoticeKind<Facts> {

        @Override
        public String code() {
            return "development.lead";
        }

        @Override
        public Class<Facts> facts() {
            return Facts.class;
        }

        @Override
        public Wording word(Facts facts, Reader reader) {
            return facts.word(reader, "lead.");
        }

        @Override
        public String address(Facts facts) {
            return "development/" + URLEncoder.encode(facts.agent(), StandardCharsets.UTF_8);
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.TRENDING_UP;
        }
    }
}
