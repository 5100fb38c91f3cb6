/** The native libraries that come packed with Whorl, unpacked once for each user. */
package org.whorl.data.natives;
