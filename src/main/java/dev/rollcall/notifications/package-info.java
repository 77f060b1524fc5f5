/// Messages to a person: told in the transaction of what happened, kept for a while, shown in the
/// header of every page. A hub: it knows no feature; features contribute a [NoticeKind] each. The
/// house has no other road to a person; one that leaves it, such as mail, would begin at
/// [NoticesTold].
@ApplicationModule(allowedDependencies = {"people", "security", "mydata", "audit", "database"})
@NullMarked
package dev.rollcall.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
