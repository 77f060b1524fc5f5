package dev.rollcall.surveys;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Viewer;
import dev.rollcall.shared.CsvLines;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.surveys.SurveyResult.Outcome;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Takes answers of customers from a file. Sent again the same file brings nothing twice.
@Service
public class SurveyImport {

    /// How large a file may be, in bytes.
    public static final int LARGEST_FILE = 10 * 1024 * 1024;

    /// A file that could be imported.
    public static final String EXAMPLE =
            """
            id,agent,answeredAt,kind,score,question,comment,tags
            s-1001,agent-001,2026-03-02T09:12,NPS,9,Would you recommend us?,Solved at once,waiting
            s-1002,agent-002,2026-03-02T11:40+01:00,CSAT,2,How satisfied were you?,,billing;tone\
            """;

    private static final int MOST_LINES = 100_000;
    private static final int A_TIME = 500;
    private static final Set<String> NEEDED = Set.of("id", "agent", "answeredAt", "kind", "score");
    private static final Set<String> NUMBERS = Set.of("version", "score");
    private static final Set<String> TEXTS =
            Set.of("id", "agent", "question", "comment", "interaction");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Surveys surveys;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;

    SurveyImport(
            Surveys surveys, Directory directory, Access access, AuditLog audit, Retries retries) {
        this.surveys = surveys;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
    }

    /// What became of a file.
    ///
    /// @param written whether its answers are kept now
    /// @param good how many lines have one
    /// @param fresh how many of them were new or newer; 0 before it is written
    /// @param people of how many people they are
    /// @param bad the bad lines, in the order of the file
    public record Report(boolean written, int good, int fresh, int people, List<BadLine> bad) {

        public Report {
            bad = List.copyOf(bad);
        }
    }

    /// A line that cannot be taken.
    ///
    /// @param number counted from 1; the header is line 1
    public record BadLine(int number, List<InvalidInput.Problem> problems) {

        public BadLine {
            problems = List.copyOf(problems);
        }
    }

    /// Takes a file, or says what it would bring. Without `partial` a bad line keeps everything
    /// out.
    ///
    /// @param source what the file's answers are known by, together with their ids
    /// @throws InvalidInput when it is no such file
    @Requires(Permission.SURVEYS_WRITE)
    public Report take(String text, String source, boolean partial, boolean dryRun) {
        var viewer = access.viewer();
        var scope = viewer.scope(Permission.SURVEYS_WRITE);
        var good = new ArrayList<ToldResponse>();
        var bad = new ArrayList<BadLine>();
        for (var line : CsvLines.read(text, NEEDED, MOST_LINES).entrySet()) {
            try {
                var told = SurveyJson.read(json(line.getValue(), source));
                surveys.refusal(told, scope)
                        .ifPresentOrElse(
                                refused -> bad.add(new BadLine(line.getKey(), refused.problems())),
                                () -> good.add(told));
            } catch (InvalidInput e) {
                bad.add(new BadLine(line.getKey(), e.problems()));
            }
        }
        boolean write = !dryRun && !good.isEmpty() && (partial || bad.isEmpty());
        int fresh = write ? write(good, source, viewer, scope) : 0;
        int people = (int) good.stream().map(ToldResponse::agent).distinct().count();
        return new Report(write, good.size(), fresh, people, bad);
    }

    private int write(List<ToldResponse> told, String source, Viewer viewer, Scope scope) {
        int fresh = 0;
        for (int from = 0; from < told.size(); from += A_TIME) {
            var part = told.subList(from, Math.min(told.size(), from + A_TIME));
            fresh +=
                    (int)
                            surveys.take(part, viewer.actor(), scope).stream()
                                    .filter(result -> result.outcome() == Outcome.ACCEPTED)
                                    .count();
        }
        int taken = fresh;
        retries.inTransaction(() ->
                audit.changed(
                        viewer.actor(),
                        "survey import",
                        source,
                        null,
                        told.size() + " answers, new or newer: " + taken));
        return fresh;
    }

    private ObjectNode json(Map<String, String> cells, String source) {
        var json = JSON.createObjectNode();
        json.put("source", source);
        cells.forEach((name, value) -> {
            if (value.isEmpty()) {
                return;
            }
            if (NUMBERS.contains(name)) {
                number(json, name, value);
            } else if (name.equals("kind")) {
                json.put(name, value.toUpperCase(Locale.ROOT));
            } else if (name.equals("answeredAt")) {
                json.put(name, CsvLines.instant(value, () -> zone(cells)));
            } else if (name.equals("tags")) {
                var tags = json.putArray(name);
                Arrays.stream(value.split(";", -1))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .forEach(tags::add);
            } else if (TEXTS.contains(name)) {
                json.put(name, value);
            }
        });
        return json;
    }

    private static void number(ObjectNode json, String name, String value) {
        try {
            json.put(name, Long.parseLong(value));
        } catch (NumberFormatException e) {
            json.put(name, value);
        }
    }

    private ZoneId zone(Map<String, String> cells) {
        return directory
                .agent(cells.getOrDefault("agent", ""))
                .map(Agent::zone)
                .orElse(ZoneId.of("UTC"));
    }
}
