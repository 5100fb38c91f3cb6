package org.whorl.ui.model;

/**
 * A line of a table of facts.
 *
 * @param name what it is about
 * @param value with its unit
 */
public record Fact(String name, String value) {}
