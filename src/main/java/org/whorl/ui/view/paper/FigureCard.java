package org.whorl.ui.view.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.figure.Layout;
import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Support;
import org.whorl.paper.PaperFigure;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.LabState;

/** One of the paper's figures with its caption, or how to make it. */
final class FigureCard extends VBox {
    private static final int LARGEST = 4;
    private static final int GAP = 3;
    /** Eight filters of eight pixels, each four wide, with their gaps. */
    private static final int ROOM = 8 * (8 * LARGEST + GAP);

    private static final int DEGREE_FITS = 32;

    private final PaperFigure figure;
    private final TileGrid grid = new TileGrid();
    private final Label caption = new Label();
    private final Label origin = new Label();
    private final ExportMenu export;
    private Optional<DrawnFigure> drawn = Optional.empty();
    private Layout layout = Layout.PAPER;

    FigureCard(PaperFigure figure, LabState lab) {
        this.figure = figure;
        getStyleClass().addAll("card", "paper-figure");
        Label title = new Label(DrawnFigure.title(figure));
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        title.setMinSize(0, USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        export = new ExportMenu(() -> drawn.map(d -> d.export(layout)));
        Exportable.by(grid, () -> drawn.map(d -> d.export(layout)));
        export.setId("export-figure-" + figure.number() + (figure.support() == Support.DISC ? "-disc" : ""));
        export.getStyleClass().add("small-button");
        export.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, title, export);
        head.setAlignment(Pos.CENTER_LEFT);
        caption.setWrapText(true);
        origin.getStyleClass().add("muted");
        origin.setWrapText(true);
        grid.setPadding(new Insets(2));
        grid.pointedProperty()
                .addListener((o, was, is) -> lab.inspectionProperty().set(drawn.flatMap(d -> is.map(d::inspect))));
        getChildren().addAll(head, grid, caption, origin, export.message());
    }

    /** Gives the focus to what exports it. */
    void point() {
        export.requestFocus();
    }

    PaperFigure figure() {
        return figure;
    }

    /** Shows the figure, or how to make it. */
    void show(Optional<DrawnFigure> next, Layout newLayout, boolean dark) {
        drawn = next;
        layout = newLayout;
        for (Region region : List.of(grid, origin, export)) {
            region.setVisible(next.isPresent());
            region.setManaged(next.isPresent());
        }
        caption.setText(next.map(d -> d.caption(layout)).orElse(DrawnFigure.missing(figure)));
        if (next.isEmpty()) {
            return;
        }
        DrawnFigure shown = next.get();
        origin.setText("Drawn from " + DrawnFigure.name(figure) + ", " + shown.origin() + ".");
        TileContent content = shown.content(layout, dark);
        int side = Math.min(
                LARGEST,
                Math.max(1, (ROOM / content.columns() - GAP) / content.tiles().width()));
        int width = side * content.tiles().width();
        int height = side * content.tiles().height();
        grid.setLabels(
                List.of(), layout == Layout.ORBIT ? angles(shown.bank().group(), content.columns(), width) : List.of());
        grid.setNames(shown.bank()::name);
        grid.show(
                content, new TileGeometry(content.rows(), content.columns(), width, height, width + GAP, height + GAP));
        grid.setAccessibleText(shown.caption(layout) + " Arrow keys move from filter to filter.");
    }

    /** The angle over each column; without its sign where pictures are narrow, and none between two orbits of a row. */
    private static List<String> angles(FiniteGroup group, int columns, int width) {
        String sign = width < DEGREE_FITS ? "" : "°";
        return group.order() == 1
                ? List.of()
                : IntStream.range(0, columns)
                        .map(column -> column % (group.order() + 1))
                        .mapToObj(r -> r < group.order() ? CyclicGroup.format(group.angle(r)) + sign : "")
                        .toList();
    }
}
