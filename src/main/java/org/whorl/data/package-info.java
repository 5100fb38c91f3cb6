/**
 * Images in memory, and what every room of the data speaks of: a set's shape, size and checksum, bounds, progress, what is wrong with it.
 *
 * <p>{@code org.whorl.data.set.Datasets} is where to start. Whatever is wrong with a file ends in a
 * {@link org.whorl.data.DataException} of one line; nothing is allocated before its size has been checked against
 * {@link org.whorl.data.Limits}. The rooms know those below them and this ground, which knows none of them.
 */
package org.whorl.data;
