package dev.rollcall.development;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The caller says how their week was, where their unit asks. Nobody else reads it: units see what
/// five people or more say on average, see [Wellbeing]. That somebody said something is neither
/// told nor written down anywhere.
@Service
public class CheckIns {

    private static final int MOST = 60;

    private final CheckInTable table;
    private final WellbeingUnits units;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    CheckIns(
            CheckInTable table,
            WellbeingUnits units,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.table = table;
        this.units = units;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// The Monday of the week one is asked about: the present one on one's own calendar. Empty when
    /// one's unit asks nothing.
    @Requires(Permission.COACHING_OWN)
    @Transactional(readOnly = true)
    public Optional<LocalDate> asked() {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .filter(self -> units.asks(self.unit(), units.own()))
                .map(this::week);
    }

    private LocalDate week(Agent self) {
        return CheckIn.weekOf(LocalDate.ofInstant(clock.instant(), self.zone()));
    }

    /// What one said, the latest week first.
    @Requires(Permission.COACHING_OWN)
    @Transactional(readOnly = true)
    public List<CheckIn> mine(int limit) {
        return access.viewer()
                .agent()
                .map(self -> table.of(self, Math.clamp(limit, 1, MOST)))
                .orElse(List.of());
    }

    /// Says how this week was, or says it anew while the week lasts.
    ///
    /// @param word to oneself; may be empty
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when one's unit asks nothing
    @Requires(Permission.COACHING_OWN)
    @Transactional
    public void say(int mood, int pace, int support, String word) {
        var week = asked().orElseThrow(() -> new NotFound("check-in", "this week"));
        var problems = new InvalidInput.Collector();
        var marks = List.of(mood, pace, support);
        var pointers = List.of("/mood", "/pace", "/support");
        IntStream.range(0, marks.size())
                .forEach(i ->
                        problems.check(
                                marks.get(i) >= CheckIn.WORST && marks.get(i) <= CheckIn.BEST,
                                pointers.get(i),
                                Checks.sentence("mark", "Choose a mark from 1 to 5.")));
        Checks.text(word, "/word", Checks.WORD, false, problems);
        problems.throwIfAny();
        table.save(
                access.viewer().agent().orElseThrow(),
                new CheckIn(week, mood, pace, support, word.strip()));
    }

    /// Deletes what one said of a week. What was counted before stays counted: nobody could tell
    /// whose it was.
    ///
    /// @throws NotFound when one said nothing of it
    @Requires(Permission.COACHING_OWN)
    @Transactional
    public void forget(LocalDate week) {
        if (access.viewer().agent().filter(self -> table.drop(self, week)).isEmpty()) {
            throw new NotFound("check-in", "" + week);
        }
    }
}
