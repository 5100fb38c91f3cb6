package org.whorl.ui.model.settings;

import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.whorl.setting.Kind;

/**
 * Fields that together make one checked, immutable value. What is typed wrongly changes nothing but {@link #problemProperty}: the
 * value is that from before the field was typed into, whatever the text passed through since.
 *
 * @param <T> what the fields make
 */
public abstract class Form<T> {
    private final ReadOnlyObjectWrapper<T> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean filling;
    /** The field that is being typed into, and what stood before; null for none. */
    private Observable typed;

    private T before;

    Form() {}

    /** Makes the value of the fields as they are. */
    abstract T build();

    /** Sets the fields so that they make this value. */
    abstract void show(T from);

    /** Sets all fields at once. */
    public final void set(T from) {
        change(() -> show(from));
    }

    /** Changes some fields at once. */
    final void change(Runnable fields) {
        filling = true;
        try {
            fields.run();
        } finally {
            filling = false;
        }
        settle();
        rebuild();
    }

    /** The last valid value. */
    public final ReadOnlyObjectProperty<T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public final T getValue() {
        return value.get();
    }

    /** What is wrong with the fields as they are; empty where they make a value. */
    public final ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    final void watch(Observable... fields) {
        for (Observable field : fields) {
            field.addListener(o -> edit(field));
        }
    }

    private void edit(Observable field) {
        if (filling) {
            return;
        }
        // What is chosen is meant at once; a text passes through others on its way.
        if (field != typed || !(field instanceof StringProperty)) {
            typed = field;
            before = value.get();
        }
        rebuild();
        if (problem.get().isPresent() && typed == field && !before.equals(value.get())) {
            value.set(before);
        }
    }

    /** What has been typed is meant: what is typed next and refused leaves this. */
    public final void settle() {
        typed = null;
    }

    private void rebuild() {
        if (filling) {
            return;
        }
        try {
            value.set(build());
            problem.set(Optional.empty());
        } catch (IllegalArgumentException e) {
            report(e);
        }
    }

    final void report(IllegalArgumentException e) {
        problem.set(Optional.of(Problem.of(e)));
    }

    /** Whether all fields are being set at once, so that what each of them says is not yet meant. */
    final boolean isFilling() {
        return filling;
    }

    static StringProperty text() {
        return new SimpleStringProperty("");
    }

    static int whole(String field, StringProperty text) {
        return read(Kind.WHOLE, field, text);
    }

    static double number(String field, StringProperty text) {
        return read(Kind.NUMBER, field, text);
    }

    private static <N> N read(Kind<N> kind, String field, StringProperty text) {
        try {
            return kind.parse().apply(text.get());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
        }
    }
}
