package org.whorl.ui.view.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.figure.CaptionedTilesFigure;
import org.whorl.figure.Coloring;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.insight.Mistake;
import org.whorl.ui.control.lens.Glimpse;
import org.whorl.ui.control.lens.PictureGlimpses;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;

/** The test images that are wrong, hardest first; one that is clicked is opened. */
final class WrongImages extends VBox {
    private static final int MOST = 40;
    private static final int SIDE = 56;

    private final IntConsumer open;
    private final FlowPane pictures = new FlowPane(4, 4);
    private final Label message = new Label();
    private final List<Button> buttons = new ArrayList<>();
    private TestReport report;
    private ConfusionMatrix.Cell only;
    private boolean dark;

    /**
     * @param open is told the number of the image that was clicked, in the test set from 0
     */
    WrongImages(IntConsumer open) {
        super(8);
        this.open = open;
        message.getStyleClass().add("muted");
        message.setWrapText(true);
        getChildren().addAll(message, pictures);
        Exportable.by(this, this::content);
    }

    /** The images that are shown, as a file has them; empty where there are none. */
    Optional<ExportMenu.Content> content() {
        int count = pictures.getChildren().size();
        if (report == null || count == 0 || report.images().isEmpty()) {
            return Optional.empty();
        }
        Dataset images = report.images().get();
        ImageShape shape = images.shape();
        List<Mistake> mistakes = mistakes();
        float[] pixels = new float[count * shape.size()];
        for (int i = 0; i < count; i++) {
            System.arraycopy(
                    images.pixels(), mistakes.get(i).image() * shape.size(), pixels, i * shape.size(), shape.size());
        }
        return Optional.of(new ExportMenu.Content(
                "wrong-images",
                new CaptionedTilesFigure(
                        "Test images that are wrong, hardest first",
                        message.getText().replaceAll(" A click.*", ""),
                        new Tiles(pixels, count, shape.channels(), shape.height(), shape.width()),
                        buttons.subList(0, count).stream().map(Button::getText).toList())));
    }

    void setDark(boolean newDark) {
        dark = newDark;
        draw();
    }

    void show(TestReport newReport) {
        report = newReport;
        draw();
    }

    /** Shows only what belongs to one cell of the confusion matrix; null for all. */
    void restrict(ConfusionMatrix.Cell cell) {
        only = cell;
        draw();
    }

    private void draw() {
        if (report == null) {
            return;
        }
        List<Mistake> mistakes = mistakes();
        int shown = report.images().isPresent() ? Math.min(MOST, mistakes.size()) : 0;
        List<String> names = report.confusion().classNames();
        String which = only == null
                ? ""
                : ", " + names.get(only.label()) + " taken for " + names.get(only.prediction()) + " only";
        message.setText(
                mistakes.isEmpty()
                        ? "No test image is wrong" + which + "."
                        : String.format(
                                Locale.ROOT,
                                "%,d wrong%s%s. Under each: what it is → what it was taken for, and the probability of what it"
                                        + " is. A click opens it in Codes.",
                                mistakes.size(),
                                which,
                                shown < mistakes.size() ? ", the " + shown + " hardest" : ""));
        while (buttons.size() < shown) {
            buttons.add(button());
        }
        for (int i = 0; i < shown; i++) {
            fill(buttons.get(i), mistakes.get(i), report.images().orElseThrow(), names);
        }
        if (pictures.getChildren().size() != shown) {
            pictures.getChildren().setAll(buttons.subList(0, shown));
        }
    }

    private List<Mistake> mistakes() {
        return report.mistakes().stream()
                .filter(m -> only == null || m.label() == only.label() && m.prediction() == only.prediction())
                .toList();
    }

    private static Button button() {
        Button button = new Button();
        button.setContentDisplay(ContentDisplay.TOP);
        button.setGraphic(new ImageView());
        button.getStyleClass().add("wrong-image");
        return button;
    }

    private void fill(Button button, Mistake mistake, Dataset images, List<String> names) {
        ImageShape shape = images.shape();
        int factor = Math.max(1, SIDE / Math.max(shape.width(), shape.height()));
        int width = factor * shape.width();
        int height = factor * shape.height();
        float[] pixels = Arrays.copyOfRange(
                images.pixels(), mistake.image() * shape.size(), (mistake.image() + 1) * shape.size());
        Tiles tiles = new Tiles(pixels, 1, shape.channels(), shape.height(), shape.width());
        int[] argb = new int[width * height];
        new Coloring(Palette.GREY, dark, false).paint(tiles, 0, 1, width, height, argb, 0, width);
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), argb, 0, width);
        ((ImageView) button.getGraphic()).setImage(image);
        Glimpse.of(button.getGraphic(), new PictureGlimpses((ImageView) button.getGraphic(), tiles));
        String is = names.get(mistake.label());
        String taken = names.get(mistake.prediction());
        String percent = String.format(Locale.ROOT, "%.2g %%", 100 * mistake.confidence());
        button.setText(brief(is) + " → " + brief(taken) + "\n" + percent(mistake.confidence()));
        button.setAccessibleText("Test image " + (mistake.image() + 1) + ", " + is + ", taken for " + taken
                + ", probability of " + is + " " + percent);
        button.setOnAction(e -> open.accept(mistake.image()));
    }

    private static String brief(String name) {
        return name.length() > 5 ? name.substring(0, 5) : name;
    }

    private static String percent(double share) {
        return share < 0.001 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
