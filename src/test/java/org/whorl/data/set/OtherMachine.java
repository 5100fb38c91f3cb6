package org.whorl.data.set;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.whorl.data.DatasetInfo;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;

/** Looks for sets in the folders of another machine than this one: for the tests of other rooms. */
public final class OtherMachine {
    private final Places places;

    /** A machine of which each of these folders may be missing. */
    public OtherMachine(Path cache, Path working, Path home, Path shared) {
        places = new Places(cache, working, home, shared);
    }

    /** The set of this name, from a copy on that machine. */
    public TrainTest load(String name) throws IOException {
        return Datasets.load(name, Optional.empty(), 1, Progress.NONE, places);
    }

    /** What that machine has. */
    public List<DatasetInfo> list() {
        return Datasets.list(places);
    }
}
