package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.deeds.UndoToast;
import dev.rollcall.excuses.Excuse;
import dev.rollcall.excuses.Excuses;
import dev.rollcall.excuses.Explanation;
import dev.rollcall.excuses.Explanation.Progress;
import dev.rollcall.kit.BrowsePage;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FactList;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.EditConflict;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What waits to be decided, and what was excused: explanations, incidents and excuses.
@PartOfWorkforceManagement
@Route("excuses")
@RouteAlias("excuses/:record")
@Menu(title = "excuses.page.title", order = 10.5, icon = "vaadin:check-circle-o")
@Requires(Permission.ADHERENCE_WRITE)
final class ExcusesView extends BrowseView<ExcuseEntry> {

    private static final String SHOW = "show";
    private static final int MOST = 60;

    private enum Part {
        WAITING,
        DECIDED,
        INCIDENTS,
        EXCUSES;

        String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final ExcuseSources sources;
    private final ExcusePulse pulse;
    private final ExcuseWords words;
    private final Segments<Part> parts;
    private @Nullable Registration following;

    ExcusesView(ExcuseSources sources, ExcusePulse pulse) {
        super("excuses.page", grid(sources));
        this.sources = sources;
        this.pulse = pulse;
        words = words(sources);
        parts =
                new Segments<>(
                        words.say("page.show"),
                        List.of(Part.values()),
                        part -> words.say("page.show." + part),
                        part ->
                                choose(
                                        query().opening(null)
                                                .with(
                                                        SHOW,
                                                        part == Part.WAITING
                                                                ? null
                                                                : part.token())));
        var incident =
                new Button(
                        words.say("incident.label"),
                        VaadinIcon.FLAG_O.create(),
                        _ ->
                                new IncidentDialog(sources, words, sources.zone(), this::refresh)
                                        .open());
        incident.addThemeVariants(ButtonVariant.PRIMARY);
        page().addTool(parts);
        page().addBeside(incident);
    }

    private static ExcuseWords words(ExcuseSources sources) {
        var ui = UI.getCurrentOrThrow();
        return new ExcuseWords(
                ui::getTranslation, ui.getLocale(), sources.reasons().all(), sources.directory());
    }

    private static ExcuseGrid grid(ExcuseSources sources) {
        return new ExcuseGrid(words(sources), sources);
    }

