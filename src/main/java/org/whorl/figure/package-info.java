/** Filter banks, code maps and images as pictures: how values become colours, and PNG, SVG and PDF files. Runs without a screen. */
package org.whorl.figure;
