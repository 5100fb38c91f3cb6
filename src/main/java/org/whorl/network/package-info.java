/** The unfolded network: what it is, its parameters, forward and backward, and the file it is kept in. */
package org.whorl.network;