    private Scope scope() {
        return sources.access().scope(Permission.ADHERENCE_WRITE);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        following =
                pulse.follow(
                        event.getUI(),
                        () -> sources.explanations().waiting(scope()),
                        // Read in a request of the browser's own: a push must not wait for it.
                        _ ->
                                getElement()
                                        .executeJs("return true")
                                        .then(Boolean.class, _ -> listAgain()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (following != null) {
            following.remove();
            following = null;
        }
        super.onDetach(event);
    }

    /// What somebody types in the drawer stays.
    private void listAgain() {
        showList(query());
    }

    @Override
    protected void showList(BrowseQuery wanted) {
        var part =
                wanted.get(SHOW)
                        .flatMap(token ->
                                List.of(Part.values()).stream()
                                        .filter(each -> each.token().equals(token))
                                        .findFirst())
                        .orElse(Part.WAITING);
        parts.show(part);
        int waiting = sources.explanations().waiting(scope());
        parts.rename(
                Part.WAITING,
                waiting == 0
                        ? words.say("page.show.WAITING")
                        : words.say("page.show.waitingCount", waiting));
        var read = read(part, wanted.before());
        showPage(
                read,
                ExcuseEntry::number,
                words.say("waiting", waiting),
                BrowsePage.empty(new Paragraph(words.say("page.none." + part))));
    }

    private List<ExcuseEntry> read(Part part, long before) {
        return switch (part) {
            case WAITING -> explanations(Progress.ASKED, before);
            case DECIDED ->
                    sources.explanations().decided(before, PAGE + 1, scope()).stream()
                            .<ExcuseEntry>map(ExcuseEntry.Explained::new)
                            .toList();
            case INCIDENTS -> excuses(true, before);
            case EXCUSES -> excuses(false, before);
        };
    }

    private List<ExcuseEntry> explanations(@Nullable Progress progress, long before) {
        return sources.explanations().page(progress, null, before, PAGE + 1, scope()).stream()
                .<ExcuseEntry>map(ExcuseEntry.Explained::new)
                .toList();
    }

    private List<ExcuseEntry> excuses(boolean incidents, long before) {
        return sources.excuses().page(incidents, null, before, PAGE + 1, scope()).stream()
                .<ExcuseEntry>map(ExcuseEntry.Excused::new)
                .toList();
    }

    // ------------------------------------------------------------------ one of them

    @Override
    protected Optional<Drawer> drawer(String record) {
        if (!record.matches("[xe][0-9]{1,18}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(record.substring(1));
        return record.startsWith("x")
                ? sources.explanations().find(number, scope()).map(this::explained)
                : sources.excuses().find(number, scope()).map(this::excused);
    }

    private ZoneId zone(Explanation explanation) {
        return sources.directory()
                .agent(explanation.agent())
                .map(Agent::zone)
                .orElseGet(Days::zone);
    }

    private Drawer explained(Explanation known) {
        var drawer = new Drawer(this::close);
        var zone = zone(known);
        drawer.setTitle(sources.name(known.agent()), words.progress(known.progress()));
        var facts = new FactList();
        facts.fact(words.say("page.when"), words.span(known.span(), zone));
        facts.fact(words.say("page.reason"), words.reason(known.reason()));
        facts.fact(words.say("page.text"), known.text());
        facts.fact(
                words.say("page.asked"),
                words.say(
                        "page.byAt",
                        known.askedBy().name(),
                        Days.withTime(known.askedAt(), getLocale())));
        var by = known.decidedBy();
        var at = known.decidedAt();
        if (by != null && at != null) {
            facts.fact(
                    words.say("page.decided"),
                    words.say("page.byAt", by.name(), Days.withTime(at, getLocale())));
            facts.fact(words.say("page.note"), known.note());
        }
        drawer.add(facts);
        if (sources.explanations().mayDecide(known)) {
            drawer.addFoot(
                    new Decision(
                            sources,
                            words,
                            known,
                            sources.explanations().suggestedEnd(known),
                            zone,
                            this::refresh));
        }
        return drawer;
    }

    private Drawer excused(Excuse known) {
        var drawer = new Drawer(this::close);
        var zone = sources.zone();
        drawer.setTitle(
                words.whom(known),
                words.say(known.reach().isIncident() ? "page.incident" : "page.excuse"));
        var facts = new FactList();
        facts.fact(words.say("page.state"), state(words, known));
        facts.fact(words.say("page.when"), words.span(known.span(), zone));
        facts.fact(words.say("page.reason"), words.reason(known.reason()));
        facts.fact(words.say("page.note"), known.note());
        facts.fact(
                words.say("page.given"),
                words.say(
                        "page.byAt", known.givenBy(), Days.withTime(known.givenAt(), getLocale())));
        var back = known.takenBackBy();
        var at = known.takenBackAt();
        if (back != null && at != null) {
            facts.fact(
                    words.say("page.takenBack"),
                    words.say("page.byAt", back, Days.withTime(at, getLocale())));
        }
        var covered = sources.excuses().covered(known, scope());
        facts.fact(
                words.say("page.covered", covered.size()),
                String.join(", ", covered.stream().limit(MOST).map(Agent::name).toList()));
        drawer.add(facts);
        if (known.holds() && sources.excuses().mayChange(known)) {
            drawer.addFoot(deeds(known));
        }
        return drawer;
    }

    static String state(ExcuseWords words, Excuse known) {
        return words.say(
                "state." + (!known.holds() ? "TAKEN_BACK" : known.goesOn() ? "GOES_ON" : "HOLDS"));
    }

    private Div deeds(Excuse known) {
        var deeds = new Div();
        deeds.addClassName("record-buttons");
        var now = sources.now();
        if (known.span().end().isAfter(now) && known.span().start().isBefore(now)) {
            var end =
                    new Button(
                            words.say("page.endNow"),
                            _ ->
                                    attempt(
                                            () ->
                                                    sources.excuses()
                                                            .end(
                                                                    known.number(),
                                                                    known.version(),
                                                                    sources.now()),
                                            "page.ended"));
            end.addThemeVariants(ButtonVariant.PRIMARY);
            end.setDisableOnClick(true);
            deeds.add(end);
        }
        var back =
                new Button(
                        words.say("part.takeBack"),
                        _ ->
                                attempt(
                                        () ->
                                                sources.excuses()
                                                        .takeBack(known.number(), known.version()),
                                        "page.takenBackNow"));
        back.setDisableOnClick(true);
        deeds.add(back);
        return deeds;
    }

    private void attempt(Supplier<Excuses.Done> deed, String done) {
        try {
            var result = deed.get();
            UndoToast.show(
                    sources.deeds(),
                    result.deed(),
                    words.say(done, words.whom(result.excuse())),
                    this::refresh);
        } catch (EditConflict e) {
            tell(words.conflict(e));
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
        refresh();
    }
}
