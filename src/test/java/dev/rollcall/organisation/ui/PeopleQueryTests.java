package dev.rollcall.organisation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeopleQueryTests {

    @Test
    void isTheAgentsOfAllUnitsWhereTheAddressSaysNothing() {
        assertThat(PeopleQuery.of(RouteParameters.empty(), QueryParameters.empty()))
                .isEqualTo(PeopleQuery.DEFAULT);
        assertThat(PeopleQuery.DEFAULT.path()).isEqualTo(RouteParameters.empty());
        assertThat(PeopleQuery.DEFAULT.parameters()).isEqualTo(QueryParameters.empty());
    }

    @Test
    void comesBackFromItsAddress() {
        var query = new PeopleQuery(Kind.GROUPS, "billing", false, "north", "bill & co");

        assertThat(PeopleQuery.of(query.path(), query.parameters())).isEqualTo(query);
    }

    @Test
    void comesBackFromTheAddressOfANewRecord() {
        var query = new PeopleQuery(Kind.UNITS, null, true, null, "");

        assertThat(PeopleQuery.of(query.path(), query.parameters())).isEqualTo(query);
    }

    @Test
    void takesWhatItDoesNotUnderstandForTheDefault() {
        assertThat(
                        PeopleQuery.of(
                                new RouteParameters(Map.of("kind", "robots")),
                                QueryParameters.fromString("unit=&colour=red")))
                .isEqualTo(PeopleQuery.DEFAULT);
    }

    @Test
    void keepsItsUnitButNotItsSearchForAnotherKind() {
        var agents = new PeopleQuery(Kind.AGENTS, "dana", false, "north", "dana");

        assertThat(agents.listing(Kind.GROUPS))
                .isEqualTo(new PeopleQuery(Kind.GROUPS, null, false, "north", ""));
    }
}
