package dev.rollcall.support;

import dev.rollcall.shared.ApplicationClock;
import java.sql.SQLException;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/// Puts the tables and the clock back before each test method, ahead of the listener that opens
/// test transactions.
final class FreshStartListener implements TestExecutionListener, Ordered {

    @Override
    public int getOrder() {
        return 2500;
    }

    @Override
    public void prepareTestInstance(TestContext test) throws SQLException {
        test.getApplicationContext().getBean(TestSchema.class).remember();
    }

    @Override
    public void beforeTestMethod(TestContext test) throws SQLException {
        var context = test.getApplicationContext();
        // One for the whole machine, and the application started last set it to its own.
        context.getBeanProvider(SecurityContextHolderStrategy.class)
                .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
        context.getBean(TestSchema.class).putBack();
        context.getBean(ApplicationClock.class).setTo(FreshStart.NOW);
        context.publishEvent(new FreshStart());
    }
}
