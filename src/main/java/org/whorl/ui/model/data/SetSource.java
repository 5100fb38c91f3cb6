package org.whorl.ui.model.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.whorl.data.DatasetInfo;
import org.whorl.data.Progress;
import org.whorl.data.download.Downloads;
import org.whorl.data.set.Datasets;

/** Where sets come from: this machine and the publishers; in tests, something nearer. */
public interface SetSource {
    /** The sets of this machine and of the publishers. */
    SetSource REAL = new SetSource() {
        @Override
        public List<DatasetInfo> list() {
            return Datasets.list();
        }

        @Override
        public Path get(String name, Progress progress) throws IOException {
            return Downloads.get(name, progress);
        }
    };

    /** Every set with a name, and where it was found. Looks at folders, so not on the FX thread. */
    List<DatasetInfo> list();

    /** Downloads a set; see {@link Downloads#get}. */
    Path get(String name, Progress progress) throws IOException;
}
