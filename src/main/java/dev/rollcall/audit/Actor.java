package dev.rollcall.audit;

/// Who did something: a person who signed in, a program with a token, or Rollcall itself.
///
/// @param kind what sort of actor
/// @param id stable within its kind: the user's number, the token's public prefix, the job's name
/// @param name what people call it; shown in the audit log and beside a changed status
public record Actor(Kind kind, String id, String name) {

    public enum Kind {
        USER,
        TOKEN,
        SYSTEM
    }

    /// Rollcall itself, by the name of the job that acts.
    public static Actor system(String job) {
        return new Actor(Kind.SYSTEM, job, job);
    }
}
