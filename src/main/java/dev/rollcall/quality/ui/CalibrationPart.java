package dev.rollcall.quality.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rollcall.kit.RowList;

/// Calibration sessions, the latest first.
final class CalibrationPart extends Div {

    CalibrationPart(QualitySources sources, QualityWords words) {
        addClassName("quality-list");
        var what = new Paragraph(words.say("calibration.what"));
        what.addClassName("records-what");
        add(what);
        var sessions = sources.calibrations().list();
        if (sessions.isEmpty()) {
            var none = new Div(new Paragraph(words.say("calibration.none")));
            none.addClassName("board-empty");
            add(none);
            return;
        }
        var list = new RowList();
        for (var each : sessions) {
            var state =
                    !each.isOpen()
                            ? "calibration.closed"
                            : each.own() == null ? "calibration.yours" : "calibration.given";
            list.row(
                    each.name(),
                    words.say(
                            "calibration.line",
                            sources.name(each.interaction().agent()),
                            words.channel(each.interaction().channel()),
                            words.at(each.interaction()),
                            each.facilitator(),
                            each.scorers().size(),
                            words.say(state)),
                    "quality/calibrations/" + each.number(),
                    "");
        }
        add(list);
    }
}
