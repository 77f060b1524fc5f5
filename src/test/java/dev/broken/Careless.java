package dev.broken;

import dev.broken.adherence.ui.Overweight;
import dev.rollcall.people.Register;
import dev.rollcall.security.Access;
import dev.rollcall.security.UserId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/// A public entity that injects fields, keeps static state, asks the wall for the time, lets a
/// screen speak for it, speaks for somebody else and shouts.
@Entity
public class Careless {

    static int counter;

    @Id private long id;

    @Autowired private @Nullable Register register;

    String pretend(Access access) {
        return access.inNameOf(new UserId(1), () -> "It was me");
    }

    String shout() {
        counter++;
        System.out.println("Somebody signed in");
        return Instant.now() + " " + id + register + new Overweight().describe();
    }
}
