package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.work.GroupRules;
import dev.rollcall.work.GroupRules.SeenBy;
import dev.rollcall.work.Handling;
import dev.rollcall.work.OpenHours;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How one group handles its work.
@RestController
@RequestMapping(ApiRequests.BASE + "/groups/{code}/handling")
@Tag(name = "Work")
class HandlingController {

    private final Handling handling;
    private final Whom whom;
    private final Access access;

    HandlingController(Handling handling, Whom whom, Access access) {
        this.handling = handling;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope({TokenScope.WORK_READ, TokenScope.WORK_WRITE})
    @Operation(
            operationId = "getHandling",
            summary = "Read how a group handles its work",
            description =
                    "The current version, also as ETag; 0: the defaults. Hours are in the zone of the"
                            + " group's unit; none: at any hour.")
    ResponseEntity<HandlingAnswer> get(@PathVariable String code) {
        var group = group(code, access.scope(Permission.WORK_VIEW, Permission.WORK_WRITE));
        return tagged(group, handling.rules(group.id()));
    }

    @PutMapping
    @NeedsScope(TokenScope.WORK_WRITE)
    @Operation(
            operationId = "putHandling",
            summary = "Change how a group handles its work",
            description =
                    "Replaces everything: without a limit there is none, without hours work is handled"
                            + " at any hour. If-Match guards against overwriting somebody else's change.")
    ResponseEntity<HandlingAnswer> put(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HandlingForm form) {
        var group = group(code, access.scope(Permission.WORK_WRITE));
        var expected = ETags.expectedLong(ifMatch, null);
        long version = expected == null ? handling.rules(group.id()).version() : expected;
        return tagged(group, handling.decide(form.read(group.id(), version)));
    }

    /// Plain teams handle nothing.
    private Group group(String code, Scope scope) {
        var group = whom.group(code, scope);
        if (group.channel() == Channel.TEAM) {
            throw new NotFound("group that handles work", code);
        }
        return group;
    }

    private static ResponseEntity<HandlingAnswer> tagged(Group group, GroupRules rules) {
        return ResponseEntity.ok()
                .eTag(ETags.of(rules.version()))
                .body(
                        new HandlingAnswer(
                                group.code(),
                                rules.limitPerAgent(),
                                rules.automatic(),
                                rules.byHand(),
                                rules.whileUnavailable(),
                                rules.agentsSwitch(),
                                rules.seenBy(),
                                rules.hours().stream()
                                        .map(hours ->
                                                new HoursForm(
                                                        hours.weekday().name(),
                                                        hours.opens().toString(),
                                                        hours.closes().toString()))
                                        .toList(),
                                rules.version()));
    }

    /// @param limitPerAgent how many of its items one person has at most; null: no limit of its own
    /// @param hours null or none: at any hour
    @Schema(name = "HandlingForm")
    record HandlingForm(
            @Schema(minimum = "1", maximum = "" + Handling.MOST) @Nullable Integer limitPerAgent,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Boolean automatic,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Boolean byHand,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Boolean whileUnavailable,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Boolean agentsSwitch,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"MEMBERS", "UNIT"})
                    @Nullable String seenBy,
            @Nullable List<@Nullable HoursForm> hours) {

        GroupRules read(GroupId group, long version) {
            var problems = new InvalidInput.Collector();
            boolean assigns = said(automatic, "/automatic", problems);
            boolean taken = said(byHand, "/byHand", problems);
            boolean unavailable = said(whileUnavailable, "/whileUnavailable", problems);
            boolean switches = said(agentsSwitch, "/agentsSwitch", problems);
            var seers = oneOf(SeenBy.values(), seenBy);
            problems.check(seers.isPresent(), "/seenBy", "This is MEMBERS or UNIT.");
            var open = new ArrayList<OpenHours>();
            for (int i = 0; hours != null && i < hours.size(); i++) {
                HoursForm.read(hours.get(i), "/hours/" + i, problems).ifPresent(open::add);
            }
            problems.throwIfAny();
            return new GroupRules(
                    group,
                    limitPerAgent,
                    assigns,
                    taken,
                    unavailable,
                    switches,
                    seers.orElseThrow(),
                    open,
                    version);
        }

        private static boolean said(
                @Nullable Boolean value, String pointer, InvalidInput.Collector problems) {
            problems.check(value != null, pointer, "Say true or false.");
            return value != null && value;
        }
    }

    private static <E extends Enum<E>> Optional<E> oneOf(E[] values, @Nullable String name) {
        return Arrays.stream(values).filter(each -> each.name().equals(name)).findFirst();
    }

    /// A stretch of a weekday.
    ///
    /// @param closes 00:00: until the day ends
    @Schema(name = "OpenHours")
    record HoursForm(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {
                                "MONDAY",
                                "TUESDAY",
                                "WEDNESDAY",
                                "THURSDAY",
                                "FRIDAY",
                                "SATURDAY",
                                "SUNDAY"
                            })
                    @Nullable String weekday,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "08:00")
                    @Nullable String opens,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "17:00")
                    @Nullable String closes) {

        private static Optional<OpenHours> read(
                @Nullable HoursForm form, String pointer, InvalidInput.Collector problems) {
            if (form == null) {
                problems.add(pointer, "Hours are a JSON object.");
                return Optional.empty();
            }
            var day = oneOf(DayOfWeek.values(), form.weekday());
            problems.check(day.isPresent(), pointer + "/weekday", "This is MONDAY to SUNDAY.");
            var from = minute(form.opens(), pointer + "/opens", problems);
            var until = minute(form.closes(), pointer + "/closes", problems);
            if (day.isEmpty() || from.isEmpty() || until.isEmpty()) {
                return Optional.empty();
            }
            boolean endsWithTheDay = until.get().equals(LocalTime.MIDNIGHT);
            return problems.check(
                            endsWithTheDay || from.get().isBefore(until.get()),
                            pointer + "/closes",
                            "Hours end after they begin; 00:00 is the end of the day.")
                    ? Optional.of(new OpenHours(day.get(), from.get(), until.get()))
                    : Optional.empty();
        }

        private static Optional<LocalTime> minute(
                @Nullable String text, String pointer, InvalidInput.Collector problems) {
            try {
                var time = Optional.ofNullable(text).map(LocalTime::parse);
                if (time.filter(it -> it.toSecondOfDay() % 60 == 0 && it.getNano() == 0)
                        .isPresent()) {
                    return time;
                }
            } catch (DateTimeParseException e) {
                // Said below, as for what is missing.
            }
            problems.add(pointer, "This is a time in hours and minutes, such as 08:00.");
            return Optional.empty();
        }
    }

    /// @param version counts the changes; 0: never changed, the defaults
    @Schema(name = "Handling")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record HandlingAnswer(
            String group,
            @Nullable Integer limitPerAgent,
            boolean automatic,
            boolean byHand,
            boolean whileUnavailable,
            boolean agentsSwitch,
            SeenBy seenBy,
            List<HoursForm> hours,
            long version) {}
}
