package dev.rollcall.work.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FactList;
import dev.rollcall.kit.TickingDuration;
import dev.rollcall.work.GroupStanding;

/// One group that handles chats, in full, and the way to its agents.
final class ChatGroupDrawer extends Drawer {

    private final AgentWords words;
    private final String code;
    private final Div facts = new Div();

    ChatGroupDrawer(GroupStanding group, AgentWords words, Runnable onClose) {
        super(onClose);
        this.words = words;
        code = group.group().code();
        setTitle(group.group().name(), words.say("chat.above"));
        var people = new RouterLink(words.say("chat.people"), AgentsView.class);
        people.setQueryParameters(QueryParameters.of(FloorFilters.GROUP, code));
        var parts = new Div(facts, people);
        parts.addClassName("drawer-parts");
        add(parts);
        show(group);
    }

    /// What addresses call the group.
    String record() {
        return code;
    }

    void show(GroupStanding group) {
        var list = new FactList();
        list.fact(
                words.say("chat.open"), words.say(group.open() ? "chat.isOpen" : "chat.isClosed"));
        list.fact(words.say("chat.active"), words.load(group.active(), group.members()));
        list.fact(words.say("chat.available"), words.number(group.available()));
        list.fact(words.say("chat.free"), words.number(group.freePlaces()));
        list.fact(words.say("chat.chats"), words.number(group.held()));
        list.fact(words.say("chat.waiting"), words.number(group.waiting()));
        if (group.longestWait() != null) {
            list.fact(words.say("chat.wait"), new TickingDuration(group.longestWait()));
        }
        facts.removeAll();
        facts.add(list);
    }
}
