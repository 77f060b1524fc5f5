package dev.rollcall.schedule;

/// Somebody came to a page of workforce management while it is switched off.
public class WorkforceManagementOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WorkforceManagementOff() {
        super("Workforce management is switched off");
    }
}
