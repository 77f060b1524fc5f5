package dev.rollcall.demand;

import dev.rollcall.demand.Volumes.Kind;
import dev.rollcall.demand.Volumes.Origin;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/// Imports volumes and heads from files. A half hour in the file replaces that half hour; all of a
/// file is written in one transaction.
@Service
public class VolumeImport {

    /// The header a file of volumes starts with.
    public static final String VOLUMES = DemandCsv.VOLUMES;

    /// The header a file of heads starts with.
    public static final String HEADS = DemandCsv.HEADS;

    /// How large a file may be, in bytes.
    public static final int LARGEST_FILE = 10 * 1024 * 1024;

    private final DemandTable table;
    private final DemandTurns turns;
    private final Demand demand;
    private final Directory directory;
    private final Access access;

    VolumeImport(
            DemandTable table,
            DemandTurns turns,
            Demand demand,
            Directory directory,
            Access access) {
        this.table = table;
        this.turns = turns;
        this.demand = demand;
        this.directory = directory;
        this.access = access;
    }

    /// What became of a file.
    ///
    /// @param written whether its half hours are kept now
    /// @param imported how many good lines there are
    /// @param groups what they are about
    /// @param rejected the bad lines, in the order of the file
    public record Report(
            boolean written, int imported, List<OfGroup> groups, List<BadLine> rejected) {

        public Report {
            groups = List.copyOf(groups);
            rejected = List.copyOf(rejected);
        }
    }

    /// What a file has of one group.
    ///
    /// @param first the first half hour
    /// @param last the last half hour
    /// @param total of contacts, or the most heads of a half hour
    public record OfGroup(
            GroupId group, int halfHours, Instant first, Instant last, double total) {}

    /// A line that cannot be imported.
    ///
    /// @param line counted from 1; the header is line 1
    /// @param values what the problem's sentence names, in its order; they may quote the file
    public record BadLine(long line, LineProblem problem, List<String> values) {

        public BadLine {
            values = List.copyOf(values);
        }

        /// The sentence in English. It names the column and its value.
        public String detail() {
            return problem.sentence(values);
        }
    }

    /// Imports a table with the header [#VOLUMES]. Without `partial` a bad line keeps everything
    /// out.
    ///
    /// @param kind whether the file says what is expected or what came
    /// @param partial whether to import the good lines of a file that has bad ones too
    /// @param dryRun whether to report only
    @Requires(Permission.SCHEDULE_WRITE)
    public Report importVolumes(String text, Kind kind, boolean partial, boolean dryRun) {
        var content = DemandCsv.volumes(text, this::group, demand::zone);
        boolean write = writes(content, partial, dryRun);
        if (write) {
            write(
                    content,
                    kind == Kind.EXPECTED,
                    "imported " + kind.name().toLowerCase(Locale.ROOT),
                    (group, volumes) ->
                            table.write(group.id(), kind, Origin.GIVEN, volumes.values()));
        }
        return report(
                write, content, volumes -> volumes.stream().mapToDouble(Volume::contacts).sum());
    }

    /// Imports a table with the header [#HEADS]. Without `partial` a bad line keeps everything out.
    ///
    /// @param partial whether to import the good lines of a file that has bad ones too
    /// @param dryRun whether to report only
    @Requires(Permission.SCHEDULE_WRITE)
    public Report importHeads(String text, boolean partial, boolean dryRun) {
        var content = DemandCsv.heads(text, this::group, demand::zone);
        boolean write = writes(content, partial, dryRun);
        if (write) {
            write(
                    content,
                    true,
                    "imported heads",
                    (group, heads) -> table.write(group.id(), heads));
        }
        return report(
                write,
                content,
                heads -> heads.stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private Optional<Group> group(String code) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        return directory
                .group(code)
                .filter(group ->
                        scope.includes(group.unit()) || scope.groups().contains(group.id()));
    }

    private static boolean writes(DemandCsv.Content<?> content, boolean partial, boolean dryRun) {
        return !dryRun && content.good() > 0 && (partial || content.bad().isEmpty());
    }

    private interface Write<T> {
        void of(Group group, Map<Instant, T> halfHours);
    }

    /// The groups in one order, so that two files do not wait for each other.
    private <T> void write(
            DemandCsv.Content<T> content, boolean tells, String what, Write<T> write) {
        turns.together(() -> {
            content.found().keySet().stream()
                    .sorted((one, other) -> one.id().compareTo(other.id()))
                    .forEach(group -> {
                        var halfHours = content.found().get(group);
                        if (halfHours == null || halfHours.isEmpty()) {
                            return;
                        }
                        var starts = new TreeSet<>(halfHours.keySet());
                        var span =
                                TimeSpan.of(starts.first(), starts.last().plus(HalfHours.LENGTH));
                        turns.take(
                                group,
                                null,
                                new RequirementsChanged(
                                        Set.of(group.id()),
                                        span.start(),
                                        Volumes.reach(group, span)),
                                tells,
                                Volumes.told(what, span, halfHours.size()),
                                () -> write.of(group, halfHours));
                    });
            return null;
        });
    }

    private interface Total<T> {
        double of(List<T> halfHours);
    }

    private static <T> Report report(
            boolean written, DemandCsv.Content<T> content, Total<T> total) {
        return new Report(
                written,
                content.good(),
                content.found().entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> {
                            var starts = new TreeSet<>(entry.getValue().keySet());
                            return new OfGroup(
                                    entry.getKey().id(),
                                    starts.size(),
                                    starts.first(),
                                    starts.last(),
                                    total.of(List.copyOf(entry.getValue().values())));
                        })
                        .toList(),
                content.bad());
    }
}
