package dev.rollcall.requests.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.ReasonDialog;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.planner.ShiftTemplates;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.AbsenceTypes;
import dev.rollcall.requests.Allowances;
import dev.rollcall.requests.Finding;
import dev.rollcall.requests.OpenShift;
import dev.rollcall.requests.OpenShifts;
import dev.rollcall.requests.Outlook;
import dev.rollcall.requests.RequestRules;
import dev.rollcall.requests.Swaps;
import dev.rollcall.requests.TimeOff;
import dev.rollcall.requests.TimeOffs;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// What waits for a decision of whoever plans people, with what it would mean; what those people
/// may take, and by which rule nobody has to decide.
@PartOfWorkforceManagement
@Route("requests/inbox")
@Menu(title = "requests.inbox.title", order = 27, icon = "vaadin:inbox")
@Requires(Permission.SCHEDULE_WRITE)
final class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(InboxView.class);
    private static final String SHOW = "show";
    private static final int MOST = 50;
    private static final int MESSAGE_MILLIS = 6000;

    /// What of the reasons of then the outlook of now does not say anew.
    private static final Set<Finding.Kind> SAID =
            Set.of(Finding.Kind.SHORT_NOTICE, Finding.Kind.NO_RULE, Finding.Kind.TOO_MANY_AWAY);

    private enum Part {
        WAITING,
        DECIDED,
        OPEN_SHIFTS,
        ALLOWANCES,
        RULES
    }

    /// What waits, the first day first, each with what approving it would mean.
    private record Model(
            Map<TimeOff, Optional<Outlook>> waiting,
            List<Swaps.Offer> swaps,
            List<OpenShift> shifts,
            List<TimeOff> decided) {

        /// Claims somebody has to choose among.
        List<OpenShift> claimed() {
            return shifts.stream()
                    .filter(OpenShift::isFree)
                    .filter(shift ->
                            shift.claims().stream()
                                    .anyMatch(
                                            claim -> claim.progress() == OpenShift.Progress.ASKED))
                    .toList();
        }

        int number() {
            return waiting.size() + swaps.size() + claimed().size();
        }
    }

    private final TimeOffs timeOffs;
    private final Swaps swaps;
    private final OpenShifts openShifts;
    private final ShiftTemplates templates;
    private final AbsenceTypes types;
    private final Allowances allowances;
    private final RequestRules rules;
    private final RequestPulse pulse;
    private final Access access;
    private final Directory directory;
    private final ApplicationClock clock;
    private final Segments<Part> parts;
    private final Div content = new Div();
    private final Set<Long> chosen = new HashSet<>();
    private Part part = Part.WAITING;

    /// Read with everything else: whoever is pushed to reads nothing.
    private volatile List<AbsenceType> known = List.of();

    private @Nullable Registration following;

    InboxView(
            TimeOffs timeOffs,
            Swaps swaps,
            OpenShifts openShifts,
            ShiftTemplates templates,
            AbsenceTypes types,
            Allowances allowances,
            RequestRules rules,
            RequestPulse pulse,
            Access access,
            Directory directory,
            ApplicationClock clock) {
        this.timeOffs = timeOffs;
        this.swaps = swaps;
        this.openShifts = openShifts;
        this.templates = templates;
        this.types = types;
        this.allowances = allowances;
        this.rules = rules;
        this.pulse = pulse;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
        addClassName("requests-view");
        parts =
                new Segments<>(
                        getTranslation("requests.inbox.title"),
                        Arrays.asList(Part.values()),
                        each -> getTranslation("requests.inbox.part." + each),
                        each ->
                                UI.getCurrentOrThrow()
                                        .navigate(
                                                InboxView.class,
                                                QueryParameters.of(SHOW, token(each))));
        content.addClassName("requests-content");
        add(new H1(getTranslation("requests.inbox.title")), parts, content);
    }

    private static String token(Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String getPageTitle() {
        return getTranslation("requests.inbox.title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getLocation().getQueryParameters().getSingleParameter(SHOW).orElse("");
        part =
                Arrays.stream(Part.values())
                        .filter(each -> token(each).equals(wanted))
                        .findFirst()
                        .orElse(Part.WAITING);
        parts.show(part);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        following =
                pulse.follow(
                        event.getUI(),
                        _ -> isList(),
                        this::read,
                        model -> {
                            if (isList()) {
                                show(model);
                            }
                        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    private boolean isList() {
        return part == Part.WAITING || part == Part.DECIDED || part == Part.OPEN_SHIFTS;
    }

    private RequestWords words() {
        return new RequestWords(this::getTranslation, getLocale(), known, directory);
    }

    private Model read() {
        known = types.all();
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        var waiting = new LinkedHashMap<TimeOff, Optional<Outlook>>();
        timeOffs.page(TimeOffs.Filter.WAITING, Long.MAX_VALUE, MOST, scope).stream()
                .sorted(Comparator.comparing(TimeOff::from))
                .forEach(each ->
                        waiting.put(
                                each,
                                timeOffs.mayDecide(each)
                                        ? Optional.of(timeOffs.outlook(each.number()))
                                        : Optional.empty()));
        var decided =
                timeOffs
                        .page(
                                new TimeOffs.Filter(null, null, null),
                                Long.MAX_VALUE,
                                2 * MOST,
                                scope)
                        .stream()
                        .filter(each -> !each.isWaiting())
                        .limit(MOST)
                        .toList();
        return new Model(waiting, swaps.waiting(), openShifts.posted(), decided);
    }

    private void show() {
        content.removeAll();
        try {
            known = types.all();
            switch (part) {
                case WAITING, DECIDED, OPEN_SHIFTS -> show(read());
                case ALLOWANCES ->
                        content.add(
                                new AllowancesPanel(
                                        allowances,
                                        rules.units(),
                                        known,
                                        LocalDate.ofInstant(clock.instant(), zone()).getYear(),
                                        words()));
                case RULES -> content.add(new RulesPanel(rules, directory, words()));
            }
        } catch (DataAccessException e) {
            LOG.warn("Requests cannot be shown: {}", e.getClass().getSimpleName());
            content.add(note(getTranslation("kit.browse.away")));
        }
    }

    private ZoneId zone() {
        return rules.units().stream().findFirst().map(Unit::zone).orElse(ZoneOffset.UTC);
    }

    private static Paragraph note(String text) {
        var note = new Paragraph(text);
        note.addClassName("board-empty");
        return note;
    }

    // ------------------------------------------------------------------ what waits

    private void show(Model model) {
        var words = words();
        content.removeAll();
        parts.rename(Part.WAITING, words.say("inbox.part.WAITING.number", model.number()));
        if (part == Part.DECIDED) {
            showDecided(model, words);
            return;
        }
        if (part == Part.OPEN_SHIFTS) {
            showOpen(model, words);
            return;
        }
        var waiting = model.waiting();
        chosen.retainAll(waiting.keySet().stream().map(TimeOff::number).toList());
        if (model.number() == 0) {
            content.add(note(words.say("inbox.none")));
            return;
        }
        var approve = new Button(words.say("inbox.approveChosen", 0));
        var decline = new Button(words.say("inbox.declineChosen", 0));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        Runnable count =
                () -> {
                    approve.setText(words.say("inbox.approveChosen", chosen.size()));
                    decline.setText(words.say("inbox.declineChosen", chosen.size()));
                    approve.setEnabled(!chosen.isEmpty());
                    decline.setEnabled(!chosen.isEmpty());
                };
        approve.addClickListener(_ -> approve(those(model), words));
        decline.addClickListener(_ -> decline(those(model), words));
        count.run();
        if (waiting.size() > 1) {
            var bar = new Div(approve, decline);
            bar.addClassName("request-bar");
            content.add(bar);
        }
        waiting.forEach((each, outlook) -> content.add(card(each, outlook, words, count)));
        model.swaps().forEach(each -> content.add(swapCard(each, words)));
        model.claimed().forEach(each -> content.add(openCard(each, words)));
    }

    // ------------------------------------------------------------------ swaps and open shifts

    private Card swapCard(Swaps.Offer offer, RequestWords words) {
        var swap = offer.swap();
        var taker = swap.taker();
        var zone = directory.agent(swap.from()).map(Agent::zone).orElse(zone());
        var other = taker == null ? "" : words.name(taker);
        var card =
                new Card(
                        words.say("inbox.swap", words.name(swap.from()), other),
                        words.say("inbox.swapKind"),
                        "waiting");
        card.text(words.shift(swap.date(), offer.shift(), zone));
        var back = swap.inReturn();
        if (back != null) {
            card.text(words.say("swaps.inReturn", words.date(back)));
        }
        card.quiet(words.warnings(swap.findings(), swap.from(), taker));
        var approve =
                new Button(
                        words.say("inbox.approve"),
                        _ ->
                                attempt(
                                        () -> swaps.approve(swap.number(), swap.version()),
                                        words.say("inbox.approved", 1)));
        approve.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        approve.setAriaLabel(words.say("inbox.approveOf", words.name(swap.from())));
        var decline =
                new Button(
                        words.say("inbox.decline"),
                        _ ->
                                new ReasonDialog(
                                                words.say("inbox.declineTitle"),
                                                words.say("inbox.declineText", 1),
                                                words.say("inbox.decline"),
                                                reason -> {
                                                    attempt(
                                                            () ->
                                                                    swaps.decline(
                                                                            swap.number(),
                                                                            swap.version(),
                                                                            reason),
                                                            words.say("inbox.declined", 1));
                                                    return Optional.empty();
                                                })
                                        .open());
        decline.addThemeVariants(ButtonVariant.SMALL);
        decline.setAriaLabel(words.say("inbox.declineOf", words.name(swap.from())));
        return card.deed(approve).deed(decline);
    }

    private void showOpen(Model model, RequestWords words) {
        var post =
                new Button(
                        words.say("post"),
                        _ ->
                                new PostDialog(
                                                openShifts,
                                                templates,
                                                directory,
                                                rules.units(),
                                                words,
                                                LocalDate.ofInstant(clock.instant(), zone())
                                                        .plusDays(1),
                                                () -> {
                                                    tell(words.say("post.done"));
                                                    show();
                                                })
                                        .open());
        post.addThemeVariants(ButtonVariant.PRIMARY);
        post.addClassName("request-ask");
        content.add(post);
        if (model.shifts().isEmpty()) {
            content.add(note(words.say("post.none")));
        }
        model.shifts().forEach(each -> content.add(openCard(each, words)));
    }

    private Card openCard(OpenShift shift, RequestWords words) {
        var zone = directory.unit(shift.unit()).map(Unit::zone).orElse(zone());
        var card =
                new Card(
                        words.shift(shift.date(), shift.entries(), zone),
                        shift.closed()
                                ? words.say("post.closed")
                                : words.say("post.taken", shift.taken(), shift.places()),
                        shift.closed() ? "over" : shift.isFree() ? "waiting" : "yes");
        card.text(words.where(shift));
        card.quiet(List.of(words.say(shift.firstCome() ? "post.firstCome" : "post.chosen")));
        for (var claim : shift.claims()) {
            card.with(claim(shift, claim, words));
        }
        if (shift.isFree()) {
            var close =
                    new Button(
                            words.say("post.close"),
                            _ ->
                                    attempt(
                                            () -> openShifts.close(shift.number()),
                                            words.say("post.closedDone")));
            close.addThemeVariants(ButtonVariant.SMALL);
            card.deed(close);
        }
        return card;
    }

    private Component claim(OpenShift shift, OpenShift.Claim claim, RequestWords words) {
        var name = words.name(claim.agent());
        var line =
                new Div(
                        new Span(
                                words.say(
                                        "post.claim",
                                        name,
                                        words.say("claim." + claim.progress()))));
        line.addClassName("request-deeds");
        if (claim.progress() == OpenShift.Progress.ASKED) {
            line.add(
                    new Span(
                            String.join(
                                    " ", words.warnings(claim.findings(), null, claim.agent()))));
            var give =
                    new Button(
                            words.say("post.give"),
                            _ ->
                                    attempt(
                                            () -> openShifts.give(shift.number(), claim.agent()),
                                            words.say("inbox.approved", 1)));
            give.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
            give.setAriaLabel(words.say("post.giveOf", name));
            var decline =
                    new Button(
                            words.say("inbox.decline"),
                            _ ->
                                    attempt(
                                            () -> openShifts.decline(shift.number(), claim.agent()),
                                            words.say("inbox.declined", 1)));
            decline.addThemeVariants(ButtonVariant.SMALL);
            decline.setAriaLabel(words.say("inbox.declineOf", name));
            line.add(give, decline);
        }
        return line;
    }

    private void attempt(Runnable deed, String done) {
        try {
            deed.run();
            tell(done);
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
        show();
    }

    private static void tell(String sentence) {
        Notification.show(sentence, MESSAGE_MILLIS, Notification.Position.BOTTOM_START);
    }

    private List<TimeOff> those(Model model) {
        return model.waiting().keySet().stream()
                .filter(each -> chosen.contains(each.number()))
                .toList();
    }

    private Card card(
            TimeOff timeOff, Optional<Outlook> outlook, RequestWords words, Runnable count) {
        var name = words.name(timeOff.agent());
        var card =
                new Card(
                        words.say(
                                "inbox.card",
                                name,
                                words.period(timeOff.from(), timeOff.to(), timeOff.part())),
                        words.say("line", words.type(timeOff.type()), words.amount(timeOff)),
                        "waiting");
        var note = timeOff.note();
        if (note != null) {
            card.text(words.say("note", note));
        }
        outlook.ifPresent(it -> card.with(new OutlookPanel(it, words)));
        card.quiet(
                timeOff.findings().stream()
                        .filter(each -> SAID.contains(each.kind()))
                        .map(words::finding)
                        .toList());
        if (outlook.isPresent()) {
            var choose = new Checkbox(chosen.contains(timeOff.number()));
            choose.setAriaLabel(words.say("inbox.choose", name));
            choose.addValueChangeListener(e -> {
                if (e.getValue()) {
                    chosen.add(timeOff.number());
                } else {
                    chosen.remove(timeOff.number());
                }
                count.run();
            });
            card.lead(choose);
            var approve =
                    new Button(words.say("inbox.approve"), _ -> approve(List.of(timeOff), words));
            approve.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
            approve.setAriaLabel(words.say("inbox.approveOf", name));
            var decline =
                    new Button(words.say("inbox.decline"), _ -> decline(List.of(timeOff), words));
            decline.addThemeVariants(ButtonVariant.SMALL);
            decline.setAriaLabel(words.say("inbox.declineOf", name));
            card.deed(approve).deed(decline);
        } else {
            card.quiet(List.of(words.say("inbox.own")));
        }
        return card;
    }

    private void approve(List<TimeOff> asked, RequestWords words) {
        report(
                asked,
                words,
                "inbox.approved",
                each -> timeOffs.approve(each.number(), each.version(), ""));
        show();
    }

    private void decline(List<TimeOff> asked, RequestWords words) {
        new ReasonDialog(
                        words.say("inbox.declineTitle"),
                        words.say("inbox.declineText", asked.size()),
                        words.say("inbox.decline"),
                        reason -> {
                            report(
                                    asked,
                                    words,
                                    "inbox.declined",
                                    each ->
                                            timeOffs.decline(
                                                    each.number(), each.version(), reason));
                            show();
                            return Optional.empty();
                        })
                .open();
    }

    private interface Deed {
        TimeOff about(TimeOff timeOff);
    }

    /// Each by itself: what somebody else decided meanwhile is named, and the others are done; so
    /// are days that stay as they were planned anew.
    private void report(List<TimeOff> asked, RequestWords words, String done, Deed deed) {
        var trouble = new ArrayList<String>();
        int number = 0;
        for (var each : asked) {
            try {
                deed.about(each).findings().stream()
                        .filter(finding -> finding.kind() == Finding.Kind.NOT_PUT_BACK)
                        .forEach(finding -> trouble.add(words.finding(finding)));
                number++;
            } catch (RuntimeException e) {
                trouble.add(
                        words.say(
                                "inbox.notDone",
                                words.name(each.agent()),
                                Refusals.ofDeed(this::getTranslation).say(e)));
            }
        }
        if (number > 0) {
            trouble.addFirst(words.say(done, number));
        }
        Notification.show(
                String.join(" ", trouble), MESSAGE_MILLIS, Notification.Position.BOTTOM_START);
    }

    // ------------------------------------------------------------------ what is decided

    private void showDecided(Model model, RequestWords words) {
        if (model.decided().isEmpty()) {
            content.add(note(words.say("inbox.noneDecided")));
        }
        for (var each : model.decided()) {
            var card =
                    new Card(
                            words.say(
                                    "inbox.card",
                                    words.name(each.agent()),
                                    words.period(each.from(), each.to(), each.part())),
                            words.say("progress." + each.progress()),
                            RequestsView.tone(each.progress()));
            card.text(words.say("line", words.type(each.type()), words.amount(each)));
            card.text(words.state(each));
            var answer = each.answer();
            if (answer != null) {
                card.text(words.say("answer", answer));
            }
            card.quiet(words.why(each));
            if (each.progress() == TimeOff.Progress.APPROVED && mayCancel(each)) {
                var cancel = new Button(words.say("inbox.cancel"), _ -> cancel(each, words));
                cancel.addThemeVariants(ButtonVariant.SMALL);
                card.deed(cancel);
            }
            content.add(card);
        }
    }

    private boolean mayCancel(TimeOff timeOff) {
        return access.viewer().agent().filter(timeOff.agent()::equals).isEmpty()
                && !timeOff.to().isBefore(LocalDate.ofInstant(clock.instant(), zone()));
    }

    private void cancel(TimeOff timeOff, RequestWords words) {
        new ReasonDialog(
                        words.say("inbox.cancelTitle"),
                        words.say(
                                "inbox.cancelText",
                                words.name(timeOff.agent()),
                                words.period(timeOff.from(), timeOff.to(), timeOff.part())),
                        words.say("inbox.cancel"),
                        reason -> {
                            report(
                                    List.of(timeOff),
                                    words,
                                    "inbox.cancelled",
                                    each -> timeOffs.cancel(each.number(), each.version(), reason));
                            show();
                            return Optional.empty();
                        })
                .open();
    }
}
