package dev.rollcall.attendance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.attendance.Correction;
import dev.rollcall.attendance.Corrections;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FactList;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Agent;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.shared.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One correction in full: what the record says, what is said instead, and who decided about it.
final class CorrectionDrawer extends Drawer {

    /// What can be done about it.
    interface Actions {
        void close();

        /// @throws InvalidInput when the note will not do
        void approve(Correction correction, String note);

        /// @throws InvalidInput when the note will not do
        void refuse(Correction correction, String note);

        void withdraw(Correction correction);
    }

    private final Correction correction;
    private final CorrectionWords words;
    private final AttendanceWords attendance;
    private final Agent agent;
    private final TextArea note = new TextArea();

    /// @param reported what the record said about the span
    CorrectionDrawer(
            Correction correction,
            Agent agent,
            List<PresenceSegment> reported,
            AttendanceWords attendance,
            boolean mayDecide,
            boolean mayWithdraw,
            Actions actions) {
        super(actions::close);
        addClassName("attendance-drawer");
        this.correction = correction;
        this.agent = agent;
        this.attendance = attendance;
        this.words = new CorrectionWords(this::getTranslation, attendance);
        setTitle(agent.name(), words.kind(correction.kind()));
        add(facts(), new H3(words.say("reported")));
        if (reported.isEmpty()) {
            add(new Paragraph(words.say("reportedNothing")));
        } else {
            add(
                    new AttendanceSegments(
                            reported,
                            List.of(),
                            Map.of(),
                            agent.zone(),
                            LocalDate.ofInstant(correction.span().start(), agent.zone()),
                            attendance));
        }
        if (mayDecide) {
            addFoot(decision(actions));
        } else if (mayWithdraw) {
            var withdraw = new Button(words.say("withdraw"), _ -> actions.withdraw(correction));
            withdraw.setDisableOnClick(true);
            addFoot(buttons(withdraw));
        }
    }

    private FactList facts() {
        var facts = new FactList();
        facts.fact(words.say("progress"), words.progress(correction.progress()));
        facts.fact(words.say("when"), words.span(correction.span(), agent.zone()));
        facts.fact(attendance.say("zone"), agent.zone().getId());
        facts.fact(words.say("state"), words.state(correction));
        facts.fact(words.say("reason"), correction.reason());
        facts.fact(
                words.say("asked"),
                words.say(
                        "by",
                        correction.askedBy().name(),
                        Days.withTime(correction.askedAt(), getLocale())));
        facts.fact(words.say("decided"), words.decided(correction));
        facts.fact(words.say("note"), correction.note());
        return facts;
    }

    private Div decision(Actions actions) {
        note.setLabel(words.say("decide.note"));
        note.setHelperText(words.say("decide.noteHelp"));
        note.setMaxLength(Corrections.LONGEST_TEXT);
        note.setWidthFull();
        var approve = new Button(words.say("approve"), _ -> decide(actions::approve));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        var refuse = new Button(words.say("refuse"), _ -> decide(actions::refuse));
        var foot = new Div(note, buttons(approve, refuse));
        foot.addClassName("record-foot");
        return foot;
    }

    private static Div buttons(Button... buttons) {
        var div = new Div(buttons);
        div.addClassName("record-buttons");
        return div;
    }

    private interface Decision {
        void about(Correction correction, String note);
    }

    private void decide(Decision decision) {
        note.setInvalid(false);
        try {
            decision.about(correction, note.getValue());
        } catch (InvalidInput e) {
            note.setErrorMessage(Refusals.ofForm(this::getTranslation).say(e));
            note.setInvalid(true);
            note.focus();
        }
    }
}
