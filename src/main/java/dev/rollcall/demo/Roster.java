package dev.rollcall.demo;

import dev.rollcall.demo.Person.Habit;
import dev.rollcall.people.Channel;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The people of the demo organisation: three units in two zones nine hours apart, shifts round the
/// clock, so that any hour shows people at work.
final class Roster {

    static final String NORTH = "north";
    static final String PACIFIC = "pacific";
    static final String ALPINE = "alpine";
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    /// Whose screen the demo's agent sign-in shows; always on shift when the demo starts.
    static final String DEMO_AGENT = "agent-001";

    /// Unit, local start of the shift, group, habit, where (desk or home), name. Their place in the
    /// list is their number: new people go to the end.
    private static final String LIST =
            """
            north   09 service punctual      desk Robin Keller
            north   06 service long_lunch    desk Dana Lindqvist
            north   07 billing punctual      desk Mehmet Yılmaz
            north   08 service restless      desk Anneliese Fürstenberg-Hoffmann
            north   22 service late_comer    desk Tomasz Wójcik
            north   12 billing overrun_calls desk Chiara Bianchi
            north   13 service punctual      home Jonas Petersen
            north   06 billing one_slip      desk Zoë van der Berg
            north   14 service long_lunch    desk Fatima El Amrani
            north   07 service ghost         desk Lukas Novák
            north   22 billing restless      desk Ines Carvalho
            north   05 mail    overrun_calls desk Björn Åkesson
            pacific 07 service punctual      desk Maya Thompson
            pacific 15 service punctual      desk Kenji Watanabe
            pacific 06 billing long_lunch    desk Sofía Hernández
            pacific 14 service punctual      desk Andre Washington
            pacific 22 service punctual      home Priya Raman
            pacific 08 billing overrun_calls desk Caleb O'Connor
            pacific 15 mail    late_comer    desk Linh Nguyen
            pacific 13 service punctual      desk Grace Okafor
            pacific 05 service restless      desk Mateo Castillo
            pacific 14 billing punctual      home Hannah Goldberg
            pacific 09 service ghost         desk Tyrone Brooks
            pacific 21 mail    one_slip      desk Aiko Tanaka
            north   06 service punctual      desk Oisín Byrne
            north   13 billing punctual      desk Marta Kowalczyk
            north   22 service punctual      home Hüseyin Demir
            north   09 mail    punctual      desk Saara Virtanen
            north   14 service punctual      desk Emeka Obi
            north   08 billing late_comer    desk Léa Fournier
            north   06 service punctual      desk Nikolai Petrov
            north   21 service punctual      desk Freya Mortensen
            pacific 06 service punctual      desk Jordan Whitfield
            pacific 15 service overrun_calls desk Amara Diallo
            pacific 07 billing punctual      desk Diego Fuentes
            pacific 22 service punctual      desk Mei-Ling Chen
            pacific 13 service long_lunch    desk Rosa Delgado
            pacific 10 mail    punctual      desk Samuel Adeyemi
            pacific 12 billing punctual      desk Nalani Kahale
            pacific 16 service punctual      desk Trevor Lindgren
            alpine  06 service punctual      desk Luca Moretti
            alpine  07 billing punctual      desk Verena Obermayr
            alpine  22 service punctual      desk Matteo Ferrari
            alpine  06 mail    punctual      desk Katja Zupančič
            alpine  13 service overrun_calls desk Reto Ammann
            alpine  08 service punctual      home Aylin Şahin
            alpine  14 billing punctual      desk Florian Huber
            alpine  07 service punctual      desk Giulia Colombo
            alpine  05 service punctual      desk Dragan Marković
            alpine  11 billing punctual      desk Yasmin Haddad
            alpine  23 service restless      desk Benedikt Aigner
            alpine  12 mail    punctual      desk Noémie Girard
            alpine  06 service long_lunch    desk Stefan Ionescu
            alpine  09 billing punctual      desk Petra Horvat
            alpine  22 service punctual      desk Ravi Chandrasekhar
            alpine  10 service punctual      desk Agnieszka Lewandowska
            alpine  15 billing overrun_calls desk Thandiwe Nkosi
            alpine  07 service punctual      desk Maximilian Steiner
            alpine  21 mail    punctual      desk Ewa Dąbrowska
            alpine  23 service punctual      desk Idris Benali
            """;

    static final List<Person> PEOPLE =
            LIST.lines().collect(ArrayList::new, Roster::add, List::addAll);

    private Roster() {}

    /// Somebody of the demo organisation.
    static Person person(String externalId) {
        return PEOPLE.get(Integer.parseInt(externalId.substring("agent-".length())) - 1);
    }

    /// The zone of a unit.
    static ZoneId zoneOf(String unit) {
        return unit.equals(PACIFIC) ? LOS_ANGELES : BERLIN;
    }

    /// What a group handles, by the last part of its code.
    static Channel channelOf(String group) {
        return switch (group.substring(group.indexOf('-') + 1)) {
            case "service" -> Channel.CALL;
            case "billing" -> Channel.CHAT;
            case "mail" -> Channel.TICKET;
            default -> Channel.TEAM;
        };
    }

    private static void add(List<Person> people, String line) {
        var part = line.split(" +", 6);
        int number = people.size();
        var unit = part[0];
        var group = unit + "-" + part[2];
        var start = LocalTime.of(Integer.parseInt(part[1]), 0);
        boolean home = part[4].equals("home");
        people.add(
                new Person(
                        number,
                        "agent-%03d".formatted(number + 1),
                        part[5],
                        unit,
                        group,
                        channelOf(group),
                        others(number, unit, part[2], start),
                        zoneOf(unit),
                        start,
                        Habit.valueOf(part[3].toUpperCase(Locale.ROOT)),
                        home));
    }

    /// Some learn a second trade, whose screen the demo shows all of them, and whoever works at
    /// night belongs to the night team.
    private static Set<String> others(int number, String unit, String group, LocalTime start) {
        var others = new HashSet<String>();
        if (number == 0) {
            others.add(unit + "-billing");
            others.add(unit + "-mail");
        }
        if (number % 4 == 3) {
            others.add(unit + (group.equals("billing") ? "-mail" : "-billing"));
        }
        if (start.getHour() >= 21) {
            others.add(unit + "-night");
        }
        return Set.copyOf(others);
    }
}
