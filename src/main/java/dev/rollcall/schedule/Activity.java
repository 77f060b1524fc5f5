package dev.rollcall.schedule;

/// A kind of scheduled block, such as WORK or LUNCH.
///
/// @param code its name in plans and rules, upper case; unique
/// @param name what people read
/// @param colour the name of a colour token, for example `work`, `break`, `meeting`
/// @param paid whether the time is paid
/// @param version counts the changes; guards against overwriting another's edit
public record Activity(
        String code, String name, Category category, String colour, boolean paid, long version) {}
