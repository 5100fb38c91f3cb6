package org.whorl.ui.view.symmetry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.data.TrainTest;
import org.whorl.network.Parameters;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.FakeSource;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.theme.Stylesheets;

/** The view on a stage, with a network that is measured in a moment. */
@ExtendWith(ApplicationExtension.class)
abstract class SymmetryOnStage {
    final LabState lab = new LabState();
    final BooleanProperty training = new SimpleBooleanProperty();
    InputModel codes;
    SymmetryView view;

    void show(Stage stage) {
        codes = new InputModel(lab, Platform::runLater);
        Settings settings = new Settings(Path.of("unused"));
        SelectedDataset chosen = new SelectedDataset(settings, new DatasetCache(), Platform::runLater);
        SetsModel sets = new SetsModel(settings, chosen, new FakeSource(), Platform::runLater);
        view = new SymmetryView(lab, codes, sets, () -> 1, training, () -> {});
        Scene scene = new Scene(view, 900, 1100);
        Stylesheets.apply(scene, false);
        // All window tests share one stage, and others leave it in other sizes.
        stage.setFullScreen(false);
        stage.setMaximized(false);
        stage.setMinWidth(0);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        sets.refresh();
        lab.show(small());
    }

    /** A network that is measured in a moment: small, and on twelve images. */
    static ShownNetwork small() {
        ShownNetwork digits = Scenes.digits(4);
        TrainTest all = digits.data().orElseThrow();
        TrainTest few = new TrainTest(all.name(), all.train(), all.test().first(12), all.checksum());
        return new ShownNetwork(
                "small",
                Parameters.initial(digits.spec().withFilters(8).withLayers(2).withKernel(5, false), 1),
                digits.preparation(),
                digits.classNames(),
                Optional.of(few),
                1);
    }

    static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                90, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    List<String> texts() {
        return view.lookupAll(".label").stream()
                .filter(n -> n instanceof Label)
                .map(n -> ((Label) n).getText())
                .toList();
    }
}
