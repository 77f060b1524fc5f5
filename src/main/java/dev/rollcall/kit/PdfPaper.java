package dev.rollcall.kit;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
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

/// Pages to print: titles, texts and plain tables, with what they are at the foot of each.
///
/// The fonts come with the file and know the letters of Europe, Greek and Cyrillic among them. Of
/// others the accents are left out, and what remains unknown is a question mark.
public final class PdfPaper implements AutoCloseable {

    private static final BaseFont SANS = embedded("LiberationSans-Regular.ttf");
    private static final BaseFont SANS_BOLD = embedded("LiberationSans-Bold.ttf");
    private static final Font TITLE = new Font(SANS_BOLD, 16);
    private static final Font HEADING = new Font(SANS_BOLD, 11);
    private static final Font TEXT = new Font(SANS, 9);
    private static final Font SMALL = new Font(SANS, 8);
    private static final Font BOLD = new Font(SANS_BOLD, 9);
    private static final Color LINE = new Color(0xBB, 0xBB, 0xBB);

    private final Document document;

    private PdfPaper(Rectangle size, OutputStream out, String title, String footed, Locale locale) {
        document = new Document(size, 36, 36, 36, 36);
        PdfWriter.getInstance(document, out);
        document.addTitle(title);
        document.setDocumentLanguage(locale.toLanguageTag());
        var foot = new HeaderFooter(new Phrase(known(footed) + " · ", SMALL), true);
        foot.setAlignment(Element.ALIGN_RIGHT);
        foot.setBorder(Rectangle.NO_BORDER);
        document.setFooter(foot);
        document.open();
    }

    /// A4 with the long side below, for wide tables.
    ///
    /// @param footed what a page says that has come away from the others
    public static PdfPaper lying(OutputStream out, String title, String footed, Locale locale) {
        return new PdfPaper(PageSize.A4.rotate(), out, title, footed, locale);
    }

    /// A4 with the short side below, for reading.
    public static PdfPaper standing(OutputStream out, String title, String footed, Locale locale) {
        return new PdfPaper(PageSize.A4, out, title, footed, locale);
    }

    public void title(String text) {
        document.add(new Paragraph(known(text), TITLE));
    }

    public void heading(String text) {
        var heading = new Paragraph(known(text), HEADING);
        heading.setSpacingBefore(12);
        heading.setSpacingAfter(3);
        heading.setKeepTogether(true);
        document.add(heading);
    }

    public void text(String text) {
        document.add(new Paragraph(known(text), TEXT));
    }

    /// A table whose first column is a name and whose others are figures.
    ///
    /// @param widths of its columns, in parts of the line
    public Table table(int... widths) {
        return new Table(document, widths);
    }

    @Override
    public void close() {
        document.close();
    }

    /// A table that is being written.
    public static final class Table {
        private final Document document;
        private final PdfPTable table;

        private Table(Document document, int... widths) {
            this.document = document;
            table = new PdfPTable(widths.length);
            table.setWidths(widths);
            table.setWidthPercentage(100);
            table.setSpacingBefore(12);
        }

        /// Comes again on every page.
        public void head(List<String> cells) {
            table.setHeaderRows(1);
            row(cells, BOLD);
        }

        public void line(List<String> cells) {
            row(cells, TEXT);
        }

        public void total(List<String> cells) {
            row(cells, BOLD);
        }

        private void row(List<String> cells, Font font) {
            for (int i = 0; i < cells.size(); i++) {
                var cell = new PdfPCell(new Phrase(known(cells.get(i)), font));
                cell.setHorizontalAlignment(i == 0 ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
                cell.setBorder(PdfPCell.BOTTOM);
                cell.setBorderColor(LINE);
                cell.setPadding(4);
                table.addCell(cell);
            }
        }

        /// Puts it on the page.
        public void end() {
            document.add(table);
        }
    }

    private static String known(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(PdfPaper::knownLetter)
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
