package org.whorl.ui.view.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterBankFigure;
import org.whorl.figure.Layout;
import org.whorl.figure.Palette;
import org.whorl.figure.RowFigure;
import org.whorl.figure.Scaling;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.control.ViewFill;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.model.LabState;

/** One layer's filters of all networks side by side. */
final class BanksCard extends VBox {
    private static final double GAP = 20;
    /** What the card's edges take of its width. */
    private static final double PADDING = 32;
    /** What stands above and below the filters. */
    private static final double AROUND = 150;

    private final CompareModel model;
    private final Supplier<Map<String, String>> about;
    private final List<BankColumn> columns = new ArrayList<>();
    private final HBox banks = new HBox(GAP);
    private final LabelledChoice<Integer> layers;
    private final Card card;

    /**
     * A card.
     *
     * @param about what an exported picture says of the networks
     */
    BanksCard(LabState lab, CompareModel model, Supplier<Map<String, String>> about) {
        this.model = model;
        this.about = about;
        for (int slot = 0; slot < Contenders.SLOTS; slot++) {
            columns.add(new BankColumn(lab, slot));
        }
        layers = new LabelledChoice<>("layer:", model.layerProperty(), l -> "layer " + (l + 1));
        ExportMenu export = new ExportMenu(this::content);
        export.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(
                8,
                layers,
                LabelledChoice.of(
                        "",
                        model.layoutProperty(),
                        l -> l == Layout.ORBIT ? "orbits" : "paper grid",
                        List.of(Layout.values())),
                LabelledChoice.of(
                        "scale:",
                        model.scalingProperty(),
                        s -> s == Scaling.BANK ? "bank" : "filter",
                        List.of(Scaling.values())),
                export.message(),
                export);
        bar.getStyleClass().add("view-toolbar");
        card = new Card("Filters", bar, banks);
        getChildren().add(card);
    }

    /** Changes where there may be more room, or less, than was drawn in. */
    ObservableValue<?>[] room() {
        return new ObservableValue<?>[] {card.widthProperty(), card.heightProperty(), banks.sceneProperty()};
    }

    /**
     * Draws what there is now.
     *
     * @param width there is for all
     * @param height there is for each
     */
    void show(boolean dark, double width, double height) {
        List<Integer> slots = model.contenders().read();
        if (layers.box().getItems().size() != model.contenders().layers()) {
            Integer kept = model.layerProperty().get();
            layers.box()
                    .getItems()
                    .setAll(IntStream.range(0, model.contenders().layers())
                            .boxed()
                            .toList());
            model.layerProperty().set(kept);
        }
        List<BankColumn> shown = slots.stream().map(columns::get).toList();
        if (!banks.getChildren().equals(shown)) {
            banks.getChildren().setAll(shown);
        }
        Optional<Region> filled = ViewFill.around(banks);
        double all = filled.map(card -> card.getWidth() - PADDING).orElse(width);
        double high = filled.map(card -> card.getHeight() - AROUND).orElse(height);
        double room = all - (slots.size() - 1) * GAP - slots.size() * BankColumn.MARGIN;
        Layout layout = model.layoutProperty().get();
        int side = BankCells.side(
                slots.stream()
                        .map(slot -> columns.get(slot)
                                .cells(
                                        model.contenders().at(slot).orElseThrow(),
                                        model.layerProperty().get(),
                                        layout))
                        .toList(),
                room,
                high);
        for (int slot : slots) {
            columns.get(slot)
                    .show(
                            model.contenders().at(slot).orElseThrow(),
                            model.contenders().name(slot),
                            model.layerProperty().get(),
                            layout,
                            model.scalingProperty().get(),
                            dark,
                            side,
                            high);
        }
    }

    private Optional<ExportMenu.Content> content() {
        List<RowFigure.Part> parts = new ArrayList<>();
        int layer = model.layerProperty().get();
        for (int slot : model.contenders().read()) {
            String name = model.contenders().name(slot);
            FilterBank bank = FilterBank.of(
                    model.contenders().at(slot).orElseThrow().model().parameters(), layer);
            parts.add(new RowFigure.Part(
                    name,
                    FilterBankFigure.of(
                            bank,
                            name,
                            BankColumn.layoutOf(bank, model.layoutProperty().get()),
                            model.scalingProperty().get(),
                            Palette.BLUE_ORANGE)));
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String names =
                String.join(", ", parts.stream().map(RowFigure.Part::head).toList());
        return Optional.of(new ExportMenu.Content(
                "filters-compared-layer" + (layer + 1),
                new RowFigure("Filters of layer " + (layer + 1), names + ", side by side.", parts),
                about.get(),
                Optional.empty()));
    }
}
