package org.whorl.file;

/** Words that came out of files, made safe to be shown: on a terminal, control characters are commands. */
public final class PlainText {
    /** The longest message, in letters. */
    public static final int MOST = 300;

    private PlainText() {}

    /** One line of at most {@value #MOST} letters, without control characters. */
    public static String line(String words) {
        String line = safe(words.strip().replaceAll("\\s*\\R\\s*", "; "));
        return line.codePointCount(0, line.length()) <= MOST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST - 1)) + "…";
    }

    /** The same words with “?” for every control character, and for those that turn the direction of writing. */
    public static String safe(String words) {
        return words.codePoints()
                .map(c -> isSafe(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether a character only shows. */
    public static boolean isSafe(int c) {
        return !Character.isISOControl(c)
                && !(c >= 0x202a && c <= 0x202e)
                && !(c >= 0x2066 && c <= 0x2069)
                && c != 0x2028
                && c != 0x2029;
    }
}
