package dev.rollcall.adherence.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class PicturesTests {

    @Autowired private Floor floor;
    @Autowired private Pictures pictures;
    @Autowired private LiveBoard live;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;

    private final List<Pictures.Looking> lookings = new ArrayList<>();

    @AfterEach
    void lookAway() {
        lookings.forEach(Pictures.Looking::close);
    }

    @Test
    void tellsOnlyThoseWhoSeeWhoChanged() throws InterruptedException {
        var ann = floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        var bob = floor.agent("bob").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        var seesAnn = new Witness(ann.agent().id());
        var seesBob = new Witness(bob.agent().id());
        look(seesAnn, null);
        look(seesBob, null);

        ann.at("07:00", "ACTIVE");
        live.settle();

        assertThat(seesAnn.isTold()).isTrue();
        assertThat(seesBob.told).isEmpty();
    }

    @Test
    void tellsEverybodyWhenAnybodyMovesOrIsCountedOtherwise() throws InterruptedException {
        floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        var bob = floor.agent("bob").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        var seesNobody = new Witness(new AgentId(0));
        var picture = look(seesNobody, null);
        assertThat(picture.arrangement().at(0)).isNotEqualTo(bob.agent().id());

        bob.at("07:00", "AWAY");
        live.settle();

        assertThat(seesNobody.isTold()).isTrue();
        assertThat(picture.arrange().at(0)).isEqualTo(bob.agent().id());
        assertThat(picture.tally().out()).isEqualTo(1);
    }

    @Test
    void isMadeOnceForAllWhoLookAtTheSame() {
        floor.agent("ann");
        live.settle();
        var one = look(new Witness(new AgentId(0)), null);
        var other = look(new Witness(new AgentId(0)), null);
        assertThat(other).isSameAs(one);
        assertThat(look(new Witness(new AgentId(0)), Show.OUT)).isNotSameAs(one);
    }

    @Test
    void isThereForWhoComesBackSoonAndFollowsTheBoardStill() throws InterruptedException {
        var ann = floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        var before = look(new Witness(ann.agent().id()), null);
        lookings.forEach(Pictures.Looking::close);
        clock.advance(Pictures.KEPT.dividedBy(2));

        var witness = new Witness(ann.agent().id());
        var after = look(witness, null);
        ann.at("07:00", "AWAY");
        live.settle();

        assertThat(witness.isTold()).isTrue();
        assertThat(after).isSameAs(before);
        assertThat(word(after, ann)).isEqualTo("Away");
    }

    @Test
    void isLetGoWhenNobodyHasLookedForAWhile() {
        var one = look(new Witness(new AgentId(0)), null);
        lookings.forEach(Pictures.Looking::close);

        clock.advance(Pictures.KEPT);
        look(new Witness(new AgentId(0)), Show.OUT);
        lookings.forEach(Pictures.Looking::close);

        assertThat(look(new Witness(new AgentId(0)), null)).isNotSameAs(one);
    }

    @Test
    void isLetGoWhenManyOthersWereLookedAtSince() {
        var one = look(new Witness(new AgentId(0)), null);
        lookings.forEach(Pictures.Looking::close);
        clock.advance(Duration.ofSeconds(1));

        Stream.of(Show.values())
                .limit(Pictures.MOST_KEPT)
                .forEach(part -> look(new Witness(new AgentId(0)), part));
        lookings.forEach(Pictures.Looking::close);

        assertThat(look(new Witness(new AgentId(0)), null)).isNotSameAs(one);
    }

    @Test
    void standsStillForWhoWantsToReadItInPeace() throws InterruptedException {
        var ann = floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        var witness = new Witness(ann.agent().id());
        var picture = look(witness, null);
        var still = picture.still();

        ann.at("07:00", "AWAY");
        live.settle();
        assertThat(witness.isTold()).isTrue();

        assertThat(word(picture, ann)).isEqualTo("Away");
        assertThat(word(still, ann)).isEqualTo("Available");
    }

    @Test
    void saysNothingOfSomebodyWhoHasLeftTheViewersScope() {
        var ann = floor.agent("ann").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        floor.unit("south", "UTC");
        live.settle();
        var other = floor.agent("bob", "south");
        live.settle();
        var picture = look(new Witness(ann.agent().id()), Scope.ofAgent(ann.agent().id()), null);

        assertThat(picture.arrangement().everybody()).containsExactly(ann.agent().id());
        var stranger = picture.images(List.of(other.agent().id())).getFirst();
        assertThat(stranger.texts()).containsOnly("");
    }

    private static String word(Picture picture, Floor.Worker worker) {
        return picture.images(List.of(worker.agent().id()))
                .getFirst()
                .texts()
                .get(RowText.IS.ordinal());
    }

    private Picture look(Viewer viewer, @Nullable Show part) {
        live.settle();
        return look(viewer, Scope.everyone(), part);
    }

    private Picture look(Viewer viewer, Scope scope, @Nullable Show part) {
        var key =
                new PictureKey(
                        scope,
                        new BoardFilter(null, null, null, ""),
                        part,
                        BoardOrder.SEVERITY,
                        Locale.ENGLISH,
                        ZoneOffset.UTC);
        var looking = access.asSystem("test", () -> pictures.look(key, viewer));
        lookings.add(looking);
        return looking.picture();
    }

    private static final class Witness implements Viewer {
        private final AgentId seen;
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        private Witness(AgentId seen) {
            this.seen = seen;
        }

        @Override
        public boolean sees(Set<AgentId> agents) {
            return agents.contains(seen);
        }

        @Override
        public void changed() {
            told.add("changed");
        }

        @Override
        public void beat() {
            // Says nothing about anybody.
        }

        private boolean isTold() throws InterruptedException {
            return told.poll(10, TimeUnit.SECONDS) != null;
        }
    }
}
