package org.whorl.ui.view.generator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.whorl.data.Dataset;
import org.whorl.figure.AngleSearchFigure;
import org.whorl.figure.AngleSearchFigure.Kind;
import org.whorl.figure.AngleSearchFigure.Way;
import org.whorl.figure.Numbers;
import org.whorl.group.CyclicGroup;
import org.whorl.group.GeneratorAngle;
import org.whorl.insight.ObjectiveByAngle;
import org.whorl.network.Model;
import org.whorl.training.AngleStart;
import org.whorl.training.AngleTrack;
import org.whorl.training.TrainingSnapshot;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.run.AngleProgress;
import org.whorl.ui.model.run.LearnedAngle;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.task.BackgroundJob;

/** How the angle of the network that is shown was found, and what its objective would be at others. Needs no screen. FX thread only. */
final class AngleModel {
    /** Images of which the objective is measured at each angle. */
    private static final int IMAGES = 32;

    /** Degrees from one angle to the next; divides those at which most orbits close. */
    private static final int STEP = 3;

    private static final int HALF = 180;

    /** Degrees that are written alike. */
    private static final double SAME = 0.005;

    private final LabState lab;
    private final RunController runs;
    private final LearnedAngle learned;
    private final BackgroundJob<ObjectiveByAngle> measuring;
    private final ReadOnlyObjectWrapper<Optional<Cut>> cut = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Object> measured = List.of();

    /**
     * What was measured.
     *
     * @param title of the network
     * @param degrees the angle that it had
     * @param by the objective at others
     */
    record Cut(String title, double degrees, ObjectiveByAngle by) {}

    AngleModel(LabState lab, RunController runs, LearnedAngle learned, Executor fx) {
        this.lab = lab;
        this.runs = runs;
        this.learned = learned;
        measuring = new BackgroundJob<>("whorl-objective", fx);
    }

    /** What is known of the angle; empty where none is learned. */
    ReadOnlyObjectProperty<Optional<LearnedAngle.State>> stateProperty() {
        return learned.stateProperty();
    }

