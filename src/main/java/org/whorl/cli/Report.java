package org.whorl.cli;

import java.util.Map;

/**
 * What a command found out.
 *
 * @param json for programs: one object; its order is the map's
 * @param text for people: one or more lines, without the last line's end
 */
record Report(Map<String, Object> json, String text) {}
