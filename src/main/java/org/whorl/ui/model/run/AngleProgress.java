package org.whorl.ui.model.run;

import java.util.Comparator;
import java.util.List;

import org.whorl.training.AngleStart;
import org.whorl.training.AngleTrack;

/**
 * How an angle is learned, as far as it has come.
 *
 * @param starts what came of the starts that are finished
 * @param tracks the ways from all starts that were begun in this session
 * @param path the way of the run's own steps in this session
 */
public record AngleProgress(List<AngleStart> starts, List<AngleTrack> tracks, List<AngleTrack.Point> path) {
    public AngleProgress {
        starts = List.copyOf(starts);
        tracks = List.copyOf(tracks);
        path = List.copyOf(path);
    }

    /** Whether nothing was tried yet. */
    public boolean isEmpty() {
        return starts.isEmpty() && tracks.isEmpty() && path.isEmpty();
    }

    /** Whether a start is under way. */
    public boolean isSearching() {
        return path.isEmpty() && tracks.stream().anyMatch(track -> !isFinished(track));
    }

    /** Of the starts that are under way the one that does best; of all where none is. There is at least one where {@link #isSearching}. */
    public AngleTrack leading() {
        return tracks.stream()
                .min(Comparator.comparing(this::isFinished)
                        .thenComparing(track -> track.last().loss()))
                .orElseThrow();
    }

    private boolean isFinished(AngleTrack track) {
        return starts.stream().anyMatch(start -> start.start() == track.start());
    }
}
