package dev.rollcall.work.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.rollcall.people.Channel;
import dev.rollcall.work.AgentStanding;
import dev.rollcall.work.Handling;
import java.util.function.BiConsumer;

/// How many tickets and chats somebody has, and how many they may have at once.
final class LimitsForm extends Div {

    private final AgentWords words;
    private final Span load = new Span();
    private final IntegerField tickets = new IntegerField();
    private final IntegerField chats = new IntegerField();
    private int knownTickets = -1;
    private int knownChats = -1;

    LimitsForm(AgentWords words, boolean writes, BiConsumer<Channel, Integer> saver) {
        this.words = words;
        addClassName("limits");
        add(load);
        if (writes) {
            prepare(tickets, "ticketLimit");
            prepare(chats, "chatLimit");
            var fields = new Div(tickets, chats, new Button(words.say("save"), _ -> save(saver)));
            fields.addClassName("limits-fields");
            add(fields);
        }
    }

    private void prepare(IntegerField field, String key) {
        field.setLabel(words.say(key));
        field.setMin(0);
        field.setMax(Handling.MOST);
        field.setStepButtonsVisible(true);
        field.setI18n(
                new IntegerField.IntegerFieldI18n()
                        .setBadInputErrorMessage(words.say("limitWrong", Handling.MOST))
                        .setMinErrorMessage(words.say("limitWrong", Handling.MOST))
                        .setMaxErrorMessage(words.say("limitWrong", Handling.MOST)));
    }

    /// What somebody typed and has not saved stays.
    void show(AgentStanding standing) {
        load.setText(
                words.say(
                        "load",
                        words.load(standing.tickets(), standing.ticketLimit()),
                        words.load(standing.chats(), standing.chatLimit())));
        if (standing.ticketLimit() != knownTickets) {
            knownTickets = standing.ticketLimit();
            tickets.setValue(knownTickets);
        }
        if (standing.chatLimit() != knownChats) {
            knownChats = standing.chatLimit();
            chats.setValue(knownChats);
        }
    }

    private void save(BiConsumer<Channel, Integer> saver) {
        save(saver, Channel.TICKET, tickets, knownTickets);
        save(saver, Channel.CHAT, chats, knownChats);
    }

    private void save(
            BiConsumer<Channel, Integer> saver, Channel channel, IntegerField field, int known) {
        var items = field.getValue();
        if (items == null) {
            field.setErrorMessage(words.say("limitWrong", Handling.MOST));
            field.setInvalid(true);
        } else if (!field.isInvalid() && items != known) {
            saver.accept(channel, items);
        }
    }
}
