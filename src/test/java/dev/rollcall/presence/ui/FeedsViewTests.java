package dev.rollcall.presence.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.Anchor;
import dev.rollcall.kit.Drawer;
import dev.rollcall.presence.Feed;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = FeedsViewTests.class)
class FeedsViewTests extends ViewTest {

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;

    @BeforeEach
    void anAdmin() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
    }

    @Test
    void explainsHowToConnectAFeedWhereThereIsNone() {
        open("settings/feeds");

        assertThat(find(FeedGrid.class).single().getListDataView().getItemCount()).isZero();
        assertThat(find(FeedGuide.class).exists()).isTrue();
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("settings/tokens", "/swagger-ui.html");
    }

    @Test
    void saysHowASourceIsAndWhoDependsOnIt() {
        floor.agent("dana").at("07:59", "AVAILABLE");
        open("settings/feeds/" + FeedGrid.key("/telephony"));

        assertThat(find(FeedGrid.class).single().getListDataView().getItems())
                .extracting(Feed::source)
                .containsExactly("/telephony");
        assertThat(textOf(find(FeedDrawer.class).single()))
                .contains("Live")
                .contains("It tells of things as they happen.")
                .contains("It last spoke for one person.")
                .contains("dana");
    }

    @Test
    void saysThatASourceIsNotThere() {
        open("settings/feeds/bm9uZQ");

        assertThat(textOf(find(Drawer.class).single()))
                .contains("No feed of this name has ever been heard.");
    }
}
