package org.whorl.group;

/** How a rotated picture takes its values between pixels. */
public enum Interpolation {
    /** The nearest pixel: what the authors' code does. */
    NEAREST,
    /** Linear between the 4 neighbours. */
    BILINEAR,
    /** Keys' cubic convolution (a = −1/2) over the 16 neighbours: sharper than bilinear. */
    BICUBIC
}
