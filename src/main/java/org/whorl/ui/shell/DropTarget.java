package org.whorl.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped anywhere, unless something below the cursor is waiting for them, and hands them to whom they are for. */
final class DropTarget {
    private final Map<Dropped, Consumer<List<Path>>> takers;

    /**
     * A target.
     *
     * @param takers for each kind of files
     */
    DropTarget(Node node, Map<Dropped, Consumer<List<Path>>> takers) {
        this.takers = new EnumMap<>(takers);
        node.setOnDragOver(this::dragOver);
        node.setOnDragDropped(this::dropped);
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<Path> files =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        if (!files.isEmpty()) {
            drop(files);
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /** Takes files or a folder as if they had been dropped. */
    void drop(List<Path> files) {
        takers.get(Dropped.of(files)).accept(files);
    }
}
