package dev.rollcall.mydata;

import dev.rollcall.kit.Csv;
import dev.rollcall.mydata.OwnDataPart.Owner;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Parts as files. Line by line: however much is kept of somebody, little of it is in memory.
final class OwnDataZip {

    static final String JSON_FILE = "my-data.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OwnDataZip() {}

    static void write(List<OwnDataPart> parts, Owner owner, Instant at, OutputStream to)
            throws IOException {
        try (var zip = new ZipOutputStream(to)) {
            var out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(JSON_FILE));
            var filled = json(parts, owner, at, out);
            out.flush();
            zip.closeEntry();
            for (var part : filled) {
                zip.putNextEntry(new ZipEntry(part.name() + ".csv"));
                csv(part, owner, out);
                out.flush();
                zip.closeEntry();
            }
        }
    }

    /// @return the parts that are not empty
    private static List<OwnDataPart> json(
            List<OwnDataPart> parts, Owner owner, Instant at, Writer out) throws IOException {
        var filled = new ArrayList<OwnDataPart>();
        out.write("{\"who\":" + JSON.writeValueAsString(owner.externalId()));
        out.write(",\"at\":" + JSON.writeValueAsString(at.toString()));
        for (var part : parts) {
            out.write(",\n" + JSON.writeValueAsString(part.name()) + ":[");
            var lines = new Lines();
            part.read(
                    owner,
                    line ->
                            write(
                                    out,
                                    (lines.next() == 0 ? "\n" : ",\n")
                                            + JSON.writeValueAsString(line)));
            out.write("]");
            if (lines.count > 0) {
                filled.add(part);
            }
        }
        out.write("}\n");
        return filled;
    }

    private static void csv(OwnDataPart part, Owner owner, Writer out) {
        var lines = new Lines();
        part.read(
                owner,
                line -> {
                    if (lines.next() == 0) {
                        write(out, Csv.BYTE_ORDER_MARK + Csv.line(line.keySet()) + "\r\n");
                    }
                    write(out, Csv.line(texts(line)) + "\r\n");
                });
    }

    private static Collection<String> texts(Map<String, @Nullable Object> line) {
        return line.values().stream().map(value -> Objects.toString(value, "")).toList();
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Lines {
        private int count;

        int next() {
            return count++;
        }
    }
}
