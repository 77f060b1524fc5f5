package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.ValueProvider;
import dev.rollcall.adherence.Moved;
import dev.rollcall.adherence.Movement;
import dev.rollcall.adherence.RulePreview;
import dev.rollcall.adherence.RulePreviews;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.kit.Onlooker;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Percent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Tries rules on days that are over, in the background, and shows whose score would move and by
/// how much: the sum, then person by person.
final class ReplayPanel extends Div {

    private static final List<Integer> DAYS = List.of(1, 7, 30);
    private static final int USUAL = 7;
    private static final int ROWS_IN_SIGHT = 6;

    private final RuleWords words;
    private final RulePreviews previews;
    private final Directory directory;
    private final IntFunction<RulePreview> start;
    private final Consumer<RulePreview> onEnd;
    private final Select<Integer> days = new Select<>();
    private final Paragraph status = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop;
    private final Button again;
    private final Div running;
    private final Paragraph sum = new Paragraph();
    private final Paragraph others = new Paragraph();
    private final Grid<Moved> people = new Grid<>();
    private @Nullable Coalescer<String, String> incoming;
    private @Nullable RulePreview shown;
    private Runnable following = () -> {};

    /// @param choosesDays whether the reader chooses how many days back
    /// @param start begins a preview of so many days
    /// @param onEnd told what was found, or that nothing was
    ReplayPanel(
            RuleWords words,
            RulePreviews previews,
            Directory directory,
            boolean choosesDays,
            IntFunction<RulePreview> start,
            Consumer<RulePreview> onEnd) {
        this.words = words;
        this.previews = previews;
        this.directory = directory;
        this.start = start;
        this.onEnd = onEnd;
        addClassName("replay");
        days.setLabel(getTranslation("adherence.replay.days"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(each -> getTranslation("adherence.replay.lastDays", each));
        days.setValue(USUAL);
        days.setVisible(choosesDays);
        days.addValueChangeListener(_ -> begin());
        status.getElement().setAttribute("role", "status");
        status.addClassName("replay-status");
        bar.getElement().setAttribute("aria-label", getTranslation("adherence.replay.running"));
        stop = new Button(getTranslation("adherence.replay.stop"), _ -> stop());
        stop.addThemeVariants(ButtonVariant.SMALL);
        again = new Button(getTranslation("adherence.replay.again"), _ -> begin());
        again.addThemeVariants(ButtonVariant.SMALL);
        running = new Div(bar, stop);
        running.addClassName("replay-running");
        sum.addClassName("review-replay");
        others.addClassName("record-note");
        columns();
        add(days, status, running, again, sum, people, others);
        hide();
    }

    private void columns() {
        people.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        people.addClassName("replay-people");
        people.getElement().setAttribute("aria-label", getTranslation("adherence.replay.people"));
        people.addColumn(each -> directory.agent(each.agent()).map(Agent::name).orElse("–"))
                .setHeader(getTranslation("adherence.replay.person"))
                .setFlexGrow(2)
                .setWidth("7rem");
        number("before", each -> score(each.before().percent()));
        number("after", each -> score(each.after().percent()));
        number(
                "difference",
                each ->
                        each.difference()
                                .map(words::points)
                                .orElseGet(() -> score(Optional.empty())));
    }

    private void number(String key, ValueProvider<Moved, String> value) {
        people.addColumn(value)
                .setHeader(getTranslation("adherence.replay." + key))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(1)
                .setWidth("5rem");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var reader = Onlooker.current();
        incoming = Coalescer.to(event.getUI(), ids -> reader.does(() -> ids.forEach(this::hear)));
        // Where somebody has to ask for it first, it is hidden until they do.
        if (shown == null && isVisible()) {
            begin();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        following.run();
        if (incoming != null) {
            incoming.close();
            incoming = null;
        }
        // Nobody is there to read it.
        stopQuietly();
    }

    /// Tries the rules as they are now.
    void begin() {
        stopQuietly();
        following.run();
        hide();
        try {
            var begun = start.apply(days.getValue());
            show(begun);
            var sink = incoming;
            following =
                    previews.follow(
                            begun.id(),
                            () -> {
                                if (sink != null) {
                                    sink.add("", begun.id());
                                }
                            });
        } catch (RuntimeException e) {
            status.setText(Refusals.ofDeed(this::getTranslation).say(e));
            again.setVisible(true);
        }
    }

    /// Nothing is tried, and what was found is gone.
    void clear() {
        stopQuietly();
        shown = null;
        hide();
        status.setText("");
    }

    private void stop() {
        var running = shown;
        if (running != null) {
            previews.stop(running.id());
        }
    }

    private void stopQuietly() {
        var before = shown;
        if (before != null && !before.isOver()) {
            try {
                previews.stop(before.id());
            } catch (NotFound e) {
                // It is forgotten already.
            }
        }
    }

    private void hear(String id) {
        var before = shown;
        if (before != null && before.id().equals(id)) {
            show(previews.of(id));
        }
    }

    private void hide() {
        running.setVisible(false);
        again.setVisible(false);
        sum.setVisible(false);
        people.setVisible(false);
        others.setVisible(false);
    }

    private void show(RulePreview preview) {
        shown = preview;
        hide();
        boolean over = preview.isOver();
        running.setVisible(!over);
        bar.setMax(Math.max(1, preview.people()));
        bar.setValue(preview.done());
        again.setVisible(over && preview.state() != RulePreview.State.DONE);
        status.setText(
                getTranslation(
                        "adherence.replay.state." + preview.state(),
                        preview.done(),
                        preview.people()));
        status.setVisible(preview.state() != RulePreview.State.DONE);
        if (preview.state() == RulePreview.State.DONE) {
            show(preview, preview.movement());
        }
        if (over) {
            onEnd.accept(preview);
        }
    }

    private void show(RulePreview preview, Movement movement) {
        sum.setVisible(true);
        var span = words.span(preview.from(), preview.to());
        if (movement.people() == 0) {
            sum.setText(getTranslation("adherence.replay.nobody", span));
        } else if (movement.tooFew()) {
            sum.setText(getTranslation("adherence.replay.tooFew", span));
        } else if (movement.moved() == 0) {
            sum.setText(getTranslation("adherence.replay.same", span, movement.people()));
        } else {
            sum.setText(
                    getTranslation(
                            "adherence.replay.moves",
                            span,
                            score(movement.before()),
                            score(movement.after()),
                            movement.moved(),
                            movement.people()));
        }
        var whom = movement.whom();
        people.setItems(whom);
        people.setVisible(!whom.isEmpty());
        people.setAllRowsVisible(whom.size() <= ROWS_IN_SIGHT);
        if (whom.size() > ROWS_IN_SIGHT) {
            people.setHeight("17rem");
        }
        others.setVisible(movement.others() > 0);
        others.setText(getTranslation("adherence.replay.others", movement.others()));
    }

    private String score(Optional<Percent> percent) {
        return percent.map(each -> words.score(each.rounded(1)))
                .orElseGet(() -> getTranslation("adherence.settings.none"));
    }
}
