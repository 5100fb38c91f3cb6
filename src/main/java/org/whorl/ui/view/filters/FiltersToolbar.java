package org.whorl.ui.view.filters;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import org.whorl.figure.Layout;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.model.LabState;

/** Which filters are shown, and how: in one line where there is room, else in one for each. */
final class FiltersToolbar extends FlowPane {
    private final FiltersModel model;

    FiltersToolbar(LabState lab, FiltersModel model, Node layerChoice) {
        this.model = model;
        getStyleClass().add("view-toolbar");
        ToggleGroup layouts = new ToggleGroup();
        ToggleButton compare = new ToggleButton("Compare interpolations");
        compare.selectedProperty().bindBidirectional(model.comparingProperty());
        ExportMenu export = new ExportMenu(model::export);
        export.addPicture("All _layers on one sheet…", model::exportLayers);
        getChildren()
                .addAll(
                        line(
                                layerChoice,
                                new HBox(
                                        layoutButton("Orbits", Optional.of(Layout.ORBIT), layouts, "left-pill"),
                                        layoutButton("Paper grid", Optional.of(Layout.PAPER), layouts, "center-pill"),
                                        layoutButton("One filter", Optional.empty(), layouts, "right-pill")),
                                LabelledChoice.of(
                                        "show:",
                                        model.picturingProperty(),
                                        FilterQuantity::label,
                                        List.of(FilterQuantity.values()))),
                        line(
                                LabelledChoice.of(
                                        "scale:",
                                        model.scalingProperty(),
                                        s -> s == Scaling.BANK ? "bank" : "filter",
                                        List.of(Scaling.values())),
                                LabelledChoice.of(
                                        "palette:", lab.paletteProperty(), Palette::label, List.of(Palette.values())),
                                compare,
                                export),
                        export.message());
    }

    private static HBox line(Node... parts) {
        HBox line = new HBox(parts);
        line.getStyleClass().add("toolbar-line");
        return line;
    }

    /** A way to arrange filters, or, without a layout, one filter alone. */
    private ToggleButton layoutButton(String text, Optional<Layout> layout, ToggleGroup group, String style) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add(style);
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        button.setSelected(layout.isPresent() && model.layoutProperty().get() == layout.get());
        button.setOnAction(event -> {
            button.setSelected(true);
            model.singleProperty().set(layout.isEmpty());
            layout.ifPresent(model.layoutProperty()::set);
        });
        return button;
    }
}
