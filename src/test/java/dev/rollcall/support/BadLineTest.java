package dev.rollcall.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/// As [ModuleTest], but the application reaches its database through a [TcpProxy], to be had as a
/// bean. An application of its own: only for what a bad line does.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = BadLineTest.ThroughProxy.class)
@TestExecutionListeners(
        listeners = FreshStartListener.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface BadLineTest {

    /// Puts the proxy between.
    final class ThroughProxy
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final String URL = "rollcall.database.url";

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            new TestDatabase().initialize(context);
            var url = context.getEnvironment().getRequiredProperty(URL);
            var address = URI.create(url.substring("jdbc:".length()));
            var proxy = new TcpProxy(address.getPort());
            TestPropertyValues.of(
                            URL
                                    + "=jdbc:mariadb://127.0.0.1:%d%s"
                                            .formatted(proxy.port(), address.getPath()))
                    .applyTo(context);
            var beans = (DefaultListableBeanFactory) context.getBeanFactory();
            beans.registerSingleton("proxy", proxy);
            beans.registerDisposableBean("proxy", proxy::close);
        }
    }
}
