package org.whorl.ui.view.filters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.whorl.figure.Coloring;
import org.whorl.figure.Contrast;
import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterCharacter;
import org.whorl.figure.Numbers;
import org.whorl.figure.Tiles;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.view.FactTable;

/** One filter as large as there is room, with the number in every value that has room for it, and its statistics beside it. */
final class FilterPortrait extends HBox {
    private static final double SMALLEST_WITH_NUMBERS = 26;
    /** Where numbers are written by their powers of ten, which takes more room. */
    private static final double SMALLEST_WITH_POWERS = 32;

    /** Scales that end below it have their numbers by powers of ten. */
    private static final double SMALL_SCALE = 0.05;

    private static final int FACTS_WIDTH = 220;
    private static final int GAP = 12;
    private static final int LARGEST_SIDE = 72;

    private final FiltersModel model;
    private final Label title = new Label();
    private final TileGrid grid = new TileGrid();
    private final Canvas numbers = new Canvas();
    private final FactTable facts = new FactTable();
    private final Label words = new Label();
    private int tile;

    /**
     * A portrait of nothing yet.
     *
     * @param onPointed told of the value under the cursor, in the bank's filter
     */
    FilterPortrait(FiltersModel model, Consumer<Optional<Place>> onPointed) {
        super(24);
        this.model = model;
        getStyleClass().add("filter-portrait");
        title.getStyleClass().add("card-title");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        numbers.setMouseTransparent(true);
        StackPane picture = new StackPane(grid, numbers);
        picture.setAlignment(Pos.TOP_LEFT);
        grid.pointedProperty()
                .addListener((o, was, is) -> onPointed.accept(is.map(p -> new Place(tile, p.row(), p.column()))));
        FlowPane moves = new FlowPane(
                move("◀", "The base filter before", -1, 0),
                move("▶", "The next base filter", 1, 0),
                move("↺", "The next rotation, counter-clockwise", 0, 1),
                move("↻", "The rotation before, clockwise", 0, -1));
        moves.getStyleClass().add("view-toolbar");
        VBox beside = new VBox(10, title, moves, facts, words);
        beside.setMinWidth(FACTS_WIDTH);
        beside.setPrefWidth(FACTS_WIDTH);
        beside.setMaxWidth(FACTS_WIDTH);
        getChildren().addAll(picture, beside);
    }

    private Node move(String text, String help, int base, int turns) {
        Button button = new Button(text);
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        button.setOnAction(e -> model.selectNext(base, turns));
        return button;
    }

    /**
     * Shows a filter.
     *
     * @param newTile which, in the bank
     * @param limit at the end of the colour scale
     * @param width pixels there are
     * @param height pixels there are
     */
    void show(FilterBank bank, int newTile, double limit, Coloring coloring, double width, double height) {
        tile = newTile;
        Tiles all = bank.tiles();
        int channels = all.channels();
        // One picture a channel, since only they have one number at each place.
        Tiles planes = new Tiles(all.tile(tile), channels, 1, all.height(), all.width(), all.support());
        double room = (width - FACTS_WIDTH - getSpacing() - 8) / channels - GAP;
        int side =
                (int) Math.max(4, Math.min(LARGEST_SIDE, Math.min(room / all.width(), (height - 40) / all.height())));
        int w = side * all.width();
        int h = side * all.height();
        double[] limits = IntStream.range(0, channels).mapToDouble(c -> limit).toArray();
        grid.setLabels(List.of(), channels == 3 ? List.of("red", "green", "blue") : List.of());
        TileGeometry geometry = new TileGeometry(1, channels, w, h, w + GAP, h);
        grid.show(
                new TileContent(planes, IntStream.range(0, channels).toArray(), channels, limits, coloring), geometry);
        grid.setAccessibleText(bank.name(tile) + ", enlarged. With Shift the arrow keys move from value to value.");
        write(planes, limit, coloring, geometry, side);
        title.setText(model.subject() + "\n" + bank.name(tile));
        facts.show(model.numbers(bank, tile));
        words.setText(
                model.picturingProperty().get() == FilterQuantity.FILTERS
                        ? FilterCharacter.of(all, tile).words()
                        : "");
    }

    private void write(Tiles planes, double limit, Coloring coloring, TileGeometry geometry, int side) {
        grid.applyCss();
        grid.layout();
        double top = grid.prefHeight(-1) - geometry.height();
        numbers.setWidth(geometry.width());
        numbers.setHeight(top + geometry.height());
        GraphicsContext g = numbers.getGraphicsContext2D();
        g.clearRect(0, 0, numbers.getWidth(), numbers.getHeight());
        if (side < (limit < SMALL_SCALE ? SMALLEST_WITH_POWERS : SMALLEST_WITH_NUMBERS)) {
            return;
        }
        g.setFont(Font.font(title.getFont().getFamily(), Math.max(8, Math.min(14, side * 0.29))));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (int c = 0; c < planes.count(); c++) {
            for (int row = 0; row < planes.height(); row++) {
                for (int column = 0; column < planes.width(); column++) {
                    float value = planes.value(c, 0, row, column);
                    g.setFill(ink(coloring.argb(value, limit)));
                    g.fillText(
                            text(value, limit), c * geometry.stepX() + (column + 0.5) * side, top + (row + 0.5) * side);
                }
            }
        }
    }

    /** Two digits of the scale's size: 0.31 where it ends at 0.4; 0.0031 by its power of ten. */
    static String text(double value, double limit) {
        String digits = limit >= SMALL_SCALE
                ? String.format(Locale.ROOT, limit < 10 ? "%.2f" : "%.0f", Math.abs(value))
                : value == 0 ? "0" : Numbers.power(Math.abs(value), 0);
        boolean zero = digits.chars().noneMatch(d -> d >= '1' && d <= '9');
        return (value < 0 && !zero ? "−" : "") + digits;
    }

    /** Black or white, whichever has the greater contrast: at least 4.5 : 1 on every colour. */
    static Color ink(int argb) {
        return Contrast.isBlackBetterOn(argb) ? Color.BLACK : Color.WHITE;
    }
}
