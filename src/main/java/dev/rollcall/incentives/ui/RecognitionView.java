package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.feedback.Feedback;
import dev.rollcall.feedback.OwnFeedback;
import dev.rollcall.incentives.Leaderboard;
import dev.rollcall.incentives.Recognition;
import dev.rollcall.incentives.Recognition.Board;
import dev.rollcall.incentives.Recognition.Choice;
import dev.rollcall.incentives.Recognition.Shown;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What people of the team show each other: what they earned, praise they got, and who is at the
/// top where the unit wants to know and people joined.
@Route("recognition")
@Menu(title = "incentives.wall.title", order = 14.85, icon = "vaadin:trophy")
@Requires({Permission.INCENTIVES_OWN, Permission.INCENTIVES_VIEW})
final class RecognitionView extends Div implements HasDynamicTitle {

    private static final int MILLIS = 5_000;

    private final Recognition recognition;
    private final OwnFeedback feedback;
    private final Directory directory;
    private final Access access;
    private final RewardWords words;

    RecognitionView(
            Recognition recognition, OwnFeedback feedback, Directory directory, Access access) {
        this.recognition = recognition;
        this.feedback = feedback;
        this.directory = directory;
        this.access = access;
        words = new RewardWords(this::getTranslation, getLocale());
        addClassName("incentives-page");
        show();
    }

    @Override
    public String getPageTitle() {
        return words.say("wall.title") + " – Rollcall";
    }

    private void show() {
        removeAll();
        var what = new Paragraph(words.say("wall.what"));
        what.addClassName("records-what");
        add(new H1(words.say("wall.title")), what);
        recognition.boards().forEach(this::board);
        choices();
        wall();
    }

    // ------------------------------------------------------------------ leaderboards

    private void board(Board board) {
        var section = section(words.say("board.title", board.unit().name()));
        section.add(new Paragraph(words.say("board.what", Recognition.COUNTED.toDays())));
        var places = board.board().places();
        if (board.board().people() < Leaderboard.FEWEST) {
            section.add(
                    new Paragraph(
                            words.say("board.few", board.board().people(), Leaderboard.FEWEST)));
        } else if (places.isEmpty()) {
            section.add(new Paragraph(words.say("board.nobody")));
        } else {
            var list = new OrderedList();
            list.addClassName("leaderboard");
            places.forEach(place -> {
                var rank = new Span(words.say("board.rank", place.rank()));
                rank.addClassName("leaderboard-rank");
                list.add(new ListItem(rank, new Span(name(place.who()))));
            });
            section.add(list);
        }
        if (board.own()) {
            var join = new Checkbox(words.say("board.join"), recognition.isMember());
            join.setHelperText(words.say("board.joinWhat"));
            join.addValueChangeListener(event ->
                    attempt(() -> recognition.join(Boolean.TRUE.equals(event.getValue()))));
            section.add(join);
        }
    }

    // ------------------------------------------------------------------ the wall

    private void choices() {
        if (!access.viewer().may(Permission.INCENTIVES_OWN)) {
            return;
        }
        var choices = recognition.choices();
        if (choices.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("deeds");
        choices.forEach(each -> list.add(item(each)));
        section(words.say("wall.choices")).add(list);
    }

    private SettledItem item(Choice choice) {
        var what =
                what(choice.name(), choice.period() == null ? "" : words.period(choice.period()));
        var item = new SettledItem("incentives.wall", what, words.say("wall.onlyThis"));
        var show = new Button(words.say("wall.show"), _ -> attempt(() -> recognition.show(choice)));
        show.setAriaLabel(words.say("wall.showOf", what));
        show.setDisableOnClick(true);
        var buttons = new Div(show);
        buttons.addClassName("deed-buttons");
        item.add(buttons);
        return item;
    }

    private static String what(String name, String period) {
        return period.isEmpty() ? name : name + ", " + period;
    }

    private record Post(Instant at, Article card) {}

    private void wall() {
        var posts = new ArrayList<Post>();
        recognition.wall().forEach(each -> posts.add(new Post(each.at(), card(each))));
        praise().forEach(each -> posts.add(new Post(each.givenAt(), card(each))));
        var section = section(words.say("wall.wall"));
        if (posts.isEmpty()) {
            var none = new Div(new Paragraph(words.say("wall.none")));
            none.addClassName("board-empty");
            section.add(none);
            return;
        }
        var cards = new Div();
        cards.addClassName("recognition-wall");
        posts.stream()
                .sorted(Comparator.comparing(Post::at).reversed())
                .forEach(post -> cards.add(post.card()));
        section.add(cards);
    }

    private List<Feedback> praise() {
        var viewer = access.viewer();
        return viewer.may(Permission.FEEDBACK_OWN) && viewer.agent().isPresent()
                ? feedback.shownToTheTeam()
                : List.of();
    }

    private Article card(Shown shown) {
        var period = shown.period();
        var card =
                card(
                        name(shown.agent()),
                        words.say(
                                period == null ? "wall.reward" : "wall.earned",
                                what(shown.name(), period == null ? "" : words.period(period))),
                        words.at(shown.at()));
        if (shown.own()) {
            var back =
                    new Button(
                            words.say("wall.takeBack"),
                            _ -> attempt(() -> recognition.takeBack(shown.number())));
            back.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            back.setAriaLabel(words.say("wall.takeBackOf", shown.name()));
            card.add(back);
        }
        return card;
    }

    private Article card(Feedback praise) {
        return card(
                name(praise.agent()),
                words.say("wall.praise", praise.said()),
                words.say("wall.by", praise.giver().name(), words.at(praise.givenAt())));
    }

    private static Article card(String name, String text, String second) {
        var line = new Span(second);
        line.addClassName("board-second");
        var card = new Article(new H3(name), new Paragraph(text), line);
        card.addClassName("recognition-card");
        return card;
    }

    private String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("–");
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            Notification.show(
                    Refusals.ofDeed(words.all()).say(e),
                    MILLIS,
                    Notification.Position.BOTTOM_START);
        }
        show();
    }

    private Section section(String title) {
        var section = new Section(new H2(title));
        section.addClassName("incentives-list");
        add(section);
        return section;
    }
}
