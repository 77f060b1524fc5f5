package dev.rollcall.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the demo behaves.
///
/// @param speed how many seconds pass in one real second; 1 is real time
/// @param historyDays how many days before today are told in the background
@ConfigurationProperties("rollcall.demo")
record DemoProperties(@DefaultValue("1") double speed, @DefaultValue("42") int historyDays) {

    DemoProperties {
        if (!(speed >= 0.1 && speed <= 100)) {
            throw new IllegalArgumentException(
                    "rollcall.demo.speed lies between 0.1 and 100, not " + speed);
        }
        if (historyDays < 1 || historyDays > 400) {
            throw new IllegalArgumentException(
                    "rollcall.demo.history-days lies between 1 and 400, not " + historyDays);
        }
    }
}
