package org.whorl.figure;

import java.util.Locale;

/**
 * How a number becomes a colour. Every palette can be told apart by colour-blind people and by its lightness alone.
 *
 * <p>Blue–orange is diverging: its middle is neutral. In a dark window it is dark, but lighter than any ground, and the ends are bright, so
 * that a filter has its shape on both.
 */
public enum Palette {
    /** Diverging around zero: blue below, neutral, orange above. */
    BLUE_ORANGE(
            "1d4f8b 3b6799 5980a8 7a99b8 9ab2c9 bacad9 d9e0e7 f3f3f3 f0e3d8 eaccb4 e3b48e dc9c67 d48541 cb6e22 c35c0c",
            "86bdf5 6faae8 5c97d8 4f86c3 4676aa 406692 3e5878 3d4854 5f4e40 7f5a3b 9f6737 bd7736 d88939 ee9c45 ffb15c"),
    /** Black over mid-grey to white: how the paper prints filters. */
    GREY("000000 ffffff"),
    /** Sequential; perceptually uniform. Colours by S. van der Walt and N. Smith, CC0. */
    VIRIDIS(
            "440154 470d60 48186a 482374 472d7b 453681 424086 3f4989 3b528b 375a8d 33638d 2f6a8e 2c728e 297a8e 26818e 23898e"
                    + " 21908c 1f988b 1f9f88 21a685 28ae80 31b57b 3ebc74 4cc26c 5dc963 6ece58 82d34c 96d83f abdc32 c0df24 d5e21a"
                    + " eae51a fde725"),
    /** Sequential; the same to people with and without red-green deficiency. Colours by J. Nuñez, C. Anderton and R. Renslow. */
    CIVIDIS(
            "00224e 00285b 002e6a 043371 1a386f 273e6e 32436d 3b496c 434e6c 4b546c 52596d 5a5f6e 61656f 686a71 6f7073 757676"
                    + " 7c7b78 848179 8b8778 938d78 9b9376 a39a75 aba072 b3a670 bbad6c c3b469 ccba64 d4c15f ddc958 e6d051 efd748"
                    + " f8df3c fee838");

    /** Odd, so that zero falls on an entry of its own. */
    private static final int ENTRIES = 257;

    private final int[] light;
    private final int[] dark;

    Palette(String stops) {
        this(stops, stops);
    }

    Palette(String lightStops, String darkStops) {
        light = table(lightStops);
        dark = table(darkStops);
    }

    /** The name for people: “blue–orange”. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '–');
    }

    /**
     * The colour of a number.
     *
     * @param share where it lies on the scale, 0 to 1; what lies outside takes the colour of the nearer end, NaN that of the middle
     * @param darkGround whether it is drawn on a dark ground
     * @return opaque ARGB
     */
    public int argb(double share, boolean darkGround) {
        double s = Double.isNaN(share) ? 0.5 : Math.max(0, Math.min(1, share));
        return table(darkGround)[(int) (s * (ENTRIES - 1) + 0.5)];
    }

    int[] table(boolean darkGround) {
        return darkGround ? dark : light;
    }

    private static int[] table(String hexStops) {
        String[] words = hexStops.split(" ");
        int[] table = new int[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            double at = (double) i / (ENTRIES - 1) * (words.length - 1);
            int low = Math.min((int) at, words.length - 2);
            int from = Integer.parseInt(words[low], 16);
            int to = Integer.parseInt(words[low + 1], 16);
            int argb = 0xff;
            for (int shift = 16; shift >= 0; shift -= 8) {
                double a = from >> shift & 0xff;
                double b = to >> shift & 0xff;
                argb = argb << 8 | (int) Math.round(a + (at - low) * (b - a));
            }
            table[i] = argb;
        }
        return table;
    }
}
