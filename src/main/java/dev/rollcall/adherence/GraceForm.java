package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.shared.InvalidInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Grace as it is written down: in the public interface, in stored settings, in forms. All times
/// are whole seconds; windows that are left out are 0.
///
/// @param model `NONE`, `MINIMUM_EXCEPTION`, `BOUNDARY` or `ALARM_ONLY`
/// @param seconds needed by MINIMUM_EXCEPTION and ALARM_ONLY
public record GraceForm(
        @Nullable String model,
        @Nullable Long seconds,
        @Nullable Long startBefore,
        @Nullable Long startAfter,
        @Nullable Long endBefore,
        @Nullable Long endAfter) {

    /// The grace this describes.
    ///
    /// @param pointer where it stands in the input, for example `/grace/default`
    /// @param problems takes what is wrong; the answer is NONE then
    Grace read(String pointer, List<InvalidInput.Problem> problems) {
        var wrong = new ArrayList<InvalidInput.Problem>();
        negative(pointer + "/seconds", seconds, wrong);
        negative(pointer + "/startBefore", startBefore, wrong);
        negative(pointer + "/startAfter", startAfter, wrong);
        negative(pointer + "/endBefore", endBefore, wrong);
        negative(pointer + "/endAfter", endAfter, wrong);
        var name = model == null ? "" : model;
        if ((name.equals("MINIMUM_EXCEPTION") || name.equals("ALARM_ONLY")) && seconds == null) {
            wrong.add(
                    new InvalidInput.Problem(
                            pointer + "/seconds",
                            Forms.sentence(
                                    "needsSeconds", "The model " + name + " needs seconds.")));
        }
        if (!wrong.isEmpty()) {
            problems.addAll(wrong);
            return new Grace.None();
        }
        return switch (name) {
            case "NONE" -> new Grace.None();
            case "MINIMUM_EXCEPTION" -> new Grace.MinimumException(duration(seconds));
            case "ALARM_ONLY" -> new Grace.AlarmOnly(duration(seconds));
            case "BOUNDARY" ->
                    new Grace.Boundary(
                            duration(startBefore),
                            duration(startAfter),
                            duration(endBefore),
                            duration(endAfter));
            default -> {
                problems.add(
                        new InvalidInput.Problem(
                                pointer + "/model",
                                "The model is NONE, MINIMUM_EXCEPTION, BOUNDARY or ALARM_ONLY"
                                        + (model == null ? "." : ", not \"" + model + "\".")));
                yield new Grace.None();
            }
        };
    }

    /// Grace by activity, as far as it can be read.
    static Map<String, Grace> readAll(
            Map<String, ? extends @Nullable GraceForm> forms,
            String pointer,
            List<InvalidInput.Problem> problems) {
        var graces = new HashMap<String, Grace>();
        forms.forEach((activity, form) -> {
            if (form == null) {
                problems.add(
                        new InvalidInput.Problem(
                                pointer + Forms.escaped(activity), "A grace model is missing."));
            } else {
                graces.put(activity, form.read(pointer + Forms.escaped(activity), problems));
            }
        });
        return graces;
    }

    static GraceForm of(Grace grace) {
        return switch (grace) {
            case Grace.None _ -> new GraceForm("NONE", null, null, null, null, null);
            case Grace.MinimumException g ->
                    new GraceForm(
                            "MINIMUM_EXCEPTION", g.duration().toSeconds(), null, null, null, null);
            case Grace.AlarmOnly g ->
                    new GraceForm("ALARM_ONLY", g.duration().toSeconds(), null, null, null, null);
            case Grace.Boundary g ->
                    new GraceForm(
                            "BOUNDARY",
                            null,
                            g.startBefore().toSeconds(),
                            g.startAfter().toSeconds(),
                            g.endBefore().toSeconds(),
                            g.endAfter().toSeconds());
        };
    }

    private static Duration duration(@Nullable Long seconds) {
        return seconds == null ? Duration.ZERO : Duration.ofSeconds(seconds);
    }

    private static void negative(
            String pointer, @Nullable Long seconds, List<InvalidInput.Problem> problems) {
        if (seconds != null && seconds < 0) {
            problems.add(
                    new InvalidInput.Problem(
                            pointer,
                            Forms.sentence(
                                    "seconds", "Seconds are not negative: " + seconds + ".")));
        }
    }
}
