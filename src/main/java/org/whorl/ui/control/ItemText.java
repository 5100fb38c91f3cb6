package org.whorl.ui.control;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** How a box writes its items, and which item a text means: null for none. */
public final class ItemText<T> extends StringConverter<T> {
    private final ComboBox<T> box;
    private final Function<T, String> words;
    private final String nothing;

    private ItemText(ComboBox<T> box, Function<T, String> words, String nothing) {
        this.box = box;
        this.words = words;
        this.nothing = nothing;
    }

    /**
     * Gives a box its words.
     *
     * @param words an item's name for people
     * @param nothing what stands there while nothing is chosen
     */
    public static <T> void show(ComboBox<T> box, Function<T, String> words, String nothing) {
        box.setConverter(new ItemText<>(box, words, nothing));
    }

    @Override
    public String toString(T item) {
        return item == null ? nothing : words.apply(item);
    }

    @Override
    public T fromString(String text) {
        return box.getItems().stream()
                .filter(item -> toString(item).equals(text))
                .findFirst()
                .orElse(null);
    }
}
