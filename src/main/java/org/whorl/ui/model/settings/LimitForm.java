package org.whorl.ui.model.settings;

import java.util.OptionalInt;
import javafx.beans.property.StringProperty;

/** The field that says how many of the training images to use; left empty, all of them. */
public final class LimitForm extends Form<OptionalInt> {
    private final StringProperty limit = text();

    /** All of them. */
    public LimitForm() {
        watch(limit);
        set(OptionalInt.empty());
    }

    @Override
    OptionalInt build() {
        if (limit.get().isBlank()) {
            return OptionalInt.empty();
        }
        int images = whole("limit", limit);
        if (images < 1) {
            throw new IllegalArgumentException("limit: expected at least 1 image, or nothing for all, found " + images);
        }
        return OptionalInt.of(images);
    }

    @Override
    void show(OptionalInt from) {
        limit.set(from.isPresent() ? Integer.toString(from.getAsInt()) : "");
    }

    public StringProperty limitProperty() {
        return limit;
    }
}
