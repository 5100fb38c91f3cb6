package org.whorl.ui.view.training;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.ui.control.Card;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;

/** What the last test found: which classes are taken for which others, and the images that are wrong. Takes no room before there was one. */
final class TestCards extends GridPane {
    private static final double GAP = 16;
    private static final double LEAST_IMAGES = 300;

    private final ConfusionMatrix confusion = new ConfusionMatrix();
    private final WrongImages wrong;
    private final Label tested = new Label();
    private final Card matrix;
    private final Card images;

    /**
     * Nothing yet.
     *
     * @param openImage shows a test image, by its number from 0, in Codes
     */
    TestCards(IntConsumer openImage) {
        wrong = new WrongImages(openImage);
        Label words = new Label();
        words.getStyleClass().add("muted");
        words.textProperty().bind(confusion.wordsProperty());
        words.setWrapText(true);
        matrix = new Card(
                "Confusion", ExportMenu.beside(tested, () -> Exportable.at(confusion)), new VBox(8, confusion, words));
        tested.getStyleClass().add("muted");
        tested.setMinWidth(USE_PREF_SIZE);
        images = new Card("Wrong, hardest first", ExportMenu.beside(new Label(), wrong::content), wrong);
        setHgrow(images, Priority.ALWAYS);
        images.setMinWidth(LEAST_IMAGES);
        confusion.setOnChosen(wrong::restrict);
        setHgap(GAP);
        setVgap(GAP);
        addRow(0, matrix, images);
        setShown(false);
    }

    private void setShown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    /** Beside one another, or one below the other where it is narrow. */
    void arrange(double width) {
        boolean wide = matrix.prefWidth(-1) + GAP + LEAST_IMAGES <= width;
        if (getChildren().contains(images)) {
            setConstraints(images, wide ? 1 : 0, wide ? 0 : 1);
        }
    }

    void setDark(boolean dark) {
        confusion.setDark(dark);
        wrong.setDark(dark);
    }

    /** Shows a report, or that there is none. */
    void show(Optional<TestReport> report) {
        setShown(report.isPresent());
        report.ifPresent(r -> {
            tested.setText("test set, after epoch " + r.epoch());
            confusion.show(r.confusion());
            wrong.show(r);
        });
    }

    /** Says why there is no report. */
    void complain(String problem) {
        setShown(true);
        tested.setText("could not sum up the test: " + problem);
    }
}
