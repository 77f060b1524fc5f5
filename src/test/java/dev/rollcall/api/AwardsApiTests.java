package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import org.junit.jupiter.api.Test;

class AwardsApiTests extends ApiFixture {

    private static final String AWARDS = "/api/v1/awards";

    @Test
    void listsWhatWasAwardedInASpan() {
        var reader = api.token(TokenScope.INCENTIVES_READ);
        var list = api.get(reader, AWARDS + "?from=2026-01-01&to=2026-02-28");
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        assertThat(list.at("/items").size()).isZero();
        assertThat(api.get(reader, AWARDS).status()).isEqualTo(200);
    }

    @Test
    void refusesASpanThatMakesNoSenseAndWhoIsNotThere() {
        var reader = api.token(TokenScope.INCENTIVES_READ);
        assertThat(api.get(reader, AWARDS + "?from=2026-02-02&to=2026-02-01").status())
                .isEqualTo(400);
        assertThat(api.get(reader, AWARDS + "?from=2024-01-01&to=2026-02-01").status())
                .isEqualTo(400);
        assertThat(api.get(reader, AWARDS + "?agent=nobody").status()).isEqualTo(404);
        var other = api.token(TokenScope.QUALITY_READ);
        assertThat(api.get(other, AWARDS).status()).isEqualTo(403);
    }
}
