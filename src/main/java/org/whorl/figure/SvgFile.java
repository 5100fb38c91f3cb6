package org.whorl.figure;

import java.awt.Dimension;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SimpleImageHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Writes SVG: squares are squares and text is text, and the file says where it came from. */
final class SvgFile {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String ABOUT = "urn:whorl:about";

    /** Where the typeface is missing, one of nearly the same widths takes its place. */
    private static final String FAMILIES = "Inter, Helvetica, Arial, sans-serif";

    private SvgFile() {}

    static byte[] encode(Figure figure, FigureOptions options) throws IOException {
        double width = options.points();
        double height = figure.height(width, Figure.Canvas.VECTOR);
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setGenericImageHandler(new SimpleImageHandler(new EmbeddedPng()));
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        g.setSVGCanvasSize(new Dimension((int) Math.ceil(width), (int) Math.ceil(height)));
        FigureFile.drawWithGround(figure, g, width, height, options, Figure.Canvas.VECTOR);
        Element root = g.getRoot();
        root.setAttribute("width", width + "pt");
        root.setAttribute("height", height + "pt");
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        name(root);
        about(document, root, FigureFile.metadata(figure, options));
        return bytes(root);
    }

    /** Without a document type: a reader would ask the network for it. */
    private static byte[] bytes(Element root) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(root), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException("svg: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    /** Pictures inside the file, written by Java's own PNG. */
    private static final class EmbeddedPng extends ImageHandlerBase64Encoder {
        @Override
        public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
            try {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new SVGGraphics2DIOException(e.getMessage(), e);
            }
        }
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("a virtual machine without its own XML", e);
        }
    }

    /** Gives letters their families. */
    private static void name(Element element) {
        String family = element.getAttribute("font-family");
        if (family.contains("Inter")) {
            element.setAttribute("font-family", FAMILIES);
            if (family.contains("Semi")) {
                element.setAttribute("font-weight", "600");
            }
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                name(child);
            }
        }
    }

    private static void about(Document document, Element root, Map<String, String> metadata) {
        Element told = document.createElementNS(ABOUT, "about");
        // The writer names no spaces of its own accord.
        told.setAttribute("xmlns", ABOUT);
        metadata.forEach((keyword, value) -> {
            Element entry = document.createElementNS(ABOUT, "entry");
            entry.setAttribute("name", writable(keyword));
            entry.setTextContent(writable(value));
            told.appendChild(entry);
        });
        Element holder = document.createElementNS(SVG, "metadata");
        holder.appendChild(told);
        root.insertBefore(holder, root.getFirstChild());
        root.insertBefore(text(document, "desc", FigureFile.describe(metadata)), holder);
        root.insertBefore(text(document, "title", metadata.get("Title")), root.getFirstChild());
    }

    private static Element text(Document document, String name, String content) {
        Element element = document.createElementNS(SVG, name);
        element.setTextContent(writable(content));
        return element;
    }

    /** XML has no place at all for control characters. */
    private static String writable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\t\n\r]]|[\ufffe\uffff]", " ");
    }
}
