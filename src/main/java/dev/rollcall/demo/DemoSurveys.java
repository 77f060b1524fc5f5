package dev.rollcall.demo;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.surveys.SurveyKind;
import dev.rollcall.surveys.Surveys;
import dev.rollcall.surveys.ToldResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// What customers answered in the last ten weeks. Sent again it counts once, as from any source.
@Component
@Profile("demo")
class DemoSurveys {

    private static final int WEEKS = 10;
    private static final int PEOPLE = 12;
    private static final int HAPPY = 6;
    private static final int RANGE = 5;
    private static final List<String> TAGS = List.of("waiting", "billing", "tone", "solution");
    private static final List<String> GOOD =
            List.of(
                    "Solved at once, thank you.",
                    "Finally somebody who listens.",
                    "Friendly and quick.",
                    "She called back, as promised.");
    private static final List<String> BAD =
            List.of(
                    "I had to explain it three times.",
                    "Twenty minutes in the queue for one question.",
                    "The bill is still wrong.");

    private final Surveys surveys;
    private final Directory directory;
    private final ApplicationClock clock;

    DemoSurveys(Surveys surveys, Directory directory, ApplicationClock clock) {
        this.surveys = surveys;
        this.directory = directory;
        this.clock = clock;
    }

    void settleIn(Instant now) {
        var dice = new Random(23);
        var told = new ArrayList<ToldResponse>();
        var people = Roster.PEOPLE.stream().limit(PEOPLE).toList();
        var first = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(7L * WEEKS));
        for (var person : people) {
            for (int week = 0; week < WEEKS; week++) {
                for (var kind : SurveyKind.values()) {
                    var at =
                            first.plus(
                                    Duration.ofDays(7L * week + dice.nextInt(RANGE))
                                            .plusMinutes(480L + dice.nextInt(480)));
                    told.add(answer(person.externalId(), kind, at, week, dice));
                }
            }
        }
        told.removeIf(each ->
                directory.agent(each.agent()).isEmpty() || each.at().isAfter(clock.instant()));
        surveys.take(told, Actor.system("demo"), Scope.everyone());
    }

    private static ToldResponse answer(
            String agent, SurveyKind kind, Instant at, int week, Random dice) {
        int span = kind.most() - kind.least();
        boolean happy = dice.nextInt(10) < HAPPY;
        int score =
                kind.most() - (happy ? dice.nextInt(2) : Math.min(span, 1 + dice.nextInt(span)));
        return new ToldResponse(
                "/demo/surveys",
                agent + "-" + kind + "-" + at.truncatedTo(ChronoUnit.DAYS) + "-" + week,
                1,
                agent,
                at,
                kind,
                score,
                kind == SurveyKind.NPS ? "Would you recommend us?" : "How satisfied were you?",
                said(kind, score, dice),
                null,
                List.of(TAGS.get(dice.nextInt(TAGS.size()))));
    }

    private static @Nullable String said(SurveyKind kind, int score, Random dice) {
        if (dice.nextInt(3) > 0) {
            return null;
        }
        if (kind.isGood(score)) {
            return GOOD.get(dice.nextInt(GOOD.size()));
        }
        return kind.isBad(score) ? BAD.get(dice.nextInt(BAD.size())) : null;
    }
}
