/**
 * The network written plainly from its formulas, a batch at a time on ND4J's own operations, in float or double precision: what the
 * fast network is tested against and measured against.
 */
package org.whorl.network.reference;
