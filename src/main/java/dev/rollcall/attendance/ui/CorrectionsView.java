package dev.rollcall.attendance.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouterLink;
import dev.rollcall.attendance.Correction;
import dev.rollcall.attendance.Correction.Progress;
import dev.rollcall.attendance.Corrections;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.Reasons;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The corrections people asked for: those that wait first of all, for whoever decides about them.
/// Whoever decides about nobody sees their own.
@Route("reports/attendance/corrections")
@RouteAlias("reports/attendance/corrections/:record")
@Requires({Permission.PRESENCE_VIEW, Permission.ADHERENCE_OWN})
final class CorrectionsView extends BrowseView<Correction> implements CorrectionDrawer.Actions {

    private static final String SHOW = "show";
    private static final String ALL = "all";
    private static final List<String> SHOWN =
            List.of(token(Progress.ASKED), token(Progress.APPROVED), token(Progress.REFUSED), ALL);

    private final Corrections corrections;
    private final Directory directory;
    private final Access access;
    private final AttendanceWords attendance;
    private final CorrectionWords words;
    private final Segments<String> shown;

    CorrectionsView(Corrections corrections, Directory directory, Reasons reasons, Access access) {
        super("attendance.correction", grid(directory, reasons));
        this.corrections = corrections;
        this.directory = directory;
        this.access = access;
        attendance = new AttendanceWords(this::getTranslation, getLocale(), reasons);
        words = new CorrectionWords(this::getTranslation, attendance);
        shown =
                new Segments<>(
                        words.say("show"),
                        SHOWN,
                        each -> words.say("show." + each),
                        each ->
                                choose(
                                        query().opening(null)
                                                .with(
                                                        SHOW,
                                                        each.equals(SHOWN.getFirst())
                                                                ? null
                                                                : each)));
        page().addTool(shown);
        page().addBeside(
                        new RouterLink(
                                getTranslation("attendance.report.title"), AttendanceView.class));
    }

    private static CorrectionGrid grid(Directory directory, Reasons reasons) {
        var ui = UI.getCurrentOrThrow();
        var words = new AttendanceWords(ui::getTranslation, ui.getLocale(), reasons);
        return new CorrectionGrid(
                new CorrectionWords(ui::getTranslation, words),
                id -> directory.agent(id).map(Agent::name).orElse(AttendanceWords.NOTHING),
                id -> zone(directory, id));
    }

    private static ZoneId zone(Directory directory, AgentId id) {
        return directory.agent(id).map(Agent::zone).orElse(ZoneOffset.UTC);
    }

    private static String token(Progress progress) {
        return progress.name().toLowerCase(Locale.ROOT);
    }

    private Scope scope() {
        return access.scope(Permission.PRESENCE_VIEW, Permission.ADHERENCE_OWN);
    }

    @Override
    protected void showList(BrowseQuery wanted) {
        var choice = wanted.get(SHOW).filter(SHOWN::contains).orElse(SHOWN.getFirst());
        shown.show(choice);
        var read = corrections.page(progress(choice), wanted.before(), PAGE + 1, scope());
        showPage(
                read,
                Correction::number,
                words.say("waiting", corrections.waiting(scope())),
                nothing(new Paragraph(words.say("none"))));
    }

    private static @Nullable Progress progress(String choice) {
        return Arrays.stream(Progress.values())
                .filter(each -> token(each).equals(choice))
                .findFirst()
                .orElse(null);
    }

    @Override
    protected Optional<Drawer> drawer(String record) {
        return record.matches("[0-9]{1,18}")
                ? corrections.find(Long.parseLong(record), scope()).flatMap(this::drawer)
                : Optional.empty();
    }

    private Optional<Drawer> drawer(Correction correction) {
        return directory
                .agent(correction.agent())
                .map(agent ->
                        new CorrectionDrawer(
                                correction,
                                agent,
                                corrections.reported(correction, scope()),
                                attendance,
                                corrections.mayDecide(correction),
                                corrections.mayWithdraw(correction),
                                this));
    }

    // ------------------------------------------------------------------ what can be done

    @Override
    public void approve(Correction correction, String note) {
        attempt(
                () -> corrections.approve(correction.number(), correction.version(), note),
                "approved");
    }

    @Override
    public void refuse(Correction correction, String note) {
        attempt(
                () -> corrections.refuse(correction.number(), correction.version(), note),
                "refused");
    }

    @Override
    public void withdraw(Correction correction) {
        attempt(() -> corrections.withdraw(correction.number(), correction.version()), "withdrawn");
    }

    private void attempt(Runnable deed, String done) {
        try {
            deed.run();
            tell(words.say("done." + done));
        } catch (InvalidInput e) {
            // Said at the note it is about.
            throw e;
        } catch (EditConflict e) {
            tell(words.conflict(e));
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
        refresh();
    }
}
