/** What a trained network does, in numbers: accuracy and loss, confusions, symmetry, sparsity. */
package org.whorl.insight;
