package org.whorl.ui.view.symmetry.spin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.whorl.insight.TurnedAnswers;
import org.whorl.network.Model;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.task.BackgroundJob;

/** Asks networks about turned digits on a thread of its own. Of what is asked, the latest counts. FX thread only. */
final class Questions {
    /** At this many angles at once it pays to hear of the first answers before the last. */
    private static final int MANY = 4;

    /** What a network is asked: what is this digit, turned by so much? */
    record Question(SpinSide side, Model model, CodeInput digit, int degrees) {}

    /** What it said. */
    record Answered(Question question, TurnedAnswers.Answer answer) {}

    private final BackgroundJob<List<Answered>> asking;
    private final Consumer<List<Answered>> receiver;
    private final Consumer<String> complain;
    private final AtomicLong latest = new AtomicLong();

    // The worker's own.
    private final Map<SpinSide, TurnedAnswers> ready = new HashMap<>();

    /**
     * Nothing is asked yet.
     *
     * @param fxThread runs the two that follow
     * @param receiver told the answers
     * @param complain told what went wrong
     */
    Questions(Executor fxThread, Consumer<List<Answered>> receiver, Consumer<String> complain) {
        asking = new BackgroundJob<>("whorl-spin", fxThread);
        this.receiver = receiver;
        this.complain = complain;
    }

    /** Asks; what was asked before and has no answer yet is given up. */
    void ask(List<Question> questions) {
        if (questions.isEmpty()) {
            return;
        }
        long mine = latest.incrementAndGet();
        asking.follow(
                report -> {
                    List<Answered> answers = new ArrayList<>();
                    for (Question question : questions) {
                        // The angle under the hand is always worth an answer, of both networks.
                        if (mine != latest.get() && answers.size() >= 2) {
                            break;
                        }
                        Answered answered = answer(question);
                        answers.add(answered);
                        if (questions.size() >= MANY) {
                            report.tell(() -> receiver.accept(List.of(answered)));
                        }
                    }
                    return answers;
                },
                receiver,
                complain);
    }

    private Answered answer(Question q) {
        TurnedAnswers worker = ready.get(q.side());
        if (worker == null || worker.model() != q.model()) {
            worker = new TurnedAnswers(q.model());
            ready.put(q.side(), worker);
        }
        return new Answered(q, worker.at(q.digit().pixels(), 0, q.degrees()));
    }
}
