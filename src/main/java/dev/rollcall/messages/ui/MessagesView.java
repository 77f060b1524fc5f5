package dev.rollcall.messages.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.BrowsePage;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FactList;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.kit.Refusals;
import dev.rollcall.messages.QuickMessage;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was sent to people, whether they saw it, and what they answered.
@PartOfWorkforceManagement
@Route("messages")
@RouteAlias("messages/:record")
@Menu(title = "messages.page.title", order = 10.7, icon = "vaadin:comment-o")
@Requires(Permission.ADHERENCE_WRITE)
final class MessagesView extends BrowseView<QuickMessage> {

    private final MessageSources sources;
    private final MessageWords words;
    private @Nullable Registration following;

    MessagesView(MessageSources sources) {
        super("messages.page", new MessageGrid(words(), sources));
        this.sources = sources;
        words = words();
    }

    private static MessageWords words() {
        var ui = UI.getCurrentOrThrow();
        return new MessageWords(ui::getTranslation, ui.getLocale(), Days.zone());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        following =
                sources.pulse()
                        .followAll(
                                event.getUI(),
                                () -> true,
                                // Read in a request of the browser's own: a push must not wait for
                                // it.
                                _ ->
                                        getElement()
                                                .executeJs("return true")
                                                .then(Boolean.class, _ -> again()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (following != null) {
            following.remove();
            following = null;
        }
        super.onDetach(event);
    }

    private void again() {
        showList(query());
        refreshDrawer();
    }

    @Override
    protected void showList(BrowseQuery wanted) {
        List<QuickMessage> read =
                sources.messages().page(null, wanted.before(), PAGE + 1, sources.scope());
        showPage(
                read,
                QuickMessage::number,
                words.say("page.count", Math.min(read.size(), PAGE)),
                BrowsePage.empty(new Paragraph(words.say("page.none"))));
    }

    @Override
    protected Optional<Drawer> drawer(String record) {
        return record.matches("[0-9]{1,18}")
                ? sources.messages().find(Long.parseLong(record), sources.scope()).map(this::drawer)
                : Optional.empty();
    }

    private Drawer drawer(QuickMessage message) {
        var drawer = new Drawer(this::close);
        drawer.setTitle(message.text(), words.sum(message));
        drawer.add(
                new FactList()
                        .fact(words.say("page.by"), message.sentBy().name())
                        .fact(words.say("page.at"), Days.withTime(message.sentAt(), getLocale())));
        var people = new PlainTable("messages.page.who", "messages.page.state");
        message.copies().stream()
                .sorted(Comparator.comparing(copy -> sources.name(copy.agent())))
                .forEach(copy ->
                        people.line(
                                List.of(
                                        sources.name(copy.agent()),
                                        words.progress(message, copy))));
        drawer.add(people);
        if (!message.isWithdrawn() && sources.messages().isOwn(message)) {
            var back = new Button(words.say("page.withdraw"), _ -> withdraw(message));
            back.setDisableOnClick(true);
            drawer.addFoot(back);
        }
        return drawer;
    }

    private void withdraw(QuickMessage message) {
        try {
            sources.messages().withdraw(message.number());
            tell(words.say("page.withdrawn"));
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
        refresh();
    }
}
