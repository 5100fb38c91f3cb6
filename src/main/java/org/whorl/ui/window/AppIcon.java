package org.whorl.ui.window;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** The app's icon in the sizes that desktops ask for. */
public final class AppIcon {
    private AppIcon() {}

    public static List<Image> images() {
        return Stream.of(32, 64, 256)
                .map(size -> new Image(Objects.requireNonNull(
                        AppIcon.class.getResourceAsStream("/org/whorl/ui/icon/whorl-" + size + ".png"))))
                .toList();
    }
}
