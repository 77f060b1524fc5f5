package dev.rollcall.reports;

/// Whether days that are over are still being told, as after an import of an older system's log. A
/// bean of this type is enough; while one says so no day is added up ahead and no weekly report is
/// prepared.
@FunctionalInterface
public interface PastToCome {

    boolean isComing();
}
