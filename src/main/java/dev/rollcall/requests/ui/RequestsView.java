package dev.rollcall.requests.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.AbsenceTypes;
import dev.rollcall.requests.Allowances;
import dev.rollcall.requests.Balance;
import dev.rollcall.requests.OpenShift;
import dev.rollcall.requests.OpenShifts;
import dev.rollcall.requests.Preference;
import dev.rollcall.requests.Preferences;
import dev.rollcall.requests.Swap;
import dev.rollcall.requests.Swaps;
import dev.rollcall.requests.TimeOff;
import dev.rollcall.requests.TimeOffs;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// What one asks of the plan, for whoever has one: time off and what is left of it, and what one
/// would like of each weekday. Made for a phone first. What somebody decides shows at once.
@PartOfWorkforceManagement
@Route("requests")
@Menu(title = "requests.title", order = 16, icon = "vaadin:clipboard-text")
@Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
final class RequestsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(RequestsView.class);
    private static final String SHOW = "show";
    private static final int MOST = 100;
    private static final int MESSAGE_MILLIS = 5000;

    private enum Part {
        TIME_OFF,
        SHIFTS,
        WISHES
    }

    /// What the page shows of one's time off.
    private record Model(List<Balance> balances, List<TimeOff> requests) {}

    private final TimeOffs timeOffs;
    private final Swaps swaps;
    private final OpenShifts openShifts;
    private final AbsenceTypes types;
    private final Allowances allowances;
    private final Preferences preferences;
    private final RequestPulse pulse;
    private final Access access;
    private final Directory directory;
    private final ApplicationClock clock;
    private final Segments<Part> parts;
    private final Div content = new Div();
    private Part part = Part.TIME_OFF;

    /// What the page shows; null: it has to be shown anew in any case.
    private @Nullable Record shown;

    /// Read with everything else: whoever is pushed to reads nothing.
    private volatile List<AbsenceType> known = List.of();

    private @Nullable Registration following;

    RequestsView(
            TimeOffs timeOffs,
            Swaps swaps,
            OpenShifts openShifts,
            AbsenceTypes types,
            Allowances allowances,
            Preferences preferences,
            RequestPulse pulse,
            Access access,
            Directory directory,
            ApplicationClock clock) {
        this.timeOffs = timeOffs;
        this.swaps = swaps;
        this.openShifts = openShifts;
        this.types = types;
        this.allowances = allowances;
        this.preferences = preferences;
        this.pulse = pulse;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
        addClassName("requests-view");
        parts =
                new Segments<>(
                        getTranslation("requests.title"),
                        Arrays.asList(Part.values()),
                        each -> getTranslation("requests.part." + each),
                        each ->
                                UI.getCurrentOrThrow()
                                        .navigate(
                                                RequestsView.class,
                                                QueryParameters.of(SHOW, token(each))));
        content.addClassName("requests-content");
        add(new H1(getTranslation("requests.title")), parts, content);
    }

    private static String token(Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String getPageTitle() {
        return getTranslation("requests.title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getLocation().getQueryParameters().getSingleParameter(SHOW).orElse("");
        part =
                Arrays.stream(Part.values())
                        .filter(each -> token(each).equals(wanted))
                        .findFirst()
                        .orElse(Part.TIME_OFF);
        parts.show(part);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        self().ifPresent(person ->
                following =
                        pulse.<Record>follow(
                                event.getUI(),
                                agents -> concerns(agents, person),
                                () -> part == Part.SHIFTS ? readShifts() : read(person),
                                model -> showAgain(person, model)));
    }

    /// What is nobody's in particular is about shifts: one's own time off names its person.
    private boolean concerns(Set<AgentId> agents, Agent person) {
        return switch (part) {
            case SHIFTS -> agents.isEmpty() || agents.contains(person.id());
            case TIME_OFF -> agents.contains(person.id());
            case WISHES -> false;
        };
    }

    /// With the page locked; one may have gone to another part since it was read.
    private void showAgain(Agent person, Record model) {
        if (model.equals(shown)) {
            // Nothing to see: whoever is about to press a button keeps the focus.
            return;
        }
        if (model instanceof ShiftsPanel.Model shifts && part == Part.SHIFTS) {
            show(person, shifts);
        } else if (model instanceof Model mine && part == Part.TIME_OFF) {
            show(person, mine);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    private Optional<Agent> self() {
        return access.viewer().agent().flatMap(directory::agent);
    }

    private LocalDate today(Agent person) {
        return LocalDate.ofInstant(clock.instant(), person.zone());
    }

    private RequestWords words() {
        return new RequestWords(this::getTranslation, getLocale(), known, directory);
    }

    private Model read(Agent person) {
        known = types.all();
        return new Model(allowances.own(today(person).getYear()), timeOffs.own(MOST));
    }

    private void show() {
        shown = null;
        content.removeAll();
        try {
            var person = self();
            if (person.isEmpty()) {
                content.add(note(getTranslation("requests.noAgent")));
            } else if (part == Part.WISHES) {
                content.add(new WishesPanel(words(), preferences.own(), this::save));
            } else if (part == Part.SHIFTS) {
                show(person.get(), readShifts());
            } else {
                show(person.get(), read(person.get()));
            }
        } catch (DataAccessException e) {
            LOG.warn("Requests cannot be shown: {}", e.getClass().getSimpleName());
            content.add(note(getTranslation("kit.browse.away")));
        }
    }

    private static Paragraph note(String text) {
        var note = new Paragraph(text);
        note.addClassName("board-empty");
        return note;
    }

    // ------------------------------------------------------------------ time off

    private void show(Agent person, Model model) {
        var words = words();
        shown = model;
        content.removeAll();
        var ask =
                new Button(
                        words.say("ask"),
                        _ ->
                                new TimeOffDialog(
                                                timeOffs,
                                                types.offered(),
                                                words,
                                                today(person),
                                                asked -> {
                                                    tell(words.say("asked." + asked.progress()));
                                                    show();
                                                })
                                        .open());
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        ask.addClassName("request-ask");
        content.add(balances(model.balances(), words), ask);
        var list = new Section(new H2(words.say("mine")));
        list.addClassName("request-list");
        if (model.requests().isEmpty()) {
            list.add(note(words.say("none")));
        }
        model.requests().forEach(each -> list.add(card(each, words)));
        content.add(list);
    }

    private static Component balances(List<Balance> balances, RequestWords words) {
        var cards = new Div();
        cards.addClassName("request-balances");
        for (var balance : balances) {
            var type = balance.type();
            var number =
                    new Span(
                            balance.allowance().isSet()
                                    ? words.amount(balance.left(), type.measure())
                                    : "–");
            number.addClassName("request-number");
            var detail =
                    new Span(
                            balance.allowance().isSet()
                                    ? words.say(
                                            "balance.detail",
                                            balance.allowance()
                                                    .granted()
                                                    .add(balance.allowance().carried()),
                                            balance.taken(),
                                            balance.waiting())
                                    : words.say("balance.unset"));
            detail.addClassName("request-why");
            var card =
                    new Div(
                            new Span(
                                    words.say(
                                            "balance.name",
                                            words.type(type),
                                            balance.allowance().year())),
                            number,
                            detail);
            card.addClassName("request-balance");
            cards.add(card);
        }
        return cards;
    }

    private Card card(TimeOff timeOff, RequestWords words) {
        var card =
                new Card(
                        words.period(timeOff.from(), timeOff.to(), timeOff.part()),
                        words.say("progress." + timeOff.progress()),
                        tone(timeOff.progress()));
        card.text(words.say("line", words.type(timeOff.type()), words.amount(timeOff)));
        if (!timeOff.isWaiting()) {
            card.text(words.state(timeOff));
        }
        var answer = timeOff.answer();
        if (answer != null) {
            card.text(words.say("answer", answer));
        }
        if (timeOff.isByRule() || timeOff.progress() == TimeOff.Progress.CANCELLED) {
            card.quiet(words.why(timeOff));
        } else if (timeOff.isWaiting()) {
            card.quiet(List.of(words.say("waits")));
        }
        var note = timeOff.note();
        if (note != null) {
            card.text(words.say("note", note));
            var erase =
                    new Button(
                            words.say("eraseNote"),
                            _ ->
                                    attempt(
                                            () -> timeOffs.eraseNote(timeOff.number()),
                                            words.say("noteErased")));
            erase.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            card.deed(erase);
        }
        if (timeOffs.mayWithdraw(timeOff)) {
            var withdraw =
                    new Button(
                            words.say(timeOff.isWaiting() ? "withdraw" : "cancel"),
                            _ ->
                                    attempt(
                                            () ->
                                                    timeOffs.withdraw(
                                                            timeOff.number(), timeOff.version()),
                                            words.say("withdrawn")));
            withdraw.addThemeVariants(ButtonVariant.SMALL);
            card.deed(withdraw);
        }
        return card;
    }

    static String tone(TimeOff.Progress progress) {
        return switch (progress) {
            case ASKED -> "waiting";
            case APPROVED -> "yes";
            case DECLINED -> "no";
            case WITHDRAWN, CANCELLED -> "over";
        };
    }

    // ------------------------------------------------------------------ shifts

    private ShiftsPanel.Model readShifts() {
        return new ShiftsPanel.Model(openShifts.offered(), swaps.offered(), swaps.own());
    }

    private void show(Agent person, ShiftsPanel.Model model) {
        var words = words();
        shown = model;
        content.removeAll();
        content.add(
                new ShiftsPanel(
                        model,
                        words,
                        person.id(),
                        person.zone(),
                        new ShiftsPanel.Deeds() {
                            @Override
                            public void claim(OpenShift shift) {
                                attempt(
                                        () -> {
                                            var claimed = openShifts.claim(shift.number());
                                            claimed.claimOf(person.id())
                                                    .ifPresent(each ->
                                                            tell(
                                                                    words.say(
                                                                            "claimed."
                                                                                    + each
                                                                                            .progress())));
                                        },
                                        "");
                            }

                            @Override
                            public void unclaim(OpenShift shift) {
                                attempt(
                                        () -> openShifts.unclaim(shift.number()),
                                        words.say("withdrawn"));
                            }

                            @Override
                            public void offer() {
                                new OfferDialog(
                                                swaps,
                                                words,
                                                person.zone(),
                                                () -> {
                                                    tell(words.say("offer.done"));
                                                    show();
                                                })
                                        .open();
                            }

                            @Override
                            public void take(Swaps.Offer offer) {
                                new TakeDialog(
                                                swaps,
                                                offer,
                                                words,
                                                person.zone(),
                                                taken -> {
                                                    tell(words.say("taken." + taken.progress()));
                                                    show();
                                                })
                                        .open();
                            }

                            @Override
                            public void agree(Swap swap) {
                                attempt(
                                        () -> {
                                            var agreed = swaps.agree(swap.number(), swap.version());
                                            tell(words.say("agreed." + agreed.progress()));
                                        },
                                        "");
                            }

                            @Override
                            public void refuse(Swap swap) {
                                attempt(
                                        () -> swaps.refuse(swap.number(), swap.version()),
                                        words.say(
                                                swap.from().equals(person.id())
                                                        ? "refused"
                                                        : "withdrawn"));
                            }

                            @Override
                            public void withdraw(Swap swap) {
                                attempt(
                                        () -> swaps.withdraw(swap.number(), swap.version()),
                                        words.say("withdrawn"));
                            }
                        }));
    }

    // ------------------------------------------------------------------ what can be done

    private void save(List<Preference> wishes) {
        attempt(() -> preferences.change(wishes), getTranslation("requests.wishes.saved"));
    }

    private void attempt(Runnable deed, String done) {
        try {
            deed.run();
            if (!done.isEmpty()) {
                tell(done);
            }
        } catch (InvalidInput e) {
            tell(Refusals.ofForm(this::getTranslation).say(e));
            return;
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
        show();
    }

    private static void tell(String sentence) {
        Notification.show(sentence, MESSAGE_MILLIS, Notification.Position.BOTTOM_START);
    }
}
