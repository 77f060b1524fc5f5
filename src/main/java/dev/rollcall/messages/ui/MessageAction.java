package dev.rollcall.messages.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.adherence.acting.PeopleAction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Sends people a message from the board.
@Component
@Order(100)
class MessageAction implements PeopleAction {

    private final MessageSources sources;

    MessageAction(MessageSources sources) {
        this.sources = sources;
    }

    @Override
    public String code() {
        return "message";
    }

    @Override
    public String key() {
        return "m";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.COMMENT_O;
    }

    @Override
    public String label() {
        return "messages.action.label";
    }

    @Override
    public String help() {
        return "messages.action.help";
    }

    @Override
    public boolean isOffered() {
        return sources.maySend();
    }

    @Override
    public void begin(Matter matter) {
        new MessageDialog(sources, matter).open();
    }
}
