package dev.rollcall.adherence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.adherence.settings.Setting;
import dev.rollcall.shared.InvalidInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one level of the organisation says about adherence, as it is written down. Whatever is left
/// out is inherited from the unit above, then from the organisation, then from what is shipped.
///
/// @param workingPresences presences, or bases, in which a person works
/// @param severeSeconds out for this long or longer is severe
/// @param targetPercent the score to reach, 0 to 100
/// @param chainedExcuse whether what a contact takes of a break is given back after it; programs
///   that know nothing of it find nothing where it is not
/// @param effectiveFrom the first day these hold; older days keep the rules they were judged by.
///   Left out: today
public record SettingsForm(
        @Nullable List<@Nullable MappingForm> mapping,
        @Nullable String unmapped,
        @Nullable String unscheduled,
        @Nullable GraceSettings grace,
        @Nullable List<@Nullable String> workingPresences,
        @Nullable Long severeSeconds,
        @Nullable BigDecimal targetPercent,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean chainedExcuse,
        @Nullable LocalDate effectiveFrom) {

    /// What a level says, as it is written down.
    ///
    /// @param from the first day it holds, null: today
    public static SettingsForm of(OwnRules own, @Nullable LocalDate from) {
        var graces = new LinkedHashMap<String, @Nullable GraceForm>();
        own.graceByActivity()
                .forEach((activity, grace) -> graces.put(activity, GraceForm.of(grace)));
        var grace = own.grace() == null ? null : GraceForm.of(own.grace());
        return new SettingsForm(
                own.mapping() == null
                        ? null
                        : own.mapping().stream()
                                .<@Nullable MappingForm>map(MappingForm::of)
                                .toList(),
                own.unmapped() == null ? null : own.unmapped().name(),
                own.unscheduled() == null ? null : own.unscheduled().name(),
                grace == null && graces.isEmpty()
                        ? null
                        : new GraceSettings(grace, graces.isEmpty() ? null : graces),
                own.workingPresences() == null ? null : new ArrayList<>(own.workingPresences()),
                own.severe() == null ? null : own.severe().toSeconds(),
                own.targetPercent(),
                own.chainedExcuse(),
                from);
    }

    /// What this says, once it is checked.
    OwnRules read() {
        var problems = new ArrayList<InvalidInput.Problem>();
        Map<String, Grace> graces =
                grace == null || grace.activities() == null
                        ? Map.of()
                        : GraceForm.readAll(grace.activities(), "", problems);
        var own =
                OwnRules.NOTHING
                        .withMapping(
                                mapping == null ? null : MappingForm.readAll(mapping, "", problems))
                        .with(
                                Setting.UNMAPPED,
                                unmapped == null ? null : Rules.Unmapped.valueOf(unmapped))
                        .with(
                                Setting.UNSCHEDULED,
                                unscheduled == null ? null : Rules.Unscheduled.valueOf(unscheduled))
                        .with(
                                Setting.WORKING_PRESENCES,
                                workingPresences == null
                                        ? null
                                        : workingPresences.stream()
                                                .filter(Objects::nonNull)
                                                .toList())
                        .with(
                                Setting.SEVERE,
                                severeSeconds == null ? null : Duration.ofSeconds(severeSeconds))
                        .with(Setting.TARGET, targetPercent)
                        .with(Setting.CHAINED_EXCUSE, chainedExcuse);
        if (grace != null && grace.forAll() != null) {
            own = own.withGrace(null, grace.forAll().read("", problems));
        }
        for (var each : graces.entrySet()) {
            own = own.withGrace(each.getKey(), each.getValue());
        }
        return own;
    }

    /// Checks every field that is there.
    ///
    /// @throws InvalidInput naming every field that is wrong
    void check() {
        var problems = new ArrayList<InvalidInput.Problem>();
        if (mapping != null) {
            MappingForm.readAll(mapping, "/mapping", problems);
        }
        Forms.choice(unmapped, Rules.Unmapped.class, Rules.Unmapped.NEUTRAL, "/unmapped", problems);
        Forms.choice(
                unscheduled,
                Rules.Unscheduled.class,
                Rules.Unscheduled.IGNORE,
                "/unscheduled",
                problems);
        if (grace != null && grace.forAll() != null) {
            grace.forAll().read("/grace/default", problems);
        }
        if (grace != null && grace.activities() != null) {
            GraceForm.readAll(grace.activities(), "/grace/activities/", problems);
        }
        if (workingPresences != null) {
            Forms.presences(workingPresences, "/workingPresences", problems);
        }
        if (effectiveFrom != null && !Forms.isKnown(effectiveFrom)) {
            problems.add(new InvalidInput.Problem("/effectiveFrom", Forms.whichDay()));
        }
        if (severeSeconds != null && severeSeconds < 0) {
            problems.add(
                    new InvalidInput.Problem(
                            "/severeSeconds",
                            Forms.sentence("seconds", "Seconds are not negative.")));
        }
        if (targetPercent != null
                && (targetPercent.signum() < 0
                        || targetPercent.compareTo(BigDecimal.valueOf(100)) > 0)) {
            problems.add(
                    new InvalidInput.Problem(
                            "/targetPercent",
                            Forms.sentence("target", "The target lies from 0 to 100.")));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
