/** Arrays of numbers as pictures on the screen: drawn without smoothing, with a cursor on their values. */
package org.whorl.ui.picture;
