package dev.rollcall.demand;

import dev.rollcall.people.Channel;
import java.time.Duration;
import java.time.LocalDate;

/// What a group promises its customers and reckons with, from a date on.
///
/// @param validFrom in the zone of the group's unit; [LocalDate#EPOCH] for what is shipped
/// @param target which share of calls or chats is to be answered in time
/// @param within what "in time" means, in whole seconds
/// @param shrinkage the share of planned time in which people are not at their work: breaks,
///   training, sickness
/// @param maxOccupancy above which share of their time at work people should not be busy
/// @param concurrency how many chats one person has at once; 1 for calls
/// @param backlog until when a ticket is to be done, counted in the group's opening hours, in whole
///   half hours
public record Assumptions(
        LocalDate validFrom,
        Share target,
        Duration within,
        Share shrinkage,
        Share maxOccupancy,
        int concurrency,
        Duration backlog) {

    /// What holds until somebody decides otherwise: 80 % within 20 seconds, as call centres
    /// commonly promise, and 30 % of the planned time away from work.
    static Assumptions shipped(Channel channel) {
        return new Assumptions(
                LocalDate.EPOCH,
                Share.ofPercent(80),
                Duration.ofSeconds(channel == Channel.CHAT ? 60 : 20),
                Share.ofPercent(30),
                Share.ofPercent(85),
                channel == Channel.CHAT ? 3 : 1,
                Duration.ofHours(8));
    }
}
