package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.demand.AssumptionBook;
import dev.rollcall.demand.Assumptions;
import dev.rollcall.demand.Demand;
import dev.rollcall.demand.DemandWeek;
import dev.rollcall.demand.Forecasting;
import dev.rollcall.demand.Requirement;
import dev.rollcall.demand.Requirement.Backlog;
import dev.rollcall.demand.Requirement.Imported;
import dev.rollcall.demand.Requirement.Queue;
import dev.rollcall.demand.Share;
import dev.rollcall.demand.Volume;
import dev.rollcall.demand.Volumes;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The demand of groups, and the heads a group or a unit needs. Days are those of the unit's zone.
@RestController
@RequestMapping(ApiRequests.BASE + "/demand")
@Tag(name = "Demand")
class DemandController {

    private final Demand demand;
    private final Volumes volumes;
    private final AssumptionBook book;
    private final Forecasting forecasting;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    DemandController(
            Demand demand,
            Volumes volumes,
            AssumptionBook book,
            Forecasting forecasting,
            Directory directory,
            Whom whom,
            Access access) {
        this.demand = demand;
        this.volumes = volumes;
        this.book = book;
        this.forecasting = forecasting;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    // ------------------------------------------------------------------ volumes

    @GetMapping("/groups/{code}/volumes")
    @NeedsScope({TokenScope.SCHEDULE_READ, TokenScope.SCHEDULE_WRITE})
    @Operation(
            operationId = "getVolumes",
            summary = "Read a group's volumes",
            description =
                    "Of some days, the first and the last included, 100 at most. The ETag is the version"
                            + " of everything about the group's demand.")
    ResponseEntity<VolumesAnswer> volumes(
            @PathVariable String code,
            @RequestParam(defaultValue = "EXPECTED") Volumes.Kind kind,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to) {
        var group = readable(code);
        return volumes(group, kind, from, to);
    }

    @PutMapping("/groups/{code}/volumes")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "putVolumes",
            summary = "Replace a group's volumes",
            description =
                    "Of some days, the first and the last included. Half hours that are not sent are"
                            + " unknown afterwards. If-Match guards against overwriting somebody else's"
                            + " change.")
    ResponseEntity<VolumesAnswer> putVolumes(
            @PathVariable String code,
            @RequestParam(defaultValue = "EXPECTED") Volumes.Kind kind,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody VolumesForm form) {
        var group = writable(code);
        volumes.replace(
                group.id(),
                kind,
                days(from, to, zone(group)),
                form.read(),
                ETags.expectedLong(ifMatch, null));
        return volumes(group, kind, from, to);
    }

    private ResponseEntity<VolumesAnswer> volumes(
            Group group, Volumes.Kind kind, LocalDate from, LocalDate to) {
        var sheet = volumes.read(group.id(), kind, days(from, to, zone(group)));
        return ResponseEntity.ok()
                .eTag(ETags.of(sheet.version()))
                .body(
                        new VolumesAnswer(
                                group.code(),
                                kind,
                                from,
                                to,
                                sheet.lines().stream()
                                        .map(line ->
                                                new VolumeAnswer(
                                                        line.volume().start(),
                                                        decimal(line.volume().contacts(), 3),
                                                        line.volume().handling().toSeconds(),
                                                        line.origin()))
                                        .toList(),
                                sheet.version()));
    }

    // ------------------------------------------------------------------ required heads

    @GetMapping("/groups/{code}/required-heads")
    @NeedsScope({TokenScope.SCHEDULE_READ, TokenScope.SCHEDULE_WRITE})
    @Operation(
            operationId = "getRequiredHeads",
            summary = "Read the heads a group needs",
            description =
                    "Heads on the plan for each half hour of some days of which something is known:"
                            + " decided ones as they were sent, all others computed from what is expected, with"
                            + " the figures behind them. The ETag is the version of everything about the"
                            + " group's demand.")
    ResponseEntity<RequiredAnswer> required(
            @PathVariable String code, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return required(readable(code), from, to);
    }

