package dev.rollcall.presence.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.EventResult;
import dev.rollcall.presence.RejectedEvents;
import dev.rollcall.presence.RejectedEvents.Entry;
import dev.rollcall.presence.RejectedEvents.Filter;
import dev.rollcall.presence.RejectedEvents.Line;
import dev.rollcall.presence.RejectedEvents.State;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The inbox of rejected events: what was refused, from which source and why; replayed once the
/// cause is mended, or put aside with a reason.
@Route("settings/rejected-events")
@RouteAlias("settings/rejected-events/:record")
@Menu(title = "presence.rejected.title", order = 84, icon = "vaadin:inbox")
@Requires({Permission.AUDIT_VIEW, Permission.SETTINGS_ADMIN})
final class RejectedEventsView extends BrowseView<Line> implements RejectedDrawer.Actions {

    private static final int COUNTED = 1_000;
    private static final String STATE = "state";
    private static final String SOURCE = "source";
    private static final String REASON = "reason";
    private static final String ALL = "ALL";
    private static final List<String> STATES =
            List.of(State.OPEN.name(), State.ACCEPTED.name(), State.DISCARDED.name(), ALL);

    private final RejectedEvents inbox;
    private final Directory directory;
    private final Access access;
    private final RejectedWords words = new RejectedWords(this::getTranslation);
    private final Segments<String> states;
    private final Select<String> sources = new Select<>();
    private final Select<String> reasons = new Select<>();
    private final Button replay = new Button();
    private final Button discard = new Button();
    private int waiting;

    RejectedEventsView(RejectedEvents inbox, Directory directory, Access access) {
        super("presence.rejected", new RejectedGrid());
        this.inbox = inbox;
        this.directory = directory;
        this.access = access;
        states =
                new Segments<>(
                        say("state"),
                        STATES,
                        state -> say("state." + state),
                        state -> choose(query().with(STATE, state.equals("OPEN") ? null : state)));
        choice(sources, SOURCE, say("allSources"), source -> source);
        choice(reasons, REASON, say("allReasons"), words::reason);
        reasons.setItems(RejectedWords.CODES);
        page().addTool(states, sources, reasons, actions());
        page().grid().addSelectionListener(_ -> showActions());
    }

    private void choice(
            Select<String> select,
            String filter,
            String everything,
            ItemLabelGenerator<String> label) {
        select.setAriaLabel(say(filter));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(everything);
        select.setItemLabelGenerator(item -> item == null ? everything : label.apply(item));
        select.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                choose(query().with(filter, e.getValue()));
            }
        });
    }

    private Div actions() {
        replay.addClickListener(_ -> replayChosen());
        discard.addClickListener(_ -> discard(chosen()));
        var actions = new Div(replay, discard);
        actions.addClassName("records-actions");
        return actions;
    }

    // ------------------------------------------------------------------ the list

    @Override
    protected void showList(BrowseQuery wanted) {
        var filter = filter(wanted);
        showPage(
                inbox.page(filter, wanted.before(), PAGE + 1),
                Line::number,
                counted(inbox.count(filter, COUNTED + 1)),
                nothing(new Paragraph(say("none"))));
        waiting = inbox.count(new Filter(State.OPEN, filter.source(), filter.code()), COUNTED + 1);
        var known = inbox.sources();
        sources.setItems(known);
        sources.setValue(wanted.get(SOURCE).filter(known::contains).orElse(null));
        reasons.setValue(wanted.get(REASON).filter(RejectedWords.CODES::contains).orElse(null));
        states.show(wanted.get(STATE).filter(STATES::contains).orElse(State.OPEN.name()));
        page().grid().deselectAll();
        showActions();
    }

    private static Filter filter(BrowseQuery query) {
        var state = query.get(STATE).filter(STATES::contains).orElse(State.OPEN.name());
        return new Filter(
                state.equals(ALL) ? null : State.valueOf(state),
                query.get(SOURCE).orElse(null),
                query.get(REASON).orElse(null));
    }

    private String counted(int count) {
        return count > COUNTED
                ? getTranslation("presence.rejected.countMany", COUNTED)
                : getTranslation("presence.rejected.count", count);
    }

    private List<Long> chosen() {
        return page().grid().getSelectedItems().stream()
                .filter(line -> line.state() != State.ACCEPTED)
                .map(Line::number)
                .sorted()
                .toList();
    }

    private void showActions() {
        boolean may = mayAct();
        int chosen = chosen().size();
        replay.setText(
                chosen > 0
                        ? getTranslation("presence.rejected.replayChosen", chosen)
                        : waiting > COUNTED
                                ? say("replayAllMany")
                                : getTranslation("presence.rejected.replayAll", waiting));
        replay.setVisible(may);
        replay.setEnabled(chosen > 0 || waiting > 0);
        discard.setText(getTranslation("presence.rejected.discardChosen", chosen));
        discard.setVisible(may && chosen > 0);
    }

    private boolean mayAct() {
        return access.viewer().scope(Permission.SETTINGS_ADMIN).everybody();
    }

    // ------------------------------------------------------------------ one of them

    @Override
    protected Optional<Drawer> drawer(String record) {
        return Optional.of(record)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> inbox.read(Long.parseLong(text)))
                .map(this::drawer);
    }

    private Drawer drawer(Entry entry) {
        var subject = entry.subject().orElse(null);
        return new RejectedDrawer(
                entry,
                subject,
                subject != null && directory.agent(subject).isPresent(),
                mayAct(),
                access.viewer().may(Permission.PEOPLE_WRITE),
                this);
    }

    @Override
    public void replay(Entry entry) {
        tell(result(inbox.replay(entry.number())));
        refresh();
    }

    private String result(@Nullable EventResult result) {
        if (result == null) {
            return say("gone");
        }
        var problem = result.problem();
        return problem == null
                ? say("result." + result.outcome())
                : getTranslation("presence.rejected.result.REJECTED", words.reason(problem.code()));
    }

    @Override
    public void discard(Entry entry) {
        discard(List.of(entry.number()));
    }

    // ------------------------------------------------------------------ many of them

    private void replayChosen() {
        var chosen = chosen();
        var filter = filter(query());
        (chosen.isEmpty()
                        ? ReplayRun.all(
                                inbox,
                                new Filter(State.OPEN, filter.source(), filter.code()),
                                waiting,
                                this::replayed)
                        : ReplayRun.of(inbox, chosen, this::replayed))
                .start();
    }

    private void replayed(ReplayRun.Tally tally) {
        var sentence =
                getTranslation(
                        "presence.rejected.replayed",
                        tally.accepted() + tally.duplicates(),
                        tally.rejected());
        tell(tally.away() ? sentence + " " + say("away") : sentence);
        refresh();
    }

    private void discard(List<Long> numbers) {
        new DiscardDialog(
                        inbox,
                        numbers,
                        discarded -> {
                            tell(getTranslation("presence.rejected.discarded", discarded));
                            refresh();
                        })
                .open();
    }

    private String say(String key) {
        return getTranslation("presence.rejected." + key);
    }
}
