package org.whorl.ui.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;

import org.whorl.figure.About;

/**
 * What a node of the window pictures, so that each can be exported and copied, from its context menu and by key. Nodes say it of
 * themselves; what a file says of where it came from can be said once for all nodes inside another.
 */
public final class Exportable {
    private static final String CONTENT = "whorl.pictured";
    private static final String ORIGIN = "whorl.origin";

    private Exportable() {}

    /**
     * Says what a node pictures.
     *
     * @param content asked when it is exported; its metadata may be empty, and is then that of the nodes around; empty where there is
     *     nothing to write yet
     */
    public static void by(Node node, Supplier<Optional<ExportMenu.Content>> content) {
        node.getProperties().put(CONTENT, content);
    }

    /** Says where all that is pictured inside a node came from. */
    public static void origin(Node around, Supplier<Map<String, String>> origin) {
        around.getProperties().put(ORIGIN, origin);
    }

    /** Whether a node itself said what it pictures, be there anything yet or not. */
    public static boolean isPicture(Node node) {
        return node.hasProperties() && node.getProperties().containsKey(CONTENT);
    }

    /** What the node pictures, or the nearest one around it that does. */
    public static Optional<ExportMenu.Content> at(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getProperties().get(CONTENT) instanceof Supplier<?> supplier
                    && supplier.get() instanceof Optional<?> found
                    && found.orElse(null) instanceof ExportMenu.Content content) {
                return Optional.of(content.metadata().isEmpty() ? content.with(originOf(at)) : content);
            }
        }
        return Optional.empty();
    }

    /** Where what is pictured by a node came from. */
    public static Map<String, String> originOf(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getProperties().get(ORIGIN) instanceof Supplier<?> supplier
                    && supplier.get() instanceof Map<?, ?> map) {
                Map<String, String> origin = new LinkedHashMap<>();
                map.forEach((keyword, value) -> origin.put(String.valueOf(keyword), String.valueOf(value)));
                return origin;
            }
        }
        return About.program();
    }
}
