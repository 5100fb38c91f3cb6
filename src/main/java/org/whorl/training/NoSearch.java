package org.whorl.training;

/** Where no angle is learned, or it is begun from one. */
final class NoSearch implements AngleSearch {
    @Override
    public boolean finished() {
        return true;
    }

    @Override
    public boolean step(Publication publication) {
        return true;
    }

    @Override
    public void close() {}
}
