package dev.rollcall.bench;

import dev.rollcall.Rollcall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/// The product as it is, with its own database and a Tomcat of its own, inside this process: for
/// benchmarks that call its services, and to prepare the data of others.
final class ProductInside implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ProductInside(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// Starts it on a folder, new or with what an earlier run left.
    static ProductInside start(Path data, String... arguments) {
        var all = new String[arguments.length + 5];
        all[0] = "--server.port=0";
        all[1] = "--rollcall.database.directory=" + data;
        all[2] = "--vaadin.productionMode=true";
        all[3] = "--logging.level.root=warn";
        all[4] = "--logging.level.dev.rollcall.bench=info";
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return new ProductInside(
                new SpringApplicationBuilder(Rollcall.class)
                        .initializers(ProductInside::leaveOutTests)
                        .run(all));
    }

    /// Components of tests lie on the same path, and are no part of the product.
    private static void leaveOutTests(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("noTests", new NoTests());
        context.getBeanFactory().registerSingleton("requestTimes", new RequestTimes());
    }

    <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    /// Ends what works in the background by itself, and waits until it has.
    ///
    /// @param bean its name among the components
    /// @param thread the name of the thread it works on
    void end(String bean, String thread) {
        context.getBean(bean, SmartLifecycle.class).stop();
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(each -> each.getName().equals(thread))) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    String url(String path) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return "http://localhost:" + (server == null ? 0 : server.getPort()) + path;
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class NoTests extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            try {
                return reader.getResource().getURL().getPath().contains("/test-classes/");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoTests;
        }

        @Override
        public int hashCode() {
            return NoTests.class.hashCode();
        }
    }
}
