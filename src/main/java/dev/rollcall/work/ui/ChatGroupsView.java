package dev.rollcall.work.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Drawer;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.Reasons;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.work.AgentDashboard;
import dev.rollcall.work.GroupStanding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/// The groups that handle live chats: who is there for how many chats, and who waits. Follows every
/// change; a group leads to its agents.
@Route("chat-groups")
@RouteAlias("chat-groups/:record")
@Menu(title = "work.chatGroups.title", order = 13, icon = "vaadin:comments-o")
@Requires(Permission.WORK_VIEW)
final class ChatGroupsView extends BrowseView<GroupStanding> {

    private final AgentDashboard dashboard;
    private final AgentWords words;
    private @Nullable ChatGroupDrawer opened;

    ChatGroupsView(
            AgentDashboard dashboard, Directory directory, Reasons reasons, WorkPulse pulse) {
        super(
                "work.chatGroups",
                new ChatGroupsGrid(AgentWords.of(UI.getCurrentOrThrow(), reasons, directory)));
        this.dashboard = dashboard;
        words = AgentWords.of(UI.getCurrentOrThrow(), reasons, directory);
        InStep.keep(this, pulse, this::look);
    }

    @Override
    protected void showList(BrowseQuery wanted) {
        var groups = dashboard.chatGroups();
        page().show(
                        groups,
                        counted(groups.size()),
                        wanted.opened(),
                        nothing(new Paragraph(words.say("chat.none"))));
    }

    private String counted(int groups) {
        return words.say("chat.count", groups);
    }

    /// From memory: this is pushed.
    private void look() {
        try {
            var groups = dashboard.chatGroups();
            page().update(groups, counted(groups.size()));
            var drawer = opened;
            if (drawer != null) {
                find(drawer.record()).ifPresent(drawer::show);
            }
        } catch (AccessDeniedException e) {
            // Their role was changed a moment ago; the page says what they may not see.
            refresh();
        }
    }

    @Override
    protected Optional<Drawer> drawer(String record) {
        opened =
                find(record)
                        .map(group -> new ChatGroupDrawer(group, words, this::close))
                        .orElse(null);
        return Optional.ofNullable(opened);
    }

    private Optional<GroupStanding> find(String code) {
        return dashboard.chatGroups().stream()
                .filter(group -> group.group().code().equals(code))
                .findFirst();
    }
}
