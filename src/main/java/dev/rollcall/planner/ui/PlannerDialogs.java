package dev.rollcall.planner.ui;

import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Agent;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.Publication;
import dev.rollcall.schedule.Activities;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Opens what the planner shows over the page: one day, one person, a proposal, the publication.
final class PlannerDialogs {

    private final PlannerWords words;
    private final Activities activities;
    private final PlannerServices services;
    private final PlannerPage page;

    PlannerDialogs(
            PlannerWords words, Activities activities, PlannerServices services, PlannerPage page) {
        this.words = words;
        this.activities = activities;
        this.services = services;
        this.page = page;
    }

    void openDay(DayKey key) {
        page.sheet().ifPresent(shown -> openDay(key, shown));
    }

    private void openDay(DayKey key, Sheet shown) {
        var day = shown.day(key);
        var person = shown.person(key.agent());
        if (day.isEmpty() || person.isEmpty()) {
            return;
        }
        var warnings =
                words.rules()
                        .warnings(
                                shown.entries(key.agent()),
                                key.date(),
                                key.date(),
                                person.get().zone(),
                                shown.terms(key.agent()));
        new DayDialog(
                        words,
                        person.get(),
                        day.get(),
                        Stream.concat(
                                        warnings.stream()
                                                .map(each ->
                                                        words.warning(each, person.get().zone())),
                                        words
                                                .againstWishes(
                                                        day.get(),
                                                        person.get().zone(),
                                                        shown.wants())
                                                .stream())
                                .toList(),
                        words.wants(key, shown.wants()),
                        activities.all(),
                        day.get().seen().version() == 0
                                ? null
                                : services.versions()
                                        .address(person.get(), key.date())
                                        .orElse(null),
                        entries ->
                                entries.equals(day.get().entries())
                                        || page.edit(List.of(shown.edit(day.get(), entries))))
                .open();
    }

    void openTerms(Agent person, Sheet shown) {
        new TermsDialog(
                        words,
                        person,
                        shown.terms(person.id()),
                        shown.first(),
                        (contract, availability) -> {
                            services.terms().agree(person.id(), contract, availability);
                            shown.agreed(
                                    person.id(), services.terms().of(person.id(), shown.first()));
                            page.redraw(Set.of(new DayKey(person.id(), shown.first())));
                        })
                .open();
    }

    /// Offers to fill the shown week.
    void propose() {
        var shown = page.sheet();
        var unit = page.unit();
        if (shown.isPresent() && unit.isPresent()) {
            new ProposeDialog(
                            words,
                            new ProposalWords(
                                    words, shown.get(), services.directory(), unit.get().zone()),
                            services.proposals(),
                            unit.get().id(),
                            shown.get().first(),
                            page.chosen(),
                            edits -> {
                                boolean taken = page.edit(edits);
                                if (taken) {
                                    page.tell(words.say("propose.taken", edits.size()));
                                }
                                return taken;
                            })
                    .open();
        }
    }

    /// The rotations of the shown unit, for the people who are chosen.
    void rotations() {
        var shown = page.sheet();
        var unit = page.unit();
        if (shown.isPresent() && unit.isPresent()) {
            new RotationsDialog(
                            words,
                            services.rotations(),
                            services.templates().list(),
                            page.plannable(),
                            unit.get(),
                            monday(shown.get().first()),
                            page.chosen().stream().map(DayKey::agent).collect(Collectors.toSet()),
                            () -> layOut(shown.get()))
                    .open();
        }
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// Drafts what rotations say for days that hold nothing and were never published.
    private void layOut(Sheet shown) {
        try {
            var plan = services.rotations().plan(shown.ids());
            var edits =
                    plan.edits(shown.roster(), day -> !day.isDraft() && day.seen().version() == 0);
            if (edits.isEmpty()) {
                page.tell(words.say("rotations.nothing"));
            } else if (page.edit(edits)) {
                page.tell(words.say("propose.taken", edits.size()));
            }
        } catch (RuntimeException e) {
            page.tell(Refusals.ofDeed(words.words()).say(e));
        }
    }

    // ------------------------------------------------------------------ publishing

    void publish() {
        var shown = page.sheet();
        var unit = page.unit();
        if (shown.isEmpty() || unit.isEmpty()) {
            return;
        }
        try {
            var preview =
                    services.publishing()
                            .preview(unit.get().id(), shown.get().first(), shown.get().last());
            new PublishDialog(
                            words,
                            preview,
                            id -> shown.get().person(id).orElseThrow(),
                            new PublishDeeds(shown.get()))
                    .open();
        } catch (RuntimeException e) {
            page.tell(Refusals.ofDeed(words.words()).say(e));
        }
    }

    private final class PublishDeeds implements PublishDialog.Deeds {

        private final Sheet shown;

        PublishDeeds(Sheet shown) {
            this.shown = shown;
        }

        @Override
        public void publish(Publication publication) {
            if (page.attempt(shown, () -> services.publishing().publish(publication))) {
                page.tell(
                        words.say("publish.done", publication.people(), publication.days().size()));
            }
            page.redraw(Set.of());
        }

        @Override
        public void discard(Publication publication) {
            page.attempt(shown, () -> services.drafts().discard(publication.seen()));
            page.forgetSteps();
        }

        @Override
        public void keep(Publication publication) {
            if (page.attempt(shown, () -> services.drafts().keep(publication.seen()))) {
                PlannerDialogs.this.publish();
            }
        }
    }
}
