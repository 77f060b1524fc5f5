package dev.rollcall.kit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Takes what a page shows along, as a file for spreadsheets.
public final class CsvLink extends Anchor {

    /// @param label what people hear, and see when they point at it
    /// @param table lines of cells, the first one the names of the columns; read with the page
    ///   locked
    public CsvLink(String fileName, String label, Supplier<List<List<String>>> table) {
        var file =
                DownloadHandler.fromInputStream(event -> {
                    var text = new AtomicReference<>("");
                    event.getUI().accessSynchronously(() -> text.set(write(table.get())));
                    var bytes = text.get().getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            fileName,
                            "text/csv;charset=UTF-8",
                            bytes.length);
                });
        setHref(file, AttachmentType.DOWNLOAD);
        setAriaLabel(label);
        setTitle(label);
        addClassName("board-export");
        add(VaadinIcon.DOWNLOAD_ALT.create());
    }

    static String write(List<List<String>> table) {
        return Csv.BYTE_ORDER_MARK
                + table.stream().map(line -> Csv.line(line) + "\r\n").collect(Collectors.joining());
    }
}
