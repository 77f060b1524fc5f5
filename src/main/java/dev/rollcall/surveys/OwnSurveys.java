package dev.rollcall.surveys;

import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What customers said about the caller's own work.
@Service
public class OwnSurveys {

    private final SurveyTable table;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    OwnSurveys(SurveyTable table, Directory directory, Access access, ApplicationClock clock) {
        this.table = table;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// A month of answers.
    ///
    /// @param tallies of each kind
    /// @param before the same of the month before
    /// @param said those with a comment, the latest first
    public record Month(
            List<SurveyTally> tallies, List<SurveyTally> before, List<SurveyResponse> said) {

        public Month {
            tallies = List.copyOf(tallies);
            before = List.copyOf(before);
            said = List.copyOf(said);
        }
    }

    /// @param wanted null: the running month
    /// @return empty for who is no agent, or without answers in it and the month before
    @Requires(Permission.KPI_OWN)
    @Transactional(readOnly = true)
    public Optional<Month> month(@Nullable YearMonth wanted) {
        var viewer = access.viewer();
        if (!viewer.may(Permission.SURVEYS_OWN)) {
            return Optional.empty();
        }
        return viewer.agent()
                .flatMap(directory::agent)
                .flatMap(self -> {
                    var zone = self.zone();
                    var month =
                            wanted == null ? YearMonth.from(clock.instant().atZone(zone)) : wanted;
                    var begins = month.atDay(1).atStartOfDay(zone).toInstant();
                    var ends = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
                    var earlier = month.minusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
                    var now = table.of(self.id(), begins, ends, Surveys.MOST);
                    var before = table.of(self.id(), earlier, begins, Surveys.MOST);
                    return now.isEmpty() && before.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new Month(
                                            tallies(now),
                                            tallies(before),
                                            now.stream()
                                                    .filter(each -> each.comment() != null)
                                                    .toList()));
                });
    }

    private static List<SurveyTally> tallies(List<SurveyResponse> all) {
        return List.of(Surveys.tally(SurveyKind.NPS, all), Surveys.tally(SurveyKind.CSAT, all));
    }
}
