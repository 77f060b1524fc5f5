package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Category;
import dev.rollcall.security.Access;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/// The kinds of blocks one may plan.
@RestController
@RequestMapping(ApiRequests.BASE + "/activities")
@Tag(name = "Schedule")
class ActivitiesController {

    private final Activities activities;
    private final Access access;

    ActivitiesController(Activities activities, Access access) {
        this.activities = activities;
        this.access = access;
    }

    @GetMapping
    @NeedsScope({})
    @Operation(
            operationId = "listActivities",
            summary = "List activities",
            description = "What a schedule may name.")
    Page<ActivityAnswer> list() {
        access.viewer();
        return new Page<>(activities.all().stream().map(ActivityAnswer::of).toList(), null);
    }

    @GetMapping("/{code}")
    @NeedsScope({})
    @Operation(operationId = "getActivity", summary = "Read an activity")
    ResponseEntity<ActivityAnswer> get(@PathVariable String code) {
        access.viewer();
        return activities
                .of(code)
                .map(ActivitiesController::answer)
                .orElseThrow(() -> new NotFound("activity", code));
    }

    @PutMapping("/{code}")
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "putActivity",
            summary = "Add or change an activity",
            description = "Its category, and whether it needs presence, stay what they were.")
    ResponseEntity<ActivityAnswer> put(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable String ifNoneMatch,
            @RequestBody ActivityForm form) {
        return answer(
                activities.save(
                        form.read(code, activities.of(code).orElse(null)),
                        ETags.expectedLong(ifMatch, ifNoneMatch),
                        access.viewer().actor()));
    }

    private static ResponseEntity<ActivityAnswer> answer(Activity activity) {
        return ResponseEntity.ok()
                .eTag(ETags.of(activity.version()))
                .body(ActivityAnswer.of(activity));
    }

    /// @param paid null: true
    /// @param needsPresence null: as it is; of a new one true, but for TIME_OFF, which never does
    @Schema(name = "ActivityForm")
    record ActivityForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"WORK", "AUXILIARY", "TIME_OFF"})
                    @Nullable Category category,
            @Schema(example = "moss") @Nullable String colour,
            @Nullable Boolean paid,
            @Nullable Boolean needsPresence) {

        /// @param known the activity as it is, null for a new one
        Activity read(String code, @Nullable Activity known) {
            var problems = new InvalidInput.Collector();
            problems.check(name != null, "/name", "A name is needed.");
            problems.check(
                    category != null, "/category", "The category is WORK, AUXILIARY or TIME_OFF.");
            problems.throwIfAny();
            return new Activity(
                    code,
                    name == null ? "" : name,
                    category == null ? Category.WORK : category,
                    colour == null ? "other" : colour,
                    paid == null || paid,
                    needsPresence(known),
                    0);
        }

        private boolean needsPresence(@Nullable Activity known) {
            if (needsPresence != null) {
                return needsPresence;
            }
            // Another category than the known one is refused, and for that reason.
            return known == null || known.category() != category
                    ? category != Category.TIME_OFF
                    : known.needsPresence();
        }
    }

    /// @param needsPresence null, and left out, where it is as usual: everything but TIME_OFF does
    @Schema(name = "Activity")
    record ActivityAnswer(
            String code,
            String name,
            Category category,
            String colour,
            boolean paid,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(
                            requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                            description =
                                    "Left out where it is as usual: everything but TIME_OFF needs it.")
                    @Nullable Boolean needsPresence,
            long version) {

        static ActivityAnswer of(Activity activity) {
            return new ActivityAnswer(
                    activity.code(),
                    activity.name(),
                    activity.category(),
                    activity.colour(),
                    activity.paid(),
                    isUsual(activity) ? null : activity.needsPresence(),
                    activity.version());
        }

        private static boolean isUsual(Activity activity) {
            return activity.needsPresence() == (activity.category() != Category.TIME_OFF);
        }
    }
}
