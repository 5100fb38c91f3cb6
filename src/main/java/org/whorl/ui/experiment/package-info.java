/** Experiments to begin with: a sentence, a picture, and the settings of a run that is worth watching. */
package org.whorl.ui.experiment;
