package dev.rollcall.attendance.ui;

import dev.rollcall.attendance.AttendanceLine;
import dev.rollcall.attendance.AttendanceReport;
import dev.rollcall.attendance.AttendanceTotal;
import dev.rollcall.presence.PresenceState.Base;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.HeaderFooter;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.core.io.ClassPathResource;

/// The totals as a page to print: what the page shows, its period and when it was read.
///
/// The fonts come with the file and know the letters of Europe, Greek and Cyrillic among them. Of
/// others the accents are left out, and what remains unknown is a question mark.
final class AttendancePdf {

    private static final BaseFont SANS = embedded("LiberationSans-Regular.ttf");
    private static final BaseFont SANS_BOLD = embedded("LiberationSans-Bold.ttf");
    private static final Font TITLE = new Font(SANS_BOLD, 16);
    private static final Font TEXT = new Font(SANS, 9);
    private static final Font SMALL = new Font(SANS, 8);
    private static final Font BOLD = new Font(SANS_BOLD, 9);
    private static final Color LINE = new Color(0xBB, 0xBB, 0xBB);
    private static final List<String> FIGURES =
            List.of(
                    "worked",
                    "active",
                    "available",
                    "unavailable",
                    "breaks",
                    "late",
                    "early",
                    "absences",
                    "missing");

    /// How wide the name and the figures are, in parts of the line: `100 × · 123 h 59 min` is the
    /// longest that has to stand in one.
    private static final int[] WIDTHS = {32, 19, 19, 19, 19, 26, 22, 22, 15, 23};

    private final AttendanceWords words;

    AttendancePdf(AttendanceWords words) {
        this.words = words;
    }

    /// @param zone the zone of whoever reads it, for when it was made
    void write(AttendanceReport report, ZoneId zone, OutputStream out) {
        var document = new Document(PageSize.A4.rotate(), 36, 36, 36, 36);
        PdfWriter.getInstance(document, out);
        document.addTitle(words.say("title"));
        document.setDocumentLanguage(words.locale().toLanguageTag());
        var foot = new HeaderFooter(new Phrase(known(footed(report)) + " · ", SMALL), true);
        foot.setAlignment(Element.ALIGN_RIGHT);
        foot.setBorder(Rectangle.NO_BORDER);
        document.setFooter(foot);
        document.open();
        document.add(new Paragraph(known(words.say("title")), TITLE));
        var query = report.query();
        document.add(new Paragraph(known(words.period(query.from(), query.to())), TEXT));
        var asOf =
                words.day(report.asOf().atZone(zone).toLocalDate())
                        + ", "
                        + words.time(report.asOf(), zone);
        document.add(new Paragraph(known(words.say("asOf", asOf)), TEXT));
        document.add(new Paragraph(known(words.say("what")), TEXT));
        document.add(table(report));
        document.close();
    }

    /// What a page says that has come away from the others.
    private String footed(AttendanceReport report) {
        var query = report.query();
        return words.say("title") + " · " + words.period(query.from(), query.to());
    }

    private PdfPTable table(AttendanceReport report) {
        var table = new PdfPTable(WIDTHS.length);
        table.setWidths(WIDTHS);
        table.setWidthPercentage(100);
        table.setSpacingBefore(12);
        table.setHeaderRows(1);
        table.addCell(cell(words.say("who"), BOLD, Element.ALIGN_LEFT));
        FIGURES.forEach(key -> table.addCell(cell(words.say(key), BOLD, Element.ALIGN_RIGHT)));
        for (AttendanceLine line : report.lines()) {
            row(table, words.name(line), line.total(), TEXT);
        }
        row(table, words.say("total"), report.total(), BOLD);
        return table;
    }

    private void row(PdfPTable table, String name, AttendanceTotal total, Font font) {
        table.addCell(cell(name, font, Element.ALIGN_LEFT));
        var cells =
                List.of(
                        words.duration(total.worked()),
                        words.duration(total.in(Base.ACTIVE)),
                        words.duration(total.in(Base.AVAILABLE)),
                        words.duration(total.in(Base.UNAVAILABLE)),
                        words.times(total.breaks(), total.breakTime()),
                        words.times(total.lateArrivals(), total.late()),
                        words.times(total.earlyLeaves(), total.early()),
                        words.count(total.absences()),
                        words.count(total.missingClockOuts()));
        cells.forEach(text -> table.addCell(cell(text, font, Element.ALIGN_RIGHT)));
    }

    private static PdfPCell cell(String text, Font font, int align) {
        var cell = new PdfPCell(new Phrase(known(text), font));
        cell.setHorizontalAlignment(align);
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPadding(4);
        return cell;
    }

    private static String known(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(AttendancePdf::knownLetter)
                .collect(Collectors.joining());
    }

    private static String knownLetter(String letter) {
        if (isKnown(letter)) {
            return letter;
        }
        var plain = Normalizer.normalize(letter, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return !plain.isEmpty() && isKnown(plain) ? plain : "?";
    }

    private static boolean isKnown(String letters) {
        return letters.codePoints().allMatch(SANS::charExists);
    }

    /// Only the letters that are used go into the file.
    private static BaseFont embedded(String name) {
        try (var file = new ClassPathResource("liberation/" + name).getInputStream()) {
            return BaseFont.createFont(
                    name,
                    BaseFont.IDENTITY_H,
                    BaseFont.EMBEDDED,
                    BaseFont.CACHED,
                    file.readAllBytes(),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException("A font that ships with Rollcall is missing", e);
        }
    }
}
