package org.whorl.ui.view.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** Cards in rows, of which only those in sight exist; arrow keys go from card to card. */
final class CardGrid extends ListView<CardGrid.Row> {
    private static final double LEAST = 380;
    private static final double GAP = 12;
    /** The scroll bar and the cells' margins. */
    private static final double BESIDE = 40;

    /**
     * Cards beside one another, or the words over those that follow.
     *
     * @param head empty for cards
     */
    record Row(String head, List<NetworkCard> cards) {}

    private final CardsModel model;
    private final Supplier<CardTile> tiles;
    private final Runnable open;
    private final List<RowCell> cells = new ArrayList<>();
    private int columns = 1;

    /**
     * No cards yet.
     *
     * @param lacking whether a set's images are not on this machine
     * @param open opens the current network
     */
    CardGrid(CardsModel model, Predicate<String> lacking, Runnable open) {
        this.model = model;
        this.open = open;
        tiles = () -> new CardTile(model, lacking, open);
        getStyleClass().add("card-grid");
        setId("cards");
        setCellFactory(list -> new RowCell());
        setPlaceholder(new Label("No run or model has all these words."));
        model.shownProperty().addListener(o -> arrange());
        model.currentProperty().addListener(o -> mark());
        model.chosenProperty().addListener(o -> mark());
        widthProperty().addListener(o -> arrange());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        arrange();
    }

    private void arrange() {
        int fit = (int) Math.max(1, (getWidth() - BESIDE + GAP) / (LEAST + GAP));
        List<Row> rows = new ArrayList<>();
        List<NetworkCard> cards = model.shownProperty().get();
        List<NetworkCard> own = cards.stream().filter(NetworkCard::isOwn).toList();
        add(rows, "YOUR RUNS", own, fit);
        add(rows, "MODELS THAT COME WITH WHORL", cards.subList(own.size(), cards.size()), fit);
        if (fit != columns || !rows.equals(getItems())) {
            columns = fit;
            getItems().setAll(rows);
        }
        mark();
    }

    private static void add(List<Row> rows, String head, List<NetworkCard> cards, int columns) {
        if (!cards.isEmpty()) {
            rows.add(new Row(head, List.of()));
        }
        for (int i = 0; i < cards.size(); i += columns) {
            rows.add(new Row("", cards.subList(i, Math.min(cards.size(), i + columns))));
        }
    }

    private void mark() {
        cells.forEach(cell -> cell.tiles.forEach(CardTile::mark));
        setAccessibleText("Runs and models. "
                + model.currentCard()
                        .map(card -> card.words()
                                + (model.chosenProperty().get().contains(card.source())
                                        ? ", chosen to be compared"
                                        : ""))
                        .orElse("None."));
    }

    /** The row and the column of the current card; empty where none is. */
    private Optional<int[]> place() {
        return IntStream.range(0, getItems().size())
                .boxed()
                .flatMap(row -> IntStream.range(0, getItems().get(row).cards().size())
                        .filter(column -> Optional.of(
                                        getItems().get(row).cards().get(column).source())
                                .equals(model.currentProperty().get()))
                        .mapToObj(column -> new int[] {row, column}))
                .findFirst();
    }

    private void press(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        List<NetworkCard> cards = model.shownProperty().get();
        int at = model.currentCard().map(cards::indexOf).orElse(0);
        switch (e.getCode()) {
            case RIGHT -> goTo(cards, at + 1);
            case LEFT -> goTo(cards, at - 1);
            case HOME -> goTo(cards, 0);
            case END -> goTo(cards, cards.size() - 1);
            case DOWN -> vertical(1);
            case UP -> vertical(-1);
            case PAGE_DOWN -> vertical(page());
            case PAGE_UP -> vertical(-page());
            case SPACE -> model.currentCard().ifPresent(model::choose);
            case ENTER -> open.run();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private int page() {
        return (int) Math.max(1, getHeight() / (CardTile.HEIGHT + GAP) - 1);
    }

    private void vertical(int rows) {
        place().ifPresent(at -> {
            int step = Integer.signum(rows);
            int left = Math.abs(rows);
            int found = at[0];
            for (int row = at[0] + step;
                    left > 0 && row >= 0 && row < getItems().size();
                    row += step) {
                if (!getItems().get(row).cards().isEmpty()) {
                    found = row;
                    left--;
                }
            }
            List<NetworkCard> there = getItems().get(found).cards();
            show(there.get(Math.min(at[1], there.size() - 1)));
        });
    }

    private void goTo(List<NetworkCard> cards, int index) {
        if (index >= 0 && index < cards.size()) {
            show(cards.get(index));
        }
    }

    private void show(NetworkCard card) {
        model.goTo(card);
        place().ifPresent(at -> {
            boolean seen = cells.stream().anyMatch(cell -> cell.getIndex() == at[0] && isWhole(cell));
            if (!seen) {
                // The words above the first cards come into sight with them.
                scrollTo(at[0] == 1 ? 0 : at[0]);
            }
        });
    }

    private boolean isWhole(RowCell cell) {
        if (cell.getScene() == null || !cell.isVisible()) {
            return false;
        }
        double top = sceneToLocal(cell.localToScene(0, 0)).getY();
        return top >= 0 && top + cell.getHeight() <= getHeight();
    }

    private final class RowCell extends ListCell<Row> {
        private final HBox box = new HBox(GAP);
        private final Label head = new Label();
        private final List<CardTile> tiles = new ArrayList<>();

        RowCell() {
            cells.add(this);
            head.getStyleClass().add("section-head");
            // As wide as the list, whatever its cards would like.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
            } else if (!row.head().isEmpty()) {
                head.setText(row.head());
                setGraphic(head);
            } else {
                fill(row.cards());
                setGraphic(box);
            }
        }

        private void fill(List<NetworkCard> cards) {
            while (tiles.size() < columns) {
                tiles.add(CardGrid.this.tiles.get());
            }
            if (box.getChildren().size() != columns) {
                box.getChildren().setAll(tiles.subList(0, columns));
            }
            for (int i = 0; i < tiles.size(); i++) {
                tiles.get(i).show(i < cards.size() && i < columns ? Optional.of(cards.get(i)) : Optional.empty());
            }
        }
    }
}
