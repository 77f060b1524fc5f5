package dev.rollcall.adherence.ui.picture;

import static dev.rollcall.adherence.ui.picture.BoardRowFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardFilterTests {

    private static final UnitId NORTH = new UnitId(1);
    private static final UnitId SOUTH = new UnitId(2);

    @Test
    void findsPeopleByHomeOrCurrentUnit() {
        var filter = new BoardFilter(Set.of(SOUTH), null, null, "");
        assertThat(filter.test(row(1).at(SOUTH, null).make())).isTrue();
        assertThat(filter.test(row(2).at(NORTH, SOUTH).make())).isTrue();
        assertThat(filter.test(row(3).at(NORTH, null).make())).isFalse();
    }

    @Test
    void findsPeopleByGroup() {
        var filter = new BoardFilter(null, Set.of(new GroupId(7), new GroupId(9)), null, "");
        assertThat(filter.test(row(1).inGroup(7).make())).isTrue();
        assertThat(filter.test(row(2).make())).isFalse();
    }

    @Test
    void findsNamesWithoutTheirAccents() {
        var filter = new BoardFilter(null, null, null, "akess");
        assertThat(filter.test(row(1).named("Björn Åkesson").make())).isTrue();
        assertThat(filter.test(row(2).named("Jonas Petersen").make())).isFalse();
    }

    @Test
    void findsPeopleByExternalId() {
        var filter = new BoardFilter(null, null, null, "agent-4");
        assertThat(filter.test(row(4).make())).isTrue();
    }
}
