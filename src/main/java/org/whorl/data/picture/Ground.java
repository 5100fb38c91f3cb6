package org.whorl.data.picture;

/** What lies under the transparent parts of a picture. */
public enum Ground {
    /** Paper: ink on transparency stays ink. What is used unless something else is asked for. */
    WHITE,
    /** Night: for light things on transparency. */
    BLACK
}
