package org.whorl.ui.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.ui.experiment.Experiments;
import org.whorl.ui.model.data.Gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LessonTest {
    @TempDir
    Path folder;

    /** A window that notes what it was told. */
    private static final class Stage implements LessonStage {
        private final List<Lesson.Show> shown = new ArrayList<>();
        private Set<Lesson.Pointer> pointed = Set.of();
        private int entered;

        @Override
        public void show(Lesson.Show own, Lesson.Show whole, boolean afresh) {
            shown.add(own);
        }

        @Override
        public void point(Set<Lesson.Pointer> controls) {
            pointed = controls;
        }

        @Override
        public void enter() {
            entered++;
        }

        @Override
        public void leave() {
            entered--;
        }

        @Override
        public boolean holdsRun() {
            return false;
        }

        @Override
        public void end() {
            entered = 0;
        }
    }

    @Test
    void atLeastThreeLessonsComeWithWhorlAndShowOnlyWhatThereIs() throws IOException {
        List<Lesson> lessons = LessonFiles.builtIn();
        assertTrue(lessons.size() >= 3);
        assertEquals(
                List.of("Convolution does not know rotation", "Unfolding FISTA", "One filter, six orientations"),
                lessons.stream().map(Lesson::title).limit(3).toList());
        Set<String> models = new HashSet<>(Gallery.names());
        Set<String> views = Set.of(
                "Data",
                "Training",
                "Filters",
                "Codes",
                "Symmetry",
                "Plain or invariant?",
                "Compare",
                "Paper",
                "Generator");
        for (Lesson lesson : lessons) {
            assertTrue(lesson.steps().size() >= 3, lesson.title());
            for (Lesson.Step step : lesson.steps()) {
                assertTrue(
                        step.show().view() == null || views.contains(step.show().view()), step.title());
                assertTrue(
                        step.show().model() == null
                                || models.contains(step.show().model()),
                        step.title());
                assertTrue(
                        step.show().experiment() == null
                                || Experiments.builtIn().stream().anyMatch(each -> each.title()
                                        .equals(step.show().experiment())),
                        step.title());
            }
        }
    }

    @Test
    void aLessonGoesForthAndBackAndStopsAtItsEnds() throws IOException {
        Lesson lesson = LessonFiles.builtIn().get(0);
        Stage stage = new Stage();
        LessonModel model = new LessonModel(stage);
        model.next();
        assertTrue(stage.shown.isEmpty(), "no lesson is given");
        model.begin(lesson);
        assertEquals(lesson.steps().get(0).show(), stage.shown.get(0));
        assertFalse(model.hasPrevious());
        model.previous();
        assertEquals(0, model.indexProperty().get());
        for (int i = 1; i < lesson.steps().size(); i++) {
            assertTrue(model.hasNext());
            model.next();
            assertEquals(i + 1, stage.entered, "what each step sets can be given back");
            assertEquals(lesson.steps().get(i).show(), stage.shown.get(stage.shown.size() - 1));
            assertEquals(new HashSet<>(lesson.steps().get(i).controls()), stage.pointed);
        }
        assertFalse(model.hasNext());
        model.next();
        assertEquals(lesson.steps().size() - 1, model.indexProperty().get());
        model.previous();
        assertEquals(lesson.steps().size() - 1, stage.entered);
        model.end();
        assertEquals(0, stage.entered);
        assertTrue(model.step().isEmpty());
        assertEquals(Set.of(), stage.pointed);
    }

    @Test
    void aStepIsAsItSaysElseAsThoseBeforeItAndANetworkBringsItsOwnDial() throws IOException {
        Lesson unfolding = LessonFiles.builtIn().get(1);
        assertEquals("digits-c6-reconstruct", unfolding.at(4).model());
        assertEquals(6, unfolding.at(4).layer());
        assertEquals("digits-c6", unfolding.at(5).model());
        Lesson orientations = LessonFiles.builtIn().get(2);
        assertEquals(60, orientations.at(1).angle());
        assertEquals(30, orientations.at(3).angle());
        assertEquals(90, LessonFiles.builtIn().get(0).at(4).angle());
        Lesson angle = LessonFiles.builtIn().get(4);
        assertEquals(null, angle.at(1).model(), "what was shown before");
        assertEquals(null, angle.at(3).experiment(), "the settings are those of the network");
    }

    @Test
    void aShorterLessonBeginsAtItsFirstStepAfterTheLastOfALongerOne() throws IOException {
        LessonModel model = new LessonModel(new Stage());
        Lesson longer = LessonFiles.builtIn().get(1);
        model.begin(longer);
        longer.steps().forEach(step -> model.next());
        model.lessonProperty().addListener(o -> model.step());
        Lesson.Step only = longer.steps().get(0);
        model.begin(new Lesson(Lesson.FORMAT, "Short", "s", List.of(only)));
        assertEquals(only, model.step().orElseThrow());
    }

    @Test
    void aStepThatAsksForStartNamesWhatIsTrainedOrFollowsOneOfTheSameSet() throws IOException {
        for (Lesson lesson : LessonFiles.builtIn()) {
            for (Lesson.Step step : lesson.steps()) {
                boolean start = step.controls().contains(Lesson.Pointer.START);
                assertTrue(
                        !start || step.show().model() != null || step.show().experiment() != null,
                        lesson.title() + ": " + step.title());
            }
        }
    }

    @Test
    void aTeachersLessonIsReadAndMaySetNothing() throws IOException {
        Files.writeString(folder.resolve("mine.json"), """
                {"format": 1, "title": "Mine", "summary": "s", "steps": [
                  {"title": "One", "text": "Look."},
                  {"title": "Two", "text": "Turn it.", "show": {"turn": 12.5, "angle": 45}, "controls": ["dial", "turn"]}]}
                """);
        Lesson lesson = LessonFiles.read(LessonFiles.in(folder).get(0));
        assertEquals("Mine", lesson.title());
        assertEquals(12.5, lesson.steps().get(1).show().turn());
        assertEquals(
                List.of(Lesson.Pointer.DIAL, Lesson.Pointer.TURN),
                lesson.steps().get(1).controls());
        assertEquals(Lesson.Show.NOTHING, lesson.steps().get(0).show());
        assertEquals(List.of(), LessonFiles.in(folder.resolve("nowhere")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                                                                | line 1
            {"format": 2, "title": "t", "summary": "s", "steps": [{"title": "a", "text": "b"}]}              | format: expected 1, found 2
            {"format": 1, "title": " ", "summary": "s", "steps": [{"title": "a", "text": "b"}]}              | title: expected 1 to 100 letters
            {"format": 1, "title": "t", "summary": "s", "steps": []}                                         | steps: expected 1 to 100, found 0
            {"format": 1, "title": "t", "summary": "s"}                                                      | steps: expected 1 to 100, found none
            {"format": 1, "title": "t", "summary": "s", "steps": [{"title": "a", "text": "b", "show": {"angle": 50}}]}  | show.angle: expected a divisor of 360, found 50
            {"format": 1, "title": "t", "summary": "s", "steps": [{"title": "a", "text": "b", "controls": ["dail"]}]}   | dail
            {"format": 1, "title": "t", "summary": "s", "step": []}                                          | step
            """)
    void whatIsWrongWithALessonIsSaidInOneLineThatNamesTheFile(String json, String said) throws IOException {
        Path file = folder.resolve("bad.json");
        Files.writeString(file, json);
        IOException e = assertThrows(IOException.class, () -> LessonFiles.read(file));
        assertTrue(e.getMessage().contains("bad.json") && e.getMessage().contains(said), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        Path file = folder.resolve("large.json");
        Files.write(file, new byte[(1 << 20) + 1]);
        IOException e = assertThrows(IOException.class, () -> LessonFiles.read(file));
        assertTrue(e.getMessage().contains("at most"), e.getMessage());
    }
}
