package dev.rollcall.schedule;

/// A kind of scheduled block, such as WORK or LUNCH.
///
/// @param code its name in plans and rules, upper case; unique
/// @param name what people read
/// @param colour the name of a colour token, for example `work`, `break`, `meeting`
/// @param paid whether the time is paid
/// @param needsPresence whether it asks the person to be there. What does not is no part of the
///   hours a shift asks for: nobody is late for it or leaves it early, and a day made of it alone
///   is no shift. How a presence is judged while it is planned stays what the mapping says.
/// @param version counts the changes; guards against overwriting another's edit
public record Activity(
        String code,
        String name,
        Category category,
        String colour,
        boolean paid,
        boolean needsPresence,
        long version) {

    /// An activity that needs presence unless it is time off.
    public Activity(
            String code,
            String name,
            Category category,
            String colour,
            boolean paid,
            long version) {
        this(code, name, category, colour, paid, category != Category.TIME_OFF, version);
    }
}
