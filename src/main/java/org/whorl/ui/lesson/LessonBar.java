package org.whorl.ui.lesson;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.whorl.ui.control.Presence;

/** A lesson's step in words, with buttons to go on and back; not there while no lesson is given. */
public final class LessonBar extends VBox {
    /** Wide enough for either of its texts. */
    private static final double LEAST_NEXT = 72;

    private final LessonModel model;
    private final Label place = new Label();
    private final Label title = new Label();
    private final Label text = new Label();
    /** The words of all steps, which are not seen: the bar is as high as its longest step from the first on. */
    private final StackPane words = new StackPane();

    private final Label note = new Label();
    private final Label problem = new Label();
    private final Button again = new Button("Set again");
    private final Button end = new Button("End lesson");
    private final Button back = new Button("Back");
    private final Button next = new Button("Next");

    public LessonBar(LessonModel model) {
        this.model = model;
        setId("lesson-bar");
        getStyleClass().add("lesson-bar");
        setAlignment(Pos.TOP_LEFT);
        place.getStyleClass().add("muted");
        title.getStyleClass().add("lesson-title");
        wrap(text);
        words.setId("lesson-words");
        words.setAlignment(Pos.TOP_LEFT);
        problem.getStyleClass().add("problem");
        problem.setId("lesson-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        note.setId("lesson-note");
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        back.setId("lesson-back");
        back.setOnAction(e -> model.previous());
        next.setId("lesson-next");
        next.getStyleClass().add("primary");
        next.setOnAction(e -> {
            if (model.hasNext()) {
                model.next();
            } else {
                model.end();
            }
        });
        again.setId("lesson-again");
        again.setAccessibleHelp("Sets the window as this step has it");
        again.setTooltip(new Tooltip("The window as this step has it, after you have tried something else"));
        again.setOnAction(e -> model.again());
        end.setId("lesson-end");
        end.setOnAction(e -> model.end());
        HBox buttons = new HBox(8, again, end, back, next);
        // They stay where they are while one clicks through, however long the words are.
        buttons.setAlignment(Pos.CENTER_RIGHT);
        next.setMinWidth(LEAST_NEXT);
        buttons.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, place, gap, buttons);
        head.getStyleClass().add("lesson-head");
        head.setMinWidth(0);
        place.setMinWidth(0);
        // All of the width is the text's, so that it takes little of the height.
        getChildren().addAll(head, words, note, problem);
        model.lessonProperty().addListener(o -> makeRoom());
        makeRoom();
        model.lessonProperty().addListener(o -> update());
        model.indexProperty().addListener(o -> update());
        model.problemProperty().addListener(o -> update());
        model.noteProperty().addListener(o -> update());
        update();
    }

    private static void wrap(Label label) {
        label.getStyleClass().add("lesson-text");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
    }

    /** The window is not to shift whenever one goes on. */
    private void makeRoom() {
        words.getChildren().setAll(text);
        model.lessonProperty().get().ifPresent(lesson -> lesson.steps().forEach(step -> {
            Label room = new Label(step.text());
            wrap(room);
            room.setVisible(false);
            words.getChildren().add(room);
        }));
    }

    private void update() {
        boolean given = model.step().isPresent();
        String wrong = model.problemProperty().get();
        Presence.show(this, given || !wrong.isEmpty());
        for (Node node : List.of(place, title, words, again, back, next)) {
            Presence.show(node, given);
        }
        Presence.show(problem, !wrong.isEmpty());
        problem.setText(wrong);
        note.setText(model.noteProperty().get());
        Presence.show(note, !note.getText().isEmpty());
        end.setText(given ? "End lesson" : "Close");
        if (!given) {
            setAccessibleText(wrong);
            return;
        }
        Lesson lesson = model.lessonProperty().get().orElseThrow();
        Lesson.Step step = model.step().orElseThrow();
        place.setText(lesson.title() + " · " + (model.indexProperty().get() + 1) + " of "
                + lesson.steps().size());
        title.setText(step.title());
        text.setText(step.text());
        back.setDisable(!model.hasPrevious());
        next.setText(model.hasNext() ? "Next" : "Finish");
        setAccessibleText(
                place.getText() + ". " + step.title() + ". " + step.text() + " " + note.getText() + " " + wrong);
    }
}
