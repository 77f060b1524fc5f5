package dev.rollcall.support;

import dev.rollcall.database.TestServer;
import dev.rollcall.shared.ApplicationClock;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Gives an application under test a schema of its own on the test run's MariaDB, and a clock that
/// stands at [FreshStart#NOW] from the first bean on. For contexts that [ModuleTest] does not fit:
/// `@ContextConfiguration(initializers = TestDatabase.class)`.
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var schema = TestServer.newSchema();
        TestPropertyValues.of(
                        "rollcall.database.url=" + schema.url(),
                        "rollcall.database.user=" + schema.user(),
                        "rollcall.database.password=" + schema.password())
                .applyTo(context);
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        var tables = new TestSchema(schema, TestServer.join());
        beans.registerSingleton("testSchema", tables);
        beans.registerDisposableBean("testSchema", tables);
        beans.addBeanPostProcessor(
                new BeanPostProcessor() {
                    @Override
                    public Object postProcessAfterInitialization(Object bean, String name) {
                        if (bean instanceof ApplicationClock clock) {
                            clock.setTo(FreshStart.NOW);
                        }
                        return bean;
                    }
                });
    }
}
