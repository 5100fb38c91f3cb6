package org.whorl.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.ParameterLayout;
import org.whorl.network.ParameterLayout.Kind;
import org.whorl.network.Parameters;

/**
 * A trained model as it comes along with Whorl, in at most {@value #LIMIT} bytes. Where it would be larger, its filters are rounded to the
 * finest multiples of a power of two that compress far enough, and its provenance says to which. Everything else stays to the bit.
 */
final class GalleryFile {
    /** Bytes that a file may have. */
    static final int LIMIT = 300_000;

    private static final int FINEST = 12;
    private static final int COARSEST = 6;

    private GalleryFile() {}

    /**
     * Writes a model.
     *
     * @return what was written
     * @throws IOException also where no rounding makes it small enough; nothing is left then
     */
    static Model write(Model model, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path trial = file.resolveSibling(file.getFileName() + ".trial");
        try {
            Model smaller = model;
            ModelFile.write(smaller, trial);
            for (int bits = FINEST; Files.size(trial) > LIMIT && bits >= COARSEST; bits--) {
                smaller = rounded(model, bits);
                ModelFile.writeCompressed(smaller, trial);
            }
            if (Files.size(trial) > LIMIT) {
                throw new IOException(file + ": expected a model of at most " + LIMIT + " bytes, found "
                        + Files.size(trial) + " with filters rounded to multiples of 1/" + (1 << COARSEST));
            }
            Files.move(trial, file, StandardCopyOption.REPLACE_EXISTING);
            return smaller;
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    private static Model rounded(Model model, int bits) {
        Parameters parameters = model.parameters().copy();
        float[] values = parameters.values();
        float scale = 1 << bits;
        for (ParameterLayout.Entry entry : parameters.layout().entries()) {
            if (entry.kind() == Kind.FILTERS) {
                for (int i = entry.offset(); i < entry.end(); i++) {
                    values[i] = Math.round(values[i] * scale) / scale;
                }
            }
        }
        Map<String, Object> provenance = new HashMap<>(model.provenance());
        provenance.put("rounding", "filters, after they were tested, to multiples of 1/" + (1 << bits));
        return new Model(parameters, model.preparation(), model.classNames(), provenance);
    }
}
