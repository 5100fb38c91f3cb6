package org.whorl.kernel;

/**
 * The three linear maps of one geometry on single images, with the memory they need: for one thread only.
 *
 * <p>Images are [C, H, W], C order, without padding. A code has one map a filter, [code height, code width], which lies in memory as
 * {@link #maps} says; its padding must be zero where a code is read and is zero where one was written. With ⟨·,·⟩ over unpadded values, ⟨synthesize(z), x⟩ = ⟨z, analyze(x)⟩.
 */
public interface Convolution {
    Geometry geometry();

    /** How codes lie in memory. */
    Maps maps();

    /** Memory for a filter bank; may be shared by the convolutions of the same geometry and kind. */
    PackedFilters newFilters();

    /**
     * Takes over a filter bank.
     *
     * @param filters [K, C, kernel height, kernel width] from index 0
     * @param into receives them
     */
    void pack(float[] filters, PackedFilters into);

    /** Correlation with the filters: code[k, y, x] = Σ filter[k, c, i, j] · image[c, y + i − p, x + j − p]. Overwrites the code. */
    void analyze(float[] image, int imageOffset, PackedFilters filters, float[] code, int codeOffset);

    /** The adjoint of {@link #analyze}, a transposed convolution. Overwrites the image. */
    void synthesize(float[] code, int codeOffset, PackedFilters filters, float[] image, int imageOffset);

    /**
     * Adds scale · Σ code[k, y, x] · image[c, y + i − p, x + j − p] to an inner sum over filters [k, c, i, j]: the gradient of
     * ⟨code, analyze(image)⟩ by the filters.
     *
     * @param scale 1 or −1
     */
    void correlate(float[] image, int imageOffset, float[] code, int codeOffset, float scale);

    /** Writes the inner sum, [K, C, kernel height, kernel width] from {@code offset}, and clears it. */
    void takeCorrelation(float[] filterGradient, int offset);
}