    /** The objective at other angles, as last measured. */
    ReadOnlyObjectProperty<Optional<Cut>> cutProperty() {
        return cut.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<BackgroundJob.State> measuringProperty() {
        return measuring.stateProperty();
    }

    /**
     * Measures the objective at other angles where the network has become another: not with every step, which would take the time that they
     * need, but after the search and each epoch, and when training pauses.
     */
    void measure() {
        ShownNetwork shown = lab.getShown();
        Optional<LearnedAngle.State> state = stateProperty().get();
        if (shown == null
                || state.isEmpty()
                || state.get().trying()
                || shown.data().isEmpty()) {
            return;
        }
        List<Object> now = List.of(
                shown.title(),
                runs.snapshotProperty().get().map(TrainingSnapshot::epoch).orElse(0),
                runs.isActive() ? 0 : shown.version());
        if (now.equals(measured)) {
            return;
        }
        measured = now;
        Dataset images = shown.data().get().train();
        Dataset few = images.first(Math.min(IMAGES, images.size()));
        Model model = new Model(shown.parameters(), shown.preparation(), shown.classNames(), Map.of());
        double own = shown.parameters().generatorAngles().get(0);
        double[] degrees =
                IntStream.rangeClosed(0, HALF / STEP).mapToDouble(i -> i * STEP).toArray();
        measuring.follow(
                report -> ObjectiveByAngle.of(model, few, degrees, report),
                found -> cut.set(Optional.of(new Cut(shown.title(), own, found))),
                problem -> cut.set(Optional.empty()));
    }

    /** How the run that is shown searches; empty where it is another network's. */
    private Optional<AngleProgress> search() {
        return runs.shown().angleProgress();
    }

    /** The picture; empty where nothing is known yet. */
    Optional<AngleSearchFigure> figure() {
        Optional<LearnedAngle.State> state = stateProperty().get();
        if (state.isEmpty()) {
            return Optional.empty();
        }
        List<Way> ways = ways();
        Optional<Cut> current =
                cut.get().filter(c -> c.title().equals(lab.getShown().title()));
        if (ways.isEmpty() && current.isEmpty()) {
            return Optional.empty();
        }
        double[] degrees = current.map(c -> c.by().degrees()).orElse(new double[0]);
        double[] losses = current.map(c -> raised(c, ways)).orElse(new double[0]);
        return Optional.of(new AngleSearchFigure(state.get().order(), ways, degrees, losses));
    }

    /**
     * The objective at other angles, so that at the network's own it is what the run measured: images differ more from one another than
     * angles do, and those of the run are others.
     */
    private static double[] raised(Cut cut, List<Way> ways) {
        ObjectiveByAngle by = cut.by();
        int nearest = 0;
        for (int i = 1; i < by.degrees().length; i++) {
            if (GeneratorAngle.distance(by.degrees()[i], cut.degrees(), 1)
                    < GeneratorAngle.distance(by.degrees()[nearest], cut.degrees(), 1)) {
                nearest = i;
            }
        }
        double own = by.losses()[nearest];
        double known = ways.stream()
                .filter(way -> way.kind() == Kind.RUN)
                .reduce((first, second) -> second)
                .map(way -> way.losses()[way.losses().length - 1])
                .orElse(own);
        double[] losses = by.losses().clone();
        for (int i = 0; i < losses.length; i++) {
            losses[i] += known - own;
        }
        return losses;
    }

    private List<Way> ways() {
        Optional<AngleProgress> search = search();
        List<AngleStart> starts = search.map(AngleProgress::starts).orElseGet(this::kept);
        Optional<Double> best = search.filter(AngleProgress::isSearching)
                .map(progress -> progress.leading().start())
                .or(() -> starts.stream()
                        .reduce((a, b) -> b.loss() < a.loss() ? b : a)
                        .map(AngleStart::start));
        List<Way> ways = new ArrayList<>();
        List<AngleTrack> tracks = search.map(AngleProgress::tracks).orElse(List.of());
        for (AngleStart start : starts) {
            if (tracks.stream().noneMatch(track -> track.start() == start.start())) {
                ways.add(new Way(
                        start.start(),
                        new double[] {start.angle()},
                        new double[] {start.loss()},
                        kind(start.start(), best)));
            }
        }
        tracks.forEach(track -> ways.add(way(track, kind(track.start(), best))));
        search.map(AngleProgress::path)
                .filter(path -> !path.isEmpty())
                .ifPresent(path -> ways.add(way(new AngleTrack(path.get(0).angle(), path), Kind.RUN)));
        ways.sort((a, b) -> a.kind().compareTo(b.kind()));
        return ways;
    }

    private static Kind kind(double start, Optional<Double> best) {
        return best.filter(one -> one == start).isPresent() ? Kind.BEST : Kind.TRIED;
    }

    private static Way way(AngleTrack track, Kind kind) {
        return new Way(
                track.start(),
                track.points().stream().mapToDouble(AngleTrack.Point::angle).toArray(),
                track.points().stream().mapToDouble(AngleTrack.Point::loss).toArray(),
                kind);
    }

    /** The starts that a model's file tells of. */
    private List<AngleStart> kept() {
        Object told =
                lab.getShown() == null ? null : lab.getShown().provenance().get("angleStarts");
        List<AngleStart> starts = new ArrayList<>();
        if (told instanceof Collection<?> all) {
            for (Object one : all) {
                if (one instanceof AngleStart start) {
                    starts.add(start);
                } else if (one instanceof Map<?, ?> map
                        && map.get("start") instanceof Number start
                        && map.get("angle") instanceof Number angle
                        && map.get("loss") instanceof Number loss) {
                    starts.add(new AngleStart(start.doubleValue(), angle.doubleValue(), loss.doubleValue()));
                }
            }
        }
        return starts;
    }

    /** Whether an angle is learned, or will be by the run that has begun. */
    boolean learns() {
        return stateProperty().get().isPresent()
                || runs.isActive()
                        && runs.plan()
                                .filter(plan -> plan.network().generator().learnsOne())
                                .isPresent();
    }

    /** Whether what is known of it is only tried. */
    boolean isSearching() {
        return stateProperty().get().filter(LearnedAngle.State::trying).isPresent();
    }

    /** The angle in large, once it is found: what is only tried may be far from it. */
    String large() {
        return stateProperty()
                .get()
                .map(s -> s.waits() ? "paused" : s.trying() ? "searching …" : degrees(s.degrees()))
                .orElse("–");
    }

    /** How far the angle is from one at which the orbit closes; while it is searched, where the search is. */
    String distance() {
        return stateProperty()
                .get()
                .map(s -> {
                    if (s.trying()) {
                        return "best so far " + degrees(s.degrees());
                    }
                    double nearest = GeneratorAngle.nearestClosed(s.degrees(), s.order());
                    int turns = GeneratorAngle.nearestTurns(s.degrees(), s.order());
                    return String.format(
                            Locale.ROOT,
                            "%.2f° from %s360°/%d = %s°",
                            Math.abs(s.degrees() - nearest),
                            turns == 1 ? "" : turns + "·",
                            s.order(),
                            CyclicGroup.format(nearest));
                })
                .orElse("");
    }

    /** What is going on, in a sentence or two. */
    String words() {
        Optional<LearnedAngle.State> state = stateProperty().get();
        if (state.isEmpty()) {
            return "";
        }
        LearnedAngle.State s = state.get();
        Optional<AngleProgress> search = search();
        List<AngleStart> starts = search.map(AngleProgress::starts).orElseGet(this::kept);
        if (s.trying()) {
            return "From each start, patterns and the angle between their copies are fitted to the images; starts that leave"
                    + " most unexplained give up.";
        }
        String layers = s.layers().size() < 2
                ? ""
                : "By layer: " + s.layers().stream().map(AngleModel::degrees).collect(Collectors.joining(", ")) + ". ";
        return layers
                + starts.stream()
                        .reduce((a, b) -> b.loss() < a.loss() ? b : a)
                        .map(best -> "Of " + starts.size() + " starts the one from " + degrees(best.start())
                                + " left least unexplained, "
                                + Numbers.format(best.loss()) + ". " + snapped(best, s))
                        .orElse("")
                + (s.order() > 2 ? "−θ makes the same copies, so that only angles up to 180° differ." : "");
    }

    /** Why the angle is not that at which the search ended: what ends close to a closed angle goes on from there. */
    private static String snapped(AngleStart best, LearnedAngle.State now) {
        double closed = GeneratorAngle.nearestClosed(now.degrees(), now.order());
        boolean at = Math.abs(now.degrees() - closed) < SAME;
        boolean other = GeneratorAngle.distance(best.angle(), now.degrees(), 1) >= SAME;
        return at && other
                ? "It ended at " + degrees(best.angle()) + ", and the run snapped to the closed angle. "
                : "";
    }

    private static String degrees(double angle) {
        return String.format(Locale.ROOT, "%.2f°", angle);
    }
}
