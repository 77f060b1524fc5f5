package dev.rollcall.planner.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.people.Agent;
import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.Drafts;
import dev.rollcall.planner.Publishing;
import dev.rollcall.planner.RotationDraft;
import dev.rollcall.planner.Rotations;
import dev.rollcall.planner.ShiftTemplate;
import dev.rollcall.planner.ShiftTemplate.Stretch;
import dev.rollcall.planner.ShiftTemplates;
import dev.rollcall.planner.TemplateDraft;
import dev.rollcall.planner.proposal.Proposal.State;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Kim lets the week of Monday, 9 March 2026, be proposed for the unit care. It is a week before.
@ModuleTest
class ProposalsTests {

    private static final LocalDate MONDAY = Floor.TODAY.plusDays(7);

    @Autowired private Proposals proposals;
    @Autowired private Drafts drafts;
    @Autowired private Publishing publishing;
    @Autowired private ShiftTemplates templates;
    @Autowired private Rotations rotations;
    @Autowired private Access access;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;

    private Agent ada;
    private UserId kim;
    private ShiftTemplate day;

    @BeforeEach
    void kimPlansAdaWithOneTemplate() {
        ada = floor.agent("ada").agent();
        kim = signIns.user(Assignment.inUnit(Role.SUPERVISOR, ada.unit())).id();
        day =
                access.asSystem(
                        "test",
                        () ->
                                templates.save(
                                        null,
                                        new TemplateDraft(
                                                "Proposed day",
                                                null,
                                                List.of(
                                                        new Stretch(
                                                                LocalTime.of(8, 0),
                                                                LocalTime.of(16, 0))),
                                                List.of()),
                                        0));
    }

    private Proposal proposed(Set<DayKey> anew) throws Exception {
        var over = new CompletableFuture<Proposal>();
        SignIns.as(
                kim,
                () -> {
                    proposals.start(ada.unit(), MONDAY, anew, Duration.ofSeconds(2));
                    return proposals.follow(
                            ada.unit(),
                            MONDAY,
                            proposal -> {
                                if (proposal.isOver()) {
                                    over.complete(proposal);
                                }
                            });
                });
        return over.get(1, TimeUnit.MINUTES);
    }

    private DayKey key(int day) {
        return new DayKey(ada.id(), MONDAY.plusDays(day));
    }

    private void draft(int which, String from, String to) {
        SignIns.as(
                kim,
                () -> {
                    var known = drafts.days(List.of(key(which))).getFirst();
                    var shift =
                            new ShiftTemplate(
                                    day.id(),
                                    "",
                                    null,
                                    List.of(
                                            new Stretch(
                                                    LocalTime.parse(from), LocalTime.parse(to))),
                                    List.of(),
                                    1);
                    return drafts.apply(
                            List.of(
                                    new DayEdit(
                                            key(which),
                                            shift.on(key(which).date(), ada.zone()),
                                            known.seen())));
                });
    }

    @Test
    void whatIsProposedIsDraftedOnlyWhenSomebodyTakesItOver() throws Exception {
        var proposal = proposed(Set.of());

        assertThat(proposal.state()).isEqualTo(State.DONE);
        assertThat(
                        SignIns.as(kim, () -> drafts.roster(ada.unit(), MONDAY, MONDAY.plusDays(6)))
                                .days()
                                .values())
                .noneMatch(day -> day.isDraft());
        assertThat(proposal.now()).isNotNull();
        assertThat(SignIns.as(kim, () -> drafts.apply(proposal.edits())))
                .hasSameSizeAs(proposal.edits())
                .allMatch(day -> day.isDraft());
    }

    @Test
    void leavesPublishedAndDraftedDaysAlone() throws Exception {
        draft(0, "10:00", "14:00");
        SignIns.as(
                kim,
                () ->
                        publishing.publish(
                                publishing.preview(ada.unit(), MONDAY, MONDAY.plusDays(6))));
        draft(1, "11:00", "15:00");

        var edits = proposed(Set.of(key(0))).edits();

        assertThat(edits).extracting(DayEdit::key).doesNotContain(key(0), key(1));
    }

    @Test
    void proposesDraftedDaysAnewWhenTheyWereChosen() throws Exception {
        for (int which = 0; which < 7; which++) {
            draft(which, "11:00", "11:30");
        }

        assertThat(proposed(Set.of(key(1))).edits())
                .extracting(DayEdit::key)
                .containsExactly(key(1));
    }

    @Test
    void whoWorksByARotationGetsWhatItSays() throws Exception {
        SignIns.as(
                kim,
                () -> {
                    var rotation =
                            rotations.save(
                                    null,
                                    new RotationDraft(
                                            "Tuesdays",
                                            ada.unit(),
                                            List.of(Map.of(DayOfWeek.TUESDAY, day.id()))),
                                    0);
                    rotations.assign(List.of(ada.id()), MONDAY, rotation.id());
                    return rotation;
                });

        var edits = proposed(Set.of()).edits();

        assertThat(edits)
                .filteredOn(edit -> edit.key().agent().equals(ada.id()))
                .singleElement()
                .satisfies(edit -> {
                    assertThat(edit.key()).isEqualTo(key(1));
                    assertThat(edit.entries()).isEqualTo(day.on(key(1).date(), ada.zone()));
                });
    }

    @Test
    void aWeekWithoutAFreeDayIsRefused() {
        for (int which = 0; which < 7; which++) {
            draft(which, "11:00", "11:30");
        }

        assertThatThrownBy(() -> proposed(Set.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no empty day left");
    }

    @Test
    void nobodyProposesForAUnitTheyDoNotPlan() {
        var lee =
                signIns.user(Assignment.inUnit(Role.SUPERVISOR, floor.unit("other", "UTC").id()))
                        .id();

        assertThatThrownBy(() ->
                        SignIns.as(
                                lee,
                                () ->
                                        proposals.start(
                                                ada.unit(),
                                                MONDAY,
                                                Set.of(),
                                                Duration.ofSeconds(2))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aProposalIsItsPlannersOwn() throws Exception {
        proposed(Set.of());
        var lee = signIns.user(Assignment.inUnit(Role.SUPERVISOR, ada.unit())).id();

        assertThat(SignIns.as(kim, () -> proposals.of(ada.unit(), MONDAY))).isPresent();
        assertThat(SignIns.as(lee, () -> proposals.of(ada.unit(), MONDAY))).isEmpty();
    }
}
