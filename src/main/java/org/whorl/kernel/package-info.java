/**
 * The three linear maps between images and code maps, analyze, synthesize and correlate: one interface, an implementation on ND4J that
 * runs everywhere, and one on the JDK's Vector API.
 */
package org.whorl.kernel;
