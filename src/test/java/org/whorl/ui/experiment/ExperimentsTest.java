package org.whorl.ui.experiment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.training.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExperimentsTest {
    private static final List<GuidedExperiment> ALL = read();

    private static List<GuidedExperiment> read() {
        try {
            return Experiments.builtIn();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theFirstLetsEdgesAppear() {
        GuidedExperiment first = ALL.get(0);
        assertEquals("leaves", first.data());
        assertEquals(Objective.RECONSTRUCT, first.network().objective());
        assertEquals(8, first.network().group().order());
        assertEquals(Start.DATA, first.training().start());
    }

    @Test
    void eachHasAPictureAndOneOrTwoSentences() {
        for (GuidedExperiment experiment : ALL) {
            assertNotNull(Experiments.picture(experiment, false), experiment.picture());
            assertTrue(experiment.text().length() < 140 && experiment.text().endsWith("."), experiment.text());
        }
        assertEquals(
                ALL.size(),
                Set.copyOf(ALL.stream().map(GuidedExperiment::title).toList()).size());
    }

    @Test
    void noPictureGlaresInADarkWindow() throws IOException {
        for (GuidedExperiment experiment : ALL) {
            BufferedImage picture = ImageIO.read(Experiments.picture(experiment, true));
            BufferedImage usual = ImageIO.read(Experiments.picture(experiment, false));
            assertEquals(usual.getWidth(), picture.getWidth(), experiment.picture());
            assertEquals(usual.getHeight(), picture.getHeight(), experiment.picture());
            long white = 0;
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    Color c = new Color(picture.getRGB(x, y), true);
                    boolean glares = Math.min(c.getRed(), Math.min(c.getGreen(), c.getBlue())) > 224;
                    white += c.getAlpha() > 128 && glares ? 1 : 0;
                }
            }
            double share = white / (double) (picture.getWidth() * picture.getHeight());
            assertTrue(share < 0.15, experiment.picture() + " is white over " + share);
        }
    }

    /** The first minute is not one of waiting for a download, and the network is one for these images. */
    @Test
    void eachTrainsOnWhatComesWithWhorl() throws IOException {
        assertTrue(ALL.stream().filter(e -> e.plan().isPresent()).count() >= 4);
        for (GuidedExperiment experiment :
                ALL.stream().filter(e -> e.plan().isPresent()).toList()) {
            String base = experiment.data().split(":")[0];
            assertTrue(Datasets.list().stream().anyMatch(info -> info.name().equals(base) && info.builtIn()));
            TrainTest set = Datasets.load(experiment.data(), Optional.empty(), 1, Progress.NONE);
            NetworkSpec network = experiment.network();
            assertEquals(
                    network,
                    network.withInput(
                            set.train().shape(), set.train().classNames().size()));
            assertEquals(
                    experiment.data(), experiment.plan().orElseThrow().data().name());
        }
    }
}
