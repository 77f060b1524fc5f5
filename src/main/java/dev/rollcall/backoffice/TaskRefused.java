package dev.rollcall.backoffice;

/// What somebody wants to do with a task cannot be done as things stand. Nothing was changed.
public final class TaskRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    public enum Why {
        ENDED("This task has ended."),
        NOT_YOURS("This task is not yours to work on. Have it assigned to you first."),
        NOBODYS("Nobody is to do this task yet. Assign it first."),
        NOT_RUNNING("Nobody works on this task at the moment."),
        RUNNING("Somebody works on this task. They stop first, then it can be changed."),
        CLOCK_IN_FIRST("Clock in first, then start the task."),
        STATUS("Your status could not be set, so the task was not started."),
        CHANGED("Somebody changed this task a moment ago. Look again.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }
    }

    TaskRefused(Why why) {
        super(why.sentence);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
