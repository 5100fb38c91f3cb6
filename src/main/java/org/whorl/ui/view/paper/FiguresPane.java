package org.whorl.ui.view.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.whorl.figure.Layout;
import org.whorl.figure.SheetFigure;
import org.whorl.paper.PaperFigure;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.model.LabState;

/** The paper's four figures, in its square grid or as orbits. */
final class FiguresPane extends VBox {
    /** Width of a card that holds eight filters in a row. */
    private static final double CARD = 312;

    private static final double GAP = 12;

    private final LabState lab;
    private final List<FigureCard> cards;
    private final GridPane pane = new GridPane();
    private List<DrawnFigure> figures = List.of();
    private Layout layout = Layout.PAPER;
    private int columns;

    FiguresPane(LabState lab) {
        super(8);
        this.lab = lab;
        cards = PaperFigure.ALL.stream().map(f -> new FigureCard(f, lab)).toList();
        Label head = new Label("Figures 1–4: filters trained on CIFAR-10");
        head.getStyleClass().add("card-title");
        ToggleGroup layouts = new ToggleGroup();
        HBox buttons = new HBox(
                button("Paper grid", Layout.PAPER, layouts, "left-pill"),
                button("Orbits", Layout.ORBIT, layouts, "right-pill"));
        ExportMenu sheet = new ExportMenu(this::sheet);
        sheet.setText("Export all on one sheet");
        sheet.setId("export-figures");
        sheet.getStyleClass().add("small-button");
        HBox bar = new HBox(16, head, buttons, sheet, sheet.message());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("view-toolbar");
        // Four cards in a row must not keep a window that gets narrower from having two.
        setMinWidth(0);
        pane.setMinWidth(0);
        pane.setHgap(GAP);
        pane.setVgap(GAP);
        getChildren().addAll(bar, pane);
        widthProperty().addListener((o, was, is) -> arrange());
        lab.darkProperty().addListener(o -> update());
        arrange();
        update();
    }

    private ToggleButton button(String text, Layout wanted, ToggleGroup group, String style) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add(style);
        button.setToggleGroup(group);
        button.setSelected(layout == wanted);
        button.setOnAction(event -> {
            button.setSelected(true);
            layout = wanted;
            update();
        });
        return button;
    }

    /** All figures that are there, a panel with a letter each; empty where none is. */
    private Optional<ExportMenu.Content> sheet() {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        List<SheetFigure.Panel> panels = figures.stream()
                .map(f -> new SheetFigure.Panel(
                        DrawnFigure.title(f.figure()), f.figure().picture(f.model(), layout)))
                .toList();
        String words = figures.stream().map(f -> f.caption(layout)).collect(Collectors.joining("\n"));
        return Optional.of(new ExportMenu.Content("figures", new SheetFigure("The paper’s figures", words, panels, 2)));
    }

    FigureCard card(PaperFigure figure) {
        return cards.stream()
                .filter(card -> card.figure().equals(figure))
                .findFirst()
                .orElseThrow();
    }

    /** As many beside one another as there is room for, but not three and one. */
    private void arrange() {
        int fit = (int) ((getWidth() + GAP) / (CARD + GAP));
        int next = fit >= 4 ? 4 : fit >= 2 ? 2 : 1;
        if (next != columns) {
            columns = next;
            pane.getChildren().clear();
            for (int i = 0; i < cards.size(); i++) {
                pane.add(cards.get(i), i % columns, i / columns);
            }
            // Equal shares: to grow alike would leave a longer title's card the wider one.
            pane.getColumnConstraints().clear();
            for (int i = 0; i < columns; i++) {
                ColumnConstraints column = new ColumnConstraints();
                column.setPercentWidth(100.0 / columns);
                pane.getColumnConstraints().add(column);
            }
        }
    }

    /** Shows these figures; for the others, how to make them. */
    void show(List<DrawnFigure> now) {
        figures = now;
        update();
    }

    private void update() {
        for (FigureCard card : cards) {
            Optional<DrawnFigure> drawn = figures.stream()
                    .filter(f -> f.figure().equals(card.figure()))
                    .findFirst();
            card.show(drawn, layout, lab.darkProperty().get());
        }
    }
}
