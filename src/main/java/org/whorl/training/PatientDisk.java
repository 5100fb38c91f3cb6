package org.whorl.training;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.whorl.file.FileProblem;

/**
 * Keeps a run on a disk that may be full, read-only or gone for a while: training waits, says so in one line with what to do, and goes on by
 * itself when it is possible again.
 */
final class PatientDisk {
    private static final long RETRY_MILLIS = 1_000;

    private final SessionRequests requests;
    private final Publication publication;

    PatientDisk(SessionRequests requests, Publication publication) {
        this.requests = requests;
        this.publication = publication;
    }

    /** Writes files; may be called again where it failed. */
    @FunctionalInterface
    interface Writing {
        void write() throws IOException;
    }

    /**
     * Writes, as often as it takes.
     *
     * @throws IOException in one line, where the session is to stop before it succeeds
     */
    void keep(Path folder, Writing writing) throws IOException {
        boolean waited = false;
        String activity = publication.activity();
        while (true) {
            try {
                writing.write();
                break;
            } catch (IOException e) {
                String problem = problem(folder, e);
                if (requests.stopping()) {
                    throw new IOException(
                            problem + "; stopped, and what came after the last checkpoint is not kept", e);
                }
                waited = true;
                publication.trouble(problem + ", and training goes on");
                requests.awaitOther(RETRY_MILLIS);
            }
        }
        if (waited) {
            publication.troubleOver(activity);
        }
    }

    private static String problem(Path folder, IOException e) {
        if (!Files.isDirectory(folder)) {
            return folder + ": expected the run's folder, found none; put it back, or make an empty one";
        }
        String found = e instanceof FileSystemException system ? FileProblem.describe(system) : e.getMessage();
        String what = FileProblem.isFull(e) ? "free some room there" : "make the folder writable, or its disk";
        return found + "; " + what;
    }
}
