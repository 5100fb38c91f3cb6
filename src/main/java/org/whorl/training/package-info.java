/** Training: the optimiser, schedules, metrics, and the run folder that a run continues from. */
package org.whorl.training;
