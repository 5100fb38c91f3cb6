package org.whorl.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A theme's colours, read from its stylesheet, for what is drawn without one: charts. The stylesheet stays the one place that says them.
 *
 * @param colours each name without its prefix, such as {@code accent}, and its red, green and blue as 0xRRGGBB
 */
public record ThemeColors(Map<String, Integer> colours) {
    private static final Pattern COLOUR = Pattern.compile("-whorl-([a-z-]+):\\s*#([0-9a-fA-F]{6});");
    private static final ThemeColors LIGHT = read("light.css");
    private static final ThemeColors DARK = read("dark.css");

    public ThemeColors {
        colours = Map.copyOf(colours);
    }

    /** The colours of the dark theme or of the light one. */
    public static ThemeColors of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /** The colour of this name as 0xRRGGBB. */
    public int rgb(String name) {
        Integer rgb = colours.get(name);
        if (rgb == null) {
            throw new IllegalArgumentException("colour: expected one of " + colours.keySet() + ", found " + name);
        }
        return rgb;
    }

    private static ThemeColors read(String stylesheet) {
        Map<String, Integer> colours = new TreeMap<>();
        try (InputStream in = ThemeColors.class.getResourceAsStream(Stylesheets.FOLDER + stylesheet)) {
            Matcher matcher = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ThemeColors(colours);
    }
}
