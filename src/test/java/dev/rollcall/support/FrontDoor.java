package dev.rollcall.support;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.autoconfigure.TomcatWebServerFactoryCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializerBeans;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/// The application under test behind a Tomcat of its own, with the settings and filters of the
/// product: for what only real requests show. Serves the public interface, not the screens.
public final class FrontDoor implements AutoCloseable {

    private final WebServer server;

    private FrontDoor(WebServer server) {
        this.server = server;
    }

    /// Opens it at a free port.
    public static FrontDoor open(WebApplicationContext application) {
        var factory = new TomcatServletWebServerFactory();
        var settings = Binder.get(application.getEnvironment());
        // The one customizer that the product has and an application under test has not.
        new TomcatWebServerFactoryCustomizer(
                        application.getEnvironment(),
                        application.getBean(ServerProperties.class),
                        settings.bindOrCreate("server.tomcat", TomcatServerProperties.class),
                        application.getBean(WebProperties.class))
                .customize(factory);
        application.getAutowireCapableBeanFactory().initializeBean(factory, "frontDoor");
        factory.setPort(0);
        var server = factory.getWebServer(context -> furnish(context, application));
        server.start();
        return new FrontDoor(server);
    }

    private static void furnish(ServletContext context, WebApplicationContext application)
            throws ServletException {
        for (var part : new ServletContextInitializerBeans(application)) {
            if (part instanceof AbstractFilterRegistrationBean<?>) {
                part.onStartup(context);
            }
        }
        var servlet = context.addServlet("front", new DispatcherServlet(application));
        servlet.setLoadOnStartup(1);
        servlet.addMapping("/");
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
