package dev.rollcall.work;

/// What somebody wants to do with an item cannot be done as things stand. Nothing was changed, or
/// what was is undone.
public final class WorkRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    public enum Why {
        TAKEN("Somebody else has this item already."),
        DONE("This item is done."),
        NOT_YOURS("Somebody else has this item; only they can go on with it."),
        NOBODYS("Nobody has this item: it waits in its queue."),
        NOT_A_MEMBER("This item is for a group you do not belong to."),
        NOT_BY_HAND("The items of this group are assigned; nobody takes them by hand."),
        UNAVAILABLE("While you are unavailable you cannot take items of this group."),
        CLOCK_IN_FIRST("Clock in first, then take it."),
        CLOCKED_OUT("You clocked out at the same moment. Clock in to go on with it."),
        COLLEAGUE_AWAY("They are not clocked in. Hand it to somebody who is there, or to a group.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }
    }

    public WorkRefused(Why why) {
        super(why.sentence);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
