/** Small parts that the window is put together from. */
package org.whorl.ui.part;
