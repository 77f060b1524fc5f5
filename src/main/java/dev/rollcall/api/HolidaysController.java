package dev.rollcall.api;

import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.Holiday;
import dev.rollcall.schedule.HolidayCalendar;
import dev.rollcall.schedule.Holidays;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Public holidays of a unit.
@RestController
@RequestMapping(ApiRequests.BASE + "/units/{code}/holidays")
@Tag(name = "Holidays")
class HolidaysController {

    private static final int MOST_YEARS = 10;
    private static final String EXAMPLE =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Example//Holidays//EN
            BEGIN:VEVENT
            UID:new-year@example.org
            DTSTAMP:20260101T000000Z
            DTSTART;VALUE=DATE:20260101
            RRULE:FREQ=YEARLY
            SUMMARY:New Year
            END:VEVENT
            END:VCALENDAR
            """;

    private final Holidays holidays;
    private final HolidayCalendar calendar;
    private final Directory directory;
    private final Whom whom;
    private final Access access;
    private final ApplicationClock clock;

    HolidaysController(
            Holidays holidays,
            HolidayCalendar calendar,
            Directory directory,
            Whom whom,
            Access access,
            ApplicationClock clock) {
        this.holidays = holidays;
        this.calendar = calendar;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    @NeedsScope(TokenScope.SCHEDULE_READ)
    @Operation(
            operationId = "listHolidays",
            summary = "List the public holidays of a unit",
            description =
                    "Its own and those of the units above it, from one date to another, both included;"
                            + " at most ten years. Without dates those of this year.")
    ResponseEntity<Page<HolidayAnswer>> list(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = Page.EVERYBODY_AT_ONCE) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var unit = whom.unit(code, access.scope(Permission.SCHEDULE_VIEW));
        var first = from == null ? firstOf(unit, to) : from;
        Schedules.checkPlannable(first, from == null ? "/to" : "/from");
        var last = to == null ? first.plusYears(1).minusDays(1) : to;
        if (last.isBefore(first)) {
            throw InvalidInput.of("/to", "The last date is not before the first.");
        }
        if (last.isAfter(first.plusYears(MOST_YEARS))) {
            throw InvalidInput.of("/to", "Ask for at most " + MOST_YEARS + " years at a time.");
        }
        return Page.of(
                holidays.of(unit, first, last),
                holiday -> holiday.date().toString(),
                this::answer,
                limit,
                after);
    }

    /// The beginning of the year a last date lies in, or of the year it is there.
    private LocalDate firstOf(UnitId unit, @Nullable LocalDate to) {
        var zone = directory.unit(unit).map(Unit::zone).orElse(ZoneOffset.UTC);
        return (to == null ? LocalDate.ofInstant(clock.instant(), zone) : to).withDayOfYear(1);
    }

    private HolidayAnswer answer(Holiday holiday) {
        return new HolidayAnswer(
                holiday.date(),
                holiday.name(),
                directory.unit(holiday.unit()).map(Unit::code).orElse(""));
    }

    @PostMapping(path = "/imports", consumes = "text/calendar")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "importHolidays",
            summary = "Import public holidays from a calendar",
            description =
                    "**ics** (text/calendar, RFC 5545): every event lasts all day and is a holiday, by"
                            + " its SUMMARY; recurrences count, those without an end for five years from"
                            + " today. A day that is a holiday of the unit already gets the name of the"
                            + " file, and none is taken away. All or nothing unless partial; with dryRun"
                            + " nothing is written and the report is the same.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = HolidayImportAnswer.class)))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/calendar",
                            schema = @Schema(type = "string", example = EXAMPLE)))
    ResponseEntity<Object> post(
            @PathVariable String code,
            @RequestParam(defaultValue = "ics")
                    @Schema(allowableValues = "ics", defaultValue = "ics")
                    String format,
            @RequestParam(defaultValue = "false") boolean partial,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true)
                    @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false)
                    @Nullable String contentType,
            @RequestBody byte[] body) {
        var unit = whom.unit(code, access.scope(Permission.SCHEDULE_WRITE));
        if (!format.equals("ics")) {
            throw InvalidInput.of("/format", "The format is ics.");
        }
        var text = new String(body, ScheduleImportController.charset(contentType));
        var report = calendar.importIcs(unit, text, partial, dryRun);
        var rejected =
                report.rejected().stream().map(ScheduleImportController.RejectedLine::of).toList();
        if (!rejected.isEmpty() && !partial && !dryRun) {
            return ResponseEntity.badRequest()
                    .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                    .body(
                            ScheduleImportController.refusal(
                                    rejected, Map.of("imported", 0, "rejected", rejected)));
        }
        return ResponseEntity.ok(
                new HolidayImportAnswer(
                        report.days().size(),
                        report.days().stream()
                                .map(day ->
                                        new HolidayAnswer(
                                                day.date(),
                                                day.name(),
                                                directory.unit(unit).map(Unit::code).orElse(code)))
                                .toList(),
                        rejected));
    }

    /// @param unit the code of the unit it is kept at; it counts for the units below it, too
    @Schema(name = "Holiday")
    record HolidayAnswer(LocalDate date, String name, String unit) {}

    /// What became of a file; in a dry run, what its good lines would bring.
    ///
    /// @param imported how many days
    @Schema(name = "HolidayImportAnswer")
    record HolidayImportAnswer(
            int imported,
            List<HolidayAnswer> days,
            List<ScheduleImportController.RejectedLine> rejected) {}
}
