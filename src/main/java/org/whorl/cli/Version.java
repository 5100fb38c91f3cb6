package org.whorl.cli;

import picocli.CommandLine.IVersionProvider;

/** Whorl's version, as the jar's manifest has it. */
final class Version implements IVersionProvider {
    static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"whorl " + current()};
    }
}