    @PutMapping("/groups/{code}/required-heads")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "putRequiredHeads",
            summary = "Decide the heads a group needs",
            description =
                    "Of some days, the first and the last included. Half hours that are not sent are"
                            + " computed again. If-Match guards against overwriting somebody else's change.")
    ResponseEntity<RequiredAnswer> putRequired(
            @PathVariable String code,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HeadsForm form) {
        var group = writable(code);
        volumes.decideHeads(
                group.id(),
                days(from, to, zone(group)),
                form.read(),
                ETags.expectedLong(ifMatch, null));
        return required(group, from, to);
    }

    private ResponseEntity<RequiredAnswer> required(Group group, LocalDate from, LocalDate to) {
        var span = days(from, to, zone(group));
        long version = volumes.decidedHeads(group.id(), span).version();
        return ResponseEntity.ok()
                .eTag(ETags.of(version))
                .body(
                        new RequiredAnswer(
                                group.code(),
                                from,
                                to,
                                demand.requirements(group.id(), span).stream()
                                        .map(DemandController::answer)
                                        .toList(),
                                version));
    }

    private static RequirementAnswer answer(Requirement required) {
        return switch (required.basis()) {
            case Imported _ ->
                    new RequirementAnswer(
                            required.start(),
                            required.heads(),
                            "DECIDED",
                            null,
                            null,
                            null,
                            null,
                            null);
            case Queue queue ->
                    new RequirementAnswer(
                            required.start(),
                            required.heads(),
                            "COMPUTED",
                            queue.working(),
                            decimal(queue.erlangs(), 2),
                            decimal(queue.serviceLevel().percent(), 2),
                            decimal(queue.occupancy().percent(), 2),
                            decimal(queue.answer().toMillis() / 1_000.0, 1));
            case Backlog backlog ->
                    new RequirementAnswer(
                            required.start(),
                            required.heads(),
                            "COMPUTED",
                            backlog.working(),
                            null,
                            null,
                            null,
                            null);
        };
    }

    @GetMapping("/units/{code}/required-heads")
    @NeedsScope({TokenScope.SCHEDULE_READ, TokenScope.SCHEDULE_WRITE})
    @Operation(
            operationId = "getRequiredHeadsOfUnit",
            summary = "Read the heads a unit needs",
            description =
                    "Those of its groups and of the groups of all units below it, added up, for every half"
                            + " hour of some days; null where nobody has said what is expected.")
    UnitHeadsAnswer unit(
            @PathVariable String code, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        var unit =
                whom.unit(code, access.scope(Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE));
        var zone = directory.unit(unit).map(Unit::zone).orElse(ZoneOffset.UTC);
        return new UnitHeadsAnswer(
                code,
                from,
                to,
                demand.requiredHeads(unit, null, days(from, to, zone)).halfHours().stream()
                        .map(each -> new HeadsAnswer(each.start(), each.heads()))
                        .toList());
    }

    // ------------------------------------------------------------------ assumptions

    @GetMapping("/groups/{code}/assumptions")
    @NeedsScope({TokenScope.SCHEDULE_READ, TokenScope.SCHEDULE_WRITE})
    @Operation(
            operationId = "getAssumptions",
            summary = "Read what a group promises and reckons with",
            description =
                    "Each from a date on, the shipped ones first, without one. The ETag is the version of"
                            + " everything about the group's demand.")
    ResponseEntity<AssumptionsAnswer> assumptions(@PathVariable String code) {
        return assumptions(readable(code));
    }

    @PutMapping("/groups/{code}/assumptions/{validFrom}")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "putAssumptions",
            summary = "Decide what a group promises and reckons with, from a date on",
            description =
                    "What was decided of the same date is replaced. If-Match guards against overwriting"
                            + " somebody else's change.")
    ResponseEntity<AssumptionsAnswer> putAssumptions(
            @PathVariable String code,
            @PathVariable LocalDate validFrom,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AssumptionForm form) {
        var group = writable(code);
        book.decide(group.id(), form.read(validFrom), ETags.expectedLong(ifMatch, null));
        return assumptions(group);
    }

    @DeleteMapping("/groups/{code}/assumptions/{validFrom}")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "deleteAssumptions",
            summary = "Take back what was decided from a date on",
            description = "What held before holds on.")
    ResponseEntity<AssumptionsAnswer> deleteAssumptions(
            @PathVariable String code,
            @PathVariable LocalDate validFrom,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        var group = writable(code);
        book.takeBack(group.id(), validFrom, ETags.expectedLong(ifMatch, null));
        return assumptions(group);
    }

    private ResponseEntity<AssumptionsAnswer> assumptions(Group group) {
        var read = book.read(group.id());
        return ResponseEntity.ok()
                .eTag(ETags.of(read.version()))
                .body(
                        new AssumptionsAnswer(
                                group.code(),
                                read.all().stream().map(AssumptionAnswer::of).toList(),
                                read.version()));
    }

    // ------------------------------------------------------------------ forecast

    @GetMapping("/groups/{code}/forecast")
    @NeedsScope({TokenScope.SCHEDULE_READ, TokenScope.SCHEDULE_WRITE})
    @Operation(
            operationId = "getForecast",
            summary = "Read the forecast of a week",
            description =
                    "From the same weekdays of the six weeks before, and how far off it would have been in"
                            + " the last four. Of days without enough history there is none.")
    ForecastAnswer forecast(@PathVariable String code, @RequestParam LocalDate week) {
        return ForecastAnswer.of(forecasting.week(readable(code).id(), week));
    }

    @PostMapping("/groups/{code}/forecast/take")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "takeForecast",
            summary = "Take the forecast of a week as what is expected",
            description = "From today on; what was sent for a half hour stays.")
    TakenAnswer take(
            @PathVariable String code,
            @RequestParam LocalDate week,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return new TakenAnswer(
                forecasting.take(writable(code).id(), week, ETags.expectedLong(ifMatch, null)));
    }

    // ------------------------------------------------------------------ whose, and when

    private Group readable(String code) {
        return whom.group(code, access.scope(Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE));
    }

    private Group writable(String code) {
        return whom.group(code, access.scope(Permission.SCHEDULE_WRITE));
    }

    private ZoneId zone(Group group) {
        return directory.unit(group.unit()).map(Unit::zone).orElse(ZoneOffset.UTC);
    }

    private static TimeSpan days(LocalDate from, LocalDate to, ZoneId zone) {
        var problems = new InvalidInput.Collector();
        problems.check(
                from.getYear() >= 2000 && from.getYear() <= 2199,
                "/from",
                "The first day is between 2000 and 2199.");
        problems.check(
                !to.isBefore(from) && to.getYear() <= 2199,
                "/to",
                "The last day is not before the first.");
        problems.throwIfAny();
        return TimeSpan.of(new DayPeriod(from, zone).start(), new DayPeriod(to, zone).end());
    }

    private static BigDecimal decimal(double value, int places) {
        var rounded =
                BigDecimal.valueOf(value)
                        .setScale(places, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static @Nullable BigDecimal decimal(OptionalDouble value) {
        return value.isEmpty() ? null : decimal(value.getAsDouble(), 2);
    }

    // ------------------------------------------------------------------ shapes

    @Schema(name = "VolumesForm")
    record VolumesForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                    @Nullable List<@Nullable VolumeForm> volumes) {

        List<Volume> read() {
            if (volumes == null) {
                throw InvalidInput.of(
                        "/volumes", "The volumes are needed; an empty list clears the days.");
            }
            var problems = new InvalidInput.Collector();
            var read = new ArrayList<Volume>();
            for (int i = 0; i < volumes.size(); i++) {
                var each = volumes.get(i);
                var pointer = "/volumes/" + i;
                if (each == null) {
                    problems.add(pointer, "A volume is a JSON object.");
                    continue;
                }
                var start = start(each.start(), pointer, problems);
                var contacts = each.contacts();
                var handling = each.handlingSeconds();
                boolean fine =
                        problems.check(
                                contacts != null,
                                pointer + "/contacts",
                                "The number of contacts is needed.");
                fine &=
                        problems.check(
                                handling != null,
                                pointer + "/handlingSeconds",
                                "The average handling time is needed, in seconds.");
                if (start != null && fine && contacts != null && handling != null) {
                    read.add(
                            new Volume(
                                    start,
                                    Math.rint(contacts.doubleValue() * 1_000) / 1_000,
                                    Duration.ofSeconds(handling)));
                }
            }
            problems.throwIfAny();
            return read;
        }
    }

    private static @Nullable Instant start(
            @Nullable Instant start, String pointer, InvalidInput.Collector problems) {
        problems.check(
                start != null,
                pointer + "/start",
                "The start is needed, with an offset, such as " + Rfc3339.EXAMPLE + ".");
        return start;
    }

    /// @param handlingSeconds how long one takes on average
    @Schema(name = "VolumeForm")
    record VolumeForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Instant start,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0")
                    @Nullable BigDecimal contacts,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "86400")
                    @Nullable Integer handlingSeconds) {}

    /// @param version counts the changes of the group's demand; the ETag
    @Schema(name = "Volumes")
    record VolumesAnswer(
            String group,
            Volumes.Kind kind,
            LocalDate from,
            LocalDate to,
            List<VolumeAnswer> volumes,
            long version) {}

    /// @param origin GIVEN by a person or a program, or taken from the FORECAST
    @Schema(name = "Volume")
    record VolumeAnswer(
            Instant start, BigDecimal contacts, long handlingSeconds, Volumes.Origin origin) {}

    @Schema(name = "HeadsForm")
    record HeadsForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                    @Nullable List<@Nullable HeadForm> heads) {

        Map<Instant, Integer> read() {
            if (heads == null) {
                throw InvalidInput.of(
                        "/heads", "The heads are needed; an empty list has them computed again.");
            }
            var problems = new InvalidInput.Collector();
            var read = new TreeMap<Instant, Integer>();
            for (int i = 0; i < heads.size(); i++) {
                var each = heads.get(i);
                var pointer = "/heads/" + i;
                if (each == null) {
                    problems.add(pointer, "Heads are a JSON object.");
                    continue;
                }
                var start = start(each.start(), pointer, problems);
                var number = each.heads();
                problems.check(
                        number != null, pointer + "/heads", "The number of heads is needed.");
                if (start != null && number != null) {
                    problems.check(
                            read.put(start, number) == null,
                            pointer + "/start",
                            "This half hour is there twice.");
                }
            }
            problems.throwIfAny();
            return read;
        }
    }

    @Schema(name = "HeadForm")
    record HeadForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Instant start,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0", maximum = "10000")
                    @Nullable Integer heads) {}

    /// @param version counts the changes of the group's demand; the ETag
    @Schema(name = "RequiredHeads")
    record RequiredAnswer(
            String group,
            LocalDate from,
            LocalDate to,
            List<RequirementAnswer> halfHours,
            long version) {}

    /// @param heads on the plan, breaks and the like included
    /// @param origin DECIDED, or COMPUTED from what is expected
    /// @param working heads at work; null when decided
    /// @param erlangs the traffic; null when decided, and for tickets
    /// @param serviceLevelPercent answered in time with so many
    /// @param occupancyPercent of the time at work in which they are busy
    /// @param averageAnswerSeconds how long a contact waits on average
    @Schema(name = "Requirement")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RequirementAnswer(
            Instant start,
            int heads,
            String origin,
            @Nullable Integer working,
            @Nullable BigDecimal erlangs,
            @Nullable BigDecimal serviceLevelPercent,
            @Nullable BigDecimal occupancyPercent,
            @Nullable BigDecimal averageAnswerSeconds) {}

    @Schema(name = "RequiredHeadsOfUnit")
    record UnitHeadsAnswer(
            String unit, LocalDate from, LocalDate to, List<HeadsAnswer> halfHours) {}

    @Schema(name = "Heads")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record HeadsAnswer(Instant start, @Nullable Integer heads) {}

    /// @param backlogSeconds until when a ticket is to be done, in opening hours; whole half hours
    @Schema(name = "AssumptionsForm")
    record AssumptionForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "99.9")
                    @Nullable BigDecimal targetPercent,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0", maximum = "3600")
                    @Nullable Integer withinSeconds,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0", maximum = "80")
                    @Nullable BigDecimal shrinkagePercent,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "10", maximum = "100")
                    @Nullable BigDecimal maxOccupancyPercent,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "20")
                    @Nullable Integer concurrency,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            minimum = "1800",
                            maximum = "288000")
                    @Nullable Integer backlogSeconds) {

        Assumptions read(LocalDate validFrom) {
            var problems = new InvalidInput.Collector();
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("/targetPercent", targetPercent);
            fields.put("/withinSeconds", withinSeconds);
            fields.put("/shrinkagePercent", shrinkagePercent);
            fields.put("/maxOccupancyPercent", maxOccupancyPercent);
            fields.put("/concurrency", concurrency);
            fields.put("/backlogSeconds", backlogSeconds);
            fields.forEach(
                    (pointer, value) -> problems.check(value != null, pointer, "This is needed."));
            problems.throwIfAny();
            var read =
                    new Assumptions(
                            validFrom,
                            share(targetPercent, "/targetPercent", problems),
                            Duration.ofSeconds(number(withinSeconds)),
                            share(shrinkagePercent, "/shrinkagePercent", problems),
                            share(maxOccupancyPercent, "/maxOccupancyPercent", problems),
                            number(concurrency),
                            Duration.ofSeconds(number(backlogSeconds)));
            problems.throwIfAny();
            return read;
        }

        private static int number(@Nullable Integer value) {
            return value == null ? 0 : value;
        }

        private static Share share(
                @Nullable BigDecimal percent, String pointer, InvalidInput.Collector problems) {
            double value = percent == null ? 0 : percent.doubleValue();
            boolean fine =
                    problems.check(
                            value >= 0 && value <= 100, pointer, "This is between 0 and 100.");
            return Share.ofPercent(fine ? value : 0);
        }
    }

    /// @param assumptions in the order of their dates
    /// @param version counts the changes of the group's demand; the ETag
    @Schema(name = "AssumptionsOfGroup")
    record AssumptionsAnswer(String group, List<AssumptionAnswer> assumptions, long version) {}

    /// @param validFrom null: as shipped
    @Schema(name = "Assumptions")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AssumptionAnswer(
            @Nullable LocalDate validFrom,
            BigDecimal targetPercent,
            long withinSeconds,
            BigDecimal shrinkagePercent,
            BigDecimal maxOccupancyPercent,
            int concurrency,
            long backlogSeconds) {

        static AssumptionAnswer of(Assumptions it) {
            return new AssumptionAnswer(
                    it.validFrom().equals(LocalDate.EPOCH) ? null : it.validFrom(),
                    decimal(it.target().percent(), 1),
                    it.within().toSeconds(),
                    decimal(it.shrinkage().percent(), 1),
                    decimal(it.maxOccupancy().percent(), 1),
                    it.concurrency(),
                    it.backlog().toSeconds());
        }
    }

    /// @param errorPercent how far off the half hours of past weeks were, weighted by volume
    ///   (WAPE); null: too little history
    /// @param biasPercent how much too high past weeks were; negative: too low
    @Schema(name = "Forecast")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ForecastAnswer(
            String group,
            LocalDate monday,
            @Nullable BigDecimal errorPercent,
            @Nullable BigDecimal biasPercent,
            int weeksHeldOut,
            List<ForecastVolume> volumes) {

        static ForecastAnswer of(DemandWeek week) {
            return new ForecastAnswer(
                    week.group().code(),
                    week.monday(),
                    decimal(week.error().wape()),
                    decimal(week.error().bias()),
                    week.error().weeks().size(),
                    week.forecast().stream()
                            .flatMap(day -> day.volumes().stream())
                            .map(volume ->
                                    new ForecastVolume(
                                            volume.start(),
                                            decimal(volume.contacts(), 3),
                                            volume.handling().toSeconds()))
                            .toList());
        }
    }

    @Schema(name = "ForecastVolume")
    record ForecastVolume(Instant start, BigDecimal contacts, long handlingSeconds) {}

    /// @param taken how many half hours are expected from the forecast now
    @Schema(name = "TakenForecast")
    record TakenAnswer(int taken) {}
}
