/**
 * Data sets: reading them from disk, getting them from their publishers, turning and preparing them.
 *
 * <p>{@link org.whorl.data.Datasets} is where to start. Whatever is wrong with a file ends in a
 * {@link org.whorl.data.DataException} of one line; nothing is allocated before its size has been checked against
 * {@link org.whorl.data.Limits}.
 */
package org.whorl.data;
