/** Curves over epochs: drawn cheaply while they grow, zoomed together, read under the cursor, exported. */
package org.whorl.ui.chart;
