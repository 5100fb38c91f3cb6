package org.whorl.training;

import org.whorl.network.ParameterLayout;
import org.whorl.network.Parameters;

/**
 * What one training step did to the parameters. Both are arranged like these, with zeros where nothing is learned and learned angles as they
 * are, since these turn the filters' copies; not to be changed.
 *
 * @param step which, from 1
 * @param gradient of the loss, before clipping
 * @param update what was added: by Adam, and by scaling filters to unit norm afterwards
 */
public record StepChange(int step, Parameters gradient, Parameters update) {
    /**
     * From what a step leaves behind.
     *
     * @param gradient by the learned parameters, which come first
     * @param before all parameters before the step
     * @param after the same after it
     */
    static StepChange of(int step, float[] gradient, float[] before, Parameters after) {
        Parameters slope = after.copy();
        Parameters update = after.copy();
        int learned = after.layout().learnedSize();
        for (int i = 0; i < before.length; i++) {
            slope.values()[i] = i < learned ? gradient[i] : 0;
            update.values()[i] = i < learned ? after.values()[i] - before[i] : 0;
        }
        for (ParameterLayout.Entry entry : after.layout().entries()) {
            if (entry.kind().makesBank() && entry.kind() != ParameterLayout.Kind.FILTERS) {
                slope.set(entry.name(), after.get(entry.name()));
                update.set(entry.name(), after.get(entry.name()));
            }
        }
        return new StepChange(step, slope, update);
    }
}
