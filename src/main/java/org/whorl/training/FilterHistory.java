package org.whorl.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.whorl.file.NpyArray;
import org.whorl.file.NpyException;
import org.whorl.file.Npz;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Parameters;

/**
 * The filters of a run as they were after each epoch, from its folder's {@code history/}. The run may be going on: a history knows those
 * epochs that were there when it was opened.
 *
 * @param folder of the run
 * @param spec the run's network
 * @param epochs of which there are filters, rising; 0 is before the first step
 */
public record FilterHistory(Path folder, NetworkSpec spec, List<Integer> epochs) {
    private static final Pattern NAME = Pattern.compile("epoch-(\\d{5,9})\\.npz");

    public FilterHistory {
        epochs = List.copyOf(epochs);
    }

    /**
     * Looks into a run's folder.
     *
     * @throws IOException where it is not one or cannot be read
     */
    public static FilterHistory open(Path folder) throws IOException {
        RunRecord run = RunRecord.read(folder);
        if (run.network() == null) {
            throw new IOException(folder.resolve(RunRecord.FILE) + ": expected the settings of a network, found none");
        }
        List<Integer> epochs = new ArrayList<>();
        Path history = folder.resolve(RunFolder.HISTORY);
        if (Files.isDirectory(history)) {
            try (Stream<Path> files = Files.list(history)) {
                files.map(file -> NAME.matcher(file.getFileName().toString()))
                        .filter(Matcher::matches)
                        .forEach(name -> epochs.add(Integer.parseInt(name.group(1))));
            }
        }
        epochs.sort(null);
        return new FilterHistory(folder, run.network(), epochs);
    }

    /**
     * The filters after an epoch.
     *
     * @param epoch one of {@link #epochs}
     * @return parameters of the run's network; all but the filters and their angles are as in {@link Parameters#blank}
     * @throws NpyException where the file holds other arrays than the run's network has
     */
    public Parameters at(int epoch) throws IOException {
        Path file = RunFolder.historyFile(folder, epoch);
        List<ParameterLayout.Entry> kept =
                ParameterLayout.of(folder.resolve(RunRecord.FILE).toString(), spec).entries().stream()
                        .filter(entry -> entry.kind().makesBank())
                        .toList();
        Set<String> members = kept.stream().map(entry -> entry.name() + ".npy").collect(Collectors.toSet());
        Npz archive = Npz.read(file, members::contains);
        for (ParameterLayout.Entry entry : kept) {
            NpyArray array = archive.arrays().get(entry.name());
            if (array == null || !array.shape().equals(entry.shape())) {
                throw new NpyException(file + ": " + entry.name() + ": expected " + entry.shape() + ", found "
                        + (array == null ? "none" : array.shape()));
            }
        }
        Parameters parameters = Parameters.blank(spec);
        kept.forEach(entry ->
                parameters.set(entry.name(), archive.arrays().get(entry.name()).values()));
        return parameters;
    }
}
