package org.whorl.training;

/**
 * How far a run has come, with the running epoch's sums.
 *
 * @param step steps done
 * @param epoch epochs completed
 * @param stepInEpoch steps done in the running epoch
 * @param lossSum of the running epoch's images
 * @param correct images of the running epoch that were classified rightly
 * @param images of the running epoch
 */
record Position(int step, int epoch, int stepInEpoch, double lossSum, long correct, long images) {
    static final Position START = new Position(0, 0, 0, 0, 0, 0);

    Position after(double loss, int correctImages, int count) {
        return new Position(step + 1, epoch, stepInEpoch + 1, lossSum + loss, correct + correctImages, images + count);
    }

    Position nextEpoch() {
        return new Position(step, epoch + 1, 0, 0, 0, 0);
    }
}
