package dev.rollcall.shell;

import com.vaadin.flow.internal.BundleUtils;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Names in the page the files its view is made of, so that the browser fetches them with all
/// others; it would find out only when it is told to show the view. The build lists them.
@Component
final class ViewFiles implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final String LIST = "META-INF/VAADIN/webapp/VAADIN/build/views.json";

    /// By the number the framework has for a view; empty where the page is not built, as in tests.
    private final transient Map<String, List<String>> files = read();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::name);
    }

    private void name(IndexHtmlResponse page) {
        if (files.isEmpty()) {
            return;
        }
        var path = Objects.requireNonNullElse(page.getVaadinRequest().getPathInfo(), "");
        RouteConfiguration.forApplicationScope()
                .getRoute(path.replaceFirst("^/", ""))
                .map(BundleUtils::getChunkId)
                .map(files::get)
                .orElse(List.of())
                .forEach(file ->
                        page.getDocument()
                                .head()
                                .appendElement("link")
                                .attr("rel", "modulepreload")
                                .attr("crossorigin", true)
                                .attr("href", "./" + file));
    }

    private static Map<String, List<String>> read() {
        var list = new ClassPathResource(LIST);
        if (!list.exists()) {
            return Map.of();
        }
        try (var in = list.getInputStream()) {
            return JsonMapper.shared().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
