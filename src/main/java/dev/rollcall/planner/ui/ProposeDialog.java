package dev.rollcall.planner.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.UnitId;
import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.proposal.Account;
import dev.rollcall.planner.proposal.Proposal;
import dev.rollcall.planner.proposal.Proposals;
import dev.rollcall.planner.proposal.Rule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Fills a week: asks for how long to search, shows what has been found while it searches, and then
/// what the week does and does not do. Nothing is drafted before somebody takes it over; the search
/// goes on while the dialog is closed.
final class ProposeDialog extends Dialog {

    private static final List<Duration> LIMITS =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(3));

    private final PlannerWords words;
    private final ProposalWords told;
    private final Proposals proposals;
    private final UnitId unit;
    private final LocalDate monday;
    private final Set<DayKey> chosen;
    private final Predicate<List<DayEdit>> take;

    private final Select<Duration> limit = new Select<>();
    private final Checkbox anew = new Checkbox();
    private final Paragraph status = new Paragraph();
    private final ProgressBar progress = new ProgressBar();
    private final Div result = new Div();
    private final Paragraph trouble = new Paragraph();
    private final Div question = new Div();
    private final Button start;
    private final Button stop;
    private final Button accept;
    private @Nullable Coalescer<String, Proposal> incoming;
    private Runnable following = () -> {};
    private @Nullable Proposal shown;

    /// @param chosen the days that are chosen on the page: they can be proposed anew
    /// @param take given the edits somebody likes; answers whether they were taken
    ProposeDialog(
            PlannerWords words,
            ProposalWords told,
            Proposals proposals,
            UnitId unit,
            LocalDate monday,
            Set<DayKey> chosen,
            Predicate<List<DayEdit>> take) {
        this.words = words;
        this.told = told;
        this.proposals = proposals;
        this.unit = unit;
        this.monday = monday;
        this.chosen = chosen;
        this.take = take;
        setHeaderTitle(words.say("propose.title"));
        setWidth("40rem");
        addClassName("planner-propose");
        limit.setLabel(words.say("propose.limit"));
        limit.setItems(LIMITS);
        limit.setItemLabelGenerator(words::duration);
        limit.setValue(LIMITS.get(1));
        anew.setLabel(words.say("propose.anew", chosen.size()));
        anew.setVisible(chosen.size() > 1);
        status.getElement().setAttribute("role", "status");
        progress.setIndeterminate(true);
        progress.getElement().setAttribute("aria-label", words.say("propose.searching"));
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        question.add(new Paragraph(words.say("propose.intro")), limit, anew);
        result.addClassName("planner-proposal");
        add(question, status, progress, result, trouble);
        start = new Button(words.say("propose.start"), _ -> start());
        start.addThemeVariants(ButtonVariant.PRIMARY);
        stop = new Button(words.say("propose.stop"), _ -> proposals.stop(unit, monday));
        accept = new Button(words.say("propose.take"), _ -> accept());
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter()
                .add(
                        new Button(words.words().get("kit.form.close"), _ -> close()),
                        stop,
                        start,
                        accept);
        show(proposals.of(unit, monday).orElse(null));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        incoming = Coalescer.to(event.getUI(), this::hear);
        follow();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        following.run();
        if (incoming != null) {
            incoming.close();
            incoming = null;
        }
    }

    private void follow() {
        following.run();
        var sink = incoming;
        if (sink != null) {
            following = proposals.follow(unit, monday, proposal -> sink.add("", proposal));
        }
    }

    private void hear(Collection<Proposal> news) {
        news.forEach(this::show);
    }

    private void start() {
        trouble.setVisible(false);
        try {
            show(
                    proposals.start(
                            unit,
                            monday,
                            anew.isVisible() && anew.getValue() ? chosen : Set.of(),
                            limit.getValue()));
            follow();
        } catch (RuntimeException e) {
            trouble.setText(Refusals.ofDeed(words.words()).say(e));
            trouble.setVisible(true);
        }
    }

    private void accept() {
        var found = shown;
        if (found != null) {
            close();
            // What took minutes to find stays when a day has changed meanwhile.
            if (take.test(found.edits())) {
                proposals.forget(unit, monday);
            }
        }
    }

    // ------------------------------------------------------------------ showing

    private void show(@Nullable Proposal proposal) {
        shown = proposal;
        boolean searches = proposal != null && !proposal.isOver();
        boolean isThere =
                proposal != null && proposal.isOver() && proposal.state() != Proposal.State.FAILED;
        question.setVisible(!searches);
        progress.setVisible(searches);
        stop.setVisible(searches);
        start.setVisible(!searches);
        start.setText(words.say(isThere ? "propose.again" : "propose.start"));
        start.removeThemeVariants(ButtonVariant.PRIMARY);
        if (!isThere) {
            start.addThemeVariants(ButtonVariant.PRIMARY);
        }
        accept.setVisible(isThere);
        accept.setEnabled(proposal != null && !proposal.edits().isEmpty());
        status.setVisible(proposal != null);
        result.removeAll();
        if (proposal != null) {
            status.setText(
                    words.say(
                            "propose.state." + proposal.state(),
                            proposal.open(),
                            words.duration(proposal.elapsed()),
                            words.duration(proposal.limit())));
            var now = proposal.now();
            if (now != null) {
                show(now, proposal.greedy(), isThere);
            }
        }
    }

    private void show(Account account, @Nullable Account greedy, boolean whole) {
        var sum = new UnorderedList();
        sum.addClassName("planner-proposal-sum");
        var musts = new ListItem(told.musts(account));
        if (!account.keepsEveryMust()) {
            musts.addClassName("form-problem");
        }
        sum.add(
                new ListItem(words.say("propose.sum.shifts", account.shifts())),
                musts,
                new ListItem(told.coverage(account, greedy)),
                new ListItem(told.hours(account)),
                new ListItem(told.wishes(account)));
        result.add(sum);
        if (whole) {
            for (var rule : Rule.values()) {
                explain(rule, account);
            }
        }
    }

    /// What there is to say about one rule, behind its name and how often.
    private void explain(Rule rule, Account account) {
        var findings = account.of(rule);
        if (!findings.isEmpty()) {
            var list = new UnorderedList();
            findings.forEach(finding -> list.add(new ListItem(told.finding(finding))));
            result.add(
                    new Details(
                            words.say(
                                    "propose.rule",
                                    words.say("propose.rule." + rule),
                                    findings.size()),
                            list));
        }
    }
}
