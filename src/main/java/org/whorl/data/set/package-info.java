/** Every set by its name: which there are, where on this machine they lie, and what a folder turns out to hold. */
package org.whorl.data.set;
