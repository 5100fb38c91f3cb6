package org.whorl.ui.export;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.whorl.figure.Figure;
import org.whorl.figure.FigureOptions;
import org.whorl.ui.task.BackgroundJob;

/** A picture as its file will be, small; drawn in the background. */
final class PicturePreview extends VBox {
    private static final int SIDE = 300;
    private static final int MARGIN = 16;

    private final ImageView preview = new ImageView();
    private final BackgroundJob<Image> drawing = new BackgroundJob<>("whorl-preview", Platform::runLater);

    PicturePreview(Figure figure) {
        super(8);
        preview.setPreserveRatio(true);
        preview.setFitWidth(SIDE);
        preview.setFitHeight(SIDE);
        preview.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        preview.setAccessibleText("Preview. " + figure.title() + ". " + figure.description());
        StackPane frame = new StackPane(preview);
        frame.getStyleClass().add("export-preview");
        frame.setMinSize(SIDE + MARGIN, SIDE + MARGIN);
        frame.setPrefSize(SIDE + MARGIN, SIDE + MARGIN);
        Label title = new Label(figure.title());
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        title.setMaxWidth(SIDE + MARGIN);
        getChildren().addAll(title, frame);
    }

    /**
     * Draws it as wide on paper as the file will be, so that letters are as large beside the rest.
     *
     * @param points the width of the file on paper
     * @param failed told why it could not be drawn
     */
    void draw(Figure figure, FigureOptions options, double points, Consumer<String> failed) {
        int width = (int) Math.max(16, Math.min(2 * SIDE, 2.0 * points));
        FigureOptions small = new FigureOptions(
                width, Math.max(10, width * 72 / points), options.theme(), options.transparent(), options.metadata());
        drawing.replace("", report -> SwingFXUtils.toFXImage(figure.toImage(small), null), preview::setImage, why -> {
            preview.setImage(null);
            failed.accept("could not draw: " + why);
        });
    }
}
