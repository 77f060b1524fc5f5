package dev.rollcall.security;

/// One thing somebody may do. Roles and tokens are sets of these, each for some units and groups.
public enum Permission {
    /// See other people's presence and timelines.
    PRESENCE_VIEW,
    /// Record presence and work for others: feeds, and a supervisor's change of a status.
    PRESENCE_WRITE,
    /// Set one's own status.
    PRESENCE_OWN,
    /// Have work: take it, work on it, hand it over.
    WORK_OWN,
    /// See the work of others: queues, who has what.
    WORK_VIEW,
    /// Bring work in, hand over that of others, settle how groups handle it and who is active.
    WORK_WRITE,
    /// See schedules.
    SCHEDULE_VIEW,
    /// Write and import schedules.
    SCHEDULE_WRITE,
    /// See adherence: the live board, timelines, day figures.
    ADHERENCE_VIEW,
    /// Act on adherence: excuses, settings of mapping, grace and targets.
    ADHERENCE_WRITE,
    /// See one's own adherence and timeline.
    ADHERENCE_OWN,
    /// See units, groups and agents.
    PEOPLE_VIEW,
    /// Change units, departments, groups and agents.
    PEOPLE_WRITE,
    /// Send KPI facts.
    KPI_WRITE,
    /// See what the people of one's units achieved together; never one person's page.
    KPI_VIEW,
    /// See one's own performance, and set oneself goals.
    KPI_OWN,
    /// Set goals for units, groups and people, and how performance is measured there.
    KPI_GOALS,
    /// See the evaluations of one's people, and what they come to.
    QUALITY_VIEW,
    /// Evaluate the work of one's people: tell of it, draw samples, calibrate, resolve disputes.
    QUALITY_WRITE,
    /// See one's own evaluations, say how one sees it oneself, dispute them.
    QUALITY_OWN,
    /// See what customers said about one's people, and what it comes to.
    SURVEYS_VIEW,
    /// Tell what customers answered about one's people.
    SURVEYS_WRITE,
    /// See what customers said about one's own work.
    SURVEYS_OWN,
    /// Receive feedback and answer it, say something to colleagues, answer anonymous rounds.
    FEEDBACK_OWN,
    /// See the feedback one's people were given, who had none for long, and what it is about.
    FEEDBACK_VIEW,
    /// Give one's people feedback.
    FEEDBACK_GIVE,
    /// Settle feedback: tags, how often, anonymous rounds, and what was reported as hurtful.
    FEEDBACK_ADMIN,
    /// Coach one's people: sessions, tips, goals, development plans.
    COACHING_WRITE,
    /// Take part in one's own coaching and development.
    COACHING_OWN,
    /// See what the people of one's units earned, as far as it tells nothing that is theirs alone.
    INCENTIVES_VIEW,
    /// Make schemes and rewards for one's units, try them and award what was earned.
    INCENTIVES_WRITE,
    /// Decide about rewards one's people ask for.
    INCENTIVES_DECIDE,
    /// See what one earned oneself and why, choose rewards.
    INCENTIVES_OWN,
    /// Watch the statuses of everybody who works in one's units now, wherever their home is.
    UNIT_STATUS_VIEW,
    /// Set what the dashboards of one's team start with.
    DASHBOARD_SHARE,
    /// Manage users, roles and tokens.
    SECURITY_ADMIN,
    /// Change settings of the whole organisation.
    SETTINGS_ADMIN,
    /// Read the audit log and the inbox of rejected events.
    AUDIT_VIEW;

    /// Whether it is about nobody but the person themselves.
    public boolean isAboutOneself() {
        return switch (this) {
            case PRESENCE_OWN,
                    ADHERENCE_OWN,
                    WORK_OWN,
                    KPI_OWN,
                    QUALITY_OWN,
                    SURVEYS_OWN,
                    FEEDBACK_OWN,
                    COACHING_OWN,
                    INCENTIVES_OWN ->
                    true;
            default -> false;
        };
    }
}
