package org.whorl.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped anywhere, unless something below the cursor is waiting for them. */
final class DropTarget {
    private final Consumer<List<Path>> taker;

    private DropTarget(Consumer<List<Path>> taker) {
        this.taker = taker;
    }

    /**
     * Makes a node and all in it a target.
     *
     * @param taker gets what is dropped, at least one file or folder
     */
    static void install(Node node, Consumer<List<Path>> taker) {
        DropTarget target = new DropTarget(taker);
        node.setOnDragOver(target::dragOver);
        node.setOnDragDropped(target::dropped);
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
            taker.accept(files);
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
