package dev.rollcall.demo;

import dev.rollcall.demo.Person.Habit;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The people of the demo organisation: two units nine hours apart, shifts round the clock, so that
/// any hour shows people at work.
final class Roster {

    static final String NORTH = "north";
    static final String PACIFIC = "pacific";
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    /// Whose screen the demo's agent sign-in shows; always on shift when the demo starts.
    static final String DEMO_AGENT = "agent-001";

    private static final List<String> NORTHERNERS =
            List.of(
                    "Robin Keller",
                    "Dana Lindqvist",
                    "Mehmet Yılmaz",
                    "Anneliese Fürstenberg-Hoffmann",
                    "Tomasz Wójcik",
                    "Chiara Bianchi",
                    "Jonas Petersen",
                    "Zoë van der Berg",
                    "Fatima El Amrani",
                    "Lukas Novák",
                    "Ines Carvalho",
                    "Björn Åkesson");

    private static final List<String> PACIFICS =
            List.of(
                    "Maya Thompson",
                    "Kenji Watanabe",
                    "Sofía Hernández",
                    "Andre Washington",
                    "Priya Raman",
                    "Caleb O'Connor",
                    "Linh Nguyen",
                    "Grace Okafor",
                    "Mateo Castillo",
                    "Hannah Goldberg",
                    "Tyrone Brooks",
                    "Aiko Tanaka");

    private static final List<Integer> STARTS = List.of(9, 6, 7, 8, 22, 9, 10, 12, 13, 14, 22, 17);

    private static final List<Habit> HABITS =
            List.of(
                    Habit.PUNCTUAL,
                    Habit.LONG_LUNCH,
                    Habit.PUNCTUAL,
                    Habit.RESTLESS,
                    Habit.LATE_RISER,
                    Habit.OVERRUN_CALLS,
                    Habit.PUNCTUAL,
                    Habit.PUNCTUAL,
                    Habit.LONG_LUNCH,
                    Habit.GHOST,
                    Habit.RESTLESS,
                    Habit.OVERRUN_CALLS);

    static final List<Person> PEOPLE = people();

    private Roster() {}

    private static List<Person> people() {
        var people = new ArrayList<Person>();
        add(people, NORTHERNERS, NORTH, BERLIN);
        add(people, PACIFICS, PACIFIC, LOS_ANGELES);
        return List.copyOf(people);
    }

    private static void add(List<Person> people, List<String> names, String unit, ZoneId zone) {
        for (int i = 0; i < names.size(); i++) {
            int number = people.size();
            people.add(
                    new Person(
                            number,
                            "agent-%03d".formatted(number + 1),
                            names.get(i),
                            unit,
                            unit + (i % 2 == 0 ? "-service" : "-billing"),
                            zone,
                            LocalTime.of(STARTS.get(i), 0),
                            HABITS.get(i)));
        }
    }
}
