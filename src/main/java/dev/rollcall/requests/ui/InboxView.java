package dev.rollcall.requests.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.planner.ShiftTemplates;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.AbsenceTypes;
import dev.rollcall.requests.Allowances;
import dev.rollcall.requests.OpenShift;
import dev.rollcall.requests.OpenShifts;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
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

    private final TimeOffs timeOffs;
    private final Swaps swaps;
    private final OpenShifts openShifts;
    private final ShiftTemplates templates;
    private final AbsenceTypes types;
    private final Allowances allowances;
    private final RequestRules rules;
    private final InboxReader reader;
    private final RequestPulse pulse;
    private final Access access;
    private final Directory directory;
    private final ApplicationClock clock;
    private final Segments<InboxPart> parts;
    private final Div content = new Div();
    private final Set<Decidable.Key> chosen = new HashSet<>();
    private final Button approveChosen = new Button();
    private final Button declineChosen = new Button();
    private final Div bar = new Div(approveChosen, declineChosen);

    /// What is on the page, by what it shows: what did not change stays, and keeps the focus.
    private Map<Object, Component> placed = new LinkedHashMap<>();

    /// What the page shows; null: it has to be shown anew in any case.
    private @Nullable InboxModel shown;

    /// What was read before it comes too late.
    private long shownNumber;

    private final AtomicLong readings = new AtomicLong();

    private volatile InboxPart part = InboxPart.WAITING;
    private final AtomicInteger most = new AtomicInteger(MOST);

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
            InboxReader reader,
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
        this.reader = reader;
        this.pulse = pulse;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
        addClassName("requests-view");
        parts =
                new Segments<>(
                        getTranslation("requests.inbox.title"),
                        Arrays.asList(InboxPart.values()),
                        each -> getTranslation("requests.inbox.part." + each),
                        each ->
                                UI.getCurrentOrThrow()
                                        .navigate(
                                                InboxView.class,
                                                QueryParameters.of(SHOW, each.token())));
        content.addClassName("requests-content");
        approveChosen.addThemeVariants(ButtonVariant.PRIMARY);
        approveChosen.addClickListener(_ -> deeds(words()).approve(those()));
        declineChosen.addClickListener(_ -> deeds(words()).decline(those()));
        bar.addClassName("request-bar");
        add(new H1(getTranslation("requests.inbox.title")), parts, content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("requests.inbox.title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        part =
                InboxPart.of(
                        event.getLocation()
                                .getQueryParameters()
                                .getSingleParameter(SHOW)
                                .orElse(""));
        parts.show(part);
        most.set(MOST);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var planned = access.scope(Permission.SCHEDULE_WRITE);
        following =
                pulse.follow(
                        event.getUI(),
                        agents -> part.isList() && isAbout(agents, planned),
                        this::read,
                        read -> {
                            if (read.number() > shownNumber
                                    && read.model().part() == part
                                    && !read.model().equals(shown)) {
                                show(read);
                            }
                        });
    }

    private boolean isAbout(Set<AgentId> agents, Scope planned) {
        return agents.isEmpty()
                || agents.stream()
                        .flatMap(each -> directory.agent(each).stream())
                        .anyMatch(each -> planned.includes(each, null));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    private RequestWords words() {
        return new RequestWords(this::getTranslation, getLocale(), known, directory);
    }

    private InboxDeeds deeds(RequestWords words) {
        return new InboxDeeds(timeOffs, swaps, openShifts, this::getTranslation, words, this::show);
    }

    /// @param number later readings have higher ones
    private record Read(long number, InboxModel model) {}

    private Read read() {
        long number = readings.incrementAndGet();
        known = types.all();
        return new Read(number, reader.read(part, most.get()));
    }

    private void show() {
        try {
            known = types.all();
            switch (part) {
                case WAITING -> {
                    see();
                    show(read());
                }
                case DECIDED, OPEN_SHIFTS -> show(read());
                case ALLOWANCES ->
                        showOnly(
                                new AllowancesPanel(
                                        allowances,
                                        rules.units(),
                                        known,
                                        LocalDate.ofInstant(clock.instant(), zone()).getYear(),
                                        words()));
                case RULES -> showOnly(new RulesPanel(rules, directory, words()));
            }
        } catch (DataAccessException e) {
            LOG.warn("Requests cannot be shown: {}", e.getClass().getSimpleName());
            showOnly(note(getTranslation("kit.browse.away")));
        }
    }

    /// Noted where it can be: what waits is shown all the same.
    private void see() {
        try {
            timeOffs.seen();
        } catch (DataAccessException e) {
            LOG.debug("It cannot be noted: {}", e.getClass().getSimpleName());
        }
    }

    private void showOnly(Component component) {
        shown = null;
        placed = new LinkedHashMap<>();
        content.removeAll();
        content.add(component);
    }

    /// Shows components in an order; those that show what is shown already stay where they are.
    private void place(Map<Object, Supplier<Component>> wanted) {
        var next = new LinkedHashMap<Object, Component>();
        wanted.forEach((key, make) -> {
            var there = placed.get(key);
            next.put(key, there == null ? make.get() : there);
        });
        content.getChildren()
                .filter(each -> !next.containsValue(each))
                .toList()
                .forEach(content::remove);
        int index = 0;
        for (var each : next.values()) {
            if (index >= content.getComponentCount()
                    || !content.getComponentAt(index).equals(each)) {
                content.addComponentAtIndex(index, each);
            }
            index++;
        }
        placed = next;
    }

    private ZoneId zone() {
        return rules.units().stream().findFirst().map(Unit::zone).orElse(ZoneOffset.UTC);
    }

    private static Paragraph note(String text) {
        var note = new Paragraph(text);
        note.addClassName("board-empty");
        return note;
    }

    private void show(Read read) {
        var words = words();
        var model = read.model();
        shown = model;
        shownNumber = read.number();
        parts.rename(
                InboxPart.WAITING,
                words.say(
                        model.isMoreWaiting()
                                ? "inbox.part.WAITING.more"
                                : "inbox.part.WAITING.number",
                        model.number()));
        var cards =
                new InboxCards(words, directory, zone(), deeds(words), choice(), this::mayCancel);
        var wanted = new LinkedHashMap<Object, Supplier<Component>>();
        switch (model.part()) {
            case DECIDED -> wantDecided(model, words, cards, wanted);
            case OPEN_SHIFTS -> wantOpen(model, words, cards, wanted);
            default -> wantWaiting(model, words, cards, wanted);
        }
        if (model.isMore()) {
            wanted.put("more", () -> more(words));
        }
        place(wanted);
    }

    private boolean mayCancel(TimeOff timeOff) {
        return access.viewer().agent().filter(timeOff.agent()::equals).isEmpty()
                && !timeOff.to().isBefore(LocalDate.ofInstant(clock.instant(), zone()));
    }

    private Button more(RequestWords words) {
        var more =
                new Button(
                        words.say("inbox.more"),
                        _ -> {
                            most.addAndGet(MOST);
                            show();
                        });
        more.addClassName("request-ask");
        return more;
    }

    // ------------------------------------------------------------------ many at once

    private InboxCards.Choice choice() {
        return new InboxCards.Choice() {
            @Override
            public boolean has(Decidable.Key key) {
                return chosen.contains(key);
            }

            @Override
            public void choose(Decidable.Key key, boolean isChosen) {
                if (isChosen) {
                    chosen.add(key);
                } else {
                    chosen.remove(key);
                }
                count();
            }
        };
    }

    private void count() {
        approveChosen.setText(getTranslation("requests.inbox.approveChosen", chosen.size()));
        declineChosen.setText(getTranslation("requests.inbox.declineChosen", chosen.size()));
        approveChosen.setEnabled(!chosen.isEmpty());
        declineChosen.setEnabled(!chosen.isEmpty());
    }

    private List<Decidable> those() {
        var model = shown;
        return model == null
                ? List.of()
                : decidable(model, deeds(words())).stream()
                        .filter(each -> chosen.contains(each.key()))
                        .toList();
    }

    private static List<Decidable> decidable(InboxModel model, InboxDeeds deeds) {
        var items = new ArrayList<Decidable>();
        model.timeOff().stream()
                .filter(each -> each.outlook().isPresent())
                .forEach(each -> items.add(deeds.of(each.timeOff())));
        model.swaps().stream()
                .map(Swaps.Offer::swap)
                .filter(each -> !model.isOwn(each))
                .forEach(each -> items.add(deeds.of(each)));
        for (var shift : model.claimed()) {
            shift.claims().stream()
                    .filter(each ->
                            each.progress() == OpenShift.Progress.ASKED && !model.isOwn(each))
                    .forEach(each -> items.add(deeds.of(shift, each)));
        }
        return items;
    }

    // ------------------------------------------------------------------ the parts

    private void wantWaiting(
            InboxModel model,
            RequestWords words,
            InboxCards cards,
            Map<Object, Supplier<Component>> wanted) {
        var items = decidable(model, deeds(words));
        chosen.retainAll(items.stream().map(Decidable::key).toList());
        count();
        if (model.number() == 0) {
            wanted.put("none", () -> note(words.say("inbox.none")));
        }
        if (items.size() > 1) {
            wanted.put("bar", () -> bar);
        }
        model.timeOff().forEach(each -> wanted.put(each, () -> cards.waiting(each)));
        model.swaps()
                .forEach(each ->
                        wanted.put(each, () -> cards.waiting(each, model.isOwn(each.swap()))));
        model.claimed().forEach(each -> wanted.put(each, () -> cards.open(each, model::isOwn)));
    }

    private void wantOpen(
            InboxModel model,
            RequestWords words,
            InboxCards cards,
            Map<Object, Supplier<Component>> wanted) {
        wanted.put("post", () -> post(words));
        if (model.shifts().isEmpty()) {
            wanted.put("none open", () -> note(words.say("post.none")));
        }
        model.shifts().forEach(each -> wanted.put(each, () -> cards.open(each, model::isOwn)));
    }

    private Button post(RequestWords words) {
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
                                                    InboxDeeds.tell(words.say("post.done"));
                                                    show();
                                                })
                                        .open());
        post.addThemeVariants(ButtonVariant.PRIMARY);
        post.addClassName("request-ask");
        return post;
    }

    private static void wantDecided(
            InboxModel model,
            RequestWords words,
            InboxCards cards,
            Map<Object, Supplier<Component>> wanted) {
        if (model.decided().isEmpty()) {
            wanted.put("none decided", () -> note(words.say("inbox.noneDecided")));
        }
        model.decided().forEach(each -> wanted.put(each, () -> cards.decided(each)));
    }
}
