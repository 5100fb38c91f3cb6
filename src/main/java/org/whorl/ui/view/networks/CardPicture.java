package org.whorl.ui.view.networks;

import java.util.Comparator;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.whorl.figure.Coloring;
import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterCharacter;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.network.Model;

/** The picture on a card: the copies of the network's clearest filter on a ring, or, where filters have no copies, some of them in a square. */
final class CardPicture {
    /** On the screen, in its own units. */
    static final int SIDE = 88;
    /** Twice as large for dense screens. */
    private static final int PIXELS = 2 * SIDE;

    private static final int MOST_ON_RING = 12;
    private static final int LARGEST = 48;
    /** Room from one copy to the next along the ring, in their sides. */
    private static final double APART = 1.2;

    private static final int ACROSS = 3;
    private static final int GAP = 6;

    private final Tiles tiles;
    private final Coloring coloring;
    private final int[] pixels = new int[PIXELS * PIXELS];

    private CardPicture(Tiles tiles, boolean dark) {
        this.tiles = tiles;
        coloring = new Coloring(Palette.BLUE_ORANGE, dark, true);
    }

    /** Draws it; takes a few milliseconds, and needs no FX thread. */
    static Image of(Model model, boolean dark) {
        FilterBank bank = FilterBank.of(model.parameters(), 0);
        CardPicture picture = new CardPicture(bank.tiles(), dark);
        int[] clearest = clearest(bank);
        if (bank.group().rotations() > 1) {
            picture.ring(bank, clearest[0]);
        } else {
            picture.square(clearest);
        }
        WritableImage image = new WritableImage(PIXELS, PIXELS);
        image.getPixelWriter()
                .setPixels(0, 0, PIXELS, PIXELS, PixelFormat.getIntArgbInstance(), picture.pixels, 0, PIXELS);
        return image;
    }

    /** The base filters, those that prefer one direction most before the others. */
    private static int[] clearest(FilterBank bank) {
        double[] coherence = IntStream.range(0, bank.baseFilters())
                .mapToDouble(b -> FilterCharacter.of(bank.tiles(), b).coherence())
                .toArray();
        return IntStream.range(0, coherence.length)
                .boxed()
                .sorted(Comparator.comparingDouble(b -> -coherence[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void ring(FilterBank bank, int base) {
        int rotations = bank.group().rotations();
        int stride = 1;
        while (rotations % stride != 0 || rotations / stride > MOST_ON_RING) {
            stride++;
        }
        int copies = rotations / stride;
        int side = LARGEST;
        while (side > tiles.width() && 2 * Math.PI * radius(side) / copies < side * APART) {
            side--;
        }
        side = side < tiles.width() ? side : side / tiles.width() * tiles.width();
        for (int i = 0; i < copies; i++) {
            double at = Math.toRadians(bank.group().angle(i * stride));
            put(
                    bank.index(base, i * stride),
                    (int) Math.round(PIXELS / 2.0 - radius(side) * Math.sin(at) - side / 2.0),
                    (int) Math.round(PIXELS / 2.0 - radius(side) * Math.cos(at) - side / 2.0),
                    side);
        }
    }

    private static double radius(int side) {
        return PIXELS / 2.0 - side / 2.0 - 2;
    }

    private void square(int[] filters) {
        int across = Math.min(ACROSS, (int) Math.ceil(Math.sqrt(filters.length)));
        int side = (PIXELS - (across - 1) * GAP) / across;
        side = side < tiles.width() ? side : side / tiles.width() * tiles.width();
        int from = (PIXELS - across * side - (across - 1) * GAP) / 2;
        for (int i = 0; i < Math.min(filters.length, across * across); i++) {
            put(filters[i], from + i % across * (side + GAP), from + i / across * (side + GAP), side);
        }
    }

    private void put(int tile, int x, int y, int side) {
        double limit = Math.max(1e-12, tiles.peak(tile));
        coloring.paint(tiles, tile, limit, side, side, pixels, y * PIXELS + x, PIXELS);
    }
}
