package org.whorl.ui.export;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.figure.CaptionFigure;
import org.whorl.figure.Figure;

/** The caption, and whether it stands in the picture; what the file says about itself has it in any case. */
final class CaptionChoice extends VBox {
    private final TextArea caption = new TextArea();
    private final CheckBox below = new CheckBox("_below the picture as well");
    private final Label where = new Label();

    /**
     * A caption.
     *
     * @param changed told of every change
     */
    CaptionChoice(String words, Runnable changed) {
        super(6);
        caption.setId("export-caption");
        caption.setAccessibleText("Caption");
        caption.setWrapText(true);
        caption.setPrefRowCount(4);
        caption.setPrefColumnCount(28);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        caption.setText(words);
        below.setId("export-caption-below");
        where.setId("export-caption-where");
        where.getStyleClass().add("muted");
        below.selectedProperty().addListener(o -> {
            say();
            changed.run();
        });
        caption.textProperty().addListener(o -> {
            if (below.isSelected()) {
                changed.run();
            }
        });
        getChildren().addAll(caption, below, where);
        say();
    }

    private void say() {
        where.setText(
                below.isSelected()
                        ? "Drawn in the picture, and kept in the file’s metadata."
                        : "Kept in the file’s metadata only.");
    }

    /** As it was chosen last time. */
    void setBelow(boolean inThePicture) {
        below.setSelected(inThePicture);
    }

    boolean isBelow() {
        return below.isSelected();
    }

    /** What was written; may be empty. */
    String words() {
        return caption.getText().strip();
    }

    /** The picture, with its caption below where that was asked for. */
    Figure of(Figure figure) {
        return below.isSelected() && !words().isEmpty() ? new CaptionFigure(figure, words()) : figure;
    }
}
