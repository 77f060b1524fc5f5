package dev.rollcall.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FollowersTests {

    private final Followers<String, String> followers = new Followers<>();

    @Test
    void knowsWhoFollowsWhat() {
        followers.add("ann", "header");
        followers.add("ann", "page");
        followers.add("bob", "list");

        assertThat(followers.of("ann")).containsExactlyInAnyOrder("header", "page");
        assertThat(followers.of("eve")).isEmpty();
        assertThat(followers.everybody()).containsExactlyInAnyOrder("header", "page", "list");
    }

    @Test
    void forgetsWhatNobodyFollowsAnyMore() {
        var header = followers.add("ann", "header");
        var page = followers.add("ann", "page");

        header.remove();
        assertThat(followers.of("ann")).containsExactly("page");
        page.remove();
        assertThat(followers.followed()).isEmpty();
    }
}
