package org.whorl.ui.view.settings;

import java.util.List;

import org.whorl.ui.model.settings.Aim;
import org.whorl.ui.model.settings.NetworkForm;

/** The network's settings: those of its catalogue, and the objective by its weights. */
public final class NetworkPane extends SettingsPane {
    public NetworkPane(NetworkForm form) {
        super("Network");
        arrange(
                form,
                List.of(new SettingRow(
                        "Objective",
                        "objective",
                        SettingRow.box(List.of(Aim.values()), form.aimProperty(), Aim::label),
                        "To name an image’s class, to tell the image again by its code (an autoencoder, which does"
                                + " best with nothing between its layers), or both by their weights.")),
                List.of(
                        new SettingRow(
                                "Weight of classes",
                                "classify",
                                NumberField.doubling(form.classifyProperty()),
                                "How much the cross-entropy counts in the objective; 0 for not at all."),
                        new SettingRow(
                                "Weight of images",
                                "reconstruct",
                                NumberField.doubling(form.reconstructProperty()),
                                "How much the reconstruction, ½‖x − x̂‖² + λ‖z‖₁, counts in the objective; 0 for not at all.")),
                List.of());
    }
}
