/** The search for a rotation angle by matching pursuit: codes with few elements, chosen one after another, instead of FISTA's. */
package org.whorl.training.pursuit;
