package org.whorl.ui.view;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.ui.model.Fact;
import org.whorl.ui.model.Glossary;

/** Names and values, a line each. */
public final class FactTable extends VBox {
    public FactTable() {
        getStyleClass().add("fact-table");
    }

    /** Shows these lines; rows are kept and only their text changes, since it may change with every move of the mouse. */
    public void show(List<Fact> facts) {
        while (getChildren().size() > facts.size()) {
            getChildren().remove(getChildren().size() - 1);
        }
        while (getChildren().size() < facts.size()) {
            getChildren().add(new Row());
        }
        for (int i = 0; i < facts.size(); i++) {
            ((Row) getChildren().get(i)).show(facts.get(i));
        }
    }

    private static final class Row extends HBox {
        private final Label name = new Label();
        private final Label value = new Label();

        Row() {
            getStyleClass().add("fact-row");
            name.setMinWidth(USE_PREF_SIZE);
            value.setWrapText(true);
            value.getStyleClass().add("fact-value");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            getChildren().addAll(name, space, value);
        }

        void show(Fact fact) {
            if (!fact.name().equals(name.getText())) {
                name.setText(fact.name());
                Tooltip meaning =
                        Glossary.explain(fact.name()).map(Tooltip::new).orElse(null);
                name.setTooltip(meaning);
                name.setAccessibleHelp(meaning == null ? null : meaning.getText());
            }
            value.setText(fact.value());
        }
    }
}
