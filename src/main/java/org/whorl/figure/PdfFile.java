package org.whorl.figure;

import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes PDF: text can be searched, its letters come along, and the document's information says where it came from. */
final class PdfFile {
    /** Of the file's identifier, so that equal figures make equal bytes. */
    private static final long IDENTIFIER = 1;

    private PdfFile() {}

    static byte[] encode(Figure figure, FigureOptions options) throws IOException {
        double width = options.points();
        double height = figure.height(width, Figure.Canvas.VECTOR);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, (float) width, (float) height);
            g.setFontTextDrawer(new EmbeddedLetters(document));
            FigureFile.drawWithGround(figure, g, width, height, options, Figure.Canvas.VECTOR);
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g.getXFormObject());
            }
            tell(document.getDocumentInformation(), FigureFile.metadata(figure, options));
            document.setDocumentId(IDENTIFIER);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void tell(PDDocumentInformation information, Map<String, String> metadata) {
        information.setSubject(FigureFile.describe(metadata));
        metadata.forEach((keyword, value) -> {
            switch (keyword) {
                case "Title" -> information.setTitle(value);
                case "Software" -> information.setCreator(value);
                default -> information.setCustomMetadataValue(keyword, value);
            }
        });
    }

    /** Takes the letters from the typeface's own files, and only those that are used. */
    private static final class EmbeddedLetters extends PdfBoxGraphics2DFontTextDrawer {
        private final PDDocument document;
        private final Map<String, PDFont> loaded = new HashMap<>();

        EmbeddedLetters(PDDocument document) {
            this.document = document;
        }

        @Override
        protected PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
            String file = Typeface.file(font);
            if (file == null) {
                return null;
            }
            PDFont known = loaded.get(file);
            if (known == null) {
                try (var in = Typeface.open(file)) {
                    known = PDType0Font.load(document, in, true);
                }
                loaded.put(file, known);
            }
            return known;
        }
    }
}
