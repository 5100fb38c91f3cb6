package org.whorl.ui.view.generator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.figure.AngleSearchFigure;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.FigureCanvas;
import org.whorl.ui.control.Presence;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.task.Repainter;

/** The angle that is learned: in large, and how it is found, while it is. */
final class AngleCard extends VBox {
    private static final double POINTS = 480;
    private static final double WIDEST = 860;
    private static final double BESIDE = 190;
    private static final double BETWEEN = 16;
    /** Of the height that all others have. */
    private static final AngleSearchFigure EMPTY = new AngleSearchFigure(1, List.of(), new double[0], new double[0]);

    private static final PseudoClass SEARCHING = PseudoClass.getPseudoClass("searching");

    private final LabState lab;
    private final AngleModel model;
    private final FigureCanvas canvas = new FigureCanvas(POINTS);
    private final Label large = new Label();
    private final Label distance = new Label();
    /** What else there is to see in the picture. */
    private final Tooltip lines = new Tooltip();

    private final Label words = new Label();
    private final VBox numbers;
    private final HBox found;
    private final VBox body;
    private final VBox empty;

    /**
     * @param find begins a run that finds an angle
     */
    AngleCard(LabState lab, RunController runs, AngleModel model, Runnable find) {
        this.lab = lab;
        this.model = model;
        setMinWidth(0);
        large.setId("learned-angle");
        large.getStyleClass().add("learned-angle");
        distance.setId("learned-distance");
        words.getStyleClass().add("muted");
        for (Label label : new Label[] {distance, words}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        numbers = new VBox(4, large, distance, words);
        numbers.setMinWidth(BESIDE);
        numbers.setPrefWidth(BESIDE);
        numbers.setMaxWidth(BESIDE);
        HBox.setHgrow(canvas, Priority.ALWAYS);
        found = new HBox(BETWEEN, numbers, canvas);
        canvas.show(EMPTY, lab.darkProperty().get());
        empty = empty(find);
        body = new VBox(found, empty);
        body.setId("learned-angle-body");
        canvas.setMinHeight(USE_PREF_SIZE);
        canvas.setMaxWidth(WIDEST);
        Exportable.by(canvas, this::content);
        Tooltip.install(canvas, lines);
        getChildren().add(new Card("Learned angle", ExportMenu.beside(new Label(), this::content), body));
        body.widthProperty().addListener(o -> keepRoom());
        Repainter painting = new Repainter(this, this::paint);
        painting.requestOn(
                model.stateProperty(),
                model.cutProperty(),
                runs.changesProperty(),
                runs.activeProperty(),
                lab.shownProperty(),
                lab.darkProperty());
        painting.request();
        Presence.show(found, false);
    }

    private static VBox empty(Runnable find) {
        Label what = new Label(
                "The dial says by which angle filters turn. It can be learned as well: the angle is then one more"
                        + " number that training changes. Where it ends depends on where it begins, so that several starts are tried, and training"
                        + " goes on from the best. The network that is shown has learned none. Watch one being found in pictures of leaves that lie in three directions, 60° apart, or set"
                        + " Network, more, Rotation angle to “learned” and press Start.");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        Button button = new Button("Find the angle");
        button.setId("find-angle");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> find.run());
        return new VBox(10, what, button);
    }

    /** From its start on a search has the room that it takes in the end, so that what stands below does not move while it runs. */
    private void keepRoom() {
        double width = Math.min(WIDEST, body.getWidth() - BESIDE - BETWEEN);
        // Nor is a word cut that stands beside the picture.
        body.setMinHeight(
                width > 0 && model.learns()
                        ? Math.max(canvas.prefHeight(width), numbers.prefHeight(BESIDE))
                        : USE_COMPUTED_SIZE);
    }

    private void paint() {
        model.measure();
        Optional<AngleSearchFigure> figure = model.figure();
        boolean learned = model.stateProperty().get().isPresent();
        Presence.show(found, learned);
        Presence.show(empty, !learned);
        Presence.show(canvas, figure.isPresent());
        large.setText(model.large());
        large.pseudoClassStateChanged(SEARCHING, model.isSearching());
        distance.setText(model.distance());
        words.setText(model.words());
        figure.ifPresent(f -> {
            canvas.show(f, lab.darkProperty().get());
            lines.setText(f.others().isEmpty() ? f.description() : f.others());
        });
        keepRoom();
    }

    private Optional<ExportMenu.Content> content() {
        return model.figure().map(figure -> {
            String csv = csv(figure);
            return new ExportMenu.Content(
                    "angle-search",
                    figure,
                    Map.of(),
                    Optional.empty(),
                    Optional.of(out -> out.write(csv.getBytes(StandardCharsets.UTF_8))));
        });
    }

    /** All points that are drawn: those of starts by the share that they left unexplained, all others by the objective. */
    static String csv(AngleSearchFigure figure) {
        StringBuilder csv = new StringBuilder("what,start,angle,unexplained,objective\n");
        for (AngleSearchFigure.Way way : figure.ways()) {
            for (int i = 0; i < way.angles().length; i++) {
                csv.append(
                                switch (way.kind()) {
                                    case TRIED, BEST -> "start";
                                    case RUN -> "run";
                                })
                        .append(',')
                        .append(way.start())
                        .append(',')
                        .append(way.angles()[i])
                        .append(way.kind() == AngleSearchFigure.Kind.RUN ? ",," : ",")
                        .append(way.losses()[i])
                        .append(way.kind() == AngleSearchFigure.Kind.RUN ? "\n" : ",\n");
            }
        }
        for (int i = 0; i < figure.degrees().length; i++) {
            csv.append("filters unchanged,,")
                    .append(figure.degrees()[i])
                    .append(",,")
                    .append(figure.losses()[i])
                    .append('\n');
        }
        return csv.toString();
    }
}
