package dev.rollcall.schedule;

import java.util.List;
import java.util.Optional;

/// The activities one may plan, from memory.
public interface Activities {

    List<Activity> all();

    Optional<Activity> of(String code);
}
