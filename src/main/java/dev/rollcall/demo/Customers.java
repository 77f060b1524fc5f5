package dev.rollcall.demo;

import dev.rollcall.people.Channel;
import dev.rollcall.people.Group;
import dev.rollcall.work.NewWorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// The customers of the demo's organisation, which runs trains and ferries, and what they want.
final class Customers {

    private static final List<String> NAMES =
            List.of(
                    "Ada Bergström",
                    "Milan Kovač",
                    "Chloé Lambert",
                    "Oskar Nyberg",
                    "Ruth Feldman",
                    "Paolo Conti",
                    "Ingrid Solheim",
                    "Yusuf Aydın",
                    "Hannah Weber",
                    "Leo Martins",
                    "Siobhán Kelly",
                    "Jakub Zieliński",
                    "Mira Patel",
                    "Theo Janssen",
                    "Elif Koç",
                    "Victor Almeida",
                    "Nora Haugen",
                    "Carlos Ibarra",
                    "Agata Mazur",
                    "Ben Whitaker");

    private static final List<String> CALLS =
            List.of(
                    "Missed connection, next train",
                    "Seat reservation cannot be changed",
                    "Wheelchair assistance for tomorrow",
                    "Ferry cancelled, what now",
                    "Lost bag on the evening train",
                    "Group booking for a school class",
                    "Ticket machine kept the money",
                    "Which platform, train is about to leave");

    private static final List<String> CHATS =
            List.of(
                    "Charged twice for one ticket",
                    "Refund has not arrived",
                    "Invoice needs another address",
                    "Voucher is not accepted",
                    "Payment failed, booking is gone",
                    "Wrong name on the invoice",
                    "Card expires before the journey",
                    "Discount for seniors is missing");

    private static final List<String> TICKETS =
            List.of(
                    "Compensation for a delay of two hours",
                    "Complaint about the night train",
                    "Proof of travel for an employer",
                    "Change of address for the season ticket",
                    "Copies of last year's invoices",
                    "Question on the conditions of carriage",
                    "Praise for the crew of the ferry",
                    "Access to the account is locked");

    private static final List<String> NOTES =
            List.of(
                    "You know this customer from last week.",
                    "Asked for somebody from the billing team.",
                    "Has waited a while, please look at it first.");

    private final SplittableRandom chance;
    private int count;

    Customers(SplittableRandom chance) {
        this.chance = chance;
    }

    /// Something somebody wants of a group now.
    NewWorkItem want(Group group, Instant now) {
        var channel = group.channel();
        count++;
        return new NewWorkItem(
                "%s-%d%02d"
                        .formatted(
                                channel.name().toLowerCase(Locale.ROOT),
                                now.getEpochSecond() % 1_000_000,
                                count % 100),
                channel.name(),
                group.code(),
                one(subjects(channel)),
                one(NAMES),
                priority());
    }

    String note() {
        return one(NOTES);
    }

    private String priority() {
        return switch (chance.nextInt(12)) {
            case 0 -> "URGENT";
            case 1, 2 -> "HIGH";
            case 3 -> "LOW";
            default -> "NORMAL";
        };
    }

    private static List<String> subjects(Channel channel) {
        return switch (channel) {
            case CALL, TEAM -> CALLS;
            case CHAT -> CHATS;
            case TICKET -> TICKETS;
        };
    }

    private String one(List<String> of) {
        return of.get(chance.nextInt(of.size()));
    }
}
